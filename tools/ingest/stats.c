#include "stats.h"

#include <inttypes.h>
#include <stdio.h>

enum { MOST_FILES = 50 };

static void append_count(struct buffer *out, uint64_t number, const char *noun)
{
    buffer_append_number(out, number);
    buffer_append_byte(out, ' ');
    buffer_append_string(out, noun);
    if (number != 1)
        buffer_append_byte(out, 's');
}

/* Keeps a file's name and what is said of it, each ended by NUL. */
static void keep_line(struct buffer *out, const struct source *source, enum format format,
                      uint64_t documents, uint64_t paragraphs)
{
    buffer_append(out, slice_of(source->name, strlen(source->name) + 1));
    buffer_append_string(out, format_name(format));
    if (*source->packing) {
        buffer_append_string(out, " (");
        buffer_append_string(out, source->packing);
        buffer_append_byte(out, ')');
    }
    buffer_append_string(out, ", ");
    append_count(out, documents, "document");
    buffer_append_string(out, ", ");
    append_count(out, paragraphs, "paragraph");
    buffer_append_byte(out, '\0');
}

static void count(struct stats_count *counts, uint64_t documents, uint64_t paragraphs)
{
    counts->files++;
    counts->documents += documents;
    counts->paragraphs += paragraphs;
}

void stats_add(struct stats *stats, const struct source *source, enum format format,
               uint64_t documents, uint64_t paragraphs)
{
    count(&stats->formats[format], documents, paragraphs);
    count(&stats->total, documents, paragraphs);
    if (stats->total.files <= MOST_FILES)
        keep_line(&stats->files, source, format, documents, paragraphs);
}

static void say_files(const struct stats *stats)
{
    struct slice rest = buffer_slice(&stats->files), name, line;
    while (slice_cut(&rest, '\0', &name) && slice_cut(&rest, '\0', &line))
        message_say((struct place){name.bytes, 0}, "%s", line.bytes);
}

static void say_count(const char *name, const struct stats_count *counts, const char *rest)
{
    struct buffer text = {0};
    append_count(&text, counts->files, "file");
    buffer_append_string(&text, ", ");
    append_count(&text, counts->documents, "document");
    buffer_append_string(&text, ", ");
    append_count(&text, counts->paragraphs, "paragraph");
    message_say((struct place){name, 0}, "%s%s", buffer_string(&text), rest);
    buffer_release(&text);
}

void stats_say(const struct stats *stats, const struct report *report)
{
    char rest[96];
    if (stats->total.files <= MOST_FILES)
        say_files(stats);
    else
        for (int format = 0; format < FORMAT_COUNT; format++)
            if (stats->formats[format].files)
                say_count(format_name((enum format) format), &stats->formats[format], "");
    snprintf(rest, sizeof rest, ", %" PRIu64 " passed over, %" PRIu64 " rejected",
             report->passed_over, report->rejected);
    say_count("total", &stats->total, rest);
}

void stats_release(struct stats *stats)
{
    buffer_release(&stats->files);
}
