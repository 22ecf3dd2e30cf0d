/* One sentence of the samples with room around it, as the features want it. */
#ifndef TRAIN_SAMPLE_H
#define TRAIN_SAMPLE_H

#include "samples.h"
#include "word/model.h"

/* After sample_load ids and the rest point MARGIN entries into their arrays. It must not be copied.
 */
struct sample {
    ptrdiff_t count;
    uint32_t *ids;
    uint8_t *shapes;
    uint8_t *labels; /* GAP_IS_CLOSED around the sentence */
    uint32_t id_room[SAMPLE_LIMIT + 2 * MARGIN];
    uint8_t shape_room[SAMPLE_LIMIT + 2 * MARGIN];
    uint8_t label_room[SAMPLE_LIMIT + 2 * MARGIN];
};

/* Copies a sentence, of at most SAMPLE_LIMIT tokens, into the sample. */
void sample_load(struct sample *sample, const struct samples *samples, size_t sentence);

/* The keys of the n-grams that begin at a token, in keys[order - SHORTEST_GRAM]. */
static inline void sample_keys(const struct sample *sample, ptrdiff_t first,
                               uint64_t keys[GRAM_ORDERS])
{
    const uint32_t *ids = sample->ids + first;
    keys[0] = gram_key_of_two(ids[0], ids[1]);
    keys[1] = gram_key_longer(keys[0], ids[2]);
    keys[2] = gram_key_longer(keys[1], ids[3]);
}

/* True where the annotation has a word of exactly these tokens. */
bool sample_is_word(const struct sample *sample, ptrdiff_t first, size_t length);

#endif
