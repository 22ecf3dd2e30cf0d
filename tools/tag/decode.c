#include "decode.h"

#include "memory.h"

#include <limits.h>
#include <stdlib.h>

/* What may stand in which part of a page. */
static const struct state {
    enum zone zone;
    enum role role;
} states[] = {
    {ZONE_HEAD, ROLE_NAV},      {ZONE_HEAD, ROLE_DATELINE}, {ZONE_HEAD, ROLE_SHARE},
    {ZONE_HEAD, ROLE_AD},       {ZONE_HEAD, ROLE_NOTICE},   {ZONE_HEAD, ROLE_FOOTER},
    {ZONE_HEAD, ROLE_BYLINE},   {ZONE_HEAD, ROLE_SOURCE},   {ZONE_HEAD, ROLE_RELATED},
    {ZONE_TITLE, ROLE_TITLE},   {ZONE_TOP, ROLE_DATELINE},  {ZONE_TOP, ROLE_BYLINE},
    {ZONE_TOP, ROLE_SHARE},     {ZONE_TOP, ROLE_NAV},       {ZONE_TOP, ROLE_AD},
    {ZONE_TOP, ROLE_NOTICE},    {ZONE_TOP, ROLE_SOURCE},    {ZONE_TOP, ROLE_CAPTION},
    {ZONE_TOP, ROLE_RELATED},   {ZONE_LEAD, ROLE_LEAD},     {ZONE_UNDER, ROLE_DATELINE},
    {ZONE_UNDER, ROLE_BYLINE},  {ZONE_UNDER, ROLE_SHARE},   {ZONE_UNDER, ROLE_NAV},
    {ZONE_UNDER, ROLE_AD},      {ZONE_UNDER, ROLE_NOTICE},  {ZONE_UNDER, ROLE_SOURCE},
    {ZONE_UNDER, ROLE_CAPTION}, {ZONE_UNDER, ROLE_RELATED}, {ZONE_TEXT, ROLE_BODY},
    {ZONE_TEXT, ROLE_HEADING},  {ZONE_TEXT, ROLE_CAPTION},  {ZONE_TEXT, ROLE_RELATED},
    {ZONE_TEXT, ROLE_AD},       {ZONE_TEXT, ROLE_NOTICE},   {ZONE_TEXT, ROLE_SHARE},
    {ZONE_TEXT, ROLE_BYLINE},   {ZONE_TEXT, ROLE_DATELINE}, {ZONE_TAIL, ROLE_BYLINE},
    {ZONE_TAIL, ROLE_DATELINE}, {ZONE_TAIL, ROLE_SOURCE},   {ZONE_TAIL, ROLE_SHARE},
    {ZONE_TAIL, ROLE_NAV},      {ZONE_TAIL, ROLE_RELATED},  {ZONE_TAIL, ROLE_AD},
    {ZONE_TAIL, ROLE_NOTICE},   {ZONE_TAIL, ROLE_FOOTER},   {ZONE_TAIL, ROLE_CAPTION},
};

enum {
    STATES = sizeof states / sizeof states[0],
    IMPOSSIBLE = INT_MIN / 4, /* far below every sum of weights, and safe to add to */
};

/* The best way to each state at one paragraph. */
struct step {
    int score[STATES];
    uint8_t from[STATES];
};

struct decoder {
    const struct weights *weights;
    int transition[STATES][STATES]; /* [from][to] */
    struct step *steps;
    enum role *roles;
    size_t capacity;
};

static bool may_follow(const struct state *from, const struct state *to)
{
    bool stands_alone = from->zone == ZONE_TITLE || from->zone == ZONE_LEAD;
    return stands_alone ? to->zone > from->zone : to->zone >= from->zone;
}

/* What it costs to leave out the title or the text between two parts of the page. */
static int skip_cost(const struct weights *weights, enum zone from, enum zone to)
{
    int cost = 0;
    if (from < ZONE_TITLE && to > ZONE_TITLE)
        cost += weights->no_title;
    if (from < ZONE_TEXT && to > ZONE_TEXT)
        cost += weights->no_text;
    return cost;
}

struct decoder *decoder_new(const struct weights *weights)
{
    struct decoder *decoder = memory_new(1, sizeof *decoder);
    decoder->weights = weights;
    for (size_t from = 0; from < STATES; from++) {
        for (size_t to = 0; to < STATES; to++) {
            const struct state *left = &states[from], *right = &states[to];
            decoder->transition[from][to] = IMPOSSIBLE;
            if (may_follow(left, right))
                decoder->transition[from][to] = weights->after[left->role][right->role] +
                                                skip_cost(weights, left->zone, right->zone);
        }
    }
    return decoder;
}

static void reserve(struct decoder *decoder, size_t count)
{
    if (count <= decoder->capacity)
        return;
    decoder->capacity = count * 2;
    decoder->steps = memory_resize_array(decoder->steps, decoder->capacity, sizeof *decoder->steps);
    decoder->roles = memory_resize_array(decoder->roles, decoder->capacity, sizeof *decoder->roles);
}

static void score_roles(const struct weights *weights, const struct features *features,
                        int scores[ROLE_COUNT])
{
    memset(scores, 0, ROLE_COUNT * sizeof scores[0]);
    for (size_t i = 0; i < features->count; i++)
        for (size_t role = 0; role < ROLE_COUNT; role++)
            scores[role] += weights->feature[features->held[i]][role];
}

static int emission(const struct decoder *decoder, const int scores[ROLE_COUNT], size_t state)
{
    enum role role = states[state].role;
    return scores[role] + decoder->weights->zone[states[state].zone][role];
}

static void take_first_step(struct decoder *decoder, const struct features *features)
{
    int scores[ROLE_COUNT];
    score_roles(decoder->weights, features, scores);
    for (size_t state = 0; state < STATES; state++)
        decoder->steps[0].score[state] = emission(decoder, scores, state) +
                                         skip_cost(decoder->weights, ZONE_HEAD, states[state].zone);
}

static size_t best_state(const struct step *step)
{
    size_t best = 0;
    for (size_t state = 1; state < STATES; state++)
        if (step->score[state] > step->score[best])
            best = state;
    return best;
}

/* Only differences between scores matter: the best becomes 0, so that sums stay small however long
 * the page is. */
static void level_scores(struct step *step)
{
    int best = step->score[best_state(step)];
    for (size_t state = 0; state < STATES; state++) {
        int score = step->score[state] - best;
        step->score[state] = score < IMPOSSIBLE ? IMPOSSIBLE : score;
    }
}

static void take_step(struct decoder *decoder, size_t at, const struct features *features)
{
    const struct step *before = &decoder->steps[at - 1];
    struct step *now = &decoder->steps[at];
    int scores[ROLE_COUNT];
    score_roles(decoder->weights, features, scores);
    for (size_t to = 0; to < STATES; to++) {
        int best = INT_MIN;
        size_t best_from = 0;
        for (size_t from = 0; from < STATES; from++) {
            int score = before->score[from] + decoder->transition[from][to];
            if (score > best) {
                best = score;
                best_from = from;
            }
        }
        now->score[to] = best + emission(decoder, scores, to);
        now->from[to] = (uint8_t) best_from;
    }
    level_scores(now);
}

/* A page may end in any part, but should have had its title and text. */
static size_t best_end(const struct decoder *decoder, const struct step *last)
{
    struct step ended = *last;
    for (size_t state = 0; state < STATES; state++)
        ended.score[state] += skip_cost(decoder->weights, states[state].zone, ZONE_COUNT);
    return best_state(&ended);
}

const enum role *decoder_decode(struct decoder *decoder, const struct features *features,
                                size_t count)
{
    reserve(decoder, count);
    if (!count)
        return decoder->roles;
    take_first_step(decoder, &features[0]);
    for (size_t i = 1; i < count; i++)
        take_step(decoder, i, &features[i]);
    size_t state = best_end(decoder, &decoder->steps[count - 1]);
    for (size_t i = count; i-- > 0;) {
        decoder->roles[i] = states[state].role;
        state = decoder->steps[i].from[state];
    }
    return decoder->roles;
}

void decoder_free(struct decoder *decoder)
{
    if (!decoder)
        return;
    free(decoder->steps);
    free(decoder->roles);
    free(decoder);
}
