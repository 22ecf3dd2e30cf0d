#include "grams.h"

#include "memory.h"

#include <math.h>
#include <stdlib.h>

enum {
    SKETCH_BITS = 28, /* 256 MB: one in a hundred n-grams shares its counter with another */
};

/* How often an n-gram must come to be counted, by order. The rarer ones are many and take much
 * memory, but few of them would be selected. Set by hand: with 2, 3, 4 a quarter more are counted,
 * and the F1 of words in held-out text is the same. */
static const uint8_t least_counts[GRAM_ORDERS] = {2, 4, 5};

static struct gram *find_slot(const struct grams *grams, uint64_t key)
{
    size_t slot = key >> 20 & (grams->capacity - 1);
    while (grams->slots[slot].key && grams->slots[slot].key != key)
        slot = (slot + 1) & (grams->capacity - 1);
    return &grams->slots[slot];
}

struct gram *grams_find(const struct grams *grams, uint64_t key)
{
    struct gram *gram = grams->capacity ? find_slot(grams, key) : NULL;
    return gram && gram->key ? gram : NULL;
}

static void grow(struct grams *grams)
{
    struct grams old = *grams;
    grams->capacity = old.capacity ? old.capacity * 2 : 1 << 16;
    grams->slots = memory_new(grams->capacity, sizeof *grams->slots);
    for (size_t i = 0; i < old.capacity; i++)
        if (old.slots[i].key)
            *find_slot(grams, old.slots[i].key) = old.slots[i];
    free(old.slots);
}

struct gram *grams_add(struct grams *grams, uint64_t key, unsigned order)
{
    if (grams->count * 10 >= grams->capacity * 7)
        grow(grams);
    struct gram *gram = find_slot(grams, key);
    if (!gram->key) {
        *gram = (struct gram){.key = key, .order = (uint8_t) order};
        grams->count++;
    }
    return gram;
}

/* Counts of n-grams up to 255, never too low: a count-min sketch (Cormode and Muthukrishnan 2005)
 * of one row. */
static void sketch_count(uint8_t *sketch, const struct samples *samples, struct sample *sample)
{
    uint64_t keys[GRAM_ORDERS];
    for (size_t i = 0; i < samples->sentence_count; i++) {
        sample_load(sample, samples, i);
        for (ptrdiff_t first = FIRST_GRAM; first < sample->count; first++) {
            sample_keys(sample, first, keys);
            for (unsigned order = 0; order < GRAM_ORDERS; order++) {
                uint8_t *counter = &sketch[keys[order] >> (64 - SKETCH_BITS)];
                if (*counter < UINT8_MAX)
                    ++*counter;
            }
        }
    }
}

static bool is_lower_word(const struct sample *sample, ptrdiff_t first, size_t length)
{
    if (!sample_is_word(sample, first, length))
        return false;
    for (ptrdiff_t i = first; i < first + (ptrdiff_t) length; i++)
        if (sample->shapes[i] != SHAPE_LOWER && sample->shapes[i] != SHAPE_CAPITAL_FIRST)
            return false;
    return true;
}

static void count_at(struct grams *grams, const uint8_t *sketch, const struct sample *sample,
                     ptrdiff_t first)
{
    uint64_t keys[GRAM_ORDERS];
    sample_keys(sample, first, keys);
    for (unsigned order = 0; order < GRAM_ORDERS; order++) {
        unsigned length = order + SHORTEST_GRAM;
        bool is_rare = sketch[keys[order] >> (64 - SKETCH_BITS)] < least_counts[order];
        if (is_rare && !is_lower_word(sample, first, length))
            return; /* what is longer is not looked up without this one */
        struct gram *gram = grams_add(grams, keys[order], length);
        gram->total++;
        gram->word += sample_is_word(sample, first, length);
        for (unsigned gap = 0; gap + 1 < length; gap++)
            gram->joined[gap] += sample->labels[first + gap] & GAP_IS_JOINED;
    }
}

void grams_count(struct grams *grams, const struct samples *samples)
{
    uint8_t *sketch = memory_new((size_t) 1 << SKETCH_BITS, 1);
    struct sample *sample = memory_new(1, sizeof *sample);
    sketch_count(sketch, samples, sample);
    for (size_t i = 0; i < samples->sentence_count; i++) {
        sample_load(sample, samples, i);
        for (ptrdiff_t first = FIRST_GRAM; first < sample->count; first++)
            count_at(grams, sketch, sample, first);
    }
    free(sample);
    free(sketch);
}

/* The share of a gap that is joined; `other` where the n-gram is not known. A quarter of a time is
 * added on either side, so that it is never 0 or 1. Set by hand. */
static double rate(const struct gram *gram, unsigned gap, double other)
{
    return gram && gram->total ? (gram->joined[gap] + 0.25) / (gram->total + 0.5) : other;
}

/* What the counts of a gap say over an expected rate, in nats: the Kullback-Leibler divergence of
 * the two, for each time it was seen. */
static double divergence(const struct gram *gram, unsigned gap, double expected)
{
    double seen = rate(gram, gap, 0);
    /* Set by hand: nearer to 0 or 1, a single exception would say more than all others. */
    expected = fmin(fmax(expected, 0.002), 0.998);
    return gram->total *
           (seen * log(seen / expected) + (1 - seen) * log((1 - seen) / (1 - expected)));
}

/* With a little more than the nats, as a score of 0 stands for one that is not rated. */
static void set_score(struct gram *gram, double nats)
{
    gram->score = (float) ((nats + 1e-6) * pow(gram->total, -0.3));
}

static bool is_rated(const struct gram *gram)
{
    return gram->score != 0;
}

/* Rates the n-grams that begin at a token by those that lie in them. */
static void rate_at(struct grams *grams, const struct sample *sample, ptrdiff_t first, double base)
{
    uint64_t keys[GRAM_ORDERS], next[GRAM_ORDERS];
    sample_keys(sample, first, keys);
    struct gram *two = grams_find(grams, keys[0]);
    if (!two)
        return;
    if (!is_rated(two))
        set_score(two, divergence(two, 0, base));
    struct gram *three = grams_find(grams, keys[1]);
    if (!three)
        return;
    sample_keys(sample, first + 1, next);
    const struct gram *second = grams_find(grams, next[0]);
    if (!is_rated(three))
        set_score(three, divergence(three, 0, rate(two, 0, base)) +
                             divergence(three, 1, rate(second, 0, base)));
    struct gram *four = grams_find(grams, keys[2]);
    if (!four || is_rated(four))
        return;
    const struct gram *behind = second ? grams_find(grams, next[1]) : NULL;
    double middle = (rate(three, 1, base) + rate(behind, 0, base)) / 2;
    set_score(four, divergence(four, 0, rate(three, 0, base)) + divergence(four, 1, middle) +
                        divergence(four, 2, rate(behind, 1, base)));
}

static int descending(const void *a, const void *b)
{
    float left = *(const float *) a, right = *(const float *) b;
    return (left < right) - (left > right);
}

/* The greatest score that is not kept. */
static float greatest_score_left(const struct grams *grams, size_t most)
{
    float *scores = memory_new(grams->count + 1, sizeof *scores);
    size_t count = 0;
    for (size_t i = 0; i < grams->capacity; i++)
        if (grams->slots[i].key)
            scores[count++] = grams->slots[i].score;
    qsort(scores, count, sizeof *scores, descending);
    float left = count > most ? scores[most] : -1;
    free(scores);
    return left;
}

static double joined_rate(const struct samples *samples)
{
    size_t joined = 0;
    for (size_t i = 0; i < samples->count; i++)
        joined += samples->labels[i] & GAP_IS_JOINED;
    return (double) joined / (double) (samples->count + 1);
}

void grams_select(struct grams *grams, const struct samples *samples, size_t most)
{
    struct sample *sample = memory_new(1, sizeof *sample);
    /* Below the rate of joined gaps, so that n-grams which split them score lower. To a third: set
     * by hand. */
    double base = joined_rate(samples) / 3;
    for (size_t i = 0; i < samples->sentence_count; i++) {
        sample_load(sample, samples, i);
        for (ptrdiff_t first = FIRST_GRAM; first < sample->count; first++)
            rate_at(grams, sample, first, base);
    }
    free(sample);
    float left = greatest_score_left(grams, most);
    struct grams all = *grams;
    *grams = (struct grams){0};
    for (size_t i = 0; i < all.capacity; i++)
        if (all.slots[i].key && all.slots[i].score > left)
            *grams_add(grams, all.slots[i].key, all.slots[i].order) = all.slots[i];
    grams_release(&all);
}

unsigned gap_level(uint32_t total, uint32_t joined)
{
    if (!total)
        return 0;
    double odds = log2((joined + 0.5) / (total - joined + 0.5));
    return (unsigned) fmin(fmax(round(odds) + 8, 1), 15);
}

unsigned word_level(uint32_t total, uint32_t word)
{
    if (!total)
        return 0;
    if (!word)
        return 1;
    unsigned share = word >= total * 0.9   ? 3
                     : word >= total * 0.5 ? 2
                     : word >= total * 0.1 ? 1
                                           : 0;
    unsigned count = word >= 50 ? 2 : word >= 5 ? 1 : 0;
    return 2 + share * 3 + count;
}

gram_record gram_levels(unsigned order, uint32_t total, const uint32_t *joined, uint32_t word)
{
    gram_record record = word_level(total, word) << 4 * (order - 1);
    for (unsigned gap = 0; gap + 1 < order; gap++)
        record |= gap_level(total, joined[gap]) << 4 * gap;
    return record;
}

void grams_release(struct grams *grams)
{
    free(grams->slots);
    *grams = (struct grams){0};
}
