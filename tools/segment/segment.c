/* segment: splits the paragraphs of records, or of plain text, into sentences, and these into
 * words.
 */
#include "filter.h"
#include "language.h"
#include "sentence/sentence.h"
#include "tags.h"
#include "unicode.h"
#include "word/segmenter.h"

#include <inttypes.h>

enum { KEY_RULES = 256, KEY_DICT };

static struct cli_settings settings;
static bool wants_words; /* -w */
static struct cli_paths users_rules, dictionaries;
static struct sentence_rules rules;
static struct segmenter segmenter; /* loaded only with -w */
static struct buffer plain, escaped, tags, words, escaped_words;
static uint64_t sentences, word_count;

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

/* The words of a sentence, valid until the next call. */
static struct slice words_of(struct slice sentence)
{
    buffer_clear(&words);
    word_count += segmenter_append_words(&segmenter, &words, sentence);
    return buffer_slice(&words);
}

/* Gives the record of a sentence the words field, unless it has no words. */
static void add_words(struct record *record, struct slice sentence)
{
    struct slice found = words_of(sentence);
    buffer_clear(&escaped_words);
    text_escape(&escaped_words, found);
    record->words = found.length ? buffer_slice(&escaped_words) : (struct slice){0};
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
        if (wants_words)
            add_words(&record, sentence);
        record.loc.sentence++;
        record_write(out, &record);
    }
}

/* Metadata and empty texts have neither sentences nor words. */
static bool is_unsegmented(const struct record *record)
{
    return record->loc.paragraph && record->text.length && !record->words.bytes;
}

static void segment_records(struct input *input, struct writer *out)
{
    struct record record;
    while (!out->error && input_record(input, &record)) {
        if (is_unsegmented(&record) && !record.loc.sentence) {
            write_sentences(out, &record);
            continue;
        }
        if (is_unsegmented(&record) && wants_words)
            add_words(&record, text_plain(record.text, &plain));
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
            writer_write(out, wants_words ? words_of(sentence) : sentence);
            writer_write_byte(out, settings.delimiter);
        }
        writer_end_record(out);
    }
}

static void print_stats(const struct input *input)
{
    struct buffer text = {0};
    if (wants_words) {
        buffer_append_string(&text, ", ");
        buffer_append_number(&text, word_count);
        buffer_append_string(&text, " words");
    }
    message_say(NO_PLACE, "%" PRIu64 " %s, %" PRIu64 " rejected; %" PRIu64 " sentences%s",
                input->accepted, settings.text ? "lines" : "records", input->rejected, sentences,
                buffer_string(&text));
    buffer_release(&text);
}

static const char *take_option(void *context, int key, const char *value)
{
    (void) context;
    switch (key) {
    case 'w':
        wants_words = true;
        break;
    case KEY_RULES:
        cli_paths_add(&users_rules, value);
        break;
    default:
        cli_paths_add(&dictionaries, value);
    }
    return NULL;
}

/* Those of the language, then the user's, which win. All wrong lines are reported. */
static bool load_rules(void)
{
    bool good = sentence_rules_load(&rules, settings.language);
    for (size_t i = 0; i < users_rules.count; i++)
        good = abbreviations_read(&rules.abbreviations, users_rules.paths[i]) && good;
    return good;
}

static bool load_words(void)
{
    bool good = segmenter_load(&segmenter, settings.language, &rules.abbreviations);
    for (size_t i = 0; good && i < dictionaries.count; i++)
        good = segmenter_read_dictionary(&segmenter, dictionaries.paths[i]);
    return good;
}

static void release(void)
{
    sentence_rules_release(&rules);
    segmenter_release(&segmenter);
    cli_paths_release(&users_rules);
    cli_paths_release(&dictionaries);
}

static const struct cli_option options[] = {
    {'w', "words", NULL, "find the words of sentences, too"},
    {KEY_DICT, "dict", "FILE",
     "with -w, words that are always one, a line each; may be given again"},
    {KEY_RULES, "rules", "FILE", "more abbreviations, one a line; may be given again"},
    {0},
};

static const struct cli_program program = {
    .synopsis = "[-w [--dict FILE]] [--rules FILE] [option ...] [file ...]\n"
                "-t [-z] [-w [--dict FILE]] [--rules FILE] [option ...] [file ...]",
    .purpose = "Splits the paragraphs of records, or (-t) of plain text, into sentences, and (-w) "
               "words.",
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
    if (dictionaries.count && !wants_words) {
        message_say(NO_PLACE, "--dict goes with -w, see --help");
        return STATUS_TROUBLE;
    }
    if (!load_rules() || (wants_words && !load_words()))
        return STATUS_TROUBLE;
    enum status status = filter_run(&input, &settings, argv + operands, argc - operands,
                                    segment_records, segment_lines);
    if (settings.stats)
        print_stats(&input);
    release();
    return (int) status;
}
