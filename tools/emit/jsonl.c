#include "jsonl.h"

#include "memory.h"
#include "tags.h"
#include "text.h"
#include "unicode.h"

#include <jansson.h>
#include <stdlib.h>

/* What is gathered of a document. */
struct gathered {
    struct buffer title, role_title, lead, date, source, text;
    json_t *bylines;
};

static struct buffer valid; /* scratch of string_of */

/* A JSON string; bytes that are not UTF-8 become U+FFFD. */
static json_t *string_of(struct slice text)
{
    json_t *string = json_stringn(text.bytes ? text.bytes : "", text.length);
    if (!string) {
        uint32_t character;
        buffer_clear(&valid);
        while (unicode_next(&text, &character))
            unicode_append(&valid, character);
        string = json_stringn(valid.bytes, valid.length);
    }
    if (!string)
        memory_exhausted();
    return string;
}

static void set(json_t *object, const char *name, json_t *value)
{
    if (!value || json_object_set_new(object, name, value) < 0)
        memory_exhausted();
}

static void append_json(struct buffer *out, const json_t *value)
{
    char *text = json_dumps(value, JSON_COMPACT | JSON_PRESERVE_ORDER | JSON_ENCODE_ANY);
    if (!text)
        memory_exhausted();
    buffer_append_string(out, text);
    free(text);
}

static json_t *string_or_null(const struct buffer *text)
{
    return text->length ? string_of(buffer_slice(text)) : json_null();
}

static json_t *tag_value(struct slice value)
{
    struct buffer plain = {0};
    tags_unescape(&plain, value);
    json_t *string = string_of(buffer_slice(&plain));
    buffer_release(&plain);
    return string;
}

static json_t *tag_or_null(struct slice tags, struct slice key)
{
    struct slice value = tags_get(tags, key);
    return value.length ? tag_value(value) : json_null();
}

static void append_line(struct buffer *lines, struct slice line)
{
    if (lines->length)
        buffer_append_byte(lines, '\n');
    buffer_append(lines, line);
}

/* A paragraph's kept sentences as one line, or each as a line. */
static void join_sentences(struct buffer *joined, const struct paragraph *paragraph,
                           const struct emit_options *options, struct emit_counts *counts)
{
    const struct record *before = NULL;
    for (size_t i = 0; i < paragraph->count; i++) {
        const struct record *record = &paragraph->records[i];
        if (!emit_wants(options, record)) {
            counts->left_out++;
            continue;
        }
        if (before && options->by_sentence)
            buffer_append_byte(joined, '\n');
        else if (before)
            emit_append_gap(joined, before);
        emit_append_line(joined, record->text);
        before = record;
        counts->sentences++;
    }
}

/* Puts a byline, dateline or source where its field will be taken from. */
static void gather_metadata(struct gathered *gathered, enum role role, struct slice text)
{
    if (role == ROLE_DATELINE && !gathered->date.length)
        buffer_append(&gathered->date, text);
    else if (role == ROLE_SOURCE && !gathered->source.length)
        buffer_append(&gathered->source, text);
    else if (role == ROLE_BYLINE && json_array_append_new(gathered->bylines, string_of(text)) < 0)
        memory_exhausted();
}

static void gather(struct gathered *gathered, const struct paragraph *paragraph,
                   const struct emit_options *options, struct emit_counts *counts)
{
    const struct record *first = &paragraph->records[0];
    struct slice field = tags_get(first->tags, SLICE("field"));
    struct buffer joined = {0};
    join_sentences(&joined, paragraph, options, counts);
    struct slice text = buffer_slice(&joined);
    if (text.length) {
        counts->paragraphs++;
        gather_metadata(gathered, role_of_tags(first->tags), text);
        if (role_of_tags(first->tags) == ROLE_TITLE && !gathered->role_title.length)
            buffer_append(&gathered->role_title, text);
        if (slice_equal(field, SLICE("title")))
            append_line(&gathered->title, text);
        else if (slice_equal(field, SLICE("lead")))
            append_line(&gathered->lead, text);
        else if (options->metadata != EMIT_METADATA_MOVE || !emit_is_metadata(first))
            append_line(&gathered->text, text);
    }
    buffer_release(&joined);
}

static json_t *title_of(const struct gathered *gathered, struct slice tags)
{
    if (gathered->title.length)
        return string_of(buffer_slice(&gathered->title));
    if (gathered->role_title.length)
        return string_of(buffer_slice(&gathered->role_title));
    return tag_or_null(tags, SLICE("title"));
}

static json_t *authors_of(const struct gathered *gathered, struct slice tags)
{
    struct slice values = tags_get(tags, SLICE("author")), value;
    if (!values.bytes)
        return json_incref(gathered->bylines);
    json_t *authors = json_array();
    while (tags_next_value(&values, &value))
        if (json_array_append_new(authors, tag_value(value)) < 0)
            memory_exhausted();
    return authors;
}

/* Appends kept JSON text as it is, so that numbers stay as they were written; but on one line. What
 * is no JSON is taken for a string. */
static void append_kept(struct buffer *out, struct slice text)
{
    size_t flags = JSON_DECODE_ANY | JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL;
    json_t *kept = text.length ? json_loadb(text.bytes, text.length, flags, NULL) : NULL;
    if (!kept) {
        json_t *string = string_of(text);
        append_json(out, string);
        json_decref(string);
        return;
    }
    for (size_t i = 0; i < text.length; i++)
        buffer_append_byte(out, (unsigned char) text.bytes[i] < ' ' ? ' ' : text.bytes[i]);
    json_decref(kept);
}

/* The fields that `ingest --keep` carried along: the tag keep.NAME holds their JSON text. They
 * stand behind the others, and in place of one of the same name. */
static void append_kept_fields(struct buffer *out, json_t *object, struct slice tags)
{
    struct slice prefix = SLICE("keep."), rest = tags, key, value;
    struct buffer plain = {0}, name = {0};
    while (tags_next(&rest, &key, &value)) {
        bool is_first = tags_get(tags, key).bytes == value.bytes;
        if (!slice_starts_with(key, prefix) || !is_first)
            continue;
        buffer_clear(&plain);
        buffer_clear(&name);
        tags_unescape(&plain, value);
        buffer_append(&name, slice_from_offset(key, prefix.length));
        json_object_del(object, buffer_string(&name));
        buffer_append_string(out, ",\"");
        buffer_append(out, buffer_slice(&name)); /* a tag's key needs no escapes */
        buffer_append_string(out, "\":");
        append_kept(out, buffer_slice(&plain));
    }
    buffer_release(&plain);
    buffer_release(&name);
}

static json_t *object_of(const struct document *document, const struct gathered *gathered,
                         struct slice tags)
{
    struct buffer id = {0};
    json_t *object = json_object();
    text_unescape(&id, document->id);
    set(object, "id", string_of(buffer_slice(&id)));
    set(object, "url", tag_or_null(tags, SLICE("url")));
    set(object, "site", tag_or_null(tags, SLICE("site")));
    set(object, "title", title_of(gathered, tags));
    json_t *date = tag_or_null(tags, SLICE("date"));
    set(object, "date", json_is_null(date) ? string_or_null(&gathered->date) : date);
    set(object, "authors", authors_of(gathered, tags));
    set(object, "source", string_or_null(&gathered->source));
    if (gathered->lead.length)
        set(object, "lead", string_of(buffer_slice(&gathered->lead)));
    set(object, "text", string_of(buffer_slice(&gathered->text)));
    buffer_release(&id);
    return object;
}

static void write_object(struct writer *out, const struct document *document,
                         const struct gathered *gathered)
{
    const struct record *metadata = document_metadata(document);
    struct slice tags = metadata ? metadata->tags : SLICE("_");
    struct buffer line = {0}, kept = {0};
    json_t *object = object_of(document, gathered, tags);
    append_kept_fields(&kept, object, tags);
    append_json(&line, object);
    line.length--; /* the closing brace */
    buffer_append(&line, slice_from_offset(buffer_slice(&kept), json_object_size(object) ? 0 : 1));
    buffer_append_string(&line, "}\n");
    writer_write(out, buffer_slice(&line));
    writer_end_record(out);
    json_decref(object);
    buffer_release(&line);
    buffer_release(&kept);
}

/* True where dedupe dropped the document as a whole. */
static bool is_dropped(const struct document *document, const struct emit_options *options)
{
    for (size_t i = 0; i < document->count; i++)
        if (emit_wants(options, &document->records[i]))
            return false;
    return true;
}

static void write_document(struct writer *out, const struct document *document,
                           const struct emit_options *options, struct emit_counts *counts)
{
    const struct record *metadata = document_metadata(document);
    struct gathered gathered = {.bylines = json_array()};
    if (!gathered.bylines)
        memory_exhausted();
    counts->left_out += metadata && !emit_wants(options, metadata);
    for (size_t i = 0; i < document->paragraph_count; i++)
        gather(&gathered, &document->paragraphs[i], options, counts);
    if (!is_dropped(document, options)) {
        write_object(out, document, &gathered);
        counts->documents++;
    }
    json_decref(gathered.bylines);
    buffer_release(&gathered.title);
    buffer_release(&gathered.role_title);
    buffer_release(&gathered.lead);
    buffer_release(&gathered.date);
    buffer_release(&gathered.source);
    buffer_release(&gathered.text);
}

static void pass_over(struct input *input, const struct document *document)
{
    struct record record;
    while (document_next_part(document, input, &record))
        ;
}

void emit_jsonl(struct input *input, struct writer *out, const struct emit_options *options,
                struct emit_counts *counts)
{
    struct document document = {0};
    enum document_result result;
    while (!out->error && (result = document_read(&document, input)) != DOCUMENT_END) {
        if (result == DOCUMENT_WHOLE)
            write_document(out, &document, options, counts);
        else
            pass_over(input, &document);
    }
    document_release(&document);
    buffer_release(&valid);
}
