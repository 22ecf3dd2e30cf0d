/* White space. */
#ifndef NORMALIZE_SPACES_H
#define NORMALIZE_SPACES_H

#include "language.h"

/* Appends the text with white space of any kind as single spaces, none at the ends. In a text of
 * the language also without spaces before , . ; : ! ? and inside of brackets. */
void spaces_fold(struct buffer *out, struct slice text, const struct language *language);

#endif
