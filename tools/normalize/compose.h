/* Normalization Form C, fast for the letters of Vietnamese. */
#ifndef NORMALIZE_COMPOSE_H
#define NORMALIZE_COMPOSE_H

#include "bytes.h"

/* The one character that a Latin letter and a combining mark of Vietnamese (grave, acute,
 * circumflex, tilde, breve, hook, horn, dot below) make in Normalization Form C; 0 where they make
 * none. Where a letter has its tone already and the mark is one of the letter, as in a-acute and
 * circumflex, the letter that has both. */
uint32_t compose_pair(uint32_t letter, uint32_t mark);

/* Appends the text (valid UTF-8) in Normalization Form C (Unicode Standard Annex 15), with the
 * marks of Vietnamese letters in any order; runs of more than 30 marks are broken by U+034F
 * (section 13 there, Stream-Safe Text Format). */
void compose_append(struct buffer *out, struct slice text);

#endif
