/* emit: writes records as what the next system wants: text, JSON Lines, CoNLL-U. */
#include "conllu.h"
#include "filter.h"
#include "jsonl.h"
#include "text.h"

#include <inttypes.h>
#include <string.h>

enum { KEY_BY = 256, KEY_ALL, KEY_METADATA };

typedef void emit_format(struct input *input, struct writer *out,
                         const struct emit_options *options, struct emit_counts *counts);

static struct cli_settings settings;
static struct emit_options options;
static struct emit_counts counts;
static emit_format *format = emit_text;

static const char *take_format(const char *name)
{
    static const struct {
        const char *name;
        emit_format *format;
    } formats[] = {{"text", emit_text}, {"jsonl", emit_jsonl}, {"conllu", emit_conllu}};
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        if (strcmp(name, formats[i].name) == 0) {
            format = formats[i].format;
            return NULL;
        }
    }
    return "text, jsonl or conllu";
}

/* Sets *second to whether `value` is the second of two words; otherwise it must be the first. */
static bool take_choice(const char *value, const char *first_word, const char *second_word,
                        bool *second)
{
    *second = strcmp(value, second_word) == 0;
    return *second || strcmp(value, first_word) == 0;
}

static const char *take_option(void *context, int key, const char *value)
{
    bool moves;
    (void) context;
    switch (key) {
    case 'f':
        return take_format(value);
    case KEY_BY:
        return take_choice(value, "paragraph", "sentence", &options.by_sentence)
                   ? NULL
                   : "paragraph or sentence";
    case KEY_METADATA:
        if (!take_choice(value, "keep", "move", &moves))
            return "keep or move";
        options.metadata = moves ? EMIT_METADATA_MOVE : EMIT_METADATA_KEEP;
        return NULL;
    default:
        options.all = true;
        return NULL;
    }
}

static const struct cli_program program = {
    .synopsis = "[-f FORMAT] [--by UNIT] [--metadata WHERE] [--all] [option ...] [file ...]",
    .purpose = "Writes records as text, JSON Lines or CoNLL-U.",
    .shared = CLI_STRICT | CLI_DOC | CLI_STATS,
    .options =
        (const struct cli_option[]){
            {'f', "format", "FORMAT", "text (default), jsonl or conllu"},
            {KEY_BY, "by", "UNIT", "a line a paragraph (default) or a sentence"},
            {KEY_METADATA, "metadata", "WHERE",
             "byline, dateline, source: keep in the text, or move to their JSON fields"},
            {KEY_ALL, "all", NULL, "write what dedupe --mark marked as dropped, too"},
            {0},
        },
    .take = take_option,
};

static void emit_records(struct input *input, struct writer *out)
{
    format(input, out, &options, &counts);
}

static void print_stats(const struct input *input)
{
    message_say(NO_PLACE,
                "%" PRIu64 " records, %" PRIu64 " rejected; wrote %" PRIu64 " documents, %" PRIu64
                " paragraphs, %" PRIu64 " sentences; %" PRIu64 " marked as dropped left out",
                input->accepted, input->rejected + counts.rejected, counts.documents,
                counts.paragraphs, counts.sentences, counts.left_out);
}

int main(int argc, char **argv)
{
    int operands;
    struct input input;
    enum cli_result result = cli_read(&program, argc, argv, &settings, NULL, &operands);
    if (result != CLI_GO)
        return (int) cli_status(result);
    enum status status =
        filter_run(&input, &settings, argv + operands, argc - operands, emit_records, NULL);
    if (settings.stats)
        print_stats(&input);
    return (int) status;
}
