#include "document.h"

#include "memory.h"
#include "unicode.h"

#include <stdlib.h>

static struct slice moved(struct slice field, struct slice from, struct slice to)
{
    return field.bytes ? slice_of(to.bytes + (field.bytes - from.bytes), field.length) : field;
}

/* Copies a record whose line is about to be overwritten. */
static void keep_record(struct document *document, const struct record *record)
{
    if (document->count == document->capacity) {
        document->capacity = document->capacity ? document->capacity * 2 : 64;
        document->records =
            memory_resize_array(document->records, document->capacity, sizeof *document->records);
    }
    struct slice line = arena_copy(&document->arena, record->line);
    document->records[document->count++] = (struct record){
        .line = line,
        .doc = moved(record->doc, record->line, line),
        .tags = moved(record->tags, record->line, line),
        .text = moved(record->text, record->line, line),
        .words = moved(record->words, record->line, line),
        .loc = record->loc,
    };
}

static void clear(struct document *document)
{
    arena_clear(&document->arena);
    document->id = (struct slice){NULL, 0};
    document->count = 0;
    document->paragraph_count = 0;
    document->line_count = 0;
}

static bool continues(const struct document *document, const struct record *record)
{
    return record->loc.paragraph != 0 && slice_equal(record->doc, document->id);
}

static struct slice paragraph_text(struct document *document, const struct record *records,
                                   size_t count)
{
    bool has_escape =
        records[0].text.length && memchr(records[0].text.bytes, '\\', records[0].text.length);
    if (count == 1 && !has_escape)
        return records[0].text;
    struct buffer text = {0};
    for (size_t i = 0; i < count; i++) {
        text_unescape(&text, records[i].text);
        if (i + 1 < count)
            record_append_gap(&text, &records[i]);
    }
    struct slice kept = arena_copy(&document->arena, buffer_slice(&text));
    buffer_release(&text);
    return kept;
}

static void add_paragraph(struct document *document, struct paragraph added)
{
    if (document->paragraph_count == document->paragraph_capacity) {
        document->paragraph_capacity =
            document->paragraph_capacity ? document->paragraph_capacity * 2 : 64;
        document->paragraphs = memory_resize_array(
            document->paragraphs, document->paragraph_capacity, sizeof *document->paragraphs);
    }
    document->paragraphs[document->paragraph_count++] = added;
}

static void find_paragraphs(struct document *document)
{
    size_t first = document_metadata(document) ? 1 : 0;
    while (first < document->count) {
        size_t next = first + 1;
        while (next < document->count &&
               document->records[next].loc.paragraph == document->records[first].loc.paragraph)
            next++;
        const struct record *records = &document->records[first];
        struct slice text = paragraph_text(document, records, next - first);
        add_paragraph(document, (struct paragraph){records, next - first, text});
        first = next;
    }
}

enum { FREE_RECORDS = 4096 };

static bool is_too_large(const struct document *document, const struct input *input)
{
    size_t records = document->count > FREE_RECORDS ? document->count - FREE_RECORDS : 0;
    size_t cost = document->cost + sizeof *document->records + sizeof *document->paragraphs;
    return document->arena.size + records * cost > input->settings->max_doc;
}

static void report_large(const struct document *document, struct input *input)
{
    if (input->is_quiet)
        return;
    message_say(input_place(input), "document '%.*s' is larger than %zu bytes (--max-doc)",
                (int) (document->id.length < 1000 ? document->id.length : 1000), document->id.bytes,
                input->settings->max_doc);
    input->rejected++;
    input_raise_status(input, STATUS_REJECTED);
}

enum document_result document_read(struct document *document, struct input *input)
{
    struct record record;
    clear(document);
    if (!input_record(input, &record))
        return DOCUMENT_END;
    keep_record(document, &record);
    document->id = document->records[0].doc;
    while (!is_too_large(document, input)) {
        if (!input_record(input, &record)) {
            find_paragraphs(document);
            return DOCUMENT_WHOLE;
        }
        if (!continues(document, &record)) {
            input_hold(input);
            find_paragraphs(document);
            return DOCUMENT_WHOLE;
        }
        keep_record(document, &record);
    }
    report_large(document, input);
    return DOCUMENT_LARGE;
}

static void find_text_paragraphs(struct document *document)
{
    for (size_t i = 0; i < document->count; i++)
        add_paragraph(document,
                      (struct paragraph){&document->records[i], 1, document->records[i].line});
}

enum document_result document_read_text(struct document *document, struct input *input)
{
    struct slice line;
    clear(document);
    if (!input_line(input, &line))
        return DOCUMENT_END;
    document->id = slice_from_string(input->name);
    for (;;) {
        document->line_count++;
        if (!unicode_text_is_blank(line))
            keep_record(document, &(struct record){.line = line, .loc = {document->line_count, 0}});
        if (is_too_large(document, input)) {
            report_large(document, input);
            return DOCUMENT_LARGE;
        }
        if (!document_next_line(input, &line)) {
            find_text_paragraphs(document);
            return DOCUMENT_WHOLE;
        }
    }
}

bool document_next_line(struct input *input, struct slice *line)
{
    if (!input_line(input, line))
        return false;
    if (!input->begins_file)
        return true;
    input_hold(input);
    return false;
}

bool document_next_part(const struct document *document, struct input *input, struct record *record)
{
    if (!input_record(input, record))
        return false;
    if (continues(document, record))
        return true;
    input_hold(input);
    return false;
}

const struct record *document_metadata(const struct document *document)
{
    return document->count && document->records[0].loc.paragraph == 0 ? &document->records[0]
                                                                      : NULL;
}

void document_release(struct document *document)
{
    arena_release(&document->arena);
    free(document->records);
    free(document->paragraphs);
    *document = (struct document){0};
}
