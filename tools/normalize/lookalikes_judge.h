/* Telling disguised words from honest ones. */
#ifndef NORMALIZE_LOOKALIKES_JUDGE_H
#define NORMALIZE_LOOKALIKES_JUDGE_H

#include "lookalikes_word.h"

/* True where the word is disguised as far as it tells itself. It must have lookalikes, and what is
 * around it must be known. */
bool lookalikes_is_disguised(const struct line *line, const struct word *word);

/* True where it is once line->strong_kinds says what other words of the line are disguised with. */
bool lookalikes_is_disguised_too(const struct line *line, const struct word *word);

/* True where letters of the word are of a script that honest words of the line are of. */
bool lookalikes_mixes_honestly(const struct line *line, const struct word *word);

#endif
