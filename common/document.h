/* A whole document's records, for programs that decide over a document at once (tag, dedupe). */
#ifndef GANLOC_DOCUMENT_H
#define GANLOC_DOCUMENT_H

#include "arena.h"
#include "input.h"

/* A paragraph: the records with the same paragraph number, which follow each other. */
struct paragraph {
    const struct record *records; /* the first of them, in document.records */
    size_t count;
    struct slice text; /* plain (unescaped), its sentences joined by what stood between them */
};

/* All zero is a valid empty document. */
struct document {
    size_t cost; /* bytes that the program needs for a paragraph besides its text: counted in the
                    limit from the 4097th record on, set before the first read */
    struct slice id; /* the doc field, as it stands in the records */
    struct record *records;
    size_t count, capacity;
    struct paragraph *paragraphs; /* all but the metadata record */
    size_t paragraph_count, paragraph_capacity;
    uint32_t line_count; /* document_read_text: lines read, with the blank ones */
    struct arena arena;  /* where lines and texts lie */
};

enum document_result {
    DOCUMENT_WHOLE, /* the document is held in memory */
    DOCUMENT_LARGE, /* it is over settings->max_doc: said in a message, the input's status raised.
                       Its beginning is held, without paragraphs; the rest comes from
                       document_next_part, to be passed on untouched. */
    DOCUMENT_END,   /* there are no more */
};

/* Reads the next document. What it holds is valid until the next call. */
enum document_result document_read(struct document *document, struct input *input);

/* The same from plain text: every file is a document, every line that is not blank a paragraph, and
 * its loc the number of the line. The lines lie in records[].line and are not escaped. */
enum document_result document_read_text(struct document *document, struct input *input);

/* After DOCUMENT_LARGE from document_read: the next record of the same document. Returns false at
 * its end. */
bool document_next_part(const struct document *document, struct input *input,
                        struct record *record);

/* After DOCUMENT_LARGE from document_read_text: the next line of the same file. */
bool document_next_line(struct input *input, struct slice *line);

/* The metadata record (loc 0), or null if the document has none. */
const struct record *document_metadata(const struct document *document);

void document_release(struct document *document);

#endif
