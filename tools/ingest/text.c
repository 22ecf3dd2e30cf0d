/* Plain text: a paragraph a line. */
#include "job.h"

#include "unicode.h"

/* A file on its way to records. */
struct text {
    struct job *job;
    const struct source *source;
    uint64_t piece; /* of a file that is split: the number of the document, from 1 */
    bool is_begun;  /* its metadata record is written */
};

static void begin(struct text *text)
{
    struct job *job = text->job;
    struct buffer id = {0};
    text->is_begun = true;
    buffer_append_string(&id, text->source->name);
    if (job->options->split) {
        buffer_append_byte(&id, '#');
        buffer_append_number(&id, ++text->piece);
    }
    metadata_clear(&job->metadata);
    job->metadata.folder = text->source->folder;
    page_begin(&job->page, buffer_slice(&id), &job->metadata);
    buffer_release(&id);
}

static bool is_divider(struct text *text, struct slice line)
{
    struct job *job = text->job;
    if (!job->options->split)
        return false;
    enum regex_result result = regex_find(job->options->split, line, NULL);
    if (result == REGEX_LIMIT)
        report_reject(&job->report, job_place(job, text->source),
                      "--split takes too long on this line, expected a pattern that backtracks "
                      "less; not a dividing line");
    return result == REGEX_YES;
}

static void take_line(struct text *text, struct slice line)
{
    if (slice_ends_with(line, SLICE("\r")))
        line.length--;
    if (is_divider(text, line)) {
        text->is_begun = false;
        return;
    }
    /* a piece of blank lines only is no document: dividers may stand at both ends of a file */
    if (!text->is_begun && unicode_text_is_blank(line))
        return;
    if (!text->is_begun)
        begin(text);
    page_add(&text->job->page, (struct slice){NULL, 0}, line);
}

void text_ingest(struct job *job, const struct source *source)
{
    struct text text = {.job = job, .source = source};
    uint64_t documents = job->page.documents;
    struct slice line;
    job_open_lines(job, source);
    while (job_next_line(job, source, &line))
        take_line(&text, line);
    if (job->page.documents == documents && !source->stream->failed)
        begin(&text); /* an empty file is a document too */
}
