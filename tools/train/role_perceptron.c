#include "role_perceptron.h"

#include "hash.h"
#include "memory.h"

#include <stdlib.h>

enum {
    ROUNDS = 12,
    STEP = 8,     /* what a mistake adds to a weight */
    MARGIN = 100, /* by which the right role must beat the others */
    DROPPED = 2,  /* one word in so many is not seen, another each time: so that no word stands for
                     what others show as well */
    WORDLESS = 5, /* one page in so many is seen without any */
};

struct learner {
    struct weights *weights;
    int64_t (*late)[ROLE_LANES]; /* each change times when it came, for the average */
    int64_t now;                 /* pages seen */
    struct decoder *decoder;
    struct features *shown; /* of the page at hand, without what is dropped */
    uint16_t *words;        /* behind them */
    struct decision *right; /* the best way that has the known roles */
    size_t paragraph_capacity, word_capacity;
};

static void change(struct learner *learner, size_t feature, size_t lane, int delta)
{
    int16_t *weight = &learner->weights->feature[feature][lane];
    if (*weight + delta > WEIGHT_LIMIT || *weight + delta < -WEIGHT_LIMIT)
        return;
    *weight = (int16_t) (*weight + delta);
    learner->late[feature][lane] += delta * learner->now;
}

static void reserve(struct learner *learner, size_t paragraphs, size_t words)
{
    if (!learner->shown || paragraphs > learner->paragraph_capacity) {
        learner->paragraph_capacity = paragraphs * 2;
        learner->shown = memory_resize_array(learner->shown, learner->paragraph_capacity,
                                             sizeof *learner->shown);
        learner->right = memory_resize_array(learner->right, learner->paragraph_capacity,
                                             sizeof *learner->right);
    }
    if (!learner->words || words > learner->word_capacity) {
        learner->word_capacity = words * 2;
        learner->words =
            memory_resize_array(learner->words, learner->word_capacity, sizeof *learner->words);
    }
}

static bool is_dropped(const struct learner *learner, uint16_t word)
{
    return hash_mix((uint64_t) learner->now) % WORDLESS == 0 ||
           hash_mix((uint64_t) learner->now << 16 ^ word) % DROPPED == 0;
}

/* Copies what is observed of a page, without the words that are dropped this time. */
static void show(struct learner *learner, const struct features *features, size_t count)
{
    size_t words = 1;
    for (size_t i = 0; i < count; i++)
        words += features[i].word_count;
    reserve(learner, count, words);
    uint16_t *next = learner->words;
    for (size_t i = 0; i < count; i++) {
        struct features *shown = &learner->shown[i];
        *shown = features[i];
        shown->words = next;
        for (size_t k = 0; k < features[i].word_count; k++)
            if (!is_dropped(learner, features[i].words[k]))
                *next++ = features[i].words[k];
        shown->word_count = (size_t) (next - shown->words);
    }
}

/* What is observed of a paragraph speaks more for a role, or less. */
static void change_observed(struct learner *learner, const struct features *features,
                            enum role role, int delta)
{
    for (size_t i = 0; i < features->count; i++)
        change(learner, features->held[i], role, delta);
    for (size_t i = 0; i < features->word_count; i++)
        change(learner, features->words[i], role, delta);
}

static void change_skips(struct learner *learner, enum zone from, enum zone to, int delta)
{
    if (from < ZONE_TITLE && to > ZONE_TITLE)
        change(learner, FEATURE_PAGE, LANE_NO_TITLE, delta);
    if (from < ZONE_TEXT && to > ZONE_TEXT)
        change(learner, FEATURE_PAGE, LANE_NO_TEXT, delta);
}

/* A way through the page becomes more likely, or less. */
static void change_way(struct learner *learner, const struct decision *way, size_t count, int delta)
{
    enum zone zone = ZONE_HEAD;
    for (size_t i = 0; i < count; i++) {
        change(learner, FEATURE_ZONE + way[i].zone, way[i].role, delta);
        if (i)
            change(learner, FEATURE_AFTER + way[i - 1].role, way[i].role, delta);
        change_skips(learner, zone, way[i].zone, delta);
        zone = way[i].zone;
    }
    change_skips(learner, zone, ZONE_COUNT, delta);
}

/* The best way that has the roles that are known, or as many as a page can have. */
static void find_right(struct learner *learner, const enum role *roles, size_t count)
{
    int16_t(*scores)[ROLE_LANES] = decoder_score(learner->decoder, learner->shown, count);
    for (size_t i = 0; i < count; i++)
        for (size_t role = 0; role < ROLE_COUNT; role++)
            if (role != roles[i])
                scores[i][role] = -DECODER_LIMIT;
    memcpy(learner->right, decoder_find(learner->decoder, count), count * sizeof *learner->right);
}

/* The best way where each wrong role gets a bonus. */
static const struct decision *find_rival(struct learner *learner, size_t count)
{
    int16_t(*scores)[ROLE_LANES] = decoder_score(learner->decoder, learner->shown, count);
    for (size_t i = 0; i < count; i++)
        for (size_t role = 0; role < ROLE_COUNT; role++)
            if (role != learner->right[i].role && scores[i][role] < DECODER_LIMIT - MARGIN)
                scores[i][role] = (int16_t) (scores[i][role] + MARGIN);
    return decoder_find(learner->decoder, count);
}

static void learn_page(struct learner *learner, const struct features *features,
                       const enum role *roles, size_t count)
{
    show(learner, features, count);
    find_right(learner, roles, count);
    const struct decision *rival = find_rival(learner, count);
    bool is_wrong = false;
    for (size_t i = 0; i < count; i++) {
        if (rival[i].role == learner->right[i].role)
            continue;
        is_wrong = true;
        change_observed(learner, &learner->shown[i], learner->right[i].role, STEP);
        change_observed(learner, &learner->shown[i], rival[i].role, -STEP);
    }
    if (!is_wrong)
        return;
    change_way(learner, learner->right, count, STEP);
    change_way(learner, rival, count, -STEP);
}

/* Each weight becomes the mean of what it was after each page. */
static void average(struct learner *learner)
{
    struct weights *weights = learner->weights;
    for (size_t i = 0; i < weights->feature_count; i++) {
        for (size_t lane = 0; lane < ROLE_LANES; lane++) {
            int64_t sum = weights->feature[i][lane] * learner->now - learner->late[i][lane];
            int64_t half = learner->now / 2;
            weights->feature[i][lane] = (int16_t) ((sum + (sum < 0 ? -half : half)) / learner->now);
        }
    }
}

void role_learn(struct weights *weights, const struct labelled_pages *pages, const bool *left_out)
{
    struct learner learner = {.weights = weights, .decoder = decoder_new(weights)};
    learner.late = memory_new(weights->feature_count, sizeof *learner.late);
    reserve(&learner, 1, 1); /* no pointer is null, not even for an empty page */
    memset(weights->feature, 0, weights->feature_count * sizeof *weights->feature);
    for (size_t round = 0; round < ROUNDS; round++) {
        for (size_t i = 0; i < pages->count; i++) {
            const struct labelled_page *page = &pages->pages[i];
            if (left_out && left_out[page->site])
                continue;
            learner.now++;
            learn_page(&learner, &pages->features[page->first], &pages->roles[page->first],
                       page->count);
        }
    }
    if (learner.now)
        average(&learner);
    decoder_free(learner.decoder);
    free(learner.late);
    free(learner.shown);
    free(learner.words);
    free(learner.right);
}
