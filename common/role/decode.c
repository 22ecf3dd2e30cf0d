#include "decode.h"

#include "../memory.h"
#include "confidence.h"

#include <stdlib.h>

enum {
    IMPOSSIBLE = -12000, /* far below every score that counts, and safe to add to */
    BEAM = 4000,         /* ways that are so much worse than the best are not followed */
};

#define BIT(role) (1u << ROLE_##role)

/* What may stand in which part of a page. */
static const unsigned allowed[ZONE_COUNT] = {
    [ZONE_HEAD] = BIT(NAV) | BIT(DATELINE) | BIT(SHARE) | BIT(AD) | BIT(NOTICE) | BIT(FOOTER) |
                  BIT(BYLINE) | BIT(SOURCE) | BIT(RELATED),
    [ZONE_TITLE] = BIT(TITLE),
    [ZONE_TOP] = BIT(DATELINE) | BIT(BYLINE) | BIT(SHARE) | BIT(NAV) | BIT(AD) | BIT(NOTICE) |
                 BIT(SOURCE) | BIT(CAPTION) | BIT(RELATED),
    [ZONE_LEAD] = BIT(LEAD),
    [ZONE_UNDER] = BIT(DATELINE) | BIT(BYLINE) | BIT(SHARE) | BIT(NAV) | BIT(AD) | BIT(NOTICE) |
                   BIT(SOURCE) | BIT(CAPTION) | BIT(RELATED),
    [ZONE_TEXT] = BIT(BODY) | BIT(HEADING) | BIT(CAPTION) | BIT(RELATED) | BIT(AD) | BIT(NOTICE) |
                  BIT(SHARE) | BIT(BYLINE) | BIT(DATELINE),
    [ZONE_TAIL] = BIT(BYLINE) | BIT(DATELINE) | BIT(SOURCE) | BIT(SHARE) | BIT(NAV) | BIT(RELATED) |
                  BIT(AD) | BIT(NOTICE) | BIT(FOOTER) | BIT(CAPTION),
};

typedef int16_t lanes[ROLE_LANES];

/* A score for each part and role. */
struct grid {
    lanes zone[ZONE_COUNT];
};

struct decoder {
    const struct weights *weights;
    struct grid bias;                     /* of each state: its weight, or IMPOSSIBLE */
    lanes after[ROLE_LANES];              /* weights: [before][role] */
    lanes before[ROLE_LANES];             /* the same turned: [role][before] */
    int16_t skip[ZONE_COUNT][ZONE_COUNT]; /* from part to part; IMPOSSIBLE: not in this order */
    lanes *scores;                        /* a paragraph each */
    struct grid *best;                    /* of the best way to each state, with its own score */
    struct decision *decisions;
    size_t capacity;
    struct confidence confidence;
};

bool decoder_allows(enum zone zone, enum role role)
{
    return allowed[zone] >> role & 1;
}

struct decoder *decoder_new(const struct weights *weights)
{
    struct decoder *decoder = memory_new(1, sizeof *decoder);
    decoder->weights = weights;
    return decoder;
}

static bool stands_alone(size_t zone)
{
    return zone == ZONE_TITLE || zone == ZONE_LEAD;
}

/* What it costs to leave out the title or the text between two parts of the page. */
static int16_t skip_cost(const struct weights *weights, enum zone from, enum zone to)
{
    const int16_t *page = weights->feature[FEATURE_PAGE];
    int cost = 0;
    if (from < ZONE_TITLE && to > ZONE_TITLE)
        cost += page[LANE_NO_TITLE];
    if (from < ZONE_TEXT && to > ZONE_TEXT)
        cost += page[LANE_NO_TEXT];
    return (int16_t) cost;
}

static void take_weights(struct decoder *decoder)
{
    const struct weights *weights = decoder->weights;
    for (size_t zone = 0; zone < ZONE_COUNT; zone++)
        for (size_t role = 0; role < ROLE_LANES; role++)
            decoder->bias.zone[zone][role] = allowed[zone] >> role & 1
                                                 ? weights->feature[FEATURE_ZONE + zone][role]
                                                 : IMPOSSIBLE;
    for (size_t before = 0; before < ROLE_COUNT; before++) {
        for (size_t role = 0; role < ROLE_LANES; role++) {
            int16_t weight = weights->feature[FEATURE_AFTER + before][role];
            decoder->after[before][role] = decoder->before[role][before] = weight;
        }
    }
    for (enum zone from = 0; from < ZONE_COUNT; from++) {
        for (enum zone to = 0; to < ZONE_COUNT; to++) {
            bool may_follow = stands_alone(from) ? to > from : to >= from;
            decoder->skip[from][to] = may_follow ? skip_cost(weights, from, to) : IMPOSSIBLE;
        }
    }
    confidence_init(&decoder->confidence, weights->scale);
}

static void reserve(struct decoder *decoder, size_t count)
{
    if (count <= decoder->capacity)
        return;
    decoder->capacity = count * 2;
    decoder->scores =
        memory_resize_array(decoder->scores, decoder->capacity, sizeof *decoder->scores);
    decoder->best = memory_resize_array(decoder->best, decoder->capacity, sizeof *decoder->best);
    decoder->decisions =
        memory_resize_array(decoder->decisions, decoder->capacity, sizeof *decoder->decisions);
}

static int16_t held_to(int value, int least, int most)
{
    return (int16_t) (value < least ? least : value > most ? most : value);
}

/* So few rows add up in 16 bits. */
enum { ROWS_AT_ONCE = INT16_MAX / WEIGHT_CERTAIN };

static void add_rows(const struct weights *weights, const uint16_t *numbers, size_t count,
                     int32_t *restrict sums)
{
    for (size_t i = 0; i < count; i += ROWS_AT_ONCE) {
        int16_t part[ROLE_LANES] = {0};
        for (size_t k = i; k < count && k < i + ROWS_AT_ONCE; k++) {
            const int16_t *row = weights->feature[numbers[k]];
            for (size_t role = 0; role < ROLE_LANES; role++)
                part[role] = (int16_t) (part[role] + row[role]);
        }
        for (size_t role = 0; role < ROLE_LANES; role++)
            sums[role] += part[role];
    }
}

int16_t (*decoder_score(struct decoder *decoder, const struct features *features,
                        size_t count))[ROLE_LANES]
{
    reserve(decoder, count);
    for (size_t i = 0; i < count; i++) {
        int32_t sums[ROLE_LANES] = {0};
        add_rows(decoder->weights, features[i].held, features[i].count, sums);
        add_rows(decoder->weights, features[i].words, features[i].word_count, sums);
        for (size_t role = 0; role < ROLE_LANES; role++)
            decoder->scores[i][role] = held_to(sums[role], -DECODER_LIMIT, DECODER_LIMIT);
    }
    return decoder->scores;
}

/* In the form of these functions, compilers work on all lanes at once. */

/* best = max(best, with + plus) */
static inline void raise(int16_t *restrict best, const int16_t *restrict with, int16_t plus)
{
    for (size_t lane = 0; lane < ROLE_LANES; lane++) {
        int16_t score = (int16_t) (with[lane] + plus);
        best[lane] = score > best[lane] ? score : best[lane];
    }
}

/* to = max(to + what, IMPOSSIBLE) */
static inline void add(int16_t *restrict to, const int16_t *restrict what)
{
    for (size_t lane = 0; lane < ROLE_LANES; lane++) {
        int16_t sum = (int16_t) (to[lane] + what[lane]);
        to[lane] = sum > IMPOSSIBLE ? sum : IMPOSSIBLE;
    }
}

static inline void fill(int16_t *to, int16_t value)
{
    for (size_t lane = 0; lane < ROLE_LANES; lane++)
        to[lane] = value;
}

static void fill_grid(struct grid *grid, int16_t value)
{
    for (size_t zone = 0; zone < ZONE_COUNT; zone++)
        fill(grid->zone[zone], value);
}

/* By halves, which takes fewer steps than one by one. */
static int16_t greatest_lane(const int16_t *with)
{
    int16_t best[ROLE_LANES / 2];
    for (size_t lane = 0; lane < ROLE_LANES / 2; lane++)
        best[lane] =
            with[lane] > with[lane + ROLE_LANES / 2] ? with[lane] : with[lane + ROLE_LANES / 2];
    for (size_t width = ROLE_LANES / 4; width; width /= 2)
        for (size_t lane = 0; lane < width; lane++)
            best[lane] = best[lane] > best[lane + width] ? best[lane] : best[lane + width];
    return best[0];
}

static int16_t greatest(const struct grid *grid)
{
    lanes best;
    fill(best, IMPOSSIBLE);
    for (size_t zone = 0; zone < ZONE_COUNT; zone++)
        raise(best, grid->zone[zone], 0);
    return greatest_lane(best);
}

/* Adds what each state says by itself. Only differences between scores matter: the best becomes 0,
 * so that they stay small however long the page is. */
static void add_scores(const struct decoder *decoder, struct grid *grid, const lanes scores)
{
    for (size_t zone = 0; zone < ZONE_COUNT; zone++) {
        add(grid->zone[zone], decoder->bias.zone[zone]);
        add(grid->zone[zone], scores);
    }
    lanes down;
    fill(down, (int16_t) -greatest(grid));
    for (size_t zone = 0; zone < ZONE_COUNT; zone++)
        add(grid->zone[zone], down);
}

/* The best way to the one role of a part that is one paragraph. */
static int16_t arrive_alone(const struct decoder *decoder, const int16_t *arrived, enum role role)
{
    lanes ways;
    memcpy(ways, arrived, sizeof ways);
    add(ways, decoder->before[role]);
    return greatest_lane(ways);
}

/* The best way to the roles of a part from the roles before, as far as these are worth it. */
static void arrive(const struct decoder *decoder, const int16_t *arrived, int16_t *restrict best)
{
    for (size_t before = 0; before < ROLE_COUNT; before++)
        if (arrived[before] > -BEAM)
            raise(best, decoder->after[before], arrived[before]);
}

/* The best way to each state from the states before, without its own score. */
static void go_forward(const struct decoder *decoder, const struct grid *from, struct grid *to)
{
    lanes arrived; /* in the part, with the role before */
    fill_grid(to, IMPOSSIBLE);
    for (size_t zone = 0; zone < ZONE_COUNT; zone++) {
        fill(arrived, IMPOSSIBLE);
        for (size_t earlier = 0; earlier <= zone; earlier++)
            raise(arrived, from->zone[earlier], decoder->skip[earlier][zone]);
        if (zone == ZONE_TITLE)
            to->zone[zone][ROLE_TITLE] = arrive_alone(decoder, arrived, ROLE_TITLE);
        else if (zone == ZONE_LEAD)
            to->zone[zone][ROLE_LEAD] = arrive_alone(decoder, arrived, ROLE_LEAD);
        else
            arrive(decoder, arrived, to->zone[zone]);
    }
}

static void start(const struct decoder *decoder, struct grid *grid)
{
    for (enum zone zone = 0; zone < ZONE_COUNT; zone++)
        fill(grid->zone[zone], skip_cost(decoder->weights, ZONE_HEAD, zone));
}

/* A page may end in any part, but should have had its title and text. */
static void end(const struct decoder *decoder, struct grid *grid)
{
    for (enum zone zone = 0; zone < ZONE_COUNT; zone++)
        fill(grid->zone[zone], skip_cost(decoder->weights, zone, ZONE_COUNT));
}

static size_t lane_of(const int16_t *with, int16_t value)
{
    size_t lane = 0;
    while (lane < ROLE_LANES && with[lane] != value)
        lane++;
    return lane;
}

/* The state with the greatest sum of the way to it and what `onward` says; the first of equals. */
static struct decision best_state(const struct grid *ways, const struct grid *onward)
{
    struct grid sums = *ways;
    for (size_t zone = 0; zone < ZONE_COUNT; zone++)
        add(sums.zone[zone], onward->zone[zone]);
    int16_t best = greatest(&sums);
    enum zone zone = ZONE_HEAD;
    size_t role = lane_of(sums.zone[zone], best);
    while (role == ROLE_LANES)
        role = lane_of(sums.zone[++zone], best);
    return (struct decision){(enum role) role, zone, 0};
}

static bool may_precede(const struct decoder *decoder, struct decision before, enum zone zone)
{
    return decoder_allows(before.zone, before.role) &&
           decoder->skip[before.zone][zone] > IMPOSSIBLE;
}

/* The same among the states that a part can follow. */
static struct decision best_possible(const struct decoder *decoder, const struct grid *ways,
                                     const struct grid *onward, enum zone next)
{
    struct decision best = {0};
    int greatest_sum = INT32_MIN;
    for (enum zone zone = 0; zone <= next; zone++) {
        for (enum role role = 0; role < ROLE_COUNT; role++) {
            struct decision state = {role, zone, 0};
            int sum = ways->zone[zone][role] + onward->zone[zone][role];
            if (sum <= greatest_sum || !may_precede(decoder, state, next))
                continue;
            greatest_sum = sum;
            best = state;
        }
    }
    return best;
}

/* The state before on the best way to `state`. A way that is far worse than another may count as
 * little as IMPOSSIBLE, so that sums alone do not tell what cannot be. */
static struct decision state_before(const struct decoder *decoder, const struct grid *ways,
                                    struct decision state)
{
    struct grid onward;
    for (size_t zone = 0; zone < ZONE_COUNT; zone++) {
        fill(onward.zone[zone], decoder->skip[zone][state.zone]);
        add(onward.zone[zone], decoder->before[state.role]);
    }
    struct decision best = best_state(ways, &onward);
    return may_precede(decoder, best, state.zone)
               ? best
               : best_possible(decoder, ways, &onward, state.zone);
}

static void go_through(struct decoder *decoder, size_t count)
{
    start(decoder, &decoder->best[0]);
    add_scores(decoder, &decoder->best[0], decoder->scores[0]);
    for (size_t i = 1; i < count; i++) {
        go_forward(decoder, &decoder->best[i - 1], &decoder->best[i]);
        add_scores(decoder, &decoder->best[i], decoder->scores[i]);
    }
}

static void come_back(struct decoder *decoder, size_t count)
{
    struct grid onward;
    end(decoder, &onward);
    struct decision state = best_state(&decoder->best[count - 1], &onward);
    for (size_t i = count; i-- > 1;) {
        decoder->decisions[i] = state;
        state = state_before(decoder, &decoder->best[i - 1], state);
    }
    decoder->decisions[0] = state;
}

/* How good the best way through each role of paragraph i is, where the others are what they are. */
static void score_roles(const struct decoder *decoder, size_t i, size_t count, lanes roles)
{
    const struct decision *before = i ? &decoder->decisions[i - 1] : NULL;
    const struct decision *behind = i + 1 < count ? &decoder->decisions[i + 1] : NULL;
    enum zone first = before ? before->zone : ZONE_HEAD;
    enum zone last = behind ? behind->zone : ZONE_TAIL;
    fill(roles, IMPOSSIBLE);
    for (enum zone zone = first; zone <= last; zone++) {
        int skip =
            before ? decoder->skip[first][zone] : skip_cost(decoder->weights, ZONE_HEAD, zone);
        skip += behind ? decoder->skip[zone][last] : skip_cost(decoder->weights, zone, ZONE_COUNT);
        raise(roles, decoder->bias.zone[zone], held_to(skip, IMPOSSIBLE, -IMPOSSIBLE));
    }
    if (before)
        add(roles, decoder->after[before->role]);
    if (behind)
        add(roles, decoder->before[behind->role]);
    add(roles, decoder->scores[i]);
}

static void estimate(struct decoder *decoder, size_t count)
{
    lanes roles;
    for (size_t i = 0; i < count; i++) {
        struct decision *decision = &decoder->decisions[i];
        score_roles(decoder, i, count, roles);
        decision->confidence = confidence_of(&decoder->confidence, roles, decision->role);
    }
}

const struct decision *decoder_find(struct decoder *decoder, size_t count)
{
    if (!count)
        return decoder->decisions;
    take_weights(decoder);
    go_through(decoder, count);
    come_back(decoder, count);
    estimate(decoder, count);
    return decoder->decisions;
}

const struct decision *decoder_decode(struct decoder *decoder, const struct features *features,
                                      size_t count)
{
    decoder_score(decoder, features, count);
    return decoder_find(decoder, count);
}

void decoder_free(struct decoder *decoder)
{
    if (!decoder)
        return;
    free(decoder->scores);
    free(decoder->best);
    free(decoder->decisions);
    free(decoder);
}
