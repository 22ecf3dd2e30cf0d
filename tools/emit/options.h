/* What emit is asked to write. */
#ifndef EMIT_OPTIONS_H
#define EMIT_OPTIONS_H

#include "document.h"
#include "role.h"

enum emit_metadata {
    EMIT_METADATA_KEEP, /* bylines, datelines and sources stay in the text */
    EMIT_METADATA_MOVE, /* they stand in their JSON fields only */
};

struct emit_options {
    bool all;         /* what dedupe marked as dropped is written too */
    bool by_sentence; /* a line a record, not a paragraph */
    enum emit_metadata metadata;
};

/* What came out. */
struct emit_counts {
    uint64_t documents, paragraphs, sentences;
    uint64_t left_out; /* records that dedupe marked as dropped */
    uint64_t rejected; /* records that could not be written; each has had its message */
};

/* True if the record is to be written: it was not dropped, or all are. */
bool emit_wants(const struct emit_options *options, const struct record *record);

/* True for byline, dateline and source. */
bool emit_is_metadata(const struct record *record);

#endif
