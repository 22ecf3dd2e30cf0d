/* Learns sentences.weights, the weights for stops that may end a sentence (common/sentence).
 *
 * The silver text is read twice: to count how often words open sentences and how often they stand
 * inside with a capital; and, with the gold text, to gather the stops that the rules leave in
 * doubt. Then logistic regression: the weights with which these sentences are most likely, less a
 * penalty on their squares. The same texts give the same file. */
#ifndef TRAIN_SENTENCES_H
#define TRAIN_SENTENCES_H

#include "train.h"

/* Takes all gold sentences to follow each other, silver ones within a block. Returns false after a
 * message. */
bool train_sentences(const struct train_settings *settings);

#endif
