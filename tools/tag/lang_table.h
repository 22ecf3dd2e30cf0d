/* The n-grams that lang_grams.h counts, and what each weighs. */
#ifndef TAG_LANG_TABLE_H
#define TAG_LANG_TABLE_H

#include "lang_code.h"

/* N-grams of a language that weigh the same there. */
struct lang_row {
    enum lang lang;      /* below LANG_GRAMS */
    int weight;          /* for the language, about four times a natural logarithm */
    const char *n_grams; /* with a space between them; '_' is the end of a word. One to three
                            letters, or a whole word: '_', 2 to 10 letters, '_'. */
};

extern const struct lang_row lang_rows[];
extern const size_t lang_row_count;

#endif
