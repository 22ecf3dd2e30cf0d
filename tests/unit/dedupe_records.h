/* What the tests of dedupe share: pages from records. */
#ifndef GANLOC_UNIT_DEDUPE_RECORDS_H
#define GANLOC_UNIT_DEDUPE_RECORDS_H

#include "../../tools/dedupe/page.h"
#include "fold.h"
#include "unit.h"

enum { DROPPED = 1u << ROLE_NAV | 1u << ROLE_FOOTER };

static struct cli_settings settings = {.delimiter = '\n', .max_line = 1 << 24, .max_doc = 1 << 26};
static struct page_rules page_rules = {.fold = FOLD_TEXT, .drop = DROPPED};
static struct input input;
static struct document document;
static struct page page;

/* The records that read_page takes documents from; they are borrowed. */
static inline void records_begin(struct slice records)
{
    page_rules.language = language_find("vi");
    input_init_fd(&input, unit_file(records), "records", &settings);
}

/* Reads the next document into `page`. Returns false at the end, with all memory released. */
static inline bool read_page(void)
{
    if (document_read(&document, &input) == DOCUMENT_END) {
        ck_assert_int_eq(input.status, STATUS_DONE);
        document_release(&document);
        page_release(&page);
        input_close(&input);
        return false;
    }
    page_read(&page, &document, &page_rules);
    return true;
}

#endif
