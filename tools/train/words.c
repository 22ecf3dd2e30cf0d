#include "words.h"

#include "data.h"
#include "memory.h"
#include "message.h"
#include "words_file.h"

#include <inttypes.h>
#include <stdlib.h>

enum {
    DEFAULT_SIZE = 4000000,
    GOLD_COUNT = 8, /* a word of the gold text counts as often: it is always in the vocabulary */
};

/* Of the silver text everything is learned, the gold text corrects its words. The figures were
 * found by leaving fifths of the gold text out in turn. */
static const struct perceptron_options silver_options = {
    .epochs = 2, .margin = 5, .learning_rate = 1, .is_counted = true};
static const struct perceptron_options gold_options = {
    .epochs = 5, .margin = 20, .learning_rate = 2, .words_only = true, .is_shuffled = true};

/* All that the training text is read with and into. */
struct word_trainer {
    const struct train_settings *settings;
    struct forms forms;
    struct surfaces surfaces;
    struct abbreviations abbreviations;
    struct tokenizer tokenizer;
    struct vocabulary vocabulary;
    struct samples silver, gold;
    struct grams grams;
    struct weights *weights;
};

static uint32_t index_of(void *context, const struct form *form)
{
    return vocabulary_add(context, form);
}

static bool read_samples(struct word_trainer *trainer, const struct cli_paths *files,
                         enum corpus_form form, struct samples *samples)
{
    struct sampler *sampler = memory_new(1, sizeof *sampler);
    sampler->tokenizer = &trainer->tokenizer;
    sampler->samples = samples;
    sampler->is_silver = form == CORPUS_JOINED;
    bool good = train_read(files, form, sampler_take, sampler);
    free(sampler);
    if (good && trainer->settings->stats && files->count)
        message_say(NO_PLACE, "%s: %zu sentences, %zu tokens",
                    form == CORPUS_CONLLU ? "gold" : "silver", samples->sentence_count,
                    samples->count);
    return good;
}

static bool read_all(struct word_trainer *trainer)
{
    const struct train_settings *settings = trainer->settings;
    const struct language *language = settings->language;
    if (!forms_load(&trainer->forms, language) ||
        !abbreviations_load(&trainer->abbreviations, language->code))
        return false;
    surfaces_init(&trainer->surfaces, &trainer->forms, index_of, &trainer->vocabulary);
    trainer->tokenizer = (struct tokenizer){&trainer->abbreviations, &trainer->surfaces};
    return read_samples(trainer, &settings->silver, CORPUS_JOINED, &trainer->silver) &&
           read_samples(trainer, &settings->gold, CORPUS_CONLLU, &trainer->gold);
}

static void count_words(struct vocabulary *vocabulary, const struct samples *samples,
                        uint32_t times)
{
    for (size_t i = 0; i < samples->count; i++)
        vocabulary->words[samples->ids[i]].count += times;
}

static void number_words(struct word_trainer *trainer)
{
    count_words(&trainer->vocabulary, &trainer->silver, 1);
    count_words(&trainer->vocabulary, &trainer->gold, GOLD_COUNT);
    vocabulary_number(&trainer->vocabulary);
    samples_number(&trainer->silver, &trainer->vocabulary);
    samples_number(&trainer->gold, &trainer->vocabulary);
}

/* How readily a syllable is a word by itself, from its counts: 1 to 7. The limits, set by hand,
 * part most finely what is seldom one. A little is added on either side: few counts say little. */
static uint8_t alone_level(uint32_t total, uint32_t alone)
{
    static const double limits[] = {0.01, 0.05, 0.15, 0.4, 0.7, 0.9};
    double share = (alone + 0.3) / (total + 0.6);
    unsigned level = 1;
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++)
        level += share >= limits[i];
    return (uint8_t) level;
}

/* Counts only what is in lower case: in names a syllable is something else. */
static void set_alone_levels(struct weights *weights, const struct samples *samples)
{
    uint32_t *total = memory_new(weights->numbers, sizeof *total);
    uint32_t *alone = memory_new(weights->numbers, sizeof *alone);
    for (size_t i = 0; i < samples->count; i++) {
        if (samples->shapes[i] != SHAPE_LOWER)
            continue;
        total[samples->ids[i]]++;
        alone[samples->ids[i]] += !(samples->labels[i] & GAP_IS_JOINED) &&
                                  (i == 0 || !(samples->labels[i - 1] & GAP_IS_JOINED));
    }
    for (uint32_t number = 0; number < weights->numbers; number++)
        if (total[number] > 1)
            weights->syllables[number].alone_level = alone_level(total[number], alone[number]);
    free(total);
    free(alone);
}

static void set_sounds(struct weights *weights, const struct vocabulary *vocabulary)
{
    for (size_t i = 0; i < vocabulary->count; i++) {
        const struct sound *sound = &vocabulary->words[i].sound;
        struct syllable_entry *entry = &weights->syllables[vocabulary->words[i].number];
        if (!vocabulary->words[i].number)
            continue;
        entry->onset = sound->onset;
        entry->rhyme = sound->rhyme;
        entry->tone = tone_bits(sound);
    }
}

static void begin_weights(struct word_trainer *trainer)
{
    struct weights *weights = memory_new(1, sizeof *weights);
    weights->numbers = trainer->vocabulary.numbers;
    weights->words = memory_new(weights->numbers, sizeof *weights->words);
    weights->syllables = memory_new(weights->numbers, sizeof *weights->syllables);
    weights->grams = &trainer->grams;
    set_sounds(weights, &trainer->vocabulary);
    set_alone_levels(weights, &trainer->silver);
    trainer->weights = weights;
}

/* Makes room for the weights of words that only the gold text has. */
static void add_gold_words(struct grams *grams, const struct samples *gold)
{
    struct sample *sample = memory_new(1, sizeof *sample);
    uint64_t keys[GRAM_ORDERS];
    for (size_t i = 0; i < gold->sentence_count; i++) {
        sample_load(sample, gold, i);
        for (ptrdiff_t first = 0; first + 1 < sample->count; first++) {
            sample_keys(sample, first, keys);
            for (unsigned order = 0; order < GRAM_ORDERS; order++)
                grams_add(grams, keys[order], order + SHORTEST_GRAM)->is_gold = true;
        }
    }
    free(sample);
}

static void learn_from(struct word_trainer *trainer, const char *name,
                       const struct samples *samples, const struct perceptron_options *options)
{
    size_t wrong = perceptron_learn(trainer->weights, samples, options);
    if (trainer->settings->stats)
        message_say(NO_PLACE, "%s: learned from %zu sentences, %zu wrong the last time", name,
                    samples->sentence_count, wrong);
}

static void learn(struct word_trainer *trainer, size_t size)
{
    grams_count(&trainer->grams, &trainer->silver);
    size_t counted = trainer->grams.count;
    size_t room = words_file_room(size, trainer->vocabulary.numbers);
    grams_select(&trainer->grams, &trainer->silver, room);
    if (trainer->settings->stats)
        message_say(NO_PLACE, "%zu of %zu n-grams kept", trainer->grams.count, counted);
    begin_weights(trainer);
    learn_from(trainer, "silver", &trainer->silver, &silver_options);
    add_gold_words(&trainer->grams, &trainer->gold);
    if (trainer->gold.sentence_count)
        learn_from(trainer, "gold", &trainer->gold, &gold_options);
}

static void say_losses(const struct word_trainer *trainer, size_t size,
                       const struct words_file_losses *losses)
{
    message_say(NO_PLACE,
                "%zu bytes; %" PRIu32 " tokens, %zu hidden by others with their hash; "
                "%zu n-grams had no room, %zu were hidden; %zu weights cut",
                size, trainer->weights->numbers - NUMBER_FIRST, losses->hidden_words, losses->grams,
                losses->hidden_grams, losses->clipped);
}

static bool write_file(const struct word_trainer *trainer, size_t size)
{
    struct buffer file = {0};
    struct words_file_losses losses;
    words_file_append(&file, trainer->weights, &trainer->vocabulary, size, &losses);
    bool good = train_write(trainer->settings->out, buffer_slice(&file));
    if (good && trainer->settings->stats)
        say_losses(trainer, file.length, &losses);
    buffer_release(&file);
    return good;
}

static bool has_room(const struct word_trainer *trainer, size_t size)
{
    if (words_file_room(size, trainer->vocabulary.numbers))
        return true;
    message_say(NO_PLACE, "--size %zu is too small: an n-gram has no room in it", size);
    return false;
}

static void release(struct word_trainer *trainer)
{
    if (trainer->weights) {
        free(trainer->weights->words);
        free(trainer->weights->syllables);
        free(trainer->weights);
    }
    grams_release(&trainer->grams);
    samples_release(&trainer->silver);
    samples_release(&trainer->gold);
    vocabulary_release(&trainer->vocabulary);
    abbreviations_release(&trainer->abbreviations);
    surfaces_release(&trainer->surfaces);
    forms_release(&trainer->forms);
}

bool train_words(const struct train_settings *settings)
{
    struct word_trainer *trainer = memory_new(1, sizeof *trainer);
    size_t size = settings->size ? settings->size : DEFAULT_SIZE;
    trainer->settings = settings;
    bool good = read_all(trainer);
    if (good) {
        number_words(trainer);
        good = has_room(trainer, size);
    }
    if (good) {
        learn(trainer, size);
        good = write_file(trainer, size);
    }
    release(trainer);
    free(trainer);
    return good;
}
