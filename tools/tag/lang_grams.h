/* What a word says of the language that it is of, by the n-grams of its letters. */
#ifndef TAG_LANG_GRAMS_H
#define TAG_LANG_GRAMS_H

#include "lang_code.h"

#include <stdint.h>

enum {
    LANG_WORD = 32, /* the letters of a word that are looked at, with both ends */
    LANG_ROW = 24,  /* LANG_GRAMS, rounded up for the sake of speed */
};

/* The n-grams of lang_table.h, by their letters. */
struct lang_grams;

/* To be freed with lang_grams_free. */
struct lang_grams *lang_grams_new(void);

void lang_grams_free(struct lang_grams *grams);

/* Adds to each score what the n-grams of a word weigh for the language. The word is `count`
 * letters, 3 to LANG_WORD, in lower case, a space at both ends.
 * Scores past LANG_GRAMS stay as they are. */
void lang_grams_weigh(const struct lang_grams *grams, const uint32_t *word, size_t count,
                      int32_t scores[LANG_ROW]);

#endif
