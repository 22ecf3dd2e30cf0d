/* Writes what was learned of sentences as a file for segment, see sentence/weights.h. */
#ifndef TRAIN_SENTENCES_FILE_H
#define TRAIN_SENTENCES_FILE_H

#include "sentence/weights.h"
#include "tally.h"

/* Appends the file: the weights that are not 0, and how much each of the words opens sentences. */
void sentences_file_append(struct buffer *file, const struct sentence_weights *weights,
                           const struct word_tally *words, size_t word_count);

#endif
