/* Deflated bytes, as in gzip files and HTTP bodies. The only module that calls zlib. It stands
 * beside libarchive because of damaged files: libarchive gives nothing of its last block, this all
 * that could be decoded. */
#ifndef INGEST_INFLATE_H
#define INGEST_INFLATE_H

#include "report.h"
#include "stream.h"

enum inflate_form {
    INFLATE_GZIP, /* any number of members, one behind the other (RFC 1952) */
    INFLATE_ZLIB, /* RFC 1950, or the bare RFC 1951 that some servers send for it */
};

struct inflater;

/* `packed`, `name` (for messages) and `report` are borrowed for the inflater's life. Freed with
 * inflater_free. */
struct inflater *inflater_new(struct stream *packed, enum inflate_form form, const char *name,
                              struct report *report);

/* Takes up to `size` bytes; `inflater` is a struct inflater. A lines_source: it reports what is
 * damaged, after all bytes before the damage were handed out. */
ptrdiff_t inflater_read(void *inflater, char *bytes, size_t size);

void inflater_free(struct inflater *inflater);

/* True where the bytes begin as a gzip file does. */
bool inflate_is_gzip(struct slice bytes);

#endif
