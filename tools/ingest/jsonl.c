/* JSON Lines: a document a line. */
#include "arena.h"
#include "job.h"
#include "json_value.h"
#include "markup.h"
#include "mongo.h"
#include "scalar.h"
#include "tags.h"
#include "unicode.h"

/* A file on its way to records. */
struct jsonl {
    struct job *job;
    const struct source *source;
    struct json_parser *parser;
    struct arena arena;      /* for the texts of one line that are not as they stand there */
    struct buffer rewritten; /* a line of MongoDB's shell as JSON */
    struct html short_html;  /* for titles and leads; bodies have the job's */
    uint64_t documents;
    uint64_t texts; /* documents that had a text */
};

/* What was found in one line. */
struct found {
    struct json_value *values[FIELD_COUNT]; /* null: none that is usable */
    int ranks[FIELD_COUNT];
};

static bool is_usable(struct jsonl *jsonl, enum field field, const struct json_value *value)
{
    switch (field) {
    case FIELD_ID:
    case FIELD_DATE:
        return !unicode_text_is_blank(scalar_text(value, &jsonl->arena));
    case FIELD_AUTHOR:
        return json_value_count(value) > 0 || json_value_member(value, "name") ||
               !unicode_text_is_blank(json_value_string(value));
    default:
        return !unicode_text_is_blank(json_value_string(value));
    }
}

static void find_fields(struct jsonl *jsonl, const struct json_value *object, struct found *found)
{
    const struct fields *fields = &jsonl->job->options->fields;
    void *place = NULL;
    struct slice name;
    struct json_value *value;
    *found = (struct found){.values = {NULL}};
    while (json_value_next_member(object, &place, &name, &value))
        for (int i = 0; i < FIELD_COUNT; i++) {
            int rank = fields_rank(fields, (enum field) i, name);
            if (rank == FIELD_NOT || (found->values[i] && rank > found->ranks[i]) ||
                !is_usable(jsonl, (enum field) i, value))
                continue;
            found->values[i] = value;
            found->ranks[i] = rank;
        }
}

static void keep_fields(struct jsonl *jsonl, const struct json_value *object)
{
    struct buffer key = {0}, json = {0};
    void *place = NULL;
    struct slice name;
    struct json_value *value;
    while (json_value_next_member(object, &place, &name, &value)) {
        struct slice kept = fields_find_kept(&jsonl->job->options->fields, name);
        if (!kept.bytes)
            continue;
        buffer_clear(&key);
        buffer_append_string(&key, "keep.");
        buffer_append(&key, kept);
        buffer_clear(&json);
        json_value_append(&json, value);
        tags_add(&jsonl->job->metadata.kept, buffer_slice(&key), buffer_slice(&json));
    }
    buffer_release(&key);
    buffer_release(&json);
}

static void fill_metadata(struct jsonl *jsonl, const struct found *found,
                          const struct json_value *object)
{
    struct metadata *metadata = &jsonl->job->metadata;
    metadata_clear(metadata);
    metadata->folder = jsonl->source->folder;
    metadata->url = slice_trim(json_value_string(found->values[FIELD_URL]));
    metadata->title = slice_trim(json_value_string(found->values[FIELD_TITLE]));
    metadata->date = slice_trim(scalar_text(found->values[FIELD_DATE], &jsonl->arena));
    metadata_add_authors(metadata, found->values[FIELD_AUTHOR]);
    keep_fields(jsonl, object);
}

static struct slice id_of(struct jsonl *jsonl, const struct found *found)
{
    struct slice id = scalar_text(found->values[FIELD_ID], &jsonl->arena);
    if (!id.length)
        id = json_value_string(found->values[FIELD_URL]);
    if (id.length)
        return id;
    struct buffer place = {0};
    buffer_append_string(&place, jsonl->source->name);
    buffer_append_byte(&place, ':');
    buffer_append_number(&place, jsonl->job->lines.number);
    id = arena_copy(&jsonl->arena, buffer_slice(&place));
    buffer_release(&place);
    return id;
}

/* A text that may be HTML: parsed into `html` where it is. */
struct body {
    struct slice text;
    enum markup markup;
    struct html *html;
};

static bool body_read(struct jsonl *jsonl, struct body *body, const struct json_value *value,
                      struct html *html)
{
    body->text = json_value_string(value);
    body->markup = markup_find(body->text);
    body->html = html;
    return body->markup == MARKUP_NONE ||
           html_parse(html, body->text, &jsonl->job->report, job_place(jsonl->job, jsonl->source));
}

static void body_write(const struct body *body, struct page *page)
{
    if (body->markup == MARKUP_NONE)
        page_add_lines(page, (struct slice){NULL, 0}, body->text);
    else
        html_paragraphs(body->html, page, body->markup == MARKUP_INLINE);
}

/* A title or lead as the first paragraphs. */
static void write_field(struct jsonl *jsonl, const struct json_value *value, struct slice field)
{
    struct page *page = &jsonl->job->page;
    struct body body;
    if (!body_read(jsonl, &body, value, &jsonl->short_html))
        return;
    page->field = field;
    body_write(&body, page);
    page->field = (struct slice){NULL, 0};
}

static void take_object(struct jsonl *jsonl, const struct json_value *object)
{
    struct job *job = jsonl->job;
    struct found found;
    struct body body;
    find_fields(jsonl, object, &found);
    if (!body_read(jsonl, &body, found.values[FIELD_TEXT], &job->html))
        return;
    jsonl->documents++;
    jsonl->texts += body.text.length > 0;
    fill_metadata(jsonl, &found, object);
    if (body.markup != MARKUP_NONE)
        html_metadata(body.html, &job->metadata);
    page_begin(&job->page, id_of(jsonl, &found), &job->metadata);
    write_field(jsonl, found.values[FIELD_TITLE], SLICE("title"));
    write_field(jsonl, found.values[FIELD_LEAD], SLICE("lead"));
    body_write(&body, &job->page);
}

static bool parse_line(struct jsonl *jsonl, struct slice line, struct json_value **value,
                       const char **error)
{
    const char *ignored;
    if (json_parse(jsonl->parser, line, value, error))
        return true;
    buffer_clear(&jsonl->rewritten);
    return mongo_rewrite(&jsonl->rewritten, line) &&
           json_parse(jsonl->parser, buffer_slice(&jsonl->rewritten), value, &ignored);
}

static void take_line(struct jsonl *jsonl, struct slice line)
{
    struct json_value *value = NULL;
    const char *error = "another value";
    if (!parse_line(jsonl, line, &value, &error) || json_value_kind_of(value) != JSON_OBJECT)
        report_reject(&jsonl->job->report, job_place(jsonl->job, jsonl->source),
                      "not a JSON object: %s, expected one object a line", error);
    else
        take_object(jsonl, value);
    json_value_free(value);
    arena_clear(&jsonl->arena);
}

/* True for the first line of one JSON array or of indented JSON, of which no line will be good. */
static bool is_other_json(struct slice line)
{
    return line.bytes[0] == '[' || (line.length == 1 && line.bytes[0] == '{');
}

static void read_lines(struct jsonl *jsonl)
{
    struct job *job = jsonl->job;
    bool is_first = true;
    struct slice line;
    job_open_lines(job, jsonl->source);
    while (job_next_line(job, jsonl->source, &line)) {
        line = slice_trim(line);
        if (!line.length)
            continue;
        if (is_first && is_other_json(line)) {
            report_reject(&job->report, job_place(job, jsonl->source),
                          "an array or indented JSON, expected one object a line: jq -c '.[]' or "
                          "jq -c . makes it");
            return;
        }
        is_first = false;
        take_line(jsonl, line);
    }
}

void jsonl_ingest(struct job *job, const struct source *source)
{
    struct jsonl jsonl = {.job = job, .source = source, .parser = json_parser_new(false)};
    html_init(&jsonl.short_html, job->options->settings.max_doc);
    read_lines(&jsonl);
    if (jsonl.documents && !jsonl.texts)
        message_say((struct place){source->name, 0},
                    "no object has a text field, see --text in the manual");
    json_parser_free(jsonl.parser);
    arena_release(&jsonl.arena);
    buffer_release(&jsonl.rewritten);
    html_release(&jsonl.short_html);
}
