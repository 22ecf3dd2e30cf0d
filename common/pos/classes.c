#include "classes.h"

#include "../hash.h"

/* Where the search for a key begins. */
static uint32_t slot_of(uint64_t key)
{
    return (uint32_t) (hash_mix(key) >> (64 - CLASSES_SLOT_BITS));
}

static uint32_t fingerprint_of(uint64_t key)
{
    return (uint32_t) hash_mix(key) | 1;
}

/* The slot of a key, or the free one where it would be. */
static uint32_t find(const struct classes_slot *slots, uint64_t key)
{
    uint32_t slot = slot_of(key);
    while (slots[slot].fingerprint && slots[slot].fingerprint != fingerprint_of(key))
        slot = (slot + 1) % CLASSES_SLOTS;
    return slot;
}

struct word_classes classes_find(const struct classes *classes, uint64_t key)
{
    return classes->slots[find(classes->slots, key)].classes;
}

struct word_classes classes_of(const struct classes *classes, const struct pos_word *word,
                               bool is_first)
{
    struct word_classes found = classes_find(classes, classes_key(word, is_first));
    return found.fine ? found : classes_find(classes, word->key);
}

void classes_put(struct classes_slot *slots, uint64_t key, struct word_classes classes)
{
    uint32_t slot = find(slots, key);
    if (!slots[slot].fingerprint)
        slots[slot] = (struct classes_slot){fingerprint_of(key), classes};
}

bool classes_are_sound(const struct classes_slot *slots)
{
    for (size_t i = 0; i < CLASSES_SLOTS; i++)
        if (!slots[i].fingerprint)
            return true;
    return false;
}
