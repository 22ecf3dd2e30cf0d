/* Classes of words that stand among the same words: learned from raw text, they tell of words that
 * the gold text does not have. */
#ifndef GANLOC_POS_CLASSES_H
#define GANLOC_POS_CLASSES_H

#include "word.h"

enum {
    CLASSES_SLOT_BITS = 16,
    CLASSES_SLOTS = 1 << CLASSES_SLOT_BITS,
    CLASSES_MOST_WORDS = 40000, /* more would make the search for a free slot long */
    CLASSES_COARSE = 120,       /* how many classes there are of each size */
    CLASSES_FINE = 500,
};

/* The classes of a word, from 1 on; 0: it has none, being rare. */
struct word_classes {
    uint16_t coarse, fine;
};

/* What is known of a word. */
struct classes_slot {
    uint32_t fingerprint; /* 32 bits of its key; 0: the slot is free */
    struct word_classes classes;
};

/* An open hash table from keys of words to their classes. */
struct classes {
    const struct classes_slot *slots;
};

/* The classes of the word with this key. */
struct word_classes classes_find(const struct classes *classes, uint64_t key);

/* The key that a word is known by: with its case, but that of a first word says nothing. */
static inline uint64_t classes_key(const struct pos_word *word, bool is_first)
{
    return is_first && word->syllables == 1 ? word->key : word->cased;
}

/* The classes of a word of a sentence: a capitalized one that is not known has those of the word in
 * lower case. */
struct word_classes classes_of(const struct classes *classes, const struct pos_word *word,
                               bool is_first);

/* Puts a word into the table, which has a free slot, unless one that looks the same is there. */
void classes_put(struct classes_slot *slots, uint64_t key, struct word_classes classes);

/* Whether a search of the table ends: a slot is free. */
bool classes_are_sound(const struct classes_slot *slots);

#endif
