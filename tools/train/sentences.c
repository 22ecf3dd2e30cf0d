#include "sentences.h"

#include "message.h"
#include "regression.h"
#include "sentences_file.h"

#include <stdlib.h>

/* How much all gold doubts count, to all silver ones: as much, though they are few. */
static const double gold_share = 1;

struct sentence_trainer {
    const struct train_settings *settings;
    struct sentence_rules rules;
    struct tallies tallies;
    struct word_tally *words; /* those of the tallies that go into the file */
    size_t word_count;
    struct doubts doubts;
};

static void count_words(void *context, const struct annotated *sentence)
{
    tallies_count(context, sentence->text);
}

static bool learn_words(struct sentence_trainer *trainer)
{
    struct sentence_weights *weights = &trainer->rules.weights;
    if (!train_read(&trainer->settings->silver, CORPUS_JOINED, count_words, &trainer->tallies))
        return false;
    trainer->words = tallies_choose(&trainer->tallies, &trainer->word_count);
    for (size_t i = 0; i < trainer->word_count; i++)
        sentence_weights_add(weights, trainer->words[i].word, tally_log_odds(&trainer->words[i]));
    sentence_weights_sort(weights);
    return true;
}

static bool gather_from(struct sentence_trainer *trainer, const struct cli_paths *files,
                        enum corpus_form form)
{
    struct doubt_gatherer gatherer = {
        .rules = &trainer->rules,
        .doubts = &trainer->doubts,
        .is_silver = form == CORPUS_JOINED,
    };
    bool good = train_read(files, form, doubt_gatherer_take, &gatherer);
    doubt_gatherer_end_run(&gatherer);
    doubt_gatherer_release(&gatherer);
    return good;
}

/* Gold doubts are the first `gold` of them. */
static void weigh_gold(struct doubts *doubts, size_t gold)
{
    if (gold && gold < doubts->count)
        doubts_weigh(doubts, gold, gold_share * (double) (doubts->count - gold) / (double) gold);
}

static bool gather_doubts(struct sentence_trainer *trainer)
{
    const struct train_settings *settings = trainer->settings;
    if (!gather_from(trainer, &settings->gold, CORPUS_CONLLU))
        return false;
    size_t gold = trainer->doubts.count;
    if (!gather_from(trainer, &settings->silver, CORPUS_JOINED))
        return false;
    if (settings->stats)
        message_say(NO_PLACE, "%zu stops in doubt, %zu words", trainer->doubts.count,
                    trainer->word_count);
    weigh_gold(&trainer->doubts, gold);
    return true;
}

static void learn_weights(struct sentence_trainer *trainer)
{
    doubts_unite(&trainer->doubts);
    regression_learn(&trainer->rules.weights, &trainer->doubts);
}

static bool write_file(const struct sentence_trainer *trainer)
{
    struct buffer file = {0};
    sentences_file_append(&file, &trainer->rules.weights, trainer->words, trainer->word_count);
    bool good = train_write(trainer->settings->out, buffer_slice(&file));
    buffer_release(&file);
    return good;
}

static void release(struct sentence_trainer *trainer)
{
    sentence_rules_release(&trainer->rules);
    tallies_release(&trainer->tallies);
    free(trainer->words);
    doubts_release(&trainer->doubts);
}

bool train_sentences(const struct train_settings *settings)
{
    struct sentence_trainer trainer = {.settings = settings};
    bool good = sentence_rules_load_unweighted(&trainer.rules, settings->language) &&
                learn_words(&trainer) && gather_doubts(&trainer);
    if (good) {
        learn_weights(&trainer);
        good = write_file(&trainer);
    }
    release(&trainer);
    return good;
}
