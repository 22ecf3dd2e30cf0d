/* What a word says of its own part of speech, and of those of its neighbours. */
#ifndef GANLOC_POS_FEATURE_H
#define GANLOC_POS_FEATURE_H

#include "classes.h"

/* Of which word. */
enum pos_place {
    POS_HERE,   /* itself */
    POS_NEXT,   /* the word behind it */
    POS_BEFORE, /* the word before it */
    POS_PLACES,
};

enum { POS_MOST_FEATURES = 16 };

/* The keys of the features of one word that speak of the word at `place`: never 0. `is_first` is
 * true of the first word of a sentence, behind quotation marks and dashes, too. Returns how many
 * there are. */
size_t pos_features(const struct classes *classes, const struct pos_word *word, bool is_first,
                    enum pos_place place, uint64_t keys[POS_MOST_FEATURES]);

#endif
