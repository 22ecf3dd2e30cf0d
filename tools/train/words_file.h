/* Writes what was learned as a file for segment, see word/model.h. */
#ifndef TRAIN_WORDS_FILE_H
#define TRAIN_WORDS_FILE_H

#include "perceptron.h"

/* How many n-grams a file of `size` bytes can hold, with `numbers` tokens in its vocabulary; 0: it
 * is too small for any. */
size_t words_file_room(size_t size, uint32_t numbers);

/* What did not go into the file. */
struct words_file_losses {
    size_t grams;        /* had no room in their buckets */
    size_t hidden_grams; /* look the same, in their buckets, as one with a higher score; */
    size_t hidden_words; /* as a more frequent one: by the few bits of a hash that are kept */
    size_t clipped;      /* weights that are larger than the file can say */
};

/* Appends a file of at most `size` bytes, which must have room for an n-gram. The n-grams that do
 * not fit where they belong give way to those with higher scores. */
void words_file_append(struct buffer *file, const struct weights *weights,
                       const struct vocabulary *vocabulary, size_t size,
                       struct words_file_losses *losses);

#endif
