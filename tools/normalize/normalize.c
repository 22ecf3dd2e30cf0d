/* normalize: repairs and unifies the characters of records, or of plain text. */
#include "filter.h"
#include "repair.h"
#include "tags.h"

#include <inttypes.h>

static struct cli_settings settings;
static struct repair repair;
static struct buffer plain, escaped, words, tags, value;

/* The text of a record, repaired; the same slice if it was clean. */
static struct slice repair_field(struct slice text, struct buffer *out)
{
    struct slice repaired;
    if (!repair_text(&repair, text_plain(text, &plain), &repaired))
        return text;
    buffer_clear(out);
    text_escape(out, repaired);
    return buffer_slice(out);
}

/* The text of a metadata record lies in its tags: a title and an author are written by people and
 * need the same repair as the text they stand for. */
static bool is_text_tag(struct slice key)
{
    return slice_equal(key, SLICE("title")) || slice_equal(key, SLICE("author"));
}

static void repair_values(struct slice values)
{
    struct slice one, repaired;
    bool first = true;
    while (tags_next_value(&values, &one)) {
        if (!first)
            buffer_append_byte(&tags, ';');
        first = false;
        buffer_clear(&value);
        tags_unescape(&value, one);
        if (repair_text(&repair, buffer_slice(&value), &repaired))
            tags_escape(&tags, repaired);
        else
            buffer_append(&tags, one);
    }
}

static struct slice repair_tags(struct slice all)
{
    struct slice key, values;
    buffer_clear(&tags);
    while (tags_next(&all, &key, &values)) {
        if (tags.length)
            buffer_append_byte(&tags, '|');
        buffer_append(&tags, key);
        buffer_append_byte(&tags, '=');
        if (is_text_tag(key))
            repair_values(values);
        else
            buffer_append(&tags, values);
    }
    return buffer_slice(&tags);
}

static void repair_record(struct record *record)
{
    if (record->loc.paragraph == 0)
        record->tags = repair_tags(record->tags);
    struct slice text = repair_field(record->text, &escaped);
    if (text.bytes == record->text.bytes)
        return;
    record->text = text;
    if (record->words.bytes)
        record->words = repair_field(record->words, &words);
}

static void normalize_records(struct input *input, struct writer *out)
{
    struct record record;
    while (!out->error && input_record(input, &record)) {
        repair_record(&record);
        record_write(out, &record);
    }
}

static void normalize_lines(struct input *input, struct writer *out)
{
    struct slice line, repaired;
    while (!out->error && input_line(input, &line)) {
        writer_write(out, repair_text(&repair, line, &repaired) ? repaired : line);
        writer_write_byte(out, settings.delimiter);
        writer_end_record(out);
    }
}

static void print_stats(const struct input *input)
{
    struct buffer text = {0};
    for (int step = 0; step < REPAIR_STEPS; step++) {
        buffer_append_string(&text, step ? ", " : "");
        buffer_append_string(&text, repair_step_names[step]);
        buffer_append_byte(&text, ' ');
        buffer_append_number(&text, repair.changed_by[step]);
    }
    message_say(NO_PLACE, "%" PRIu64 " %s, %" PRIu64 " rejected; %" PRIu64 " texts changed (%s)",
                input->accepted, settings.text ? "lines" : "records", input->rejected,
                repair.changed, buffer_string(&text));
    buffer_release(&text);
}

static const struct cli_program program = {
    .synopsis = "[--stats] [--strict] [file ...]\n"
                "-t [-z] [--stats] [file ...]",
    .purpose = "Repairs and unifies the characters of records, or (-t) of plain text.",
    .shared = CLI_TEXT | CLI_STRICT | CLI_STATS,
};

int main(int argc, char **argv)
{
    int operands;
    struct input input;
    enum cli_result result = cli_read(&program, argc, argv, &settings, NULL, &operands);
    if (result != CLI_GO)
        return (int) cli_status(result);
    enum status status = filter_run(&input, &settings, argv + operands, argc - operands,
                                    normalize_records, normalize_lines);
    if (settings.stats)
        print_stats(&input);
    repair_release(&repair);
    return (int) status;
}
