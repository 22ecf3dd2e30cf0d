/* A document being written as records: its metadata, then its paragraphs. */
#ifndef INGEST_PAGE_H
#define INGEST_PAGE_H

#include "metadata.h"
#include "record.h"
#include "report.h"

struct page {
    struct writer *out;
    struct report *report;
    uint64_t documents;  /* begun so far */
    uint64_t paragraphs; /* written so far, in all documents */
    struct slice field;  /* where not empty: paragraphs get the tag field= with it */
    uint32_t number;     /* of the last paragraph of this document */
    bool is_full;        /* a paragraph had no number left, which was reported */
    struct buffer doc;   /* the id, escaped */
    struct buffer tags, text;
};

/* `out` and `report` are borrowed for the page's life. */
void page_init(struct page *page, struct writer *out, struct report *report);

/* Begins a document: writes its metadata record. The id must not be empty. */
void page_begin(struct page *page, struct slice id, const struct metadata *metadata);

/* Writes a paragraph with these tags (pairs, or nothing) behind those the page adds itself. Blank
 * text only separates paragraphs: nothing is written. */
void page_add(struct page *page, struct slice tags, struct slice text);

/* Writes a paragraph for each line of the text; lines end with LF, CR LF or CR. */
void page_add_lines(struct page *page, struct slice tags, struct slice text);

/* True where nothing more can be written. */
static inline bool page_is_stuck(const struct page *page)
{
    return page->out->error != 0;
}

void page_release(struct page *page);

#endif
