/* tag: says what the parts of a document are, in layers: roles, languages, dates, names, words. */
#include "filter.h"
#include "layers.h"
#include "page.h"
#include "tags.h"
#include "unicode.h"

#include <inttypes.h>
#include <string.h>

enum { PARAGRAPH_COST = 32 }; /* bytes that page.h holds of one; what layers hold comes on top */

enum { KEY_LAYERS = 256, KEY_POS, KEY_RULES, KEY_CONFIDENCE };

/* A layer that runs. */
struct active {
    const struct layer *layer;
    void *state;
};

static struct cli_settings settings;
static struct cli_paths rules;
static struct layer_settings layer_settings = {.rules = &rules};
static bool is_chosen[LAYERS]; /* by number in layers[] */
static bool has_pos_option;
static struct active actives[LAYERS];
static size_t active_count;
/* The tags of the layers that run: those that metadata records can have come first. */
static struct slice owned_keys[LAYERS * LAYER_KEYS];
static size_t owned_count, owned_metadata_count;
static struct page_reader reader;
static struct buffer tags, plain, words, escaped;
static uint64_t documents;

static const struct page *read_page(const struct document *document)
{
    const struct page *page = page_read(&reader, document);
    for (size_t i = 0; i < active_count; i++)
        actives[i].layer->read(actives[i].state, page);
    documents++;
    return page;
}

/* The record's tags with those of the layers, valid until the next call. */
static struct slice tags_of(const struct page *page, const struct layer_record *at)
{
    buffer_clear(&tags);
    tags_copy_without_any(&tags, at->record->tags, owned_keys,
                          at->paragraph == LAYER_METADATA ? owned_metadata_count : owned_count);
    for (size_t i = 0; i < active_count; i++)
        if (actives[i].layer->add_tags)
            actives[i].layer->add_tags(actives[i].state, page, at, &tags);
    return buffer_slice(&tags);
}

/* A layer that rewrites words, or null. */
static const struct active *word_tagger(void)
{
    for (size_t i = 0; i < active_count; i++)
        if (actives[i].layer->tag_words)
            return &actives[i];
    return NULL;
}

/* The words field as the layers leave it, escaped, valid until the next call. */
static struct slice words_of(const struct record *record)
{
    const struct active *tagger = word_tagger();
    if (!tagger || !record->words.bytes)
        return record->words;
    buffer_clear(&words);
    buffer_clear(&escaped);
    tagger->layer->tag_words(tagger->state, text_plain(record->words, &plain), &words);
    text_escape(&escaped, buffer_slice(&words));
    return buffer_slice(&escaped);
}

static void write_record(struct writer *out, const struct page *page, struct layer_record at)
{
    struct record record = *at.record;
    record.tags = tags_of(page, &at);
    record.words = words_of(&record);
    record_write(out, &record);
}

static void tag_document(struct writer *out, const struct document *document)
{
    const struct page *page = read_page(document);
    size_t number = 0;
    if (document_metadata(document))
        write_record(out, page,
                     (struct layer_record){&document->records[number++], 0, LAYER_METADATA});
    for (size_t i = 0; i < document->paragraph_count; i++)
        for (size_t k = 0; k < document->paragraphs[i].count; k++, number++)
            write_record(out, page, (struct layer_record){&document->records[number], number, i});
}

static void pass_on(struct writer *out, struct input *input, const struct document *document)
{
    struct record record;
    for (size_t i = 0; i < document->count; i++)
        record_write(out, &document->records[i]);
    while (!out->error && document_next_part(document, input, &record))
        record_write(out, &record);
}

static size_t paragraph_cost(void)
{
    size_t cost = PARAGRAPH_COST;
    for (size_t i = 0; i < active_count; i++)
        cost += actives[i].layer->cost;
    return cost;
}

static void tag_records(struct input *input, struct writer *out)
{
    struct document document = {.cost = paragraph_cost()};
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

/* Empty tags are written as "_". */
static void write_line(struct writer *out, struct slice tags_of_line, struct slice line)
{
    writer_write(out, tags_of_line.length ? tags_of_line : SLICE("_"));
    writer_write_byte(out, '\t');
    writer_write(out, line);
    writer_write_byte(out, settings.delimiter);
}

/* The line, with its words tagged where a layer does that. */
static struct slice line_of(struct slice line)
{
    const struct active *tagger = word_tagger();
    if (!tagger)
        return line;
    buffer_clear(&words);
    tagger->layer->tag_words(tagger->state, line, &words);
    return buffer_slice(&words);
}

static void tag_text(struct writer *out, const struct document *document)
{
    const struct page *page = read_page(document);
    uint32_t line = 1;
    for (size_t i = 0; i < document->paragraph_count; i++) {
        const struct record *record = &document->records[i];
        write_blank_lines(out, &line, record->loc.paragraph);
        write_line(out, tags_of(page, &(struct layer_record){record, i, i}), line_of(record->line));
        line++;
    }
    write_blank_lines(out, &line, document->line_count + 1);
    writer_end_record(out);
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
    struct document document = {.cost = paragraph_cost()};
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
    for (size_t i = 0; i < active_count; i++) {
        if (!actives[i].layer->append_stats)
            continue;
        size_t before = text.length;
        buffer_append_string(&text, "; ");
        size_t start = text.length;
        actives[i].layer->append_stats(actives[i].state, &text);
        if (text.length == start) /* it had nothing to count */
            text.length = before;
    }
    message_say(NO_PLACE, "%" PRIu64 " %s, %" PRIu64 " rejected; %" PRIu64 " documents%s",
                input->accepted, settings.text ? "lines" : "records", input->rejected, documents,
                buffer_string(&text));
    buffer_release(&text);
}

/* Returns false where there is no layer of this name. */
static bool choose(struct slice name)
{
    for (size_t i = 0; i < LAYERS; i++) {
        if (!slice_equal(name, slice_from_string(layers[i]->name)))
            continue;
        is_chosen[i] = true;
        return true;
    }
    return false;
}

static bool choose_only(const char *list)
{
    struct slice rest = slice_from_string(list), name;
    memset(is_chosen, 0, sizeof is_chosen);
    while (slice_cut(&rest, ',', &name))
        if (!choose(name))
            return false;
    return true;
}

/* Takes 0 to 1 with at most two decimals, such as 0.95. */
static bool parse_confidence(struct slice text, unsigned *hundredths)
{
    struct slice whole, rest = text;
    unsigned value = 0;
    slice_cut(&rest, '.', &whole);
    if (whole.length != 1 || rest.length > 2 || (text.length > 1 && !rest.length))
        return false;
    const char digits[3] = {whole.bytes[0], rest.length > 0 ? rest.bytes[0] : '0',
                            rest.length > 1 ? rest.bytes[1] : '0'};
    for (size_t i = 0; i < sizeof digits; i++) {
        if (digits[i] < '0' || digits[i] > '9')
            return false;
        value = value * 10 + (unsigned) (digits[i] - '0');
    }
    *hundredths = value;
    return value <= 100;
}

static const char *take_option(void *context, int key, const char *value)
{
    (void) context;
    switch (key) {
    case KEY_LAYERS:
        return choose_only(value) ? NULL
                                  : "layers of role, lang, date, pos and ner, joined by commas";
    case KEY_POS:
        has_pos_option = true;
        return NULL;
    case KEY_RULES:
        cli_paths_add(&rules, value);
        return NULL;
    default:
        return parse_confidence(slice_from_string(value), &layer_settings.least_confidence)
                   ? NULL
                   : "a number from 0 to 1, such as 0.9";
    }
}

/* Takes over the keys of the layers that tag metadata, or of those that don't. */
static void own_keys(bool of_metadata)
{
    for (size_t i = 0; i < active_count; i++) {
        const struct layer *layer = actives[i].layer;
        for (size_t k = 0; k < LAYER_KEYS && layer->keys[k] && layer->tags_metadata == of_metadata;
             k++)
            owned_keys[owned_count++] = slice_from_string(layer->keys[k]);
    }
}

/* All layers are tried, so that all that is wrong is reported. */
static bool open_layers(void)
{
    bool good = true;
    for (size_t i = 0; i < LAYERS; i++) {
        if (!is_chosen[i])
            continue;
        void *state = layers[i]->open(&layer_settings);
        good = good && state;
        if (!state)
            continue;
        actives[active_count++] = (struct active){layers[i], state};
    }
    own_keys(true);
    owned_metadata_count = owned_count;
    own_keys(false);
    return good;
}

static void release(void)
{
    for (size_t i = 0; i < active_count; i++)
        actives[i].layer->close(actives[i].state);
    page_reader_release(&reader);
    cli_paths_release(&rules);
    buffer_release(&tags);
    buffer_release(&plain);
    buffer_release(&words);
    buffer_release(&escaped);
}

static const struct cli_option options[] = {
    {KEY_LAYERS, "layers", "LIST", "what to tell: role,lang,date,pos,ner (default role,lang)"},
    {KEY_POS, "pos", NULL, "the layer pos, too"},
    {KEY_CONFIDENCE, "min-conf", "NUMBER", "give no role that is less sure than this, from 0 to 1"},
    {KEY_RULES, "rules", "FILE", "more rules for roles; may be given again"},
    {0},
};

static const struct cli_program program = {
    .synopsis =
        "[--layers LIST] [--pos] [--min-conf NUMBER] [--rules FILE] [option ...] [file ...]\n"
        "-t [-z] [--layers LIST] [--pos] [--min-conf NUMBER] [--rules FILE] [option ...] "
        "[file ...]",
    .purpose = "Says what the parts of a document are: roles, languages, dates, names, words.",
    .shared = CLI_TEXT | CLI_STRICT | CLI_LANG | CLI_DOC | CLI_STATS,
    .options = options,
    .take = take_option,
};

int main(int argc, char **argv)
{
    int operands;
    struct input input;
    choose_only("role,lang");
    enum cli_result result = cli_read(&program, argc, argv, &settings, NULL, &operands);
    if (result != CLI_GO)
        return (int) cli_status(result);
    if (has_pos_option) /* wherever it stands: --layers takes back what was chosen before it */
        choose(SLICE("pos"));
    layer_settings.language = settings.language;
    if (!open_layers()) {
        release();
        return STATUS_TROUBLE;
    }
    enum status status =
        filter_run(&input, &settings, argv + operands, argc - operands, tag_records, tag_files);
    if (settings.stats)
        print_stats(&input);
    release();
    return (int) status;
}
