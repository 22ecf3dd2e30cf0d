#include "text.h"

/* The paragraph being put together, and where it belongs. */
struct state {
    struct buffer doc; /* id of the document of the paragraph written last */
    struct loc loc;    /* of the record taken last */
    bool is_open;      /* `line` holds a paragraph that is not complete */
    bool has_doc;      /* a document has been begun */
    struct buffer line, gap;
};

void emit_append_line(struct buffer *line, struct slice text)
{
    size_t start = line->length;
    text_unescape(line, text);
    for (size_t i = start; i < line->length; i++)
        if (line->bytes[i] == '\n' || line->bytes[i] == '\r')
            line->bytes[i] = ' ';
}

static void end_paragraph(struct state *state, struct writer *out, struct emit_counts *counts)
{
    if (state->is_open && state->line.length) {
        writer_write(out, buffer_slice(&state->line));
        writer_write_byte(out, '\n');
        writer_end_record(out);
        counts->paragraphs++;
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
    buffer_clear(&state->doc);
    buffer_append(&state->doc, record->doc);
    counts->documents++;
}

static void take(struct state *state, struct writer *out, const struct emit_options *options,
                 const struct record *record, struct emit_counts *counts)
{
    bool is_new_document = !state->has_doc ||
                           !slice_equal(buffer_slice(&state->doc), record->doc) ||
                           loc_compare(record->loc, state->loc) <= 0;
    bool continues = state->is_open && !is_new_document && !options->by_sentence &&
                     record->loc.paragraph == state->loc.paragraph;
    if (continues)
        buffer_append(&state->line, buffer_slice(&state->gap));
    else
        end_paragraph(state, out, counts);
    if (is_new_document)
        begin_document(state, out, record, counts);
    state->is_open = true;
    state->loc = record->loc;
    emit_append_line(&state->line, record->text);
    buffer_clear(&state->gap);
    record_append_gap(&state->gap, record);
    counts->sentences++;
}

void emit_text(struct input *input, struct writer *out, const struct emit_options *options,
               struct emit_counts *counts)
{
    struct state state = {0};
    struct record record;
    while (!out->error && input_record(input, &record)) {
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
    end_paragraph(&state, out, counts);
    buffer_release(&state.doc);
    buffer_release(&state.line);
    buffer_release(&state.gap);
}
