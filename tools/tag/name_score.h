/* What a name says of its type, and what stands beside it. */
#ifndef TAG_NAME_SCORE_H
#define TAG_NAME_SCORE_H

#include "name_evidence.h"
#include "name_match.h"

/* Adds what the words of the name, tokens `first` to before `end`, say. */
void name_score_itself(const struct name_text *text, size_t first, size_t end,
                       struct name_scores *scores);

/* Adds what the words beside it say; those on the left only where has_left. */
void name_score_around(const struct name_text *text, size_t first, size_t end, bool has_left,
                       struct name_scores *scores);

/* What the name is kept by, in any case of its letters; never 0. */
uint64_t name_score_key(const struct name_text *text, size_t first, size_t end);

#endif
