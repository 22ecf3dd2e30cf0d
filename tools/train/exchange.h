/* Puts words that stand among the same words into classes: the exchange algorithm for a bigram
 * model of classes (Kneser and Ney 1993; Martin, Liermann and Ney 1998, "Algorithms for bigram and
 * trigram word clustering"). Word after word goes into the class where the text becomes likeliest,
 * until few move. All in integers, so that every machine finds the same classes. */
#ifndef TRAIN_EXCHANGE_H
#define TRAIN_EXCHANGE_H

#include <stddef.h>
#include <stdint.h>

/* A text as numbers of words, below `words`. Those below EXCHANGE_FIXED have classes of their own
 * and are not moved. */
enum { EXCHANGE_FIXED = 2 };

/* Which words stand beside which. */
struct neighbours {
    uint32_t words;
    struct neighbour_lists {
        size_t *starts; /* of each word's neighbours in `list`, and the end of the last */
        struct neighbour *list;
    } next, before;
};

struct neighbour {
    uint32_t word, count;
};

/* Counts the neighbours in a text of at most 2^31 - 1 words. */
void neighbours_count(struct neighbours *neighbours, const uint32_t *text, size_t length,
                      uint32_t words);

void neighbours_release(struct neighbours *neighbours);

/* Puts the class of each word into `class_of`: from 1 to `classes`, 0 for fixed words. Words should
 * come with the most frequent ones first. */
void exchange_words(const struct neighbours *neighbours, uint32_t classes, uint16_t *class_of);

#endif
