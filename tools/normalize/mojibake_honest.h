/* Telling misread sequences from what honest writers write. */
#ifndef NORMALIZE_MOJIBAKE_HONEST_H
#define NORMALIZE_MOJIBAKE_HONEST_H

#include "mojibake_sequence.h"

/* A place in a text, and what the judgement of a sequence there depends on. All zero but for `rest`
 * is the start of a text. */
struct place {
    struct slice rest;      /* the text from there on */
    uint32_t before;        /* the character before it, as it stands; 0 at the start */
    uint32_t script;        /* of the convincing run that reaches up to here; 0: none does */
    uint32_t letter;        /* the character before it, as it was read, with the marks on it */
    bool is_behind_misread; /* a word that was read otherwise than it stands reaches up to here */
    const char *row_end;    /* of the sequences in a row that were looked at last */
    bool row_is_mojibake;   /* one of them can be nothing honest */
};

/* Reads the sequence at the place. Returns false where none begins, or where it is a combining mark
 * that no letter before it takes: what was misread had marks on letters only. */
bool place_read(const struct place *place, enum page page, struct sequence *sequence);

/* Goes on to `rest`, which ends the text of the place, over what is of that script, if any. */
void place_advance(struct place *place, struct slice rest, uint32_t script);

/* Goes on over a sequence, which was read at the place. */
void place_pass(struct place *place, const struct sequence *sequence, uint32_t script);

/* Goes on by one character. */
void place_step(struct place *place);

/* True where sequences in a row that can be nothing honest end at the place. */
bool place_is_behind_row(const struct place *place);

/* Returns true where the sequence, which was read at the place, can be nothing honest: that no one
 * writes so, that stands in a row with such a one, or in a run of others of its script. Sets
 * *script to that of this run; 0: it stands in none. */
bool place_has_mojibake(struct place *place, enum page page, const struct sequence *sequence,
                        uint32_t *script);

#endif
