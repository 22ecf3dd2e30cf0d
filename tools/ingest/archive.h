/* Archives and compressed files. The only module that calls libarchive. */
#ifndef INGEST_ARCHIVE_H
#define INGEST_ARCHIVE_H

#include "report.h"
#include "stream.h"

enum {
    ARCHIVE_MAGIC = 512, /* bytes that archive_is_packed looks at */
};

/* True where the bytes begin as a tar or zip archive or as a zstd, xz or bzip2 file does. */
bool archive_is_packed(struct slice start);

/* Takes one member: its name in the archive, null for what is compressed but not archived; how it
 * is packed, such as "tar" or "zstd, tar"; and its bytes. All borrowed for the call. Returns false
 * to hear of no more. */
typedef bool archive_take(void *context, const char *member, const char *packing,
                          struct stream *stream);

/* Goes through the regular files of an archive, in its order. What is damaged is reported under
 * `name`. Returns false where `take` did. */
bool archive_visit(struct stream *packed, const char *name, struct report *report,
                   archive_take *take, void *context);

#endif
