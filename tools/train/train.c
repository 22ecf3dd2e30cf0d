/* train: makes the models that segment and tag load from annotated text. */
#include "train.h"

#include "message.h"
#include "pos.h"
#include "role.h"
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
    .synopsis = "segment|sentences --silver FILE [--gold FILE] [option ...] --out FILE\n"
                "pos --gold FILE [--silver FILE] [option ...] --out FILE\n"
                "role --gold FILE [option ...] --out FILE",
    .purpose = "Makes a model for segment or tag from annotated text.",
    .shared = CLI_LANG | CLI_STATS,
    .options =
        (const struct cli_option[]){
            {KEY_GOLD, "gold", "FILE",
             "CoNLL-U or (role) records, checked by people; may be given again"},
            {KEY_SILVER, "silver", "FILE",
             "a sentence a line, syllables of a word joined by '_'; may be given again"},
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
    bool needs_silver; /* else gold */
    bool takes_silver;
    bool reads_twice; /* what it needs, so that it cannot come through a pipe */
} kinds[] = {
    {.name = "segment", .make = train_words, .needs_silver = true, .takes_silver = true},
    {.name = "sentences",
     .make = train_sentences,
     .needs_silver = true,
     .takes_silver = true,
     .reads_twice = true},
    {.name = "pos", .make = train_pos, .takes_silver = true},
    {.name = "role", .make = train_role, .reads_twice = true},
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
        return "expected one model to make: segment, sentences, pos or role";
    if (!train.out)
        return "expected --out FILE";
    if (kind->needs_silver && !train.silver.count)
        return "expected --silver FILE";
    if (!kind->needs_silver && !train.gold.count)
        return "expected --gold FILE";
    if (!kind->takes_silver && train.silver.count)
        return "--silver goes with segment, sentences and pos";
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
    train.input = &settings;
    const struct cli_paths *needed = kind->needs_silver ? &train.silver : &train.gold;
    bool good = (!kind->reads_twice || train_can_read_twice(needed)) && train_can_write(&train) &&
                kind->make(&train);
    cli_paths_release(&train.gold);
    cli_paths_release(&train.silver);
    return good ? STATUS_DONE : STATUS_TROUBLE;
}
