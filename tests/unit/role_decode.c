#include "role/decode.h"

#include "unit.h"

/* Feature number i says that the paragraph is role i; the weights are these tests' own. */
static struct weights weights;
static struct decoder *decoder;

static void set_up(void)
{
    weights_init(&weights);
    for (size_t role = 0; role < ROLE_COUNT; role++)
        weights.feature[role][role] = 10;
    decoder = decoder_new(&weights);
}

static void tear_down(void)
{
    decoder_free(decoder);
    weights_release(&weights);
}

/* Takes the roles named by letters: t title, l lead, h heading, b body, c caption, y byline,
 * d dateline, s source, n nav, r related, f footer, '.' for a paragraph without features. */
static const char letters[ROLE_COUNT + 1] = "tlhbcydsnSrANf";

static void fill(struct features *features, const char *page)
{
    for (size_t i = 0; page[i]; i++) {
        const char *letter = strchr(letters, page[i]);
        features[i].count = 0;
        if (letter)
            features[i].held[features[i].count++] = (uint16_t) (letter - letters);
    }
}

/* The answer for a page as letters; good until the next call. */
static const char *decode(const char *page)
{
    static struct features features[100];
    static char answer[101];
    size_t count = strlen(page);
    fill(features, page);
    const struct decision *decisions = decoder_decode(decoder, features, count);
    for (size_t i = 0; i < count; i++)
        answer[i] = letters[decisions[i].role];
    answer[count] = '\0';
    return answer;
}

START_TEST(what_the_features_say)
{
    set_up();
    ck_assert_str_eq(decode("tlbb"), "tlbb");
    ck_assert_str_eq(decode("nntdlcbhbcbyssrrff"), "nntdlcbhbcbyssrrff");
    ck_assert_str_eq(decode("b"), "b");
    ck_assert_str_eq(decode("f"), "f");
    ck_assert_str_eq(decode(""), "");
    tear_down();
}
END_TEST

static size_t occurrences(const char *text, char letter)
{
    size_t count = 0;
    for (; *text; text++)
        count += *text == letter;
    return count;
}

START_TEST(one_title_and_one_lead)
{
    set_up();
    ck_assert_uint_eq(occurrences(decode("tttttt"), 't'), 1);
    ck_assert_uint_eq(occurrences(decode("llllll"), 'l'), 1);
    ck_assert_uint_eq(occurrences(decode("tltltltl"), 't'), 1);
    ck_assert_uint_eq(occurrences(decode("tltltltl"), 'l'), 1);
    ck_assert_uint_eq(occurrences(decode("tbtbt"), 't'), 1);
    tear_down();
}
END_TEST

START_TEST(parts_in_their_order)
{
    set_up();
    /* the text is worth more than a title behind it, a footer in it, a lead before the title */
    ck_assert_uint_eq(occurrences(decode("bbbt"), 't'), 0);
    ck_assert_uint_eq(occurrences(decode("bbbl"), 'l'), 0);
    ck_assert_uint_eq(occurrences(decode("bbbfbbb"), 'f'), 0);
    ck_assert_uint_eq(occurrences(decode("bffff"), 'b'), 1);
    const char *answer = decode("lt");
    ck_assert_msg(strcmp(answer, "lt") != 0, "a lead before the title");
    tear_down();
}
END_TEST

/* The state of a part is not known from outside; but what may only stand in some parts tells. */
static void check_grammar(const char *answer, const char *page)
{
    const char *title = strchr(answer, 't'), *lead = strchr(answer, 'l');
    const char *text = strpbrk(answer, "bh"), *end = strrchr(answer, 'b');
    const char *heading = strrchr(answer, 'h');
    if (heading > end)
        end = heading;
    ck_assert_msg(occurrences(answer, 't') <= 1, "%s: %s", page, answer);
    ck_assert_msg(occurrences(answer, 'l') <= 1, "%s: %s", page, answer);
    if (title && lead)
        ck_assert_msg(title < lead, "%s: %s", page, answer);
    if (title && text)
        ck_assert_msg(title < text, "%s: %s", page, answer);
    if (lead && text)
        ck_assert_msg(lead < text, "%s: %s", page, answer);
    /* no footer and no source between the text's parts, or between title and lead and text */
    for (const char *at = text; at && at < end; at++)
        ck_assert_msg(!strchr("fsn", *at), "%s: %s", page, answer);
    for (const char *at = title; at && end && at < end; at++)
        ck_assert_msg(*at != 'f', "%s: %s", page, answer);
}

START_TEST(every_answer_is_a_page)
{
    uint64_t state = 4711;
    char page[41];
    set_up();
    for (int round = 0; round < 2000; round++) {
        size_t count = 0;
        for (; count < sizeof page - 1; count++) {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            page[count] = letters[state % ROLE_COUNT];
            if (state % 97 == 0)
                break;
        }
        page[count] = '\0';
        check_grammar(decode(page), page);
    }
    tear_down();
}
END_TEST

START_TEST(neighbours_decide_where_features_do_not)
{
    set_up();
    weights.feature[FEATURE_AFTER + ROLE_BODY][ROLE_CAPTION] = 3;
    weights.feature[FEATURE_AFTER + ROLE_CAPTION][ROLE_CAPTION] = -5;
    ck_assert_str_eq(decode("b.b"), "bcb");
    tear_down();
}
END_TEST

START_TEST(a_page_without_a_title_costs)
{
    set_up();
    ck_assert_ptr_null(strchr(decode("bbb"), 't'));
    weights.feature[FEATURE_PAGE][LANE_NO_TITLE] = -50;
    ck_assert_str_eq(decode("bbb"), "tbb");
    ck_assert_str_eq(decode("ntb"), "ntb");
    tear_down();
}
END_TEST

START_TEST(zones_weigh)
{
    set_up();
    weights.feature[FEATURE_ZONE + ZONE_TAIL][ROLE_CAPTION] = 4;
    ck_assert_str_eq(decode("bb.") + 2, "c");
    tear_down();
}
END_TEST

/* Sums must not overflow on a page that has many paragraphs. */
START_TEST(a_long_page)
{
    enum { COUNT = 100000 };
    struct features *features = calloc(COUNT, sizeof *features);
    set_up();
    ck_assert_ptr_nonnull(features);
    for (size_t role = 0; role < ROLE_COUNT; role++)
        weights.feature[role][role] = 10 * WEIGHT_LIMIT; /* held to DECODER_LIMIT */
    for (size_t i = 0; i < COUNT; i++) {
        features[i].count = 1;
        features[i].held[0] = i == 3 ? ROLE_TITLE : i < 3 ? ROLE_NAV : ROLE_BODY;
    }
    const struct decision *decisions = decoder_decode(decoder, features, COUNT);
    for (size_t i = 0; i < COUNT; i++) {
        ck_assert_int_eq(decisions[i].role, i == 3 ? ROLE_TITLE : i < 3 ? ROLE_NAV : ROLE_BODY);
        ck_assert_int_eq(decisions[i].zone, i == 3 ? ZONE_TITLE : i < 3 ? ZONE_HEAD : ZONE_TEXT);
        ck_assert_int_eq(decisions[i].confidence, 99);
    }
    free(features);
    tear_down();
}
END_TEST

int main(void)
{
    return unit_run("role_decode", (const TTest *const[]){
                                       what_the_features_say,
                                       one_title_and_one_lead,
                                       parts_in_their_order,
                                       every_answer_is_a_page,
                                       neighbours_decide_where_features_do_not,
                                       a_page_without_a_title_costs,
                                       zones_weigh,
                                       a_long_page,
                                       NULL,
                                   });
}
