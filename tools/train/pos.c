#include "pos.h"

#include "memory.h"
#include "message.h"
#include "pos_classes.h"
#include "pos_file.h"

#include <stdlib.h>

struct pos_trainer {
    const struct train_settings *settings;
    struct pos_words words;
    struct classes_slot slots[CLASSES_SLOTS]; /* of the classes */
    struct classes classes;
    struct pos_samples samples;
    struct pos_weights weights;
};

/* The silver text says which words stand among the same words, nothing else. */
static bool learn_classes(struct pos_trainer *trainer)
{
    struct class_text text = {.words = &trainer->words};
    bool good = train_read(&trainer->settings->silver, CORPUS_JOINED, class_text_take, &text);
    if (good && text.sentence_count) {
        uint32_t count = class_text_learn(&text, trainer->slots);
        if (trainer->settings->stats)
            message_say(NO_PLACE, "silver: %zu sentences, classes of %u words", text.sentence_count,
                        (unsigned) count);
    }
    trainer->classes.slots = trainer->slots;
    class_text_release(&text);
    return good;
}

static bool read_gold(struct pos_trainer *trainer)
{
    struct pos_samples *samples = &trainer->samples;
    samples->words = &trainer->words;
    samples->classes = &trainer->classes;
    if (!train_read(&trainer->settings->gold, CORPUS_CONLLU, pos_samples_take, samples))
        return false;
    if (!samples->sentence_count) {
        message_say(NO_PLACE, "the gold text has no sentence whose words all have UPOS tags");
        return false;
    }
    if (trainer->settings->stats)
        message_say(NO_PLACE, "gold: %zu sentences, %zu words; %zu sentences without tags",
                    samples->sentence_count, samples->count, samples->untagged_count);
    return true;
}

static bool write_file(struct pos_trainer *trainer)
{
    struct buffer file = {0};
    struct pos_file_losses losses;
    size_t count = pos_file_append(&file, trainer->slots, &trainer->samples.features,
                                   &trainer->weights, &losses);
    bool good = train_write(trainer->settings->out, buffer_slice(&file));
    if (good && trainer->settings->stats)
        message_say(NO_PLACE, "%zu bytes; %zu features, %zu hidden; %zu weights cut", file.length,
                    count, losses.hidden, losses.clipped);
    buffer_release(&file);
    return good;
}

static bool learn(struct pos_trainer *trainer)
{
    if (!learn_classes(trainer) || !read_gold(trainer))
        return false;
    size_t wrong = pos_perceptron_learn(&trainer->samples, &trainer->weights);
    if (trainer->settings->stats)
        message_say(NO_PLACE, "learned from %zu words, %zu wrong by less than the margin",
                    trainer->samples.count, wrong);
    return write_file(trainer);
}

bool train_pos(const struct train_settings *settings)
{
    struct pos_trainer *trainer = memory_new(1, sizeof *trainer);
    trainer->settings = settings;
    bool good = pos_words_load(&trainer->words, settings->language) && learn(trainer);
    pos_samples_release(&trainer->samples);
    pos_words_release(&trainer->words);
    free(trainer);
    return good;
}
