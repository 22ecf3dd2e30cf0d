#include "lang_grams.h"

#include "lang_table.h"
#include "memory.h"
#include "unicode.h"

#include <stdlib.h>

enum {
    SLOTS = 1 << 14, /* a power of two, of which the n-grams take no more than half */
    LETTER_BITS = 21,
    PACKED_LETTERS = 3,
    LONGEST_WHOLE = 12, /* letters of a word that is an n-gram as a whole, with both ends */
};

struct lang_grams {
    uint64_t keys[SLOTS]; /* open addressing; 0 marks a free slot */
    int8_t weights[SLOTS][LANG_GRAMS];
};

/* Letters as a number: those of a short n-gram side by side, so that it begins with that of the
 * n-gram without its last letter; of a word, mixed (as FNV-1a does), with the highest bit set. */
static uint64_t key_of(const uint32_t *letters, size_t count)
{
    const uint64_t prime = 0x100000001B3;
    uint64_t key = 0;
    if (count <= PACKED_LETTERS) {
        for (size_t i = 0; i < count; i++)
            key = key << LETTER_BITS | letters[i];
        return key;
    }
    for (size_t i = 0; i < count; i++)
        key = (key ^ letters[i]) * prime;
    return key | (uint64_t) 1 << 63;
}

/* The slot of the key, or the free one where it would be. */
static size_t find(const struct lang_grams *grams, uint64_t key)
{
    const uint64_t golden = 0x9E3779B97F4A7C15; /* Knuth, multiplicative hashing */
    size_t slot = (size_t) (key * golden >> 32) & (SLOTS - 1);
    while (grams->keys[slot] && grams->keys[slot] != key)
        slot = (slot + 1) & (SLOTS - 1);
    return slot;
}

static void add_row(struct lang_grams *grams, const struct lang_row *row)
{
    struct slice rest = slice_from_string(row->n_grams), n_gram;
    while (slice_cut(&rest, ' ', &n_gram)) {
        uint32_t letters[LONGEST_WHOLE];
        size_t count = 0;
        while (count < LONGEST_WHOLE && unicode_next(&n_gram, &letters[count])) {
            letters[count] = letters[count] == '_' ? ' ' : letters[count];
            count++;
        }
        uint64_t key = key_of(letters, count);
        size_t slot = find(grams, key);
        grams->keys[slot] = key;
        grams->weights[slot][row->lang] = (int8_t) row->weight;
    }
}

struct lang_grams *lang_grams_new(void)
{
    struct lang_grams *grams = memory_new(1, sizeof *grams);
    for (size_t i = 0; i < lang_row_count; i++)
        add_row(grams, &lang_rows[i]);
    return grams;
}

void lang_grams_free(struct lang_grams *grams)
{
    free(grams);
}

static void weigh(const struct lang_grams *grams, uint64_t key, int64_t scores[LANG_GRAMS])
{
    size_t slot = find(grams, key);
    if (!grams->keys[slot])
        return;
    for (size_t lang = 0; lang < LANG_GRAMS; lang++)
        scores[lang] += grams->weights[slot][lang];
}

void lang_grams_weigh(const struct lang_grams *grams, const uint32_t *word, size_t count,
                      int64_t scores[LANG_GRAMS])
{
    for (size_t i = 0; i + 1 < count; i++) {
        if (i)
            weigh(grams, key_of(word + i, 1), scores);
        weigh(grams, key_of(word + i, 2), scores);
        if (i + 2 < count)
            weigh(grams, key_of(word + i, 3), scores);
    }
    if (count > PACKED_LETTERS && count <= LONGEST_WHOLE)
        weigh(grams, key_of(word, count), scores);
}
