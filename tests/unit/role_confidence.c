#include "role/confidence.h"

#include "unit.h"

static struct confidence confidence;

/* How likely the title is, where it is better than the lead by so much and all else is far off. */
static uint8_t of_title(int advantage)
{
    int16_t scores[ROLE_LANES];
    for (size_t role = 0; role < ROLE_LANES; role++)
        scores[role] = -16384;
    scores[ROLE_TITLE] = 0;
    scores[ROLE_LEAD] = (int16_t) -advantage;
    return confidence_of(&confidence, scores, ROLE_TITLE);
}

START_TEST(two_roles)
{
    confidence_init(&confidence, 100);
    ck_assert_uint_eq(of_title(0), 50);
    /* 1 / (1 + 1/e) and so on, within a step of an eighth of the scale */
    ck_assert_uint_eq(of_title(100), 73);
    ck_assert_uint_eq(of_title(200), 88);
    ck_assert_uint_eq(of_title(300), 95);
    ck_assert_uint_eq(of_title(112), 73);
    ck_assert_uint_eq(of_title(113), 75);
    ck_assert_uint_eq(of_title(500), 99);
    ck_assert_uint_eq(of_title(16000), 99);
}
END_TEST

START_TEST(it_grows_with_the_distance)
{
    static const int scales[] = {1, 3, 8, 100, 1000};
    for (size_t i = 0; i < sizeof scales / sizeof scales[0]; i++) {
        uint8_t before = 50;
        confidence_init(&confidence, scales[i]);
        for (int advantage = 0; advantage < 16384; advantage++) {
            uint8_t now = of_title(advantage);
            ck_assert_uint_ge(now, before);
            ck_assert_uint_le(now, 99);
            before = now;
        }
        ck_assert_uint_eq(before, 99);
    }
}
END_TEST

START_TEST(equal_scores_share)
{
    int16_t scores[ROLE_LANES] = {0};
    confidence_init(&confidence, 1);
    for (size_t role = 0; role < ROLE_COUNT; role++)
        ck_assert_uint_eq(confidence_of(&confidence, scores, (enum role) role), 100 / ROLE_COUNT);
}
END_TEST

/* Lanes that are no roles do not count. */
START_TEST(only_roles_count)
{
    int16_t scores[ROLE_LANES];
    for (size_t role = 0; role < ROLE_LANES; role++)
        scores[role] = role < ROLE_COUNT ? -4000 : 4000;
    scores[ROLE_BODY] = 0;
    confidence_init(&confidence, 50);
    ck_assert_uint_eq(confidence_of(&confidence, scores, ROLE_BODY), 99);
}
END_TEST

START_TEST(bounds_for_the_best_role)
{
    uint64_t state = 99;
    for (int round = 0; round < 100000; round++) {
        int16_t scores[ROLE_LANES] = {0};
        enum role best = ROLE_TITLE;
        for (size_t role = 0; role < ROLE_COUNT; role++) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            scores[role] = (int16_t) ((int) (state >> 33) % (1 << round % 15));
            best = scores[role] > scores[best] ? (enum role) role : best;
        }
        confidence_init(&confidence, 1 + round % 300);
        uint8_t got = confidence_of(&confidence, scores, best);
        ck_assert_uint_ge(got, 100 / ROLE_COUNT);
        ck_assert_uint_le(got, 99);
    }
}
END_TEST

int main(void)
{
    return unit_run("role_confidence", (const TTest *const[]){
                                           two_roles,
                                           it_grows_with_the_distance,
                                           equal_scores_share,
                                           only_roles_count,
                                           bounds_for_the_best_role,
                                           NULL,
                                       });
}
