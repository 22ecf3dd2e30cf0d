/* The tagged sentences that a model of parts of speech learns from, as features. */
#ifndef TRAIN_POS_SAMPLES_H
#define TRAIN_POS_SAMPLES_H

#include "grams.h"
#include "pos/decode.h"
#include "pos/feature.h"
#include "train.h"

/* A feature and what is learned of it. */
struct pos_feature {
    uint64_t key;
    struct weight weights[UPOS_COUNT];
};

/* All zero is a valid empty set. */
struct pos_features {
    struct pos_feature *list;
    size_t count, capacity;
    uint32_t *slots; /* a hash table: index in the list plus 1, 0 in a free slot */
    size_t slot_count;
};

/* A word: the features that speak of it, its own and those of its neighbours. */
struct pos_sample_word {
    uint32_t features[3 * POS_MOST_FEATURES];
    uint8_t feature_count;
    uint8_t tag;
};

struct pos_samples {
    struct pos_words *words;       /* borrowed */
    const struct classes *classes; /* borrowed */
    struct pos_features features;
    struct pos_sample_word *list;
    size_t count, capacity;
    size_t *ends; /* the first word behind each sentence */
    size_t sentence_count, sentence_capacity;
    size_t untagged_count; /* sentences with words that have no tag: they are left out */
};

/* A train_take: its context is a struct pos_samples. A sentence of more than POS_WINDOW words is
 * learned from as several. */
void pos_samples_take(void *context, const struct annotated *sentence);

void pos_samples_release(struct pos_samples *samples);

#endif
