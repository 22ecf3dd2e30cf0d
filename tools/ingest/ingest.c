/* ingest: turns dumps of pages into records. See ingest(1). */
#include "job.h"
#include "stats.h"

#include <stdio.h>
#include <unistd.h>

enum {
    KEY_SPLIT = 256,
    KEY_KEEP,
    KEY_FIELD, /* and the FIELD_COUNT numbers from here on, one a field */
};

static const struct cli_option own_options[] = {
    {'f', "format", "NAME", "text, jsonl, html, warc or auto (default)"},
    {KEY_SPLIT, "split", "REGEX", "text: divide documents at lines that match"},
    {KEY_FIELD + FIELD_ID, "id", "FIELD", "jsonl: the field that names the document"},
    {KEY_FIELD + FIELD_URL, "url", "FIELD", "jsonl: the field with its URL"},
    {KEY_FIELD + FIELD_TEXT, "text", "FIELD", "jsonl: the field with its text"},
    {KEY_FIELD + FIELD_TITLE, "title", "FIELD", "jsonl: the field with its title"},
    {KEY_FIELD + FIELD_LEAD, "lead", "FIELD", "jsonl: the field with its lead"},
    {KEY_FIELD + FIELD_DATE, "date", "FIELD", "jsonl: the field with its date"},
    {KEY_FIELD + FIELD_AUTHOR, "author", "FIELD", "jsonl: the field with its authors"},
    {KEY_KEEP, "keep", "FIELD,...", "jsonl: further fields to keep as tags"},
    {0, NULL, NULL, NULL},
};

static const char *take_format(struct options *options, const char *name)
{
    options->format = format_from_name(name);
    return options->format == FORMAT_BINARY ? "text, jsonl, html, warc or auto" : NULL;
}

static const char *take_split(struct options *options, const char *pattern)
{
    static char expected[256];
    struct buffer error = {0};
    regex_free(options->split);
    options->split = regex_new(slice_from_string(pattern), &error);
    snprintf(expected, sizeof expected, "a regular expression: %s", buffer_string(&error));
    buffer_release(&error);
    return options->split ? NULL : expected;
}

static const char *take_option(void *context, int key, const char *value)
{
    struct options *options = context;
    switch (key) {
    case 'f':
        return take_format(options, value);
    case KEY_SPLIT:
        return take_split(options, value);
    case KEY_KEEP:
        return fields_keep(&options->fields, value)
                   ? NULL
                   : "names of lower-case letters, digits, '.', '_' and '-' (they match fields in "
                     "either case)";
    default:
        options->fields.chosen[key - KEY_FIELD] = value;
        return *value ? NULL : "the name of a field";
    }
}

static enum format format_of(const struct job *job, const struct source *source)
{
    if (job->options->format != FORMAT_AUTO)
        return job->options->format;
    return format_detect(source->name, stream_peek(source->stream, FORMAT_SAMPLE));
}

static void ingest(struct job *job, const struct source *source, enum format format)
{
    switch (format) {
    case FORMAT_TEXT:
        text_ingest(job, source);
        break;
    case FORMAT_JSONL:
        jsonl_ingest(job, source);
        break;
    case FORMAT_HTML:
        html_ingest(job, source);
        break;
    case FORMAT_WARC:
        warc_ingest(job, source);
        break;
    default:
        report_reject(
            &job->report, (struct place){source->name, 0},
            "not text in UTF-8, UTF-16 or UTF-32, expected text, jsonl, html or warc (-f reads it "
            "all the same)");
        break;
    }
}

/* What main holds: the job, and what --stats will say of it. */
struct program {
    struct job job;
    struct stats stats;
};

/* A source_take. */
static bool take_source(void *context, const struct source *source)
{
    struct program *program = context;
    struct job *job = &program->job;
    enum format format = format_of(job, source);
    uint64_t documents = job->page.documents, paragraphs = job->page.paragraphs;
    ingest(job, source, format);
    stats_add(&program->stats, source, format, job->page.documents - documents,
              job->page.paragraphs - paragraphs);
    return !page_is_stuck(&job->page);
}

static enum status run(const struct options *options, char **operands, int count)
{
    struct program program = {.job.options = options};
    struct job *job = &program.job;
    struct writer out;
    bool wants_more = true;
    writer_init(&out, STDOUT_FILENO, "stdout", options->settings.line_buffered);
    page_init(&job->page, &out, &job->report);
    html_init(&job->html, options->settings.max_doc);

    if (!count)
        source_visit("-", &job->report, take_source, &program);
    for (int i = 0; i < count && wants_more; i++)
        wants_more = source_visit(operands[i], &job->report, take_source, &program);

    if (!writer_close(&out))
        job->report.status = STATUS_TROUBLE;
    if (options->settings.stats)
        stats_say(&program.stats, &job->report);
    stats_release(&program.stats);
    page_release(&job->page);
    html_release(&job->html);
    metadata_release(&job->metadata);
    lines_release(&job->lines);
    buffer_release(&job->bytes);
    return job->report.status;
}

int main(int argc, char **argv)
{
    static const struct cli_program program = {
        .synopsis = "[option ...] [file|folder|- ...]",
        .purpose = "Turns text, JSON Lines, HTML and WARC files into records.",
        .shared = CLI_LINE | CLI_DOC | CLI_STATS,
        .options = own_options,
        .take = take_option,
    };
    struct options options = {.format = FORMAT_AUTO};
    int operands;
    enum cli_result result = cli_read(&program, argc, argv, &options.settings, &options, &operands);
    enum status status =
        result == CLI_GO ? run(&options, argv + operands, argc - operands) : cli_status(result);
    regex_free(options.split);
    return (int) status;
}
