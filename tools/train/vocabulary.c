#include "vocabulary.h"

#include "memory.h"
#include "word/model.h"

#include <stdlib.h>

enum {
    /* How often a token must come to be numbered: what is rarer is better known by its shape. A
     * syllable of the language has meaning of its own, others are mostly names and slips. Set
     * by hand: learned from 60 MB, the F1 of words in held-out text is 0.05 more with half of both,
     * 0.05 less with twice of both. */
    LEAST_COUNT = 8,
    LEAST_COUNT_SYLLABLE = 3,

    /* The search in a model's table ends at a free slot: nine tenths keep it short. */
    MOST_WORDS = VOCABULARY_SLOTS * 9 / 10,
};

static uint32_t *find_slot(const struct vocabulary *vocabulary, uint64_t hash)
{
    size_t slot = hash_mix(hash) & (vocabulary->slot_count - 1);
    while (vocabulary->slots[slot] && vocabulary->words[vocabulary->slots[slot] - 1].hash != hash)
        slot = (slot + 1) & (vocabulary->slot_count - 1);
    return &vocabulary->slots[slot];
}

static void grow(struct vocabulary *vocabulary)
{
    vocabulary->capacity = vocabulary->capacity ? vocabulary->capacity * 2 : 1 << 16;
    vocabulary->words =
        memory_resize_array(vocabulary->words, vocabulary->capacity, sizeof *vocabulary->words);
    free(vocabulary->slots);
    vocabulary->slot_count = vocabulary->capacity * 2;
    vocabulary->slots = memory_new(vocabulary->slot_count, sizeof *vocabulary->slots);
    for (size_t i = 0; i < vocabulary->count; i++)
        *find_slot(vocabulary, vocabulary->words[i].hash) = (uint32_t) i + 1;
}

uint32_t vocabulary_add(struct vocabulary *vocabulary, const struct form *form)
{
    if (vocabulary->count == vocabulary->capacity)
        grow(vocabulary);
    uint32_t *slot = find_slot(vocabulary, form->hash);
    if (!*slot) {
        vocabulary->words[vocabulary->count++] =
            (struct vocabulary_word){.hash = form->hash, .sound = form->sound};
        *slot = (uint32_t) vocabulary->count;
    }
    return *slot - 1;
}

int vocabulary_compare(const void *a, const void *b)
{
    const struct vocabulary_word *left = *(struct vocabulary_word *const *) a;
    const struct vocabulary_word *right = *(struct vocabulary_word *const *) b;
    if (left->count != right->count)
        return left->count > right->count ? -1 : 1;
    return left < right ? -1 : left > right;
}

void vocabulary_number(struct vocabulary *vocabulary)
{
    struct vocabulary_word **sorted =
        memory_new(vocabulary->count + 1, sizeof(struct vocabulary_word *));
    size_t count = 0;
    for (size_t i = 0; i < vocabulary->count; i++) {
        struct vocabulary_word *word = &vocabulary->words[i];
        if (word->count >= (word->sound.onset ? LEAST_COUNT_SYLLABLE : LEAST_COUNT))
            sorted[count++] = word;
    }
    qsort(sorted, count, sizeof(struct vocabulary_word *), vocabulary_compare);
    if (count > MOST_WORDS)
        count = MOST_WORDS;
    for (size_t i = 0; i < count; i++)
        sorted[i]->number = NUMBER_FIRST + (uint32_t) i;
    vocabulary->numbers = NUMBER_FIRST + (uint32_t) count;
    free(sorted);
}

void vocabulary_release(struct vocabulary *vocabulary)
{
    free(vocabulary->words);
    free(vocabulary->slots);
    *vocabulary = (struct vocabulary){0};
}
