/* What is known of the documents seen: how often lines stand on a site, titles, whole texts. */
#ifndef DEDUPE_INDEX_H
#define DEDUPE_INDEX_H

#include "key_table.h"
#include "page.h"

/* All zero is a valid empty index. */
struct index {
    struct key_table sites; /* of a site: count of its documents */
    struct key_table lines; /* of a line on a site: count of the documents that have it; mark: the
                               number of the last one */
    struct key_table title_lines; /* the same of lines that are titles of these documents */
    struct key_table titles;      /* of a title: mark is its place in `ids` */
    struct key_table texts;       /* of a document's kept text: mark is its place in `ids` */
    struct slice *ids;            /* ids of documents */
    size_t id_count, id_capacity;
    struct arena names; /* where ids lie */
    uint32_t document;  /* number of the document learned last, from 1 */
};

/* Counts a document's lines and notes its title. */
void index_learn(struct index *index, const struct page *page);

/* The number of documents of the page's site. */
uint32_t index_site_documents(const struct index *index, const struct page *page);

/* The number of documents of the page's site in which the line stands; of a title: the number of
 * documents of the site that have it as theirs. For other pages print titles as links, and other
 * sites print the same story. */
uint32_t index_frequency(const struct index *index, const struct line *line);

/* The id of the first document with this title; null pointer where there is none. The id is valid
 * as long as the index. */
struct slice index_titled(const struct index *index, uint64_t title);

/* The id of the first document with this kept text (its hash); a null pointer, and the document is
 * noted, where there was none. */
struct slice index_same_text(struct index *index, uint64_t text, struct slice document);

void index_release(struct index *index);

#endif
