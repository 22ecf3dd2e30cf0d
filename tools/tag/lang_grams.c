#include "lang_grams.h"

#include "lang_table.h"
#include "memory.h"
#include "unicode.h"

#include <stdlib.h>

enum {
    SLOTS = 1 << 14,  /* a power of two */
    ROWS = SLOTS / 2, /* the most n-grams there may be, and one */
    LETTER_BITS = 21,
    PACKED_LETTERS = 3,
    LONGEST_WHOLE = 12, /* letters of a word that is an n-gram as a whole, with both ends */
};

_Static_assert((int) LANG_GRAMS <= (int) LANG_ROW && (int) LANG_ROW <= (int) LANG_COUNT,
               "a row holds all languages");

struct lang_grams {
    uint64_t keys[SLOTS]; /* open addressing; 0 marks a free slot */
    uint16_t rows[SLOTS]; /* where the weights of the key are */
    size_t row_count;     /* the first row is of n-grams that are not known: all zero */
    int16_t weights[ROWS][LANG_ROW];
};

/* Letters as a number, never 0: those of a short n-gram side by side; of a word, mixed (as FNV-1a
 * does), with the highest bit set. */
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

/* The row of the key's weights. */
static size_t add_key(struct lang_grams *grams, uint64_t key)
{
    size_t slot = find(grams, key);
    if (!grams->keys[slot]) {
        grams->keys[slot] = key;
        grams->rows[slot] = (uint16_t) grams->row_count++;
    }
    return grams->rows[slot];
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
        grams->weights[add_key(grams, key)][row->lang] = (int16_t) row->weight;
    }
}

struct lang_grams *lang_grams_new(void)
{
    struct lang_grams *grams = memory_new(1, sizeof *grams);
    grams->row_count = 1;
    for (size_t i = 0; i < lang_row_count; i++)
        add_row(grams, &lang_rows[i]);
    return grams;
}

void lang_grams_free(struct lang_grams *grams)
{
    free(grams);
}

/* Compilers make a few instructions of this. */
static inline void weigh(const struct lang_grams *grams, uint64_t key, int16_t *restrict sums)
{
    const int16_t *restrict weights = grams->weights[grams->rows[find(grams, key)]];
    for (size_t lang = 0; lang < LANG_ROW; lang++)
        sums[lang] = (int16_t) (sums[lang] + weights[lang]);
}

void lang_grams_weigh(const struct lang_grams *grams, const uint32_t *word, size_t count,
                      int32_t scores[LANG_ROW])
{
    int16_t sums[LANG_ROW] = {0}; /* of at most LANG_WORD * 3 weights below 128 */
    for (size_t i = 0; i + 1 < count; i++) {
        if (i)
            weigh(grams, key_of(word + i, 1), sums);
        weigh(grams, key_of(word + i, 2), sums);
        if (i + 2 < count)
            weigh(grams, key_of(word + i, 3), sums);
    }
    if (count > PACKED_LETTERS && count <= LONGEST_WHOLE)
        weigh(grams, key_of(word, count), sums);
    for (size_t lang = 0; lang < LANG_ROW; lang++)
        scores[lang] += sums[lang];
}
