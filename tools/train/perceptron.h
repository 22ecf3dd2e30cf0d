/* Learns the weights of words: an averaged structured perceptron (Collins 2002) that must win by a
 * margin (the cost of Taskar, Guestrin and Koller 2003: a point for every gap that is wrong). All
 * in integers, so that every machine learns the same from the same n-grams. Which of them are kept,
 * and their levels, depend on log and pow (grams.c): there another libm may round otherwise. */
#ifndef TRAIN_PERCEPTRON_H
#define TRAIN_PERCEPTRON_H

#include "grams.h"

enum { WEIGHT_UNIT = 256 }; /* weights are counted in so many parts of one */

/* What is learned. */
struct weights {
    struct weight dense[DENSE_FEATURES];
    uint32_t numbers;                 /* of tokens: one more than the largest */
    struct weight *words;             /* of single tokens, by number */
    struct syllable_entry *syllables; /* by number; what the features ask of them */
    struct grams *grams;
};

/* How a round of learning goes. */
struct perceptron_options {
    unsigned epochs;           /* times through all samples */
    int margin, learning_rate; /* in whole weights, at most 1000: the cost of a wrong gap; the step
                         of a change */
    bool words_only;           /* only the weights of single n-grams as words change */
    bool is_counted;  /* the samples are among what the n-grams were counted in: their own part
                         is taken off, as rare ones would be trusted too much */
    bool is_shuffled; /* each time through in another order */
};

/* Learns from the samples, and leaves the average of all states gone through. Returns the number of
 * sentences that were wrong the last time. */
size_t perceptron_learn(struct weights *weights, const struct samples *samples,
                        const struct perceptron_options *options);

#endif
