/* train: makes the models that segment and tag load from annotated text. */
#include "train.h"

#include "message.h"
#include "pos.h"
#include "sentences.h"
#include "words.h"

#include <string.h>

enum { KEY_GOLD = 256, KEY_SILVER, KEY_OUT, KEY_SIZE };

static struct cli_settings settings;
static struct train_settings train;

static const char *take_option(void *context, int key, const char *value)
{
    (void) context;
    switch (key) {
    case KEY_GOLD:
        cli_paths_add(&train.gold, value);
        return NULL;
    case KEY_SILVER:
        cli_paths_add(&train.silver, value);
        return NULL;
    case KEY_OUT:
        train.out = value;
        return NULL;
    default:
        return cli_parse_size(value, &train.size) ? NULL : "a size in bytes, such as 4M";
    }
}

static const struct cli_program program = {
    .synopsis = "MODEL [--silver FILE] [--gold FILE] [option ...] --out FILE",
    .purpose = "Makes a model from annotated text: for segment, 'segment', of words, or "
               "'sentences'; for tag, 'pos'.",
    .shared = CLI_LANG | CLI_STATS,
    .options =
        (const struct cli_option[]){
            {KEY_GOLD, "gold", "FILE", "CoNLL-U, checked by people; may be given more than once"},
            {KEY_SILVER, "silver", "FILE",
             "a sentence a line, syllables of a word joined by '_'; may be given more than once"},
            {KEY_OUT, "out", "FILE", "write the model to FILE"},
            {KEY_SIZE, "size", "SIZE", "of a model of words, at most (default 4000000)"},
            {0},
        },
    .take = take_option,
    .is_no_filter = true,
};

/* The models by name. */
static const struct model_kind {
    const char *name;
    bool (*make)(const struct train_settings *settings);
    bool reads_twice; /* so that silver text cannot come through a pipe */
    bool needs_gold;
    bool needs_silver;
} kinds[] = {
    {.name = "segment", .make = train_words, .needs_silver = true},
    {.name = "sentences", .make = train_sentences, .reads_twice = true, .needs_silver = true},
    {.name = "pos", .make = train_pos, .needs_gold = true},
};

static const struct model_kind *find_kind(const char *name)
{
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(name, kinds[i].name) == 0)
            return &kinds[i];
    return NULL;
}

static size_t count_standard_input(const struct cli_paths *files)
{
    size_t count = 0;
    for (size_t i = 0; i < files->count; i++)
        count += strcmp(files->paths[i], "-") == 0;
    return count;
}

/* Null, or what is wrong with the command line. */
static const char *check(const struct model_kind *kind)
{
    if (!kind)
        return "expected one model to make: segment, sentences or pos";
    if (!train.out)
        return "expected --out FILE";
    if (kind->needs_silver && !train.silver.count)
        return "expected --silver FILE";
    if (kind->needs_gold && !train.gold.count)
        return "expected --gold FILE";
    if (train.size && kind->make != train_words)
        return "--size goes with segment";
    if (count_standard_input(&train.silver) + count_standard_input(&train.gold) > 1)
        return "standard input can be read but once";
    return NULL;
}

int main(int argc, char **argv)
{
    int first;
    enum cli_result result = cli_read(&program, argc, argv, &settings, NULL, &first);
    if (result != CLI_GO)
        return (int) cli_status(result);
    const struct model_kind *kind = argc - first == 1 ? find_kind(argv[first]) : NULL;
    const char *wrong = check(kind);
    if (wrong) {
        message_say(NO_PLACE, "%s (see train --help)", wrong);
        return STATUS_TROUBLE;
    }
    train.stats = settings.stats;
    train.language = settings.language;
    bool good = (!kind->reads_twice || train_can_read_twice(&train.silver)) &&
                train_can_write(&train) && kind->make(&train);
    cli_paths_release(&train.gold);
    cli_paths_release(&train.silver);
    return good ? STATUS_DONE : STATUS_TROUBLE;
}
