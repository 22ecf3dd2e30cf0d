/* What --stats says: what each file was taken for, and what was in it. */
#ifndef INGEST_STATS_H
#define INGEST_STATS_H

#include "format.h"
#include "source.h"

struct stats_count {
    uint64_t files, documents, paragraphs;
};

/* All zero is a good start. */
struct stats {
    struct stats_count formats[FORMAT_COUNT];
    struct stats_count total;
    struct buffer files; /* a line a file, each ended by NUL, until there are too many */
};

/* Counts a file. */
void stats_add(struct stats *stats, const struct source *source, enum format format,
               uint64_t documents, uint64_t paragraphs);

/* Writes a message for each file, or one for each format where there are more than 50 files; then
 * the totals. */
void stats_say(const struct stats *stats, const struct report *report);

void stats_release(struct stats *stats);

#endif
