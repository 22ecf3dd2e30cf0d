#include "text.h"

/* The paragraph being put together, and where it belongs. */
struct state {
    struct buffer doc; /* id of the document of the paragraph written last */
    struct loc loc;    /* of the record taken last */
    bool is_open;      /* `line` holds a paragraph that is not complete */
    bool has_doc;      /* a document has been begun */
    bool is_past_doc;  /* a metadata record has come since: another of the same id */
    struct buffer line, gap;
};

/* A paragraph is one line: its line breaks, from `start` on, become spaces. */
static void join_lines(struct buffer *line, size_t start)
{
    for (size_t i = start; i < line->length; i++)
        if (line->bytes[i] == '\n' || line->bytes[i] == '\r')
            line->bytes[i] = ' ';
}

void emit_append_line(struct buffer *line, struct slice text)
{
    size_t start = line->length;
    text_unescape(line, text);
    join_lines(line, start);
}

void emit_append_gap(struct buffer *line, const struct record *record)
{
    size_t start = line->length;
    record_append_gap(line, record);
    join_lines(line, start);
}

static void end_paragraph(struct state *state, struct writer *out)
{
    if (state->is_open && state->line.length) {
        writer_write(out, buffer_slice(&state->line));
        writer_write_byte(out, '\n');
        writer_end_record(out);
    }
    buffer_clear(&state->line);
    state->is_open = false;
}

/* A blank line parts documents; one of which nothing is left leaves none. */
static void begin_document(struct state *state, struct writer *out, const struct record *record,
                           struct emit_counts *counts)
{
    if (state->has_doc)
        writer_write_byte(out, '\n');
    state->has_doc = true;
    state->is_past_doc = false;
    buffer_clear(&state->doc);
    buffer_append(&state->doc, record->doc);
    counts->documents++;
}

static void take(struct state *state, struct writer *out, const struct emit_options *options,
                 const struct record *record, struct emit_counts *counts)
{
    bool is_new_document = !state->has_doc || state->is_past_doc ||
                           !slice_equal(buffer_slice(&state->doc), record->doc);
    bool continues =
        state->is_open && !is_new_document && record->loc.paragraph == state->loc.paragraph;
    if (continues && !options->by_sentence)
        buffer_append(&state->line, buffer_slice(&state->gap));
    else
        end_paragraph(state, out);
    if (is_new_document)
        begin_document(state, out, record, counts);
    state->is_open = true;
    state->loc = record->loc;
    emit_append_line(&state->line, record->text);
    buffer_clear(&state->gap);
    emit_append_gap(&state->gap, record);
    counts->paragraphs += !continues;
    counts->sentences++;
}

void emit_text(struct input *input, struct writer *out, const struct emit_options *options,
               struct emit_counts *counts)
{
    struct state state = {0};
    struct record record;
    while (!out->error && input_record(input, &record)) {
        state.is_past_doc = state.is_past_doc || record.loc.paragraph == 0;
        if (!emit_wants(options, &record)) {
            counts->left_out++;
            continue;
        }
        if (record.loc.paragraph == 0 || !record.text.length)
            continue;
        if (options->metadata == EMIT_METADATA_MOVE && emit_is_metadata(&record))
            continue;
        take(&state, out, options, &record, counts);
    }
    end_paragraph(&state, out);
    buffer_release(&state.doc);
    buffer_release(&state.line);
    buffer_release(&state.gap);
}
