/* segment: splits the paragraphs of records, or of plain text, into sentences. */
#include "filter.h"
#include "language.h"
#include "memory.h"
#include "sentence/sentence.h"
#include "tags.h"
#include "unicode.h"

#include <inttypes.h>
#include <stdlib.h>

enum { KEY_RULES = 256 };

static struct cli_settings settings;
static struct {
    const char **paths; /* of --rules */
    size_t count;
} users_rules;
static struct sentence_rules rules;
static struct buffer plain, escaped, tags;
static uint64_t sentences;

/* Takes the next sentence, and the white space behind it, off *rest. */
static bool next_sentence(struct slice *rest, struct slice *sentence, struct slice *gap)
{
    uint32_t character;
    if (!rest->length)
        return false;
    *sentence = slice_of(rest->bytes, sentence_length(&rules, *rest));
    struct slice behind = slice_from_offset(*rest, sentence->length), after = behind;
    *rest = behind;
    while (unicode_next(&after, &character) && unicode_is_space(character))
        *rest = after;
    *gap = slice_of(behind.bytes, behind.length - rest->length);
    sentences++;
    return true;
}

/* One space is what stands between sentences; anything else is told by a tag. */
static struct slice tags_with_gap(struct slice all, struct slice gap, bool is_last)
{
    struct slice key = SLICE("spacesafter");
    bool is_usual = is_last || slice_equal(gap, SLICE(" "));
    if (is_usual && !tags_get(all, key).bytes)
        return all;
    buffer_clear(&tags);
    tags_copy_without(&tags, all, key);
    if (!is_usual)
        tags_add(&tags, key, gap);
    return buffer_slice(&tags);
}

static void write_sentences(struct writer *out, const struct record *paragraph)
{
    struct slice rest = text_plain(paragraph->text, &plain), sentence, gap;
    struct record record = *paragraph;
    while (next_sentence(&rest, &sentence, &gap)) {
        if (!rest.length) /* white space at the paragraph's end has no tag to stand in */
            sentence.length += gap.length;
        buffer_clear(&escaped);
        text_escape(&escaped, sentence);
        record.text = buffer_slice(&escaped);
        record.tags = tags_with_gap(paragraph->tags, gap, !rest.length);
        record.loc.sentence++;
        record_write(out, &record);
    }
}

/* Metadata, empty paragraphs and what is segmented already pass as they are. */
static bool is_to_be_split(const struct record *record)
{
    return record->loc.paragraph && !record->loc.sentence && !record->words.bytes &&
           record->text.length;
}

static void segment_records(struct input *input, struct writer *out)
{
    struct record record;
    while (!out->error && input_record(input, &record)) {
        if (is_to_be_split(&record))
            write_sentences(out, &record);
        else
            record_write(out, &record);
    }
}

static void segment_lines(struct input *input, struct writer *out)
{
    struct slice line, sentence, gap;
    while (!out->error && input_line(input, &line)) {
        struct slice rest = slice_trim(line);
        if (!rest.length)
            writer_write_byte(out, settings.delimiter);
        while (next_sentence(&rest, &sentence, &gap)) {
            writer_write(out, sentence);
            writer_write_byte(out, settings.delimiter);
        }
        writer_end_record(out);
    }
}

static void print_stats(const struct input *input)
{
    message_say(NO_PLACE, "%" PRIu64 " %s, %" PRIu64 " rejected; %" PRIu64 " sentences",
                input->accepted, settings.text ? "lines" : "records", input->rejected, sentences);
}

static const char *take_option(void *context, int key, const char *value)
{
    (void) context;
    (void) key;
    users_rules.paths =
        memory_resize_array(users_rules.paths, users_rules.count + 1, sizeof *users_rules.paths);
    users_rules.paths[users_rules.count++] = value;
    return NULL;
}

/* Those of the language, then the user's, which win. All wrong lines are reported. */
static bool load_rules(void)
{
    bool good = sentence_rules_load(&rules, settings.language->code);
    for (size_t i = 0; i < users_rules.count; i++)
        good = abbreviations_read(&rules.abbreviations, users_rules.paths[i]) && good;
    free(users_rules.paths);
    return good;
}

static const struct cli_option options[] = {
    {KEY_RULES, "rules", "FILE", "more abbreviations, one a line; may be given again"},
    {0},
};

static const struct cli_program program = {
    .synopsis = "[--rules FILE] [--stats] [--strict] [--lang CODE] [file ...]\n"
                "-t [-z] [--rules FILE] [--stats] [--lang CODE] [file ...]",
    .purpose = "Splits the paragraphs of records, or (-t) of plain text, into sentences.",
    .shared = CLI_TEXT | CLI_STRICT | CLI_LANG | CLI_STATS,
    .options = options,
    .take = take_option,
};

int main(int argc, char **argv)
{
    int operands;
    struct input input;
    enum cli_result result = cli_read(&program, argc, argv, &settings, NULL, &operands);
    if (result != CLI_GO)
        return (int) cli_status(result);
    if (!load_rules())
        return STATUS_TROUBLE;
    enum status status = filter_run(&input, &settings, argv + operands, argc - operands,
                                    segment_records, segment_lines);
    if (settings.stats)
        print_stats(&input);
    sentence_rules_release(&rules);
    return (int) status;
}
