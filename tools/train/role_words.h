/* Which words become features of roles: those of the frames of several sites. */
#ifndef TRAIN_ROLE_WORDS_H
#define TRAIN_ROLE_WORDS_H

#include "role_pages.h"

enum {
    ROLE_WORD_SITES = 3,  /* on so many sites a word must stand */
    ROLE_WORD_SHARE = 16, /* on one page in so many of a site, to count for it */
};

/* What was counted of one n-gram. */
struct role_word {
    struct slice entry; /* as lexicon_add takes it; in the arena */
    size_t sites;       /* where it is frequent */
};

/* All zero is a valid start. */
struct role_words {
    struct hash_index numbers; /* of n-grams, by hash */
    struct role_word *words;   /* by number */
    size_t count, capacity;
    struct hash_index pair_numbers; /* of an n-gram and a site, by hash */
    struct role_word_pair {
        uint32_t word;
        uint32_t site;
        uint32_t last_page; /* plus 1 */
        uint32_t pages;
    } * pairs;
    size_t pair_count, pair_capacity;
    uint32_t *site_pages; /* pages of each site */
    size_t site_count;
    uint32_t page_count;
    struct arena entries;
    struct buffer name;
};

/* Counts the n-grams of a page's frame: of all its paragraphs but titles, leads, headings, text and
 * captions, which are the article's own. A role_take_page; the context is a struct role_words. */
void role_words_count(void *context, const struct document *document, size_t site);

/* Adds those that are frequent on enough sites to the lexicon. `entries` gets them by number, in
 * memory of the words. The array is the caller's to free. */
struct slice *role_words_choose(struct role_words *words, struct weights *weights);

void role_words_release(struct role_words *words);

#endif
