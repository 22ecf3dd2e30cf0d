#include "word_set.h"

#include "hash.h"
#include "memory.h"

#include <stdlib.h>

enum {
    FIRST_CAPACITY = 64,
    LARGEST_KEPT = 4096, /* slots: clearing more than a few would cost every small document */
};

/* The slot of the word, or the free one where it would stand. Never full. */
static size_t slot_of(const struct slice *slots, size_t capacity, struct slice word)
{
    size_t slot = (size_t) hash_bytes(word, 0) & (capacity - 1);
    while (slots[slot].bytes && !slice_equal(slots[slot], word))
        slot = (slot + 1) & (capacity - 1);
    return slot;
}

static void grow(struct word_set *set)
{
    size_t capacity = set->capacity ? set->capacity * 2 : FIRST_CAPACITY;
    struct slice *slots = memory_new(capacity, sizeof *slots);
    for (size_t i = 0; i < set->capacity; i++)
        if (set->slots[i].bytes)
            slots[slot_of(slots, capacity, set->slots[i])] = set->slots[i];
    free(set->slots);
    set->slots = slots;
    set->capacity = capacity;
}

bool word_set_add(struct word_set *set, struct slice word)
{
    if (set->count * 2 >= set->capacity)
        grow(set);
    size_t slot = slot_of(set->slots, set->capacity, word);
    if (set->slots[slot].bytes)
        return false;
    set->slots[slot] = arena_copy(&set->words, word);
    set->count++;
    return true;
}

bool word_set_has(const struct word_set *set, struct slice word)
{
    return set->count && set->slots[slot_of(set->slots, set->capacity, word)].bytes;
}

void word_set_clear(struct word_set *set)
{
    if (set->capacity > LARGEST_KEPT) {
        word_set_release(set);
        return;
    }
    if (set->count)
        memset(set->slots, 0, set->capacity * sizeof *set->slots);
    set->count = 0;
    arena_clear(&set->words);
}

void word_set_release(struct word_set *set)
{
    free(set->slots);
    arena_release(&set->words);
    *set = (struct word_set){0};
}
