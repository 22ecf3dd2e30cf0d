#include "pos_perceptron.h"

#include "hash.h"
#include "memory.h"

#include <stdlib.h>

/* Found by leaving fifths of the gold text out in turn. */
enum {
    EPOCHS = 12,
    MARGIN_WRONG = 40, /* what a wrong tag costs */

    /* Text that cannot be learned drives weights up without end: no score may overflow. */
    WEIGHT_LIMIT = 10000,
};

struct learner {
    struct pos_samples *samples;
    struct pos_weights *weights;
    int64_t step; /* sentences seen so far, from 1 on: what updates are weighted by */
    struct pos_transitions transitions;  /* as the weights are now */
    const struct pos_sample_word *words; /* of the sentence at hand */
    size_t count;
    struct pos_scores scores[POS_WINDOW];
    uint8_t tags[POS_WINDOW];
};

static void load(struct learner *learner, size_t sentence)
{
    const struct pos_samples *samples = learner->samples;
    size_t begin = sentence ? samples->ends[sentence - 1] : 0;
    learner->words = samples->list + begin;
    learner->count = samples->ends[sentence] - begin;
}

/* The scores of a word; every tag but its own is helped by the margin. */
static void score(const struct learner *learner, const struct pos_sample_word *word,
                  struct pos_scores *scores)
{
    for (unsigned tag = 0; tag < UPOS_COUNT; tag++)
        scores->of[tag] = tag == word->tag ? 0 : MARGIN_WRONG;
    for (unsigned i = 0; i < word->feature_count; i++) {
        const struct weight *weights = learner->samples->features.list[word->features[i]].weights;
        for (unsigned tag = 0; tag < UPOS_COUNT; tag++)
            scores->of[tag] += weights[tag].now;
    }
}

static void decode(struct learner *learner)
{
    for (size_t i = 0; i < learner->count; i++)
        score(learner, &learner->words[i], &learner->scores[i]);
    pos_decode(&learner->transitions, learner->scores, learner->count, POS_START, learner->tags);
}

static void change(const struct learner *learner, struct weight *weight, int by)
{
    int now = weight->now + by;
    if (now > WEIGHT_LIMIT || now < -WEIGHT_LIMIT)
        return;
    weight->now = now;
    weight->weighted_updates += by * learner->step;
}

static void change_word(struct learner *learner, const struct pos_sample_word *word, unsigned tag,
                        int by)
{
    struct pos_feature *features = learner->samples->features.list;
    for (unsigned i = 0; i < word->feature_count; i++)
        change(learner, &features[word->features[i]].weights[tag], by);
}

static void change_transition(struct learner *learner, unsigned before, unsigned tag, int by)
{
    struct weight *weight = &learner->weights->transitions[before][tag];
    change(learner, weight, by);
    learner->transitions.scores[before][tag] = weight->now;
}

/* Returns how many words came out wrong. */
static size_t correct(struct learner *learner)
{
    unsigned wanted = POS_START, given = POS_START;
    size_t wrong = 0;
    for (size_t i = 0; i < learner->count; i++) {
        const struct pos_sample_word *word = &learner->words[i];
        change_transition(learner, wanted, word->tag, 1);
        change_transition(learner, given, learner->tags[i], -1);
        wanted = word->tag;
        given = learner->tags[i];
        if (wanted == given)
            continue;
        change_word(learner, word, wanted, 1);
        change_word(learner, word, given, -1);
        wrong++;
    }
    if (wrong)
        pos_transitions_prepare(&learner->transitions);
    return wrong;
}

static void average(const struct learner *learner, struct weight *weight)
{
    int64_t sum = weight->now * learner->step - weight->weighted_updates;
    int64_t half = learner->step / 2;
    weight->now = (int32_t) ((sum < 0 ? sum - half : sum + half) / learner->step);
}

static void average_all(struct learner *learner)
{
    struct pos_features *features = &learner->samples->features;
    for (size_t i = 0; i < features->count; i++)
        for (unsigned tag = 0; tag < UPOS_COUNT; tag++)
            average(learner, &features->list[i].weights[tag]);
    for (unsigned before = 0; before <= UPOS_COUNT; before++)
        for (unsigned tag = 0; tag < UPOS_COUNT; tag++)
            average(learner, &learner->weights->transitions[before][tag]);
}

/* Another order each time (Fisher and Yates), the same on every machine. */
static void shuffle(size_t *order, size_t count, uint64_t *random)
{
    for (size_t i = count; i > 1; i--) {
        size_t other = hash_mix(++*random) % i, kept = order[i - 1];
        order[i - 1] = order[other];
        order[other] = kept;
    }
}

size_t pos_perceptron_learn(struct pos_samples *samples, struct pos_weights *weights)
{
    struct learner *learner = memory_new(1, sizeof *learner);
    size_t *order = memory_new(samples->sentence_count + 1, sizeof *order), wrong = 0;
    uint64_t random = 0;
    *learner = (struct learner){.samples = samples, .weights = weights, .step = 1};
    for (size_t i = 0; i < samples->sentence_count; i++)
        order[i] = i;
    for (unsigned epoch = 0; epoch < EPOCHS; epoch++) {
        shuffle(order, samples->sentence_count, &random);
        wrong = 0;
        for (size_t i = 0; i < samples->sentence_count; i++, learner->step++) {
            load(learner, order[i]);
            decode(learner);
            wrong += correct(learner);
        }
    }
    average_all(learner);
    free(order);
    free(learner);
    return wrong;
}
