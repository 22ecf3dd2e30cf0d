/* What kind of dump a file is. */
#ifndef INGEST_FORMAT_H
#define INGEST_FORMAT_H

#include "bytes.h"

enum format {
    FORMAT_AUTO, /* to be found out */
    FORMAT_TEXT,
    FORMAT_JSONL,
    FORMAT_HTML,
    FORMAT_WARC,
    FORMAT_BINARY, /* nothing that can be read as one of these */
    FORMAT_COUNT,
};

enum {
    FORMAT_SAMPLE = 4096, /* bytes of a file that format_detect looks at */
};

/* Its name, as -f takes it. */
const char *format_name(enum format format);

/* The format that -f may give by this name; FORMAT_BINARY where there is none. */
enum format format_from_name(const char *name);

/* Finds out by a file's name, which may end in .gz and the like, or, where its ending is not known,
 * by the first bytes of the file. Never FORMAT_AUTO; FORMAT_BINARY whatever the name says, except
 * that a WARC file may hold anything. */
enum format format_detect(const char *name, struct slice start);

#endif
