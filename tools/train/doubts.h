/* The stops of annotated text that the rules of segment leave in doubt, each with what the
 * annotation says of it: what the weights of sentences are learned from. */
#ifndef TRAIN_DOUBTS_H
#define TRAIN_DOUBTS_H

#include "corpus.h"
#include "sentence/sentence.h"

/* A doubtful stop; after doubts_unite all that are equal. */
struct judged_doubt {
    struct doubt doubt;
    double ends, goes_on; /* how often it ended a sentence, and did not; weighted */
};

/* All zero is a valid empty set. */
struct doubts {
    struct judged_doubt *judged;
    size_t count, capacity;
};

/* Multiplies what the doubts up to `count` count for. */
void doubts_weigh(struct doubts *doubts, size_t count, double weight);

/* Puts equal doubts together; it changes their order. */
void doubts_unite(struct doubts *doubts);

void doubts_release(struct doubts *doubts);

/* Gathers doubts from sentences that follow each other. `rules` and `doubts` are borrowed, all
 * behind them is zero at the start. */
struct doubt_gatherer {
    const struct sentence_rules *rules;
    struct doubts *doubts;
    bool is_silver;          /* where a program is known to be wrong it is not believed */
    struct buffer run;       /* sentences that follow each other, a space between */
    struct buffer word_ends; /* of each byte in it, whether a word ends there */
    size_t *ends;            /* of each sentence in it */
    size_t end_count, end_capacity;
};

/* A train_take: its context is a struct doubt_gatherer. */
void doubt_gatherer_take(void *context, const struct annotated *sentence);

/* Must follow the last sentence: what comes next does not stand behind it. */
void doubt_gatherer_end_run(struct doubt_gatherer *gatherer);

void doubt_gatherer_release(struct doubt_gatherer *gatherer);

#endif
