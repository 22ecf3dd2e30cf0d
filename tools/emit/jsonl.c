#include "jsonl.h"

#include "json_value.h"
#include "tags.h"
#include "text.h"
#include "unicode.h"
#include "word_set.h"

/* What is gathered of a document. */
struct gathered {
    struct buffer title, role_title, lead, date, source, text;
    struct buffer bylines; /* a line each */
};

/* An object being written. */
struct object {
    struct buffer *out;
    struct slice tags;          /* of the document's metadata record */
    struct json_parser *parser; /* a strict one */
};

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

static bool take(struct buffer *field, struct slice text)
{
    if (field->length)
        return false;
    buffer_append(field, text);
    return true;
}

/* True if one of the authors, a tag's value, stands in the byline. */
static bool names_author(struct slice byline, struct slice authors)
{
    struct buffer author = {0};
    struct slice value;
    bool is_named = false;
    while (!is_named && tags_next_value(&authors, &value)) {
        buffer_clear(&author);
        tags_unescape(&author, value);
        is_named = author.length && slice_find(byline, buffer_slice(&author));
    }
    buffer_release(&author);
    return is_named;
}

/* Puts a byline, dateline or source where its field is taken from, unless the field has a value.
 * Returns true if what it says will stand there. */
static bool take_metadata(struct gathered *gathered, enum role role, struct slice text,
                          struct slice tags)
{
    switch (role) {
    case ROLE_DATELINE:
        return tags_get(tags, SLICE("date")).bytes || take(&gathered->date, text);
    case ROLE_SOURCE:
        return take(&gathered->source, text);
    case ROLE_BYLINE:
        if (tags_get(tags, SLICE("author")).bytes)
            return names_author(text, tags_get(tags, SLICE("author")));
        append_line(&gathered->bylines, text);
        return true;
    default:
        return false;
    }
}

static void gather(struct gathered *gathered, const struct paragraph *paragraph, struct slice tags,
                   const struct emit_options *options, struct emit_counts *counts)
{
    const struct record *first = &paragraph->records[0];
    struct slice field = tags_get(first->tags, SLICE("field"));
    struct buffer joined = {0};
    join_sentences(&joined, paragraph, options, counts);
    struct slice text = buffer_slice(&joined);
    if (text.length) {
        counts->paragraphs++;
        enum role role = role_of_tags(first->tags);
        bool is_taken = take_metadata(gathered, role, text, tags);
        if (role == ROLE_TITLE)
            take(&gathered->role_title, text);
        if (slice_equal(field, SLICE("title")))
            append_line(&gathered->title, text);
        else if (slice_equal(field, SLICE("lead")))
            append_line(&gathered->lead, text);
        else if (options->metadata != EMIT_METADATA_MOVE || !is_taken)
            append_line(&gathered->text, text);
    }
    buffer_release(&joined);
}

/* The name of a member. Returns false, and appends nothing, for one that a kept field replaces. */
static bool begin_member(struct object *object, struct slice name)
{
    struct buffer kept = {0};
    buffer_append_string(&kept, "keep.");
    buffer_append(&kept, name);
    bool is_replaced = tags_get(object->tags, buffer_slice(&kept)).bytes;
    buffer_release(&kept);
    if (is_replaced)
        return false;
    buffer_append_byte(object->out, object->out->length ? ',' : '{');
    json_append_string(object->out, name);
    buffer_append_byte(object->out, ':');
    return true;
}

static void append_string_or_null(struct object *object, struct slice text)
{
    if (text.length)
        json_append_string(object->out, text);
    else
        buffer_append_string(object->out, "null");
}

/* A member whose value is the text; null where that is empty. */
static void append_member(struct object *object, struct slice name, struct slice text)
{
    if (begin_member(object, name))
        append_string_or_null(object, text);
}

/* A member whose value is the tag of the same name, or `other` where there is none. */
static void append_tag_member(struct object *object, struct slice name, struct slice other)
{
    struct buffer plain = {0};
    tags_unescape(&plain, tags_get(object->tags, name));
    append_member(object, name, plain.length ? buffer_slice(&plain) : other);
    buffer_release(&plain);
}

static void append_authors(struct object *object, struct slice bylines)
{
    struct slice values = tags_get(object->tags, SLICE("author")), value;
    bool has_tag = values.bytes, is_first = true;
    struct buffer plain = {0};
    if (!begin_member(object, SLICE("authors")))
        return;
    buffer_append_byte(object->out, '[');
    while (has_tag ? tags_next_value(&values, &value) : slice_cut(&bylines, '\n', &value)) {
        buffer_clear(&plain);
        if (has_tag)
            tags_unescape(&plain, value);
        else
            buffer_append(&plain, value);
        buffer_append_string(object->out, is_first ? "" : ",");
        json_append_string(object->out, buffer_slice(&plain));
        is_first = false;
    }
    buffer_append_byte(object->out, ']');
    buffer_release(&plain);
}

/* Appends kept JSON text as it is, so that numbers stay as they were written; but on one line. What
 * is no JSON is taken for a string. */
static void append_kept(struct object *object, struct slice text)
{
    struct json_value *value;
    if (!json_parse(object->parser, text, &value, NULL)) {
        json_append_string(object->out, text);
        return;
    }
    size_t start = object->out->length;
    unicode_append_valid(object->out, text);
    for (size_t i = start; i < object->out->length; i++)
        if ((unsigned char) object->out->bytes[i] < ' ')
            object->out->bytes[i] = ' ';
    json_value_free(value);
}

/* The fields that `ingest --keep` carried along: the tag keep.NAME holds their JSON text. They
 * stand behind the others, and in place of one of the same name. */
static void append_kept_fields(struct object *object)
{
    struct slice prefix = SLICE("keep."), rest = object->tags, key, value;
    struct buffer plain = {0};
    struct word_set written = {0}; /* of several with one name the first counts */
    while (tags_next(&rest, &key, &value)) {
        if (!slice_starts_with(key, prefix) || !word_set_add(&written, key))
            continue;
        buffer_clear(&plain);
        tags_unescape(&plain, value);
        buffer_append_byte(object->out, object->out->length ? ',' : '{');
        json_append_string(object->out, slice_from_offset(key, prefix.length));
        buffer_append_byte(object->out, ':');
        append_kept(object, buffer_slice(&plain));
    }
    word_set_release(&written);
    buffer_release(&plain);
}

static struct slice first_of(const struct buffer *one, const struct buffer *other)
{
    return buffer_slice(one->length ? one : other);
}

static void append_object(struct object *object, const struct document *document,
                          const struct gathered *gathered)
{
    struct buffer id = {0};
    struct slice nothing = {NULL, 0};
    text_unescape(&id, document->id);
    append_member(object, SLICE("id"), buffer_slice(&id));
    append_tag_member(object, SLICE("url"), nothing);
    append_tag_member(object, SLICE("site"), nothing);
    struct slice title = first_of(&gathered->title, &gathered->role_title);
    if (title.length)
        append_member(object, SLICE("title"), title);
    else
        append_tag_member(object, SLICE("title"), nothing);
    append_tag_member(object, SLICE("date"), buffer_slice(&gathered->date));
    append_authors(object, buffer_slice(&gathered->bylines));
    append_member(object, SLICE("source"), buffer_slice(&gathered->source));
    if (gathered->lead.length)
        append_member(object, SLICE("lead"), buffer_slice(&gathered->lead));
    if (begin_member(object, SLICE("text")))
        json_append_string(object->out, buffer_slice(&gathered->text));
    append_kept_fields(object);
    buffer_append_string(object->out, "}\n");
    buffer_release(&id);
}

static void gathered_release(struct gathered *gathered)
{
    buffer_release(&gathered->title);
    buffer_release(&gathered->role_title);
    buffer_release(&gathered->lead);
    buffer_release(&gathered->date);
    buffer_release(&gathered->source);
    buffer_release(&gathered->text);
    buffer_release(&gathered->bylines);
}

/* True where dedupe dropped the document as a whole. */
static bool is_dropped(const struct document *document, const struct emit_options *options)
{
    for (size_t i = 0; i < document->count; i++)
        if (emit_wants(options, &document->records[i]))
            return false;
    return true;
}

static void write_document(struct writer *out, struct object *object,
                           const struct document *document, const struct emit_options *options,
                           struct emit_counts *counts)
{
    const struct record *metadata = document_metadata(document);
    struct gathered gathered = {0};
    object->tags = metadata ? metadata->tags : SLICE("_");
    counts->left_out += metadata && !emit_wants(options, metadata);
    for (size_t i = 0; i < document->paragraph_count; i++)
        gather(&gathered, &document->paragraphs[i], object->tags, options, counts);
    if (!is_dropped(document, options)) {
        buffer_clear(object->out);
        append_object(object, document, &gathered);
        writer_write(out, buffer_slice(object->out));
        writer_end_record(out);
        counts->documents++;
    }
    gathered_release(&gathered);
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
    struct buffer line = {0};
    struct object object = {.out = &line, .parser = json_parser_new(true)};
    enum document_result result;
    while (!out->error && (result = document_read(&document, input)) != DOCUMENT_END) {
        if (result == DOCUMENT_WHOLE)
            write_document(out, &object, &document, options, counts);
        else
            pass_over(input, &document);
    }
    document_release(&document);
    buffer_release(&line);
    json_parser_free(object.parser);
}
