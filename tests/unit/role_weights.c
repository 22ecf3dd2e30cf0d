#include "role/weights.h"

#include "data_folder.h"
#include "role_language.h"

static struct rules *rules;
static struct weights weights;
static bool is_loaded;

/* Loads these weights, beside the two rules "phone" and "date". */
static void set_up(struct slice contents)
{
    data_folder_make();
    data_folder_write("roles.rules", SLICE("phone \\d{9}\ndate \\d/\\d\n"));
    data_folder_write("roles.weights", contents);
    rules = rules_load(role_language());
    ck_assert_ptr_nonnull(rules);
    is_loaded = weights_load(&weights, "vi", rules);
}

static void tear_down(void)
{
    rules_free(rules);
    weights_release(&weights);
    data_folder_remove((const char *const[]){"roles.rules", "roles.weights", "user.rules", NULL});
}

START_TEST(features_rules_zones_and_neighbours)
{
    set_up(SLICE("# a comment\nends-stop body=14 title=-18\n  phone   footer=30   nav=0\n"
                 "date dateline=1000 body=-1000\nzone:tail footer=5\nafter:title lead=7\n"
                 "no-title -60\nno-text 9\nscale 130\nword:xem_thêm related=50\nword:gà body=3\n"));
    ck_assert(is_loaded);
    ck_assert_int_eq(weights.feature[FEATURE_ENDS_STOP][ROLE_BODY], 14);
    ck_assert_int_eq(weights.feature[FEATURE_ENDS_STOP][ROLE_TITLE], -18);
    ck_assert_int_eq(weights.feature[FEATURE_ENDS_STOP][ROLE_LEAD], 0);
    ck_assert_int_eq(weights.feature[FEATURE_RULE][ROLE_FOOTER], 30);
    ck_assert_int_eq(weights.feature[FEATURE_RULE + 1][ROLE_DATELINE], 1000);
    ck_assert_int_eq(weights.feature[FEATURE_RULE + 1][ROLE_BODY], -1000);
    ck_assert_int_eq(weights.feature[FEATURE_ZONE + ZONE_TAIL][ROLE_FOOTER], 5);
    ck_assert_int_eq(weights.feature[FEATURE_ZONE + ZONE_HEAD][ROLE_FOOTER], 0);
    ck_assert_int_eq(weights.feature[FEATURE_AFTER + ROLE_TITLE][ROLE_LEAD], 7);
    ck_assert_int_eq(weights.feature[FEATURE_AFTER + ROLE_LEAD][ROLE_TITLE], 0);
    ck_assert_int_eq(weights.feature[FEATURE_PAGE][LANE_NO_TITLE], -60);
    ck_assert_int_eq(weights.feature[FEATURE_PAGE][LANE_NO_TEXT], 9);
    ck_assert_int_eq(weights.scale, 130);
    ck_assert_uint_eq(weights.feature_count, FEATURE_WORD + 2);
    ck_assert_int_eq(weights.feature[FEATURE_WORD][ROLE_RELATED], 50);
    ck_assert_int_eq(weights.feature[FEATURE_WORD + 1][ROLE_BODY], 3);
    tear_down();
}
END_TEST

/* Each line alone is refused with this message. */
static void refuses(struct slice line, const char *what)
{
    struct buffer expected = {0};
    int messages = unit_catch_messages();
    data_folder_write("roles.weights", line);
    weights_release(&weights);
    ck_assert(!weights_load(&weights, "vi", rules));
    buffer_append_string(&expected, "ganloc: ./vi/roles.weights:1: ");
    buffer_append_string(&expected, what);
    buffer_append_byte(&expected, '\n');
    unit_compare(unit_contents(messages), buffer_slice(&expected), __LINE__);
    close(messages);
    buffer_release(&expected);
}

START_TEST(bad_lines)
{
    static const char pairs[] =
        "expected pairs of a role and a whole number up to 1000, such as body=-20";
    static const char number[] = "expected a whole number up to 1000";
    static const char name[] = "neither a feature, the name of a rule, nor a word";
    set_up(SLICE(""));
    refuses(SLICE("ends-dot body=1\n"), name);
    refuses(SLICE("phones body=1\n"), name);
    refuses(SLICE("zone:middle body=1\n"), name);
    refuses(SLICE("after:menu body=1\n"), name);
    refuses(SLICE("Ends-stop body=1\n"), name);
    refuses(SLICE("ends-stop text=1\n"), pairs);
    refuses(SLICE("ends-stop body\n"), pairs);
    refuses(SLICE("ends-stop body=\n"), pairs);
    refuses(SLICE("ends-stop body=-\n"), pairs);
    refuses(SLICE("ends-stop body=1.5\n"), pairs);
    refuses(SLICE("ends-stop body=1 title=2x\n"), pairs);
    refuses(SLICE("ends-stop body=1001\n"), pairs);
    refuses(SLICE("ends-stop body= 1\n"), pairs);
    refuses(SLICE("no-title\n"), number);
    refuses(SLICE("no-title x\n"), number);
    refuses(SLICE("no-text -1001\n"), number);
    refuses(SLICE("scale 0\n"), number);
    refuses(SLICE("scale -3\n"), number);
    refuses(SLICE("word:^ body=1 body\n"), pairs);
    refuses(SLICE("word: body=1\n"), name);
    refuses(SLICE("word:a_ body=1\n"), name);
    tear_down();
}
END_TEST

START_TEST(all_bad_lines_are_reported)
{
    int messages = unit_catch_messages();
    set_up(SLICE("one body=1\nends-stop body=1\n\nends-stop two=1\n"));
    ck_assert(!is_loaded);
    assert_slice(unit_contents(messages),
                 "ganloc: ./vi/roles.weights:1: neither a feature, the name of a rule, nor a word\n"
                 "ganloc: ./vi/roles.weights:4: expected pairs of a role and a whole number up "
                 "to 1000, such as body=-20\n");
    tear_down();
}
END_TEST

START_TEST(every_feature_has_a_name_of_its_own)
{
    for (size_t i = 0; i < FEATURE_COUNT; i++) {
        const char *name = feature_name((enum feature) i);
        ck_assert_ptr_nonnull(name);
        ck_assert_int_gt((int) strlen(name), 0);
        ck_assert_ptr_null(strchr(name, ' '));
        for (size_t k = 0; k < i; k++)
            ck_assert_str_ne(name, feature_name((enum feature) k));
    }
}
END_TEST

/* What was written is read as the same weights. */
START_TEST(there_and_back)
{
    static const char *const entries[] = {"gà", "xem_thêm", "^_theo", "00000", ")_$", "#"};
    struct slice words[sizeof entries / sizeof entries[0]];
    struct weights read;
    struct buffer text = {0};
    set_up(SLICE(""));
    for (size_t i = 0; i < sizeof entries / sizeof entries[0]; i++) {
        words[i] = slice_from_string(entries[i]);
        ck_assert_uint_eq(weights_add_word(&weights, words[i]), FEATURE_WORD + i);
    }
    int32_t value = 1;
    for (size_t i = 0; i < weights.feature_count; i++) {
        bool is_written = i < FEATURE_RULE + rules_count(rules) || i >= FEATURE_WORD ||
                          (i >= FEATURE_ZONE && i < FEATURE_PAGE);
        for (size_t role = 0; is_written && role < ROLE_COUNT; role++) {
            value = value * 7919 % 2003; /* 1 to 2002, all of them */
            weights.feature[i][role] = (int16_t) (value % 2001 - WEIGHT_LIMIT);
        }
    }
    weights.feature[FEATURE_PAGE][LANE_NO_TITLE] = -77;
    weights.feature[FEATURE_PAGE][LANE_NO_TEXT] = 1000;
    weights.scale = 88;
    weights_append(&text, &weights, rules, words);
    data_folder_write("roles.weights", buffer_slice(&text));
    ck_assert(weights_load(&read, "vi", rules));
    ck_assert_int_eq(read.scale, 88);
    ck_assert_uint_eq(read.feature_count, weights.feature_count);
    for (size_t i = 0; i < weights.feature_count; i++)
        for (size_t role = 0; role < ROLE_LANES; role++)
            ck_assert_msg(read.feature[i][role] == weights.feature[i][role],
                          "feature %zu, role %zu: %d, was %d", i, role, read.feature[i][role],
                          weights.feature[i][role]);
    weights_release(&read);
    buffer_release(&text);
    tear_down();
}
END_TEST

START_TEST(rules_of_a_user_outweigh_all)
{
    set_up(SLICE("phone footer=1000 ad=-1000\n"));
    data_folder_write("user.rules", SLICE("ad mua\n"));
    ck_assert(rules_read(rules, "vi/user.rules"));
    weights_trust_user(&weights, rules);
    ck_assert_int_eq(weights.feature[FEATURE_RULE][ROLE_FOOTER], 1000);
    ck_assert_int_eq(weights.feature[FEATURE_RULE][ROLE_AD], -1000);
    for (size_t role = 0; role < ROLE_COUNT; role++) {
        int32_t weight = weights.feature[FEATURE_RULE + 2][role];
        ck_assert_int_eq(weight, role == ROLE_AD ? WEIGHT_LIMIT : 0);
    }
    tear_down();
}
END_TEST

/* They are learned: rules that tell nothing on the pages learned from may be left with none. */
START_TEST(the_weights_of_vietnamese)
{
    size_t weighed = 0;
    rules = rules_load(language_find("vi"));
    ck_assert_ptr_nonnull(rules);
    ck_assert(weights_load(&weights, "vi", rules));
    for (size_t i = 0; i < rules_count(rules); i++) {
        bool counts = false;
        for (size_t role = 0; role < ROLE_COUNT; role++)
            counts = counts || weights.feature[FEATURE_RULE + i][role];
        weighed += counts;
    }
    ck_assert_uint_ge(weighed * 10, rules_count(rules) * 9);
    ck_assert_uint_gt(weights.feature_count, FEATURE_WORD);
    rules_free(rules);
    weights_release(&weights);
}
END_TEST

int main(void)
{
    return unit_run("role_weights", (const TTest *const[]){
                                        features_rules_zones_and_neighbours,
                                        bad_lines,
                                        all_bad_lines_are_reported,
                                        every_feature_has_a_name_of_its_own,
                                        there_and_back,
                                        rules_of_a_user_outweigh_all,
                                        the_weights_of_vietnamese,
                                        NULL,
                                    });
}
