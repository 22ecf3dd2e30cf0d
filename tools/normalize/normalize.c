/* normalize: repairs and unifies the characters of records, or of plain text. */
#include "fields.h"
#include "filter.h"
#include "hold.h"
#include "options.h"

#include <inttypes.h>

static struct cli_settings settings;
static struct options options;
static struct repair repair;
static struct fields fields;

/* Of the document being read: */
static struct buffer doc;                /* its id */
static struct charset_evidence evidence; /* what may speak for a code page */
static struct hold held;                 /* lines that wait for the verdict on it */

/* What a scan says of a text, or of the texts of a record. */
struct finding {
    unsigned steps;      /* of the text: as repair_scan has them */
    bool is_ambiguous;   /* it may be in a code page: it must wait */
    bool is_unambiguous; /* it is not */
};

/* A code page is looked for until the document has one. */
static bool detects_charset(void)
{
    const struct charset_verdict *verdict = &repair.verdict;
    bool has_page = verdict->pages[READING_MISREAD] != CHARSET_NONE ||
                    (verdict->pages[READING_RAW] != CHARSET_NONE && !verdict->is_forced);
    return (options.steps & STEP_BIT(STEP_CHARSET)) && !has_page;
}

static struct finding scan_text(struct slice text)
{
    struct finding finding = {.steps = repair_scan(&repair, text)};
    if (!detects_charset())
        return finding;
    bool is_raw = (finding.steps & STEP_BIT(STEP_UTF8)) && !repair.verdict.is_forced;
    bool is_suspect = (finding.steps & STEP_BIT(STEP_CHARSET)) != 0;
    if (is_suspect)
        repair_observe(&repair, &evidence, text, finding.steps);
    finding.is_ambiguous =
        is_raw || charset_is_ambiguous(text) || (is_suspect && charset_is_open(&evidence));
    finding.is_unambiguous = !is_suspect && charset_is_unambiguous(text);
    return finding;
}

static void scan_tag(void *context, struct slice text)
{
    struct finding *finding = context;
    finding->is_ambiguous = scan_text(text).is_ambiguous || finding->is_ambiguous;
}

static struct finding scan_record(const struct record *record)
{
    struct finding finding = scan_text(fields_text(&fields, record));
    if (record->loc.paragraph == 0)
        fields_each_tag(&fields, record, scan_tag, &finding);
    return finding;
}

static void write_record(struct writer *out, struct record *record, unsigned steps)
{
    fields_repair(&fields, &repair, record, steps, options.mark);
    record_write(out, record);
}

static void write_line(struct writer *out, struct slice line, unsigned steps)
{
    struct slice repaired;
    repair_count(&repair, repair_text(&repair, line, steps, &repaired));
    writer_write(out, repaired);
    writer_write_byte(out, settings.delimiter);
    writer_end_record(out);
}

static void flush_record(void *out, struct slice line)
{
    struct record record;
    record_parse(&record, line); /* it was a record when it came */
    write_record(out, &record, repair_scan(&repair, fields_text(&fields, &record)));
}

static void flush_line(void *out, struct slice line)
{
    write_line(out, line, repair_scan(&repair, line));
}

/* Makes the verdict on what is held and writes it. */
static void flush(struct writer *out)
{
    struct charset_verdict verdict = charset_decide(&evidence);
    if (!repair.verdict.is_forced)
        repair.verdict.pages[READING_RAW] = verdict.pages[READING_RAW];
    repair.verdict.pages[READING_MISREAD] = verdict.pages[READING_MISREAD];
    hold_flush(&held, settings.text ? flush_line : flush_record, out);
    evidence = (struct charset_evidence){0};
}

/* Lets the line wait, and all that wait go once waiting is of no more use: there is enough
 * evidence, or too much text, or none of the evidence is for a code page and the line is not in
 * one. */
static void hold_line(struct writer *out, struct slice line, bool is_unambiguous)
{
    hold_add(&held, line);
    if (hold_is_full(&held) || charset_is_settled(&evidence) || out->line_buffered ||
        (is_unambiguous && !charset_is_open(&evidence)))
        flush(out);
}

static void begin_document(struct writer *out)
{
    if (held.count)
        flush(out);
    evidence = (struct charset_evidence){0};
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
        struct finding finding = scan_record(&record);
        if (held.count || finding.is_ambiguous)
            hold_line(out, record.line, finding.is_unambiguous);
        else
            write_record(out, &record, finding.steps);
    }
    begin_document(out);
}

/* With -t, a file is a document. */
static void normalize_lines(struct input *input, struct writer *out)
{
    struct slice line;
    while (!out->error && input_line(input, &line)) {
        if (input->begins_file)
            begin_document(out);
        struct finding finding = scan_text(line);
        if (held.count || finding.is_ambiguous)
            hold_line(out, line, finding.is_unambiguous);
        else
            write_line(out, line, finding.steps);
    }
    begin_document(out);
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
    hold_release(&held);
    fields_release(&fields);
    buffer_release(&doc);
    return (int) status;
}
