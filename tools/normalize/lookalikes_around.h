/* What stands around the words of a line. */
#ifndef NORMALIZE_LOOKALIKES_AROUND_H
#define NORMALIZE_LOOKALIKES_AROUND_H

#include "lookalikes_word.h"

/* Fills in is_quoted and is_in_formula of a word of the line. */
void lookalikes_look_around(const struct line *line, struct word *word);

/* Fills in is_bracketed of all words: true in transcriptions, [...] and /.../ */
void lookalikes_find_brackets(struct line *line);

#endif
