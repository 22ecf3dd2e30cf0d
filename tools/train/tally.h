/* How often words with a capital open sentences, and how often they stand inside one. */
#ifndef TRAIN_TALLY_H
#define TRAIN_TALLY_H

#include "arena.h"

#include <stdint.h>

struct word_tally {
    struct slice word; /* null in a free slot */
    uint32_t opening, inside;
};

/* A hash table. All zero is a valid empty one. */
struct tallies {
    struct word_tally *slots;
    size_t capacity, count; /* capacity: a power of two, or 0 */
    struct arena words;
};

/* Counts the capitalized words of a sentence, unless it is a headline or the like. */
void tallies_count(struct tallies *tallies, struct slice sentence);

/* The words that were met often enough, in the order of their bytes; sets *count. The caller frees
 * the array; the words in it live as long as the tallies. */
struct word_tally *tallies_choose(const struct tallies *tallies, size_t *count);

/* How much the word speaks for the start of a sentence: a log-odds, rounded, from -SENTENCE_OPENS
 * to SENTENCE_OPENS. */
int tally_log_odds(const struct word_tally *tally);

void tallies_release(struct tallies *tallies);

#endif
