/* The steps that are off by default: they bring characters to one form where both are in use. */
#ifndef NORMALIZE_FORMS_H
#define NORMALIZE_FORMS_H

#include "bytes.h"

/* Quotation marks become " and ', hyphens and dashes -, an ellipsis three full stops. */
void forms_unify_punctuation(struct buffer *out, struct slice text);

/* Full-width and half-width forms become the usual ones: Ａ is A, ｶ is カ (those of Unicode's block
 * FF00 to FFEF with a compatibility decomposition). */
void forms_unify_width(struct buffer *out, struct slice text);

/* Decimal digits of every script become those of ASCII. */
void forms_unify_digits(struct buffer *out, struct slice text);

#endif
