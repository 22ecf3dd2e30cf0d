#include "perceptron.h"

#include "memory.h"
#include "word/lattice.h"

#include <stdlib.h>

enum {
    /* Text that cannot be learned, or that is the same over and over, drives weights up without
     * end. Neither they nor the score of the longest sentence, a gap and a word for each token, may
     * overflow; what is learned from news stays far below. */
    WEIGHT_LIMIT = 1 << 24,
    SCORE_LIMIT = INT_MAX / (2 * SAMPLE_LIMIT + 2 * LONGEST_WORD),
};

/* The sentence at hand. */
struct learner {
    struct weights *weights;
    const struct perceptron_options *options;
    uint64_t step; /* sentences seen so far, from 1 on: what updates are weighted by */
    struct sample sample;
    struct evidence evidence;
    gram_record records[GRAM_ORDERS][SAMPLE_LIMIT + 2 * MARGIN];
    struct gram *grams[GRAM_ORDERS][SAMPLE_LIMIT + 2 * MARGIN];
    uint32_t features[SAMPLE_LIMIT][GAP_FEATURES]; /* of open gaps */
    int gap_scores[SAMPLE_LIMIT];
    int best[SAMPLE_LIMIT + 1];
    uint8_t lengths[SAMPLE_LIMIT + 1];
    uint8_t joined[SAMPLE_LIMIT + 1];
};

static uint32_t less_one(uint32_t count, bool is_in_it)
{
    return count - (count && is_in_it);
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* The statistics of an n-gram as the model has them, less this occurrence if it was counted. (A
 * rare one was not, see grams_count: then it is no matter which one is taken off.) */
static gram_record record_of(const struct gram *gram, const struct sample *sample, ptrdiff_t first,
                             bool is_counted)
{
    if (!gram)
        return 0;
    uint32_t total = less_one(gram->total, is_counted), joined[LONGEST_GRAM - 1];
    for (unsigned gap = 0; gap + 1 < gram->order; gap++) {
        bool is_joined = is_counted && sample->labels[first + gap] & GAP_IS_JOINED;
        joined[gap] = least(less_one(gram->joined[gap], is_joined), total);
    }
    bool is_word = is_counted && sample_is_word(sample, first, gram->order);
    uint32_t word = least(less_one(gram->word, is_word), total);
    return gram_levels(gram->order, total, joined, word);
}

static void find_grams(struct learner *learner)
{
    const struct sample *sample = &learner->sample;
    uint64_t keys[GRAM_ORDERS];
    for (ptrdiff_t first = FIRST_GRAM; first < sample->count + MARGIN; first++) {
        struct gram *gram = NULL;
        bool is_inside = first < sample->count;
        if (is_inside)
            sample_keys(sample, first, keys);
        for (unsigned order = 0; order < GRAM_ORDERS; order++) {
            gram = is_inside && (gram || !order) ? grams_find(learner->weights->grams, keys[order])
                                                 : NULL;
            learner->grams[order][first + MARGIN] = gram;
            learner->records[order][first + MARGIN] =
                record_of(gram, sample, first, learner->options->is_counted);
        }
    }
}

static void load(struct learner *learner, const struct samples *samples, size_t sentence)
{
    sample_load(&learner->sample, samples, sentence);
    learner->evidence.ids = learner->sample.ids;
    learner->evidence.shapes = learner->sample.shapes;
    find_grams(learner);
}

static struct weight *word_weight(const struct learner *learner, ptrdiff_t first, size_t length)
{
    if (length == 1)
        return &learner->weights->words[learner->sample.ids[first]];
    if (length > LONGEST_GRAM)
        return NULL;
    struct gram *gram = learner->grams[length - SHORTEST_GRAM][first + MARGIN];
    return gram ? &gram->weight : NULL;
}

static void find_word_features(const struct learner *learner, ptrdiff_t first, size_t length,
                               bool is_lower, uint32_t features[WORD_FEATURES])
{
    gram_record record = word_record(&learner->evidence, first, length);
    word_features(&learner->evidence, first, length, is_lower, record, features);
}

static int limited(int score)
{
    return score > SCORE_LIMIT ? SCORE_LIMIT : score < -SCORE_LIMIT ? -SCORE_LIMIT : score;
}

static int score_word(const void *context, ptrdiff_t first, size_t length, bool is_lower)
{
    const struct learner *learner = context;
    uint32_t features[WORD_FEATURES];
    find_word_features(learner, first, length, is_lower, features);
    const struct weight *weight = word_weight(learner, first, length);
    int score = weight ? weight->now : 0;
    for (size_t i = 0; i < WORD_FEATURES; i++)
        score += learner->weights->dense[features[i]].now;
    return limited(score);
}

/* The score of joining a gap, with the margin on the side that is wrong. */
static int score_gap(struct learner *learner, ptrdiff_t gap)
{
    int margin = learner->options->margin * WEIGHT_UNIT;
    int score = learner->sample.labels[gap] & GAP_IS_JOINED ? -margin : margin;
    gap_features(&learner->evidence, gap, learner->features[gap]);
    for (size_t i = 0; i < GAP_FEATURES; i++)
        score += learner->weights->dense[learner->features[gap][i]].now;
    return limited(score);
}

static void decode(struct learner *learner)
{
    const struct sample *sample = &learner->sample;
    for (ptrdiff_t begin = 0, end; begin < sample->count; begin = end) {
        for (end = begin; !(sample->labels[end] & GAP_IS_CLOSED); end++)
            learner->gap_scores[end] = score_gap(learner, end);
        learner->joined[end++] = false;
        lattice_split(begin, end, learner->gap_scores, sample->shapes, score_word, learner,
                      learner->best, learner->lengths, learner->joined);
    }
}

static void change(const struct learner *learner, struct weight *weight, int direction)
{
    int delta = direction * learner->options->learning_rate,
        now = weight->now + delta * WEIGHT_UNIT;
    if (now > WEIGHT_LIMIT || now < -WEIGHT_LIMIT)
        return;
    weight->now = now;
    weight->weighted_updates += delta * (int64_t) learner->step;
}

static void change_word(const struct learner *learner, ptrdiff_t first, ptrdiff_t end,
                        int direction)
{
    size_t length = (size_t) (end - first);
    if (length > LONGEST_WORD)
        return;
    struct weight *weight = word_weight(learner, first, length);
    if (weight)
        change(learner, weight, direction);
    if (learner->options->words_only)
        return;
    bool is_lower = true;
    for (ptrdiff_t i = first; i < end; i++)
        is_lower = is_lower && learner->sample.shapes[i] == SHAPE_LOWER;
    uint32_t features[WORD_FEATURES];
    find_word_features(learner, first, length, is_lower, features);
    for (size_t i = 0; i < WORD_FEATURES; i++)
        change(learner, &learner->weights->dense[features[i]], direction);
}

/* Changes the gaps that came out wrong. Returns false if there were none. */
static bool change_gaps(const struct learner *learner)
{
    bool wrong = false;
    for (ptrdiff_t gap = 0; gap < learner->sample.count; gap++) {
        unsigned label = learner->sample.labels[gap];
        int direction = (int) (label & GAP_IS_JOINED) - learner->joined[gap];
        if (label & GAP_IS_CLOSED || !direction)
            continue;
        wrong = true;
        for (size_t i = 0; i < GAP_FEATURES && !learner->options->words_only; i++)
            change(learner, &learner->weights->dense[learner->features[gap][i]], direction);
    }
    return wrong;
}

/* Changes the words that only one of annotation and answer has. */
static void change_words(const struct learner *learner)
{
    ptrdiff_t wanted = 0, given = 0; /* where the words at hand begin */
    for (ptrdiff_t i = 0; i < learner->sample.count; i++) {
        bool ends_wanted = !(learner->sample.labels[i] & GAP_IS_JOINED);
        bool ends_given = !learner->joined[i];
        bool is_shared = ends_wanted && ends_given && wanted == given;
        if (ends_wanted && !is_shared)
            change_word(learner, wanted, i + 1, 1);
        if (ends_given && !is_shared)
            change_word(learner, given, i + 1, -1);
        if (ends_wanted)
            wanted = i + 1;
        if (ends_given)
            given = i + 1;
    }
}

static void average(struct weight *weight, uint64_t steps)
{
    int64_t sum = weight->weighted_updates * WEIGHT_UNIT, count = (int64_t) steps;
    weight->now -= (int32_t) ((sum >= 0 ? sum + count / 2 : sum - count / 2) / count);
    weight->weighted_updates = 0;
}

static void average_all(struct weights *weights, uint64_t steps)
{
    for (size_t i = 0; i < DENSE_FEATURES; i++)
        average(&weights->dense[i], steps);
    for (uint32_t i = 0; i < weights->numbers; i++)
        average(&weights->words[i], steps);
    for (size_t i = 0; i < weights->grams->capacity; i++)
        average(&weights->grams->slots[i].weight, steps);
}

/* Marsaglia's xorshift (2003); the same order on every machine. */
static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static void shuffle(size_t *order, size_t count, uint64_t *state)
{
    for (size_t i = count; i > 1; i--) {
        size_t other = next_random(state) % i, kept = order[i - 1];
        order[i - 1] = order[other];
        order[other] = kept;
    }
}

static struct learner *begin(struct weights *weights, const struct perceptron_options *options)
{
    struct learner *learner = memory_new(1, sizeof *learner);
    learner->weights = weights;
    learner->options = options;
    learner->step = 1;
    learner->evidence.syllables = weights->syllables;
    for (unsigned order = 0; order < GRAM_ORDERS; order++)
        learner->evidence.grams[order] = learner->records[order] + MARGIN;
    return learner;
}

size_t perceptron_learn(struct weights *weights, const struct samples *samples,
                        const struct perceptron_options *options)
{
    struct learner *learner = begin(weights, options);
    size_t *order = memory_new(samples->sentence_count + 1, sizeof *order), wrong = 0;
    uint64_t random = 88172645463325252u;
    for (size_t i = 0; i < samples->sentence_count; i++)
        order[i] = i;
    for (unsigned epoch = 0; epoch < options->epochs; epoch++) {
        wrong = 0;
        if (options->is_shuffled)
            shuffle(order, samples->sentence_count, &random);
        for (size_t i = 0; i < samples->sentence_count; i++, learner->step++) {
            load(learner, samples, order[i]);
            decode(learner);
            if (!change_gaps(learner))
                continue;
            change_words(learner);
            wrong++;
        }
    }
    average_all(weights, learner->step);
    free(order);
    free(learner);
    return wrong;
}
