/* normalize: repairs and unifies the characters of records, or of plain text. */
#include "fields.h"
#include "filter.h"
#include "hold.h"
#include "options.h"

#include <inttypes.h>

static struct cli_settings settings;
static struct options options;
static struct repair repair;
static struct hold hold;
static struct buffer plain, doc; /* doc: the id of the document being read */

/* What a text, or the texts of a record, say of the code page of their document. */
struct look {
    unsigned steps;   /* what repair_scan says */
    bool is_doubtful; /* nothing yet, or that it has one */
    bool is_honest;   /* that it has none */
};

/* Where code pages are to be found out: the user has not named one. */
static bool is_page_open(void)
{
    return (options.steps & STEP_BIT(STEP_CHARSET)) && !options.charset.is_forced;
}

static struct look look_at(struct slice text)
{
    struct look look = {.steps = repair_scan(&repair, text)};
    if (!is_page_open())
        return look;
    bool is_suspect = (look.steps & STEP_BIT(STEP_CHARSET)) != 0;
    look.is_doubtful = charset_is_doubtful(text);
    look.is_honest = !is_suspect && !look.is_doubtful && charset_is_utf8(text);
    if (is_suspect)
        repair_observe(&repair, &hold.evidence, text, look.steps);
    look.is_doubtful = look.is_doubtful || (is_suspect && charset_is_open(&hold.evidence));
    return look;
}

static void look_at_tag(void *context, struct slice text)
{
    struct look *look = context;
    look->is_doubtful = look_at(text).is_doubtful || look->is_doubtful;
}

static struct look look_at_record(const struct record *record)
{
    struct look look = look_at(text_plain(record->text, &plain));
    if (record->loc.paragraph == 0)
        fields_each_tag(record, look_at_tag, &look);
    return look;
}

static void write_record(struct writer *out, struct record *record, unsigned steps)
{
    fields_repair(&repair, record, steps, options.mark);
    record_write(out, record);
}

static void write_line(struct writer *out, struct slice line, unsigned steps)
{
    struct slice repaired;
    repair_text(&repair, line, steps, &repaired);
    writer_write(out, repaired);
    writer_write_byte(out, settings.delimiter);
    writer_end_record(out);
}

static void give_record(void *out, struct slice line)
{
    struct record record;
    record_parse(&record, line); /* it was a record when it came */
    write_record(out, &record, repair_scan(&repair, text_plain(record.text, &plain)));
}

static void give_line(void *out, struct slice line)
{
    write_line(out, line, repair_scan(&repair, line));
}

/* Makes the verdict on what is held and lets it go. Where nothing more speaks for a code page, the
 * one found earlier in the document holds. */
static void give_held(struct writer *out)
{
    struct charset_verdict verdict = charset_decide(&hold.evidence);
    for (int kind = 0; kind < CHARSET_KINDS; kind++)
        if (verdict.pages[kind] != CHARSET_NONE)
            repair.verdict.pages[kind] = verdict.pages[kind];
    hold_give(&hold, settings.text ? give_line : give_record, out);
}

static void hold_line(struct writer *out, struct slice line, bool is_honest)
{
    hold_add(&hold, line);
    if (hold_is_over(&hold, is_honest) || out->line_buffered)
        give_held(out);
}

static void begin_document(struct writer *out)
{
    give_held(out);
    hold.evidence = (struct charset_evidence){0};
    repair.verdict = options.charset;
}

/* A document begins where the id changes or a loc of 0 comes. */
static bool begins_document(const struct record *record)
{
    if (record->loc.paragraph && slice_equal(record->doc, buffer_slice(&doc)))
        return false;
    buffer_clear(&doc);
    buffer_append(&doc, record->doc);
    return true;
}

static void normalize_records(struct input *input, struct writer *out)
{
    struct record record;
    while (!out->error && input_record(input, &record)) {
        if (begins_document(&record))
            begin_document(out);
        struct look look = look_at_record(&record);
        if (hold.count || look.is_doubtful)
            hold_line(out, record.line, look.is_honest);
        else
            write_record(out, &record, look.steps);
    }
    give_held(out);
}

/* With -t, a file is a document. */
static void normalize_lines(struct input *input, struct writer *out)
{
    struct slice line;
    while (!out->error && input_line(input, &line)) {
        if (input->begins_file)
            begin_document(out);
        struct look look = look_at(line);
        if (hold.count || look.is_doubtful)
            hold_line(out, line, look.is_honest);
        else
            write_line(out, line, look.steps);
    }
    give_held(out);
}

static void print_stats(const struct input *input)
{
    struct buffer text = {0};
    for (int step = 0; step < STEP_COUNT; step++) {
        if (!(options.steps & STEP_BIT(step)))
            continue;
        buffer_append_string(&text, text.length ? ", " : "");
        buffer_append_string(&text, step_names[step]);
        buffer_append_byte(&text, ' ');
        buffer_append_number(&text, repair.changed_by[step]);
    }
    message_say(NO_PLACE, "%" PRIu64 " %s, %" PRIu64 " rejected; %" PRIu64 " texts changed (%s)",
                input->accepted, settings.text ? "lines" : "records", input->rejected,
                repair.changed, buffer_string(&text));
    buffer_release(&text);
}

static const struct cli_program program = {
    .synopsis = "[--mark] [--stats] [--strict] [option ...] [file ...]\n"
                "-t [-z] [--stats] [option ...] [file ...]",
    .purpose = "Repairs and unifies the characters of records, or (-t) of plain text.",
    .shared = CLI_TEXT | CLI_STRICT | CLI_LANG | CLI_STATS,
    .options = options_table,
    .take = options_take,
};

int main(int argc, char **argv)
{
    int operands;
    struct input input;
    options = OPTIONS_DEFAULT;
    enum cli_result result = cli_read(&program, argc, argv, &settings, &options, &operands);
    if (result != CLI_GO)
        return (int) cli_status(result);
    if (settings.text && options.mark) {
        message_say(NO_PLACE, "--mark needs records, expected no -t: plain text has no tags");
        return STATUS_TROUBLE;
    }
    if (options.tones == SPELLING_KEEP)
        options.steps &= ~STEP_BIT(STEP_TONES);
    repair = (struct repair){.steps = options.steps,
                             .spelling = options.tones,
                             .language = settings.language,
                             .verdict = options.charset};
    if (repair.language->load_words && !repair.language->load_words())
        return STATUS_TROUBLE;
    enum status status = filter_run(&input, &settings, argv + operands, argc - operands,
                                    normalize_records, normalize_lines);
    if (settings.stats)
        print_stats(&input);
    repair_release(&repair);
    hold_release(&hold);
    fields_release();
    buffer_release(&plain);
    buffer_release(&doc);
    return (int) status;
}
