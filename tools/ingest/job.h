/* What a reader of one format works with. */
#ifndef INGEST_JOB_H
#define INGEST_JOB_H

#include "html.h"
#include "options.h"
#include "page.h"
#include "report.h"
#include "source.h"

/* All of it lasts from file to file; memory is reused. */
struct job {
    const struct options *options;
    struct report report;
    struct page page;
    struct metadata metadata;
    struct html html;
    struct lines lines;
    struct buffer bytes; /* a whole page */
};

/* Prepares to go through the lines of a source. */
void job_open_lines(struct job *job, const struct source *source);

/* The next line, without its LF and the first without byte order mark, valid until the next call.
 * Lines over --max-line are reported and passed over. Returns false at the end, also where the
 * source failed or nothing more can be written. */
bool job_next_line(struct job *job, const struct source *source, struct slice *line);

/* Where the line last returned is, for messages. */
struct place job_place(const struct job *job, const struct source *source);

/* Readers of a source in one format. Each writes all whole documents that it finds, and reports
 * what it must leave out. */
void text_ingest(struct job *job, const struct source *source);
void jsonl_ingest(struct job *job, const struct source *source);
void html_ingest(struct job *job, const struct source *source);
void warc_ingest(struct job *job, const struct source *source);

/* Writes one HTML page, in whatever character set, as a document. job->metadata says what is known
 * of it already. `charset` is the name that came with it, or empty. */
void html_write_page(struct job *job, struct slice id, struct slice bytes, struct slice charset,
                     struct place place);

#endif
