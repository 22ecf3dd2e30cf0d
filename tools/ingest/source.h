/* Where documents come from: operands are files and folders, which may be compressed or archives,
 * in each other. Each file in them is handed on, unpacked, and in UTF-8 where it was in UTF-16 or
 * UTF-32. */
#ifndef INGEST_SOURCE_H
#define INGEST_SOURCE_H

#include "report.h"
#include "stream.h"

/* One file. All is borrowed for the call it is handed to. */
struct source {
    const char *name;      /* the path as given; with the path inside the folder or archive */
    struct slice folder;   /* what stands before its last slash, "." where there is none;
                              empty for standard input */
    const char *packing;   /* what it was unpacked and decoded from, such as "gzip, tar" or
                              "zstd, utf-16le"; may be empty */
    struct slice charset;  /* utf-8 where it was decoded, whatever it says itself; else empty */
    struct stream *stream; /* its bytes */
};

/* Takes one file. Returns false to hear of no more. */
typedef bool source_take(void *context, const struct source *source);

/* Goes through the files of an operand. "-" is standard input, which is called stdin. Folders are
 * walked in the byte order of the names in each; names that begin with a dot are passed over, and
 * so are links to folders and what is no regular file. Archives give their members in the order
 * they stand in. Trouble is reported and the rest handed on. Returns false where `take` did. */
bool source_visit(const char *operand, struct report *report, source_take *take, void *context);

#endif
