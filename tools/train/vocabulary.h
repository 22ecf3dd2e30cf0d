/* The tokens of the training text: counted by form, then numbered. */
#ifndef TRAIN_VOCABULARY_H
#define TRAIN_VOCABULARY_H

#include "word/form.h"

/* A form that was met. */
struct vocabulary_word {
    uint64_t hash; /* of the form; 0 in a free slot */
    uint32_t count;
    uint32_t number; /* 0: none, it is too rare */
    struct sound sound;
};

/* All zero is a valid empty vocabulary. A word is known by its index until the words are numbered,
 * in the order in which they were met first. */
struct vocabulary {
    struct vocabulary_word *words;
    size_t count, capacity;
    uint32_t *slots; /* open addressing: index of a word, plus 1; 0: free */
    size_t slot_count;
    uint32_t numbers; /* after vocabulary_number: one more than the largest */
};

/* The index of a form; it is added, with a count of 0, if it is new. */
uint32_t vocabulary_add(struct vocabulary *vocabulary, const struct form *form);

/* Numbers the words that were counted often enough, the most frequent first, as many as a model
 * can hold. */
void vocabulary_number(struct vocabulary *vocabulary);

/* The order for qsort of pointers to words of one vocabulary: the most frequent first; of two that
 * are alike the one met first. */
int vocabulary_compare(const void *a, const void *b);

void vocabulary_release(struct vocabulary *vocabulary);

#endif
