/* The roles of a page's paragraphs, decided together. */
#ifndef TAG_DECODE_H
#define TAG_DECODE_H

#include "weights.h"

struct decoder; /* keeps its memory from page to page */

/* `weights` is borrowed. */
struct decoder *decoder_new(const struct weights *weights);

/* Finds the sequence of roles with the greatest score (Viterbi 1967) among those that a page can
 * have: its parts come in the order of enum zone, with at most one title and one lead. The answer
 * has `count` elements and is valid until the next call. */
const enum role *decoder_decode(struct decoder *decoder, const struct features *features,
                                size_t count);

void decoder_free(struct decoder *decoder);

#endif
