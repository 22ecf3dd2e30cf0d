/* Learns the weights of parts of speech: an averaged structured perceptron (Collins 2002) that must
 * win by a margin, as perceptron.h. All in integers. */
#ifndef TRAIN_POS_PERCEPTRON_H
#define TRAIN_POS_PERCEPTRON_H

#include "pos_samples.h"

/* What is learned, beside the weights in samples->features. */
struct pos_weights {
    struct weight transitions[UPOS_COUNT + 1][UPOS_COUNT]; /* as in pos_transitions */
};

/* Learns from the samples. Leaves the averages, rounded, in the weights' `now`. Returns the number
 * of words that were wrong the last time. */
size_t pos_perceptron_learn(struct pos_samples *samples, struct pos_weights *weights);

#endif
