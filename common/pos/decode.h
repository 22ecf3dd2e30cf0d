/* The best tags of a run of words: a Viterbi search, exact. */
#ifndef GANLOC_POS_DECODE_H
#define GANLOC_POS_DECODE_H

#include "../upos.h"

enum {
    POS_START = UPOS_COUNT, /* the tag before the first word */
    POS_WINDOW = 1024,      /* words decoded at once */
};

/* How well tags follow upon each other. */
struct pos_transitions {
    int32_t scores[UPOS_COUNT + 1][UPOS_COUNT]; /* of a tag behind another, or behind POS_START */

    /* At most so much can a tag gain over another by what stands beside it: slack[best][other]. */
    int32_t slack[UPOS_COUNT][UPOS_COUNT];
};

/* How well each tag goes with a word. */
struct pos_scores {
    int32_t of[UPOS_COUNT];
};

/* Sets the slack. Call it whenever scores change. */
void pos_transitions_prepare(struct pos_transitions *transitions);

/* Puts the tags with the highest sum of scores into `tags`, of at most POS_WINDOW words; `before`
 * is the tag before them. Scores lie within 2^20. */
void pos_decode(const struct pos_transitions *transitions, const struct pos_scores *words,
                size_t count, unsigned before, uint8_t *tags);

#endif
