#include "decode.h"

/* The tags that a word may have, and the best way to each. */
struct step {
    unsigned count;
    uint8_t tags[UPOS_COUNT];
    uint8_t from[UPOS_COUNT]; /* index among the tags of the word before */
    int32_t scores[UPOS_COUNT];
};

static int32_t larger(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

/* What `other` can gain over `best` by the tag before it or by the tag behind it. At the end of the
 * words there is none behind. */
static int32_t slack_of(const struct pos_transitions *transitions, unsigned best, unsigned other)
{
    int32_t before = INT32_MIN, behind = 0;
    for (unsigned tag = 0; tag <= UPOS_COUNT; tag++)
        before = larger(before, transitions->scores[tag][other] - transitions->scores[tag][best]);
    for (unsigned tag = 0; tag < UPOS_COUNT; tag++)
        behind = larger(behind, transitions->scores[other][tag] - transitions->scores[best][tag]);
    return before + behind;
}

void pos_transitions_prepare(struct pos_transitions *transitions)
{
    for (unsigned best = 0; best < UPOS_COUNT; best++)
        for (unsigned other = 0; other < UPOS_COUNT; other++)
            transitions->slack[best][other] = slack_of(transitions, best, other);
}

/* Lists the tags that can be part of the answer: with any other, the one that is best for the word
 * alone would do better. It is what makes the search fast: few are left. */
static void list_tags(const struct pos_transitions *transitions, const struct pos_scores *word,
                      struct step *step)
{
    unsigned best = 0;
    for (unsigned tag = 1; tag < UPOS_COUNT; tag++)
        if (word->of[tag] > word->of[best])
            best = tag;
    const int32_t *slack = transitions->slack[best];
    step->count = 0;
    for (unsigned tag = 0; tag < UPOS_COUNT; tag++)
        if (word->of[tag] + slack[tag] >= word->of[best])
            step->tags[step->count++] = (uint8_t) tag;
}

/* Finds the best way to each tag of a step from those of the step before. */
static void extend(const struct pos_transitions *transitions, const struct pos_scores *word,
                   const struct step *before, struct step *step)
{
    list_tags(transitions, word, step);
    for (unsigned i = 0; i < step->count; i++) {
        unsigned tag = step->tags[i], from = 0;
        int32_t best = INT32_MIN;
        for (unsigned k = 0; k < before->count; k++) {
            int32_t score = before->scores[k] + transitions->scores[before->tags[k]][tag];
            if (score > best) {
                best = score;
                from = k;
            }
        }
        step->scores[i] = best + word->of[tag];
        step->from[i] = (uint8_t) from;
    }
}

static unsigned best_of(const struct step *step)
{
    unsigned best = 0;
    for (unsigned i = 1; i < step->count; i++)
        if (step->scores[i] > step->scores[best])
            best = i;
    return best;
}

void pos_decode(const struct pos_transitions *transitions, const struct pos_scores *words,
                size_t count, unsigned before, uint8_t *tags)
{
    struct step steps[POS_WINDOW + 1];
    steps[0] = (struct step){.count = 1, .tags = {(uint8_t) before}};
    for (size_t i = 0; i < count; i++)
        extend(transitions, &words[i], &steps[i], &steps[i + 1]);
    unsigned best = best_of(&steps[count]);
    for (size_t i = count; i; i--) {
        tags[i - 1] = steps[i].tags[best];
        best = steps[i].from[best];
    }
}
