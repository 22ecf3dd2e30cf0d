#include "classes.h"

#include "../hash.h"

enum { COARSE_BITS = 7, FINE_BITS = 9, CLASS_BITS = COARSE_BITS + FINE_BITS };

_Static_assert(CLASS_BITS + 16 == 32, "a slot has no gaps");
_Static_assert(CLASSES_COARSE < 1 << COARSE_BITS && CLASSES_FINE < 1 << FINE_BITS,
               "classes fit into a slot");

static uint32_t slot_of(uint64_t key)
{
    return (uint32_t) (hash_mix(key) >> (64 - CLASSES_SLOT_BITS));
}

static uint32_t fingerprint_of(uint64_t key)
{
    return (uint32_t) hash_mix(key) & 0xFFFF;
}

static struct word_classes unpack(uint32_t entry)
{
    return (struct word_classes){
        .coarse = (uint16_t) (entry >> FINE_BITS & ((1 << COARSE_BITS) - 1)),
        .fine = (uint16_t) (entry & ((1 << FINE_BITS) - 1)),
    };
}

/* The slot of a key, or the free one where it would be. */
static uint32_t find(const uint32_t *slots, uint64_t key)
{
    uint32_t slot = slot_of(key);
    while (slots[slot] && slots[slot] >> CLASS_BITS != fingerprint_of(key))
        slot = (slot + 1) % CLASSES_SLOTS;
    return slot;
}

struct word_classes classes_find(const struct classes *classes, uint64_t key)
{
    return unpack(classes->slots[find(classes->slots, key)]);
}

struct word_classes classes_of(const struct classes *classes, const struct pos_word *word,
                               bool is_first)
{
    struct word_classes found = classes_find(classes, classes_key(word, is_first));
    return found.fine ? found : classes_find(classes, word->key);
}

void classes_put(uint32_t *slots, uint64_t key, struct word_classes classes)
{
    uint32_t slot = find(slots, key);
    if (!slots[slot])
        slots[slot] = fingerprint_of(key) << CLASS_BITS | (uint32_t) classes.coarse << FINE_BITS |
                      classes.fine;
}

bool classes_are_sound(const uint32_t *slots)
{
    bool has_end = false;
    for (size_t i = 0; i < CLASSES_SLOTS; i++) {
        struct word_classes classes = unpack(slots[i]);
        has_end = has_end || !slots[i];
        if (classes.coarse > CLASSES_COARSE || classes.fine > CLASSES_FINE)
            return false;
    }
    return has_end;
}
