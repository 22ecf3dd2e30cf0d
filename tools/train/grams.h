/* N-grams of tokens: how often they were seen, with which gaps joined, and how often as a word. */
#ifndef TRAIN_GRAMS_H
#define TRAIN_GRAMS_H

#include "sample.h"

/* The weight of a feature, and what its average needs (Collins 2002; the form of it by Daumé
 * 2006). */
struct weight {
    int32_t now;              /* in units of 1 / WEIGHT_UNIT, see perceptron.h */
    int64_t weighted_updates; /* in whole ones: the sum of all updates, each times the number of the
                                 sentence it came at */
};

struct gram {
    uint64_t key; /* 0 in a free slot */
    uint32_t total, word;
    uint32_t joined[LONGEST_GRAM - 1]; /* for each gap */
    uint8_t order;                     /* tokens */
    bool is_gold;                      /* it stands in the gold text: no other goes before it */
    float score;                       /* what it says that its parts do not, see grams_select */
    struct weight weight;              /* as a word */
};

/* A hash table. All zero is a valid empty one. */
struct grams {
    struct gram *slots;
    size_t capacity, count; /* capacity: a power of two, or 0 */
};

/* The n-gram with this key, or null; valid until one is added. */
struct gram *grams_find(const struct grams *grams, uint64_t key);

/* The same; it is added if it is new. */
struct gram *grams_add(struct grams *grams, uint64_t key, unsigned order);

/* Counts those of all samples that come often enough, and rarer ones that are words in lower case:
 * for rare words there is no other evidence. A longer one is counted only where the shorter one
 * that it begins with is, by way of which it is looked up. */
void grams_count(struct grams *grams, const struct samples *samples);

/* Relative-entropy pruning (Stolcke 1998, "Entropy-based Pruning of Backoff Language Models"):
 * keeps those, `most` at most (of equal ones all or none), that say most about their gaps beyond
 * what the n-grams in them say: the Kullback-Leibler divergence, times how often it comes. That is
 * to the power of 0.7, which Stolcke does not have, so that rare words are not crowded out. The
 * constants in it were set by hand; the F1 of words in held-out text hardly changes with them.
 */
void grams_select(struct grams *grams, const struct samples *samples, size_t most);

/* The level of a gap that was joined `joined` times out of `total`, which is no less: 0 for never
 * seen, else its log odds, rounded, from 1 (some 1 : 128 and less) to 15 (128 : 1 and more). */
unsigned gap_level(uint32_t total, uint32_t joined);

/* The level of an n-gram that was a word `word` times out of `total`: 0 for never seen, 1 never a
 * word, then in four steps of the share, each in three of the count. */
unsigned word_level(uint32_t total, uint32_t word);

/* The levels of an n-gram of `order` tokens, packed as in the model; its weight is 0. */
gram_record gram_levels(unsigned order, uint32_t total, const uint32_t *joined, uint32_t word);

void grams_release(struct grams *grams);

#endif
