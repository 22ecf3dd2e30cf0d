/* A set of byte strings. */
#ifndef GANLOC_WORD_SET_H
#define GANLOC_WORD_SET_H

#include "arena.h"

/* All zero is a valid empty set. */
struct word_set {
    struct slice *slots; /* open addressing; a null pointer marks a free one */
    size_t capacity;     /* a power of two, or 0 */
    size_t count;
    struct arena words; /* copies of the members */
};

/* Adds a copy of the word. Returns false if it was there already. */
bool word_set_add(struct word_set *set, struct slice word);

bool word_set_has(const struct word_set *set, struct slice word);

/* Empties the set. The memory of a small one is kept for the next use. */
void word_set_clear(struct word_set *set);

void word_set_release(struct word_set *set);

#endif
