/* The decoder beside a plain search for the best way through the same page. */
#include "role/decode.h"

#include "unit.h"

#include <math.h>

enum { PAGE = 8, LONG_PAGE = 60, STATES = ZONE_COUNT * ROLE_COUNT, NEVER = -100000000 };

static struct weights weights;
static struct decoder *decoder;
static int16_t scores[LONG_PAGE][ROLE_LANES];
static uint64_t random_state = 88172645463325252u;

static void set_up(void)
{
    weights_init(&weights);
    decoder = decoder_new(&weights);
}

static void tear_down(void)
{
    decoder_free(decoder);
    weights_release(&weights);
}

/* From -limit to limit (xorshift64, Marsaglia 2003). */
static int random_within(int limit)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return (int) ((random_state >> 11) % (unsigned) (2 * limit + 1)) - limit;
}

/* Of the way through the page only: zones, neighbours, a missing title or text. */
static void draw_weights(int limit)
{
    for (size_t i = FEATURE_PATH; i < FEATURE_PATH_END; i++)
        for (size_t role = 0; role < ROLE_COUNT; role++)
            weights.feature[i][role] = (int16_t) random_within(limit);
}

static void draw_scores(size_t count, int limit)
{
    for (size_t i = 0; i < count; i++)
        for (size_t role = 0; role < ROLE_COUNT; role++)
            scores[i][role] = (int16_t) random_within(limit);
}

static const struct decision *decode(size_t count)
{
    static const struct features none[LONG_PAGE];
    memcpy(decoder_score(decoder, none, count), scores, count * sizeof *scores);
    return decoder_find(decoder, count);
}

/* What leaving out title or text between two parts counts. The page ends in ZONE_COUNT. */
static int skipped(size_t from, size_t to)
{
    const int16_t *page = weights.feature[FEATURE_PAGE];
    return (from < ZONE_TITLE && to > ZONE_TITLE ? page[LANE_NO_TITLE] : 0) +
           (from < ZONE_TEXT && to > ZONE_TEXT ? page[LANE_NO_TEXT] : 0);
}

static bool may_follow(size_t zone, size_t next)
{
    return next > zone || (next == zone && zone != ZONE_TITLE && zone != ZONE_LEAD);
}

static size_t zone_of(size_t state)
{
    return state / ROLE_COUNT;
}

static size_t role_of(size_t state)
{
    return state % ROLE_COUNT;
}

static int own_score(size_t i, size_t state)
{
    if (!decoder_allows((enum zone) zone_of(state), (enum role) role_of(state)))
        return NEVER;
    return scores[i][role_of(state)] +
           weights.feature[FEATURE_ZONE + zone_of(state)][role_of(state)];
}

static int step_score(size_t before, size_t state)
{
    if (!may_follow(zone_of(before), zone_of(state)))
        return NEVER;
    return skipped(zone_of(before), zone_of(state)) +
           weights.feature[FEATURE_AFTER + role_of(before)][role_of(state)];
}

/* NEVER stays the least. */
static int sum(int a, int b)
{
    return a <= NEVER / 2 || b <= NEVER / 2 ? NEVER : a + b;
}

/* The score of a whole way, which must be one that a page can have. */
static int score_of(const struct decision *decisions, size_t count)
{
    int total = 0;
    size_t before = 0;
    for (size_t i = 0; i < count; i++) {
        size_t state = decisions[i].zone * ROLE_COUNT + decisions[i].role;
        int step = i ? step_score(before, state) : skipped(ZONE_HEAD, zone_of(state));
        ck_assert_int_gt(own_score(i, state), NEVER);
        ck_assert_int_gt(step, NEVER);
        total += step + own_score(i, state);
        before = state;
    }
    return total + skipped(zone_of(before), ZONE_COUNT);
}

/* ways[i][state]: the best score of a way through the page whose paragraph i is in the state. */
static void search(int ways[PAGE][STATES], size_t count)
{
    static int here[PAGE][STATES], onward[PAGE][STATES];
    for (size_t i = 0; i < count; i++) {
        for (size_t state = 0; state < STATES; state++) {
            int best = i ? NEVER : skipped(ZONE_HEAD, zone_of(state));
            for (size_t before = 0; i && before < STATES; before++) {
                int way = sum(here[i - 1][before], step_score(before, state));
                best = way > best ? way : best;
            }
            here[i][state] = sum(best, own_score(i, state));
        }
    }
    for (size_t i = count; i-- > 0;) {
        for (size_t state = 0; state < STATES; state++) {
            int best = i + 1 < count ? NEVER : skipped(zone_of(state), ZONE_COUNT);
            for (size_t next = 0; i + 1 < count && next < STATES; next++) {
                int way =
                    sum(sum(step_score(state, next), own_score(i + 1, next)), onward[i + 1][next]);
                best = way > best ? way : best;
            }
            onward[i][state] = best;
            ways[i][state] = sum(here[i][state], best);
        }
    }
}

static int greatest(const int ways[STATES])
{
    int best = NEVER;
    for (size_t state = 0; state < STATES; state++)
        best = ways[state] > best ? ways[state] : best;
    return best;
}

/* The best score of a way whose paragraph i has the role, where all others are as decided; or
 * NEVER.
 */
static int score_with(const struct decision *decisions, size_t count, size_t i, enum role role)
{
    int best = NEVER;
    size_t before = i ? decisions[i - 1].zone * ROLE_COUNT + decisions[i - 1].role : 0;
    size_t next = i + 1 < count ? decisions[i + 1].zone * ROLE_COUNT + decisions[i + 1].role : 0;
    for (size_t zone = 0; zone < ZONE_COUNT; zone++) {
        size_t state = zone * ROLE_COUNT + role;
        int arrive = i ? step_score(before, state) : skipped(ZONE_HEAD, zone);
        int leave = i + 1 < count ? step_score(state, next) : skipped(zone, ZONE_COUNT);
        int way = sum(sum(arrive, own_score(i, state)), leave);
        best = way > best ? way : best;
    }
    return best;
}

/* In hundredths, by the definition: the share of the role among these. */
static double likelihood(const struct decision *decisions, size_t count, size_t i)
{
    int own = score_with(decisions, count, i, decisions[i].role);
    double total = 0;
    for (enum role role = 0; role < ROLE_COUNT; role++)
        total += exp((double) (score_with(decisions, count, i, role) - own) / weights.scale);
    return 100 / total;
}

START_TEST(the_best_way_is_found)
{
    static int ways[PAGE][STATES];
    set_up();
    for (int round = 0; round < 400; round++) {
        size_t count = (size_t) (1 + round % PAGE);
        draw_weights(round % 3 * 100);
        draw_scores(count, 1 + round % 5 * 100);
        search(ways, count);
        ck_assert_int_eq(score_of(decode(count), count), greatest(ways[0]));
    }
    tear_down();
}
END_TEST

/* Steps of an eighth of the scale are told apart, so that a likelihood is off by so little. */
START_TEST(confidence_is_the_share_of_the_role)
{
    set_up();
    for (int round = 0; round < 300; round++) {
        size_t count = (size_t) (1 + round % PAGE);
        weights.scale = (int16_t) (1 + round % 7 * 40);
        draw_weights(40);
        draw_scores(count, 200);
        const struct decision *decisions = decode(count);
        for (size_t i = 0; i < count; i++) {
            double exact = likelihood(decisions, count, i);
            ck_assert_int_ge(decisions[i].confidence, 100 / ROLE_COUNT);
            ck_assert_int_le(decisions[i].confidence, 99);
            ck_assert_msg(fabs(decisions[i].confidence - exact) <= 4, "round %d: %d, exactly %f",
                          round, decisions[i].confidence, exact);
        }
    }
    tear_down();
}
END_TEST

/* All for one role, all against the others, for runs of paragraphs: pages in any disorder. */
static void draw_extremes(size_t count, int longest_run)
{
    size_t role = 0;
    for (size_t i = 0; i < count; i++) {
        if (random_within(longest_run) < 2)
            role = (size_t) (random_within(1000) + 1000) % ROLE_COUNT;
        for (size_t lane = 0; lane < ROLE_COUNT; lane++)
            scores[i][lane] = lane == role ? DECODER_LIMIT : -DECODER_LIMIT;
    }
}

/* Where differences are greater than what is kept of them the way need not be the best, but it must
 * be one that a page can have. */
START_TEST(extreme_scores_give_a_page)
{
    set_up();
    for (int round = 0; round < 20000; round++) {
        size_t count = (size_t) (1 + round % LONG_PAGE);
        draw_weights(round % 2 * WEIGHT_LIMIT);
        draw_extremes(count, 2 + round % 9);
        score_of(decode(count), count);
    }
    tear_down();
}
END_TEST

int main(void)
{
    return unit_run("role_decode_best", (const TTest *const[]){
                                            the_best_way_is_found,
                                            confidence_is_the_share_of_the_role,
                                            extreme_scores_give_a_page,
                                            NULL,
                                        });
}
