/* The sentences that a model of words learns from, as tokens. */
#ifndef TRAIN_SAMPLES_H
#define TRAIN_SAMPLES_H

#include "train.h"
#include "vocabulary.h"
#include "word/token.h"

enum { SAMPLE_LIMIT = 4096 }; /* tokens; a longer sentence is learned from in parts */

enum gap_label {
    GAP_IS_JOINED = 1, /* both tokens are of one word */
    GAP_IS_CLOSED = 2, /* no word of the segmenter can go over it, whatever the annotation says */
};

/* All sentences in a row, 6 bytes a token. All zero is a valid empty set. */
struct samples {
    uint32_t *ids;   /* of tokens: index in the vocabulary, after samples_number its numbers */
    uint8_t *shapes; /* enum shape; after samples_number adjusted to the sentence */
    uint8_t *labels; /* enum gap_label, or-ed: of the gap behind the token */
    size_t count, capacity;
    size_t *starts; /* the first token of each sentence, and at the end `count`; null without any */
    size_t sentence_count, sentence_capacity;
};

/* What reads sentences into samples. The tokenizer's surfaces must be numbered by vocabulary_add.
 * Both are borrowed. */
struct sampler {
    const struct tokenizer *tokenizer;
    struct samples *samples;
    bool is_silver; /* a program split the text: what it is known to do wrong is put right */
    struct token tokens[SAMPLE_LIMIT]; /* of the sentence at hand */
};

/* A train_take: its context is a struct sampler. */
void sampler_take(void *context, const struct annotated *sentence);

/* Puts numbers for indices. Once, after vocabulary_number. */
void samples_number(struct samples *samples, const struct vocabulary *vocabulary);

void samples_release(struct samples *samples);

#endif
