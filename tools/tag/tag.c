/* tag: says what every paragraph of a page is. */
#include "decode.h"
#include "document.h"
#include "filter.h"
#include "tags.h"
#include "unicode.h"

#include <inttypes.h>
#include <stdlib.h>

/* What features and decoder hold of a paragraph, about, in bytes. */
enum { PARAGRAPH_COST = 1024 };

static struct cli_settings settings;
static struct feature_reader *reader;
static struct decoder *decoder;
static struct buffer tags;
static uint64_t documents, by_role[ROLE_COUNT];

static struct slice tags_with_role(struct slice all, enum role role)
{
    buffer_clear(&tags);
    tags_copy_without(&tags, all, SLICE("role"));
    tags_add(&tags, SLICE("role"), slice_from_string(role_name(role)));
    return buffer_slice(&tags);
}

static void write_paragraph(struct writer *out, const struct paragraph *paragraph, enum role role)
{
    for (size_t i = 0; i < paragraph->count; i++) {
        struct record record = paragraph->records[i];
        record.tags = tags_with_role(record.tags, role);
        record_write(out, &record);
    }
}

static void tag_document(struct writer *out, const struct document *document)
{
    const struct record *metadata = document_metadata(document);
    const struct features *features = feature_reader_read(reader, document);
    const enum role *roles = decoder_decode(decoder, features, document->paragraph_count);
    if (metadata)
        record_write(out, metadata);
    for (size_t i = 0; i < document->paragraph_count; i++) {
        write_paragraph(out, &document->paragraphs[i], roles[i]);
        by_role[roles[i]]++;
    }
    documents++;
}

static void pass_on(struct writer *out, struct input *input, const struct document *document)
{
    struct record record;
    for (size_t i = 0; i < document->count; i++)
        record_write(out, &document->records[i]);
    while (!out->error && document_next_part(document, input, &record))
        record_write(out, &record);
}

static void tag_records(struct input *input, struct writer *out)
{
    struct document document = {.cost = PARAGRAPH_COST};
    enum document_result result;
    while (!out->error && (result = document_read(&document, input)) != DOCUMENT_END) {
        if (result == DOCUMENT_WHOLE)
            tag_document(out, &document);
        else
            pass_on(out, input, &document);
    }
    document_release(&document);
}

/* Blank lines, which are no paragraphs, come out empty: those from number *line up to `end`. */
static void write_blank_lines(struct writer *out, uint32_t *line, uint32_t end)
{
    for (; *line < end; ++*line)
        writer_write_byte(out, settings.delimiter);
}

static void write_line(struct writer *out, struct slice tags_of_line, struct slice line)
{
    writer_write(out, tags_of_line);
    writer_write_byte(out, '\t');
    writer_write(out, line);
    writer_write_byte(out, settings.delimiter);
}

static void tag_text(struct writer *out, const struct document *document)
{
    const struct features *features = feature_reader_read(reader, document);
    const enum role *roles = decoder_decode(decoder, features, document->paragraph_count);
    uint32_t line = 1;
    for (size_t i = 0; i < document->paragraph_count; i++) {
        const struct record *record = &document->records[i];
        write_blank_lines(out, &line, record->loc.paragraph);
        write_line(out, tags_with_role(SLICE("_"), roles[i]), record->line);
        line++;
        by_role[roles[i]]++;
    }
    write_blank_lines(out, &line, document->line_count + 1);
    writer_end_record(out);
    documents++;
}

static void pass_on_text(struct writer *out, struct input *input, const struct document *document)
{
    struct slice text;
    uint32_t line = 1;
    for (size_t i = 0; i < document->count; i++) {
        write_blank_lines(out, &line, document->records[i].loc.paragraph);
        write_line(out, SLICE("_"), document->records[i].line);
        line++;
    }
    write_blank_lines(out, &line, document->line_count + 1);
    while (!out->error && document_next_line(input, &text)) {
        if (unicode_text_is_blank(text))
            writer_write_byte(out, settings.delimiter);
        else
            write_line(out, SLICE("_"), text);
    }
}

static void tag_files(struct input *input, struct writer *out)
{
    struct document document = {.cost = PARAGRAPH_COST};
    enum document_result result;
    while (!out->error && (result = document_read_text(&document, input)) != DOCUMENT_END) {
        if (result == DOCUMENT_WHOLE)
            tag_text(out, &document);
        else
            pass_on_text(out, input, &document);
    }
    document_release(&document);
}

static void print_stats(const struct input *input)
{
    struct buffer text = {0};
    for (size_t role = 0; role < ROLE_COUNT; role++) {
        buffer_append_string(&text, role ? ", " : "");
        buffer_append_string(&text, role_name((enum role) role));
        buffer_append_byte(&text, ' ');
        buffer_append_number(&text, by_role[role]);
    }
    message_say(NO_PLACE,
                "%" PRIu64 " %s, %" PRIu64 " rejected; %" PRIu64 " documents; paragraphs: %s",
                input->accepted, settings.text ? "lines" : "records", input->rejected, documents,
                buffer_string(&text));
    buffer_release(&text);
}

static const struct cli_program program = {
    .synopsis = "[--stats] [--strict] [--lang CODE] [--max-doc SIZE] [file ...]\n"
                "-t [-z] [--stats] [--lang CODE] [--max-doc SIZE] [file ...]",
    .purpose = "Says what every paragraph of a page is: adds a role to its tags.",
    .shared = CLI_TEXT | CLI_STRICT | CLI_LANG | CLI_DOC | CLI_STATS,
};

int main(int argc, char **argv)
{
    int operands;
    struct input input;
    enum cli_result result = cli_read(&program, argc, argv, &settings, NULL, &operands);
    if (result != CLI_GO)
        return (int) cli_status(result);
    const char *language = settings.language->code;
    struct rules *rules = rules_load(language);
    struct weights *weights = rules ? weights_load(language, rules) : NULL;
    reader = weights ? feature_reader_new(rules, settings.language) : NULL;
    if (!reader) {
        free(weights);
        rules_free(rules);
        return STATUS_TROUBLE;
    }
    decoder = decoder_new(weights);
    enum status status =
        filter_run(&input, &settings, argv + operands, argc - operands, tag_records, tag_files);
    if (settings.stats)
        print_stats(&input);
    decoder_free(decoder);
    feature_reader_free(reader);
    free(weights);
    rules_free(rules);
    buffer_release(&tags);
    return (int) status;
}
