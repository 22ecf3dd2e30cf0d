/* Records: the lines that the programs exchange. See ganloc-record(5).
 *
 *     doc TAB loc TAB tags TAB text [TAB words] LF
 */
#ifndef GANLOC_RECORD_H
#define GANLOC_RECORD_H

#include "bytes.h"
#include "writer.h"

/* Place in a document. 0 is the document's own metadata record, P a paragraph (sentence 0),
 * P.S sentence S of paragraph P. */
struct loc {
    uint32_t paragraph;
    uint32_t sentence;
};

/* A record taken apart. All slices are borrowed from the line it was parsed from. Fields are as
 * they stand on the line: doc, text and words still escaped. */
struct record {
    struct slice line; /* the whole line, without its end */
    struct slice doc;
    struct slice tags; /* "_" for none */
    struct slice text;
    struct slice words; /* null pointer: there is no fifth field */
    struct loc loc;
};

/* Why a line is not a record. */
enum record_fault {
    RECORD_GOOD,
    RECORD_FIELDS,  /* not 4 or 5 fields */
    RECORD_DOC,     /* doc is empty */
    RECORD_LOC,     /* loc is not 0, P or P.S */
    RECORD_TAGS,    /* tags are neither _ nor Key=Value pairs */
    RECORD_ESCAPE,  /* a backslash that does not begin \t \n \r or \\ */
    RECORD_CONTROL, /* a carriage return: the line ends in CR LF, or it is not escaped */
};

/* Takes a line apart. Unless RECORD_GOOD comes back, *record is not to be used. */
enum record_fault record_parse(struct record *record, struct slice line);

/* What is wrong with `line` and what was expected, for a message; appended to *text. */
void record_describe_fault(struct buffer *text, enum record_fault fault, struct slice line);

/* Parses "0", "P" or "P.S"; numbers are from 1 to 4294967295, without leading zeros. */
bool loc_parse(struct slice text, struct loc *loc);

/* Appends the loc as it is written. */
void loc_format(struct buffer *out, struct loc loc);

/* Less than, equal to or greater than 0 as a stands before, at or behind b. P stands before P.1. */
int loc_compare(struct loc a, struct loc b);

/* Writes a record whose fields are already escaped. A null words.bytes leaves the fifth field out.
 * Empty tags are written as "_". */
void record_write(struct writer *writer, const struct record *record);

/* Appends the white space that stood between this sentence and the next of its paragraph: the value
 * of the tag `spacesafter`, one space where there is no such tag. */
void record_append_gap(struct buffer *out, const struct record *record);

/* Appends text with TAB, LF, CR and backslash written as \t \n \r \\. */
void text_escape(struct buffer *out, struct slice text);

/* Appends escaped text with its escapes undone. */
void text_unescape(struct buffer *out, struct slice text);

/* The unescaped text: the slice itself where it has no backslash, else a slice of *scratch, which
 * is overwritten. */
struct slice text_plain(struct slice text, struct buffer *scratch);

#endif
