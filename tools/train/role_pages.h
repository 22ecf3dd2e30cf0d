/* Pages whose roles are known, as what can be observed of them. */
#ifndef TRAIN_ROLE_PAGES_H
#define TRAIN_ROLE_PAGES_H

#include "role/weights.h"
#include "train.h"

/* A page in memory. */
struct labelled_page {
    size_t site;         /* a number from 0 on */
    size_t first, count; /* its paragraphs, in labelled_pages */
};

/* All zero is a valid empty collection. */
struct labelled_pages {
    struct labelled_page *pages;
    size_t count, capacity;
    struct features *features; /* of all paragraphs */
    enum role *roles;
    size_t paragraph_count, paragraph_capacity;
    size_t site_count;
    struct arena words; /* behind features[].words */
};

/* Takes a page; `site` is the number of its site, by order of appearance. A paragraph's role stands
 * in its records' tags. */
typedef void role_take_page(void *context, const struct document *document, size_t site);

/* Hands every page of the files (records with the tag `role`, and `site` on metadata records) to
 * `take`, in order. Returns false after a message: also for a paragraph without role, and where
 * there is no page. */
bool role_read_pages(const struct train_settings *settings, role_take_page *take, void *context);

/* Adds what is observed of a page. */
void labelled_pages_add(struct labelled_pages *pages, struct feature_reader *reader,
                        const struct document *document, size_t site);

void labelled_pages_release(struct labelled_pages *pages);

#endif
