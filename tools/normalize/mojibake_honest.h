/* Telling misread sequences from what honest writers write. */
#ifndef NORMALIZE_MOJIBAKE_HONEST_H
#define NORMALIZE_MOJIBAKE_HONEST_H

#include "mojibake_sequence.h"

/* A place in a text, and what the judgement of a sequence there depends on. All zero but for `rest`
 * is the start of a text. */
struct place {
    struct slice rest; /* the text from there on */
    uint32_t before;   /* the character before it, as it stands; 0 at the start */
    uint32_t script;   /* of the convincing run that reaches up to here; 0: none does */
};

/* Goes on to `rest`, which ends the text of the place, over what is of that script, if any. */
void place_advance(struct place *place, struct slice rest, uint32_t script);

/* Goes on by one character. */
void place_step(struct place *place);

/* Returns true where the sequence, which was read at the place, can be nothing honest: that no one
 * writes so, or that stands in a run of others of its script. Sets *script to that of this run; 0:
 * it stands in none. */
bool place_has_mojibake(const struct place *place, enum page page, const struct sequence *sequence,
                        uint32_t *script);

#endif
