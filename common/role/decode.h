/* The roles of a page's paragraphs, decided together. */
#ifndef GANLOC_ROLE_DECODE_H
#define GANLOC_ROLE_DECODE_H

#include "weights.h"

struct decoder; /* keeps its memory from page to page */

/* What a paragraph is. */
struct decision {
    enum role role;
    enum zone zone;
    uint8_t confidence; /* in hundredths: an estimate of how likely the role is right */
};

/* `weights` is borrowed; they may change between two calls. */
struct decoder *decoder_new(const struct weights *weights);

/* What the features of each of `count` paragraphs say for each role, for decoder_find. It may be
 * changed before; values are held to -DECODER_LIMIT .. DECODER_LIMIT. Valid until the next call. */
enum { DECODER_LIMIT = 4000 };
int16_t (*decoder_score(struct decoder *decoder, const struct features *features,
                        size_t count))[ROLE_LANES];

/* Finds the sequence of roles with the greatest score (Viterbi 1967) among those that a page can
 * have: its parts come in the order of enum zone, with at most one title and one lead. The scores
 * are those that decoder_score gave, for `count` paragraphs. The answer has as many elements and is
 * valid until the next call. */
const struct decision *decoder_find(struct decoder *decoder, size_t count);

/* decoder_score and decoder_find. */
const struct decision *decoder_decode(struct decoder *decoder, const struct features *features,
                                      size_t count);

/* Whether a page can have the role in this part. */
bool decoder_allows(enum zone zone, enum role role);

void decoder_free(struct decoder *decoder);

#endif
