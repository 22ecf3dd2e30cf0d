#include "exchange.h"

#include "logarithm.h"
#include "memory.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum {
    MOST_ROUNDS = 15,
    LEAST_MOVED = 200, /* one word in so many: with fewer it ends */
};

/* Sums up the second words of the pairs that begin with one word. */
struct tally {
    uint32_t *counts; /* by word; 0 outside of a call */
    uint32_t *seen;   /* the words that have counts */
};

static void count_pairs(struct neighbour_lists *lists, struct tally *tally, const size_t *starts,
                        const uint32_t *seconds, uint32_t words)
{
    size_t capacity = 1 << 16, length = 0;
    lists->starts = memory_new((size_t) words + 1, sizeof *lists->starts);
    lists->list = memory_resize_array(NULL, capacity, sizeof *lists->list);
    for (uint32_t word = 0; word < words; word++) {
        size_t seen = 0;
        for (size_t i = starts[word]; i < starts[word + 1]; i++)
            if (!tally->counts[seconds[i]]++)
                tally->seen[seen++] = seconds[i];
        if (length + seen > capacity) {
            capacity = (length + seen) * 2;
            lists->list = memory_resize_array(lists->list, capacity, sizeof *lists->list);
        }
        for (size_t i = 0; i < seen; i++) {
            lists->list[length++] =
                (struct neighbour){tally->seen[i], tally->counts[tally->seen[i]]};
            tally->counts[tally->seen[i]] = 0;
        }
        lists->starts[word + 1] = length;
    }
}

/* Sorts the words of the text that have one before them by that one. */
static uint32_t *sort_seconds(const uint32_t *text, size_t length, size_t *starts, uint32_t words)
{
    uint32_t *seconds = memory_resize_array(NULL, length, sizeof *seconds);
    size_t *ends = memory_new(words, sizeof *ends);
    for (size_t i = 0; i + 1 < length; i++)
        starts[text[i] + 1]++;
    for (uint32_t word = 0; word < words; word++)
        starts[word + 1] += starts[word];
    memcpy(ends, starts, words * sizeof *ends);
    for (size_t i = 0; i + 1 < length; i++)
        seconds[ends[text[i]]++] = text[i + 1];
    free(ends);
    return seconds;
}

static void reverse(const struct neighbour_lists *from, struct neighbour_lists *to, uint32_t words)
{
    size_t length = from->starts[words];
    size_t *ends = memory_new(words, sizeof *ends);
    to->starts = memory_new((size_t) words + 1, sizeof *to->starts);
    to->list = memory_resize_array(NULL, length + 1, sizeof *to->list);
    for (size_t i = 0; i < length; i++)
        to->starts[from->list[i].word + 1]++;
    for (uint32_t word = 0; word < words; word++)
        to->starts[word + 1] += to->starts[word];
    memcpy(ends, to->starts, words * sizeof *ends);
    for (uint32_t word = 0; word < words; word++)
        for (size_t i = from->starts[word]; i < from->starts[word + 1]; i++)
            to->list[ends[from->list[i].word]++] = (struct neighbour){word, from->list[i].count};
    free(ends);
}

void neighbours_count(struct neighbours *neighbours, const uint32_t *text, size_t length,
                      uint32_t words)
{
    struct tally tally = {memory_new(words, sizeof *tally.counts),
                          memory_new(words, sizeof *tally.seen)};
    size_t *starts = memory_new((size_t) words + 1, sizeof *starts);
    uint32_t *seconds = sort_seconds(text, length, starts, words);
    neighbours->words = words;
    count_pairs(&neighbours->next, &tally, starts, seconds, words);
    reverse(&neighbours->next, &neighbours->before, words);
    free(seconds);
    free(starts);
    free(tally.counts);
    free(tally.seen);
}

void neighbours_release(struct neighbours *neighbours)
{
    free(neighbours->next.starts);
    free(neighbours->next.list);
    free(neighbours->before.starts);
    free(neighbours->before.list);
    *neighbours = (struct neighbours){0};
}

/* How often a word stands before, or behind, the words of each class; itself left out. */
struct profile {
    uint32_t *counts;  /* by class */
    uint32_t *classes; /* those that have counts */
    uint32_t class_count, total, itself;
};

struct exchange {
    uint32_t classes;   /* with those of fixed words, which are the last */
    uint16_t *class_of; /* from 0 on */
    uint32_t *next;     /* counts of pairs of classes: [class * classes + class behind it] */
    uint32_t *before;   /* [class * classes + class before it] */
    uint32_t *firsts, *seconds; /* counts of the pairs that begin, or end, with a class */
    int64_t *gains;             /* of the word at hand, by class */
    struct profile behind, ahead;
    struct logarithms *logarithms;
};

static void read_profile(const struct exchange *exchange, const struct neighbour_lists *lists,
                         uint32_t word, struct profile *profile)
{
    for (uint32_t i = 0; i < profile->class_count; i++)
        profile->counts[profile->classes[i]] = 0;
    profile->class_count = profile->total = profile->itself = 0;
    for (size_t i = lists->starts[word]; i < lists->starts[word + 1]; i++) {
        const struct neighbour *neighbour = &lists->list[i];
        profile->total += neighbour->count;
        if (neighbour->word == word) {
            profile->itself = neighbour->count;
            continue;
        }
        uint16_t class = exchange->class_of[neighbour->word];
        if (!profile->counts[class])
            profile->classes[profile->class_count++] = class;
        profile->counts[class] += neighbour->count;
    }
}

/* Adds the counts of the word at hand to its class; with `times` of UINT32_MAX, that is -1, takes
 * them away. */
static void shift(struct exchange *exchange, uint32_t class, uint32_t times)
{
    const struct profile *behind = &exchange->behind, *ahead = &exchange->ahead;
    size_t classes = exchange->classes;
    for (uint32_t i = 0; i < behind->class_count; i++) {
        uint32_t other = behind->classes[i], change = behind->counts[other] * times;
        exchange->next[class * classes + other] += change;
        exchange->before[other * classes + class] += change;
    }
    for (uint32_t i = 0; i < ahead->class_count; i++) {
        uint32_t other = ahead->classes[i], change = ahead->counts[other] * times;
        exchange->next[other * classes + class] += change;
        exchange->before[class * classes + other] += change;
    }
    exchange->next[class * classes + class] += behind->itself * times;
    exchange->before[class * classes + class] += behind->itself * times;
    exchange->firsts[class] += behind->total * times;
    exchange->seconds[class] += ahead->total * times;
}

static int64_t growth(const struct exchange *exchange, uint32_t count, uint32_t more)
{
    return logarithms_of(exchange->logarithms, count + more) -
           logarithms_of(exchange->logarithms, count);
}

/* Adds to every class how the pairs grow that it forms with the classes of the profile. `pairs` has
 * those of one other class in a row, so that memory is read in order. */
static void add_growth(struct exchange *exchange, const uint32_t *pairs,
                       const struct profile *profile)
{
    uint32_t moving = exchange->classes - EXCHANGE_FIXED;
    for (uint32_t i = 0; i < profile->class_count; i++) {
        uint32_t other = profile->classes[i], more = profile->counts[other];
        const uint32_t *row = pairs + (size_t) other * exchange->classes;
        for (uint32_t candidate = 0; candidate < moving; candidate++)
            exchange->gains[candidate] += growth(exchange, row[candidate], more);
    }
}

/* What add_growth counted twice, in pairs of a class with itself; with those of the word with
 * itself. */
static int64_t growth_with_itself(const struct exchange *exchange, uint32_t class)
{
    uint32_t pairs = exchange->next[(size_t) class * exchange->classes + class];
    uint32_t behind = exchange->behind.counts[class], ahead = exchange->ahead.counts[class];
    return growth(exchange, pairs, behind + ahead + exchange->behind.itself) -
           growth(exchange, pairs, behind) - growth(exchange, pairs, ahead);
}

/* How much likelier the text becomes with the word at hand in each class: the change of the sum of
 * n log n over pairs of classes, less that over firsts and seconds. */
static void find_gains(struct exchange *exchange)
{
    uint32_t moving = exchange->classes - EXCHANGE_FIXED;
    for (uint32_t candidate = 0; candidate < moving; candidate++)
        exchange->gains[candidate] =
            growth_with_itself(exchange, candidate) -
            growth(exchange, exchange->firsts[candidate], exchange->behind.total) -
            growth(exchange, exchange->seconds[candidate], exchange->ahead.total);
    add_growth(exchange, exchange->before, &exchange->behind);
    add_growth(exchange, exchange->next, &exchange->ahead);
}

/* Finds the best class of a word. Returns whether it is another than before. */
static bool move(struct exchange *exchange, const struct neighbours *neighbours, uint32_t word)
{
    uint32_t old = exchange->class_of[word], best = old;
    read_profile(exchange, &neighbours->next, word, &exchange->behind);
    read_profile(exchange, &neighbours->before, word, &exchange->ahead);
    shift(exchange, old, UINT32_MAX);
    find_gains(exchange);
    for (uint32_t candidate = 0; candidate < exchange->classes - EXCHANGE_FIXED; candidate++)
        if (exchange->gains[candidate] > exchange->gains[best])
            best = candidate;
    shift(exchange, best, 1);
    exchange->class_of[word] = (uint16_t) best;
    return best != old;
}

static struct profile new_profile(uint32_t classes)
{
    return (struct profile){.counts = memory_new(classes, sizeof(uint32_t)),
                            .classes = memory_new(classes, sizeof(uint32_t))};
}

static void count_classes(struct exchange *exchange, const struct neighbours *neighbours)
{
    for (uint32_t word = 0; word < neighbours->words; word++) {
        const struct neighbour_lists *lists = &neighbours->next;
        size_t class = exchange->class_of[word];
        for (size_t i = lists->starts[word]; i < lists->starts[word + 1]; i++) {
            size_t other = exchange->class_of[lists->list[i].word];
            uint32_t count = lists->list[i].count;
            exchange->next[class * exchange->classes + other] += count;
            exchange->before[other * exchange->classes + class] += count;
            exchange->firsts[class] += count;
            exchange->seconds[other] += count;
        }
    }
}

/* At first, words are dealt out one after the other. */
static struct exchange begin(const struct neighbours *neighbours, uint32_t classes,
                             uint16_t *class_of)
{
    uint32_t all = classes + EXCHANGE_FIXED;
    struct exchange exchange = {
        .classes = all,
        .class_of = class_of,
        .next = memory_new((size_t) all * all, sizeof(uint32_t)),
        .before = memory_new((size_t) all * all, sizeof(uint32_t)),
        .firsts = memory_new(all, sizeof(uint32_t)),
        .seconds = memory_new(all, sizeof(uint32_t)),
        .gains = memory_new(all, sizeof(int64_t)),
        .behind = new_profile(all),
        .ahead = new_profile(all),
        .logarithms = logarithms_new(),
    };
    for (uint32_t word = 0; word < neighbours->words; word++)
        class_of[word] =
            (uint16_t) (word < EXCHANGE_FIXED ? classes + word : (word - EXCHANGE_FIXED) % classes);
    count_classes(&exchange, neighbours);
    return exchange;
}

static void end(struct exchange *exchange)
{
    free(exchange->next);
    free(exchange->before);
    free(exchange->firsts);
    free(exchange->seconds);
    free(exchange->gains);
    free(exchange->behind.counts);
    free(exchange->behind.classes);
    free(exchange->ahead.counts);
    free(exchange->ahead.classes);
    free(exchange->logarithms);
}

void exchange_words(const struct neighbours *neighbours, uint32_t classes, uint16_t *class_of)
{
    struct exchange exchange = begin(neighbours, classes, class_of);
    uint32_t moved = neighbours->words;
    for (unsigned round = 0; round < MOST_ROUNDS && moved > neighbours->words / LEAST_MOVED;
         round++) {
        moved = 0;
        for (uint32_t word = EXCHANGE_FIXED; word < neighbours->words; word++)
            moved += move(&exchange, neighbours, word);
    }
    for (uint32_t word = 0; word < neighbours->words; word++)
        class_of[word] = word < EXCHANGE_FIXED ? 0 : (uint16_t) (class_of[word] + 1);
    end(&exchange);
}
