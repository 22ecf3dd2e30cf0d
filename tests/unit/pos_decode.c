#include "../../common/pos/decode.h"

#include "../../common/hash.h"
#include "unit.h"

enum { WORDS = 4 };

static struct pos_transitions transitions;
static struct pos_scores words[POS_WINDOW];
static uint8_t tags[POS_WINDOW];

static int32_t number(uint64_t *random, int32_t range)
{
    return (int32_t) (hash_mix(++*random) % (uint64_t) (2 * range + 1)) - range;
}

static void fill(uint64_t *random, int32_t word_range, int32_t transition_range, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t tag = 0; tag < UPOS_COUNT; tag++)
            words[i].of[tag] = number(random, word_range);
    for (size_t before = 0; before <= UPOS_COUNT; before++)
        for (size_t tag = 0; tag < UPOS_COUNT; tag++)
            transitions.scores[before][tag] = number(random, transition_range);
    pos_transitions_prepare(&transitions);
}

static int32_t score_of(const uint8_t *path, unsigned before)
{
    int32_t sum = 0;
    for (size_t i = 0; i < WORDS; i++) {
        sum += words[i].of[path[i]] + transitions.scores[before][path[i]];
        before = path[i];
    }
    return sum;
}

/* The highest score, of all ways. */
static int32_t best_score(unsigned before)
{
    int32_t best = INT32_MIN;
    uint8_t path[WORDS];
    for (uint32_t way = 0; way < UPOS_COUNT * UPOS_COUNT * UPOS_COUNT * UPOS_COUNT; way++) {
        uint32_t rest = way;
        for (size_t i = 0; i < WORDS; i++, rest /= UPOS_COUNT)
            path[i] = (uint8_t) (rest % UPOS_COUNT);
        int32_t score = score_of(path, before);
        if (score > best)
            best = score;
    }
    return best;
}

/* However much the transitions weigh beside the words: none of the tags that are left out of the
 * search was needed. */
START_TEST(the_best_of_all)
{
    static const int32_t ranges[][2] = {{10, 10}, {100, 10}, {10, 100}, {1000, 10}, {2, 1}, {0, 5}};
    uint64_t random = 1;
    for (size_t i = 0; i < 3 * sizeof ranges / sizeof ranges[0]; i++) {
        unsigned before = (unsigned) (i % (UPOS_COUNT + 1));
        fill(&random, ranges[i / 3][0], ranges[i / 3][1], WORDS);
        pos_decode(&transitions, words, WORDS, before, tags);
        ck_assert_int_eq(score_of(tags, before), best_score(before));
    }
}
END_TEST

START_TEST(a_full_window)
{
    uint64_t random = 1;
    fill(&random, 100, 0, POS_WINDOW);
    pos_decode(&transitions, words, POS_WINDOW, POS_START, tags);
    for (size_t i = 0; i < POS_WINDOW; i++)
        for (size_t tag = 0; tag < UPOS_COUNT; tag++)
            ck_assert_int_ge(words[i].of[tags[i]], words[i].of[tag]);
}
END_TEST

START_TEST(of_equal_ones_the_first)
{
    pos_transitions_prepare(&transitions);
    pos_decode(&transitions, words, WORDS, POS_START, tags);
    for (size_t i = 0; i < WORDS; i++)
        ck_assert_uint_eq(tags[i], 0);
    pos_decode(&transitions, words, 0, POS_START, tags);
}
END_TEST

int main(void)
{
    return unit_run("pos_decode", (const TTest *const[]){the_best_of_all, a_full_window,
                                                         of_equal_ones_the_first, NULL});
}
