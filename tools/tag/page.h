/* What the layers of tag share of a document. */
#ifndef TAG_PAGE_H
#define TAG_PAGE_H

#include "layer.h"

/* Owns the memory behind a struct page. All zero is a valid start. */
struct page_reader {
    struct page page;
    struct slice *texts;
    size_t text_capacity;
    enum role *roles;
    size_t role_capacity;
    struct arena arena; /* texts that had escapes */
    struct buffer plain;
};

/* Reads what the records say. The answer is valid until the next call. */
const struct page *page_read(struct page_reader *reader, const struct document *document);

void page_reader_release(struct page_reader *reader);

#endif
