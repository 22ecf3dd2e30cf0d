#include "../../tools/tag/weights.h"
#include "data_folder.h"

static struct rules *rules;
static struct weights *weights;

/* Loads these weights, beside the two rules "phone" and "date". */
static void set_up(struct slice contents)
{
    data_folder_make();
    data_folder_write("roles.rules", SLICE("phone \\d{9}\ndate \\d/\\d\n"));
    data_folder_write("roles.weights", contents);
    rules = rules_load("vi");
    ck_assert_ptr_nonnull(rules);
    weights = weights_load("vi", rules);
}

static void tear_down(void)
{
    rules_free(rules);
    free(weights);
    data_folder_remove((const char *const[]){"roles.rules", "roles.weights", NULL});
}

START_TEST(features_rules_zones_and_neighbours)
{
    set_up(SLICE("# a comment\nends-stop body=14 title=-18\n  phone   footer=30   nav=0\n"
                 "date dateline=999999 body=-999999\nzone:tail footer=5\nafter:title lead=7\n"
                 "no-title -60\n"));
    ck_assert_ptr_nonnull(weights);
    ck_assert_int_eq(weights->feature[FEATURE_ENDS_STOP][ROLE_BODY], 14);
    ck_assert_int_eq(weights->feature[FEATURE_ENDS_STOP][ROLE_TITLE], -18);
    ck_assert_int_eq(weights->feature[FEATURE_ENDS_STOP][ROLE_LEAD], 0);
    ck_assert_int_eq(weights->feature[FEATURE_COUNT][ROLE_FOOTER], 30);
    ck_assert_int_eq(weights->feature[FEATURE_COUNT + 1][ROLE_DATELINE], 999999);
    ck_assert_int_eq(weights->feature[FEATURE_COUNT + 1][ROLE_BODY], -999999);
    ck_assert_int_eq(weights->zone[ZONE_TAIL][ROLE_FOOTER], 5);
    ck_assert_int_eq(weights->zone[ZONE_HEAD][ROLE_FOOTER], 0);
    ck_assert_int_eq(weights->after[ROLE_TITLE][ROLE_LEAD], 7);
    ck_assert_int_eq(weights->after[ROLE_LEAD][ROLE_TITLE], 0);
    ck_assert_int_eq(weights->no_title, -60);
    tear_down();
}
END_TEST

/* Each line alone is refused with this message. */
static void refuses(struct slice line, const char *what)
{
    struct buffer expected = {0};
    int messages = unit_catch_messages();
    data_folder_write("roles.weights", line);
    ck_assert_ptr_null(weights_load("vi", rules));
    buffer_append_string(&expected, "ganloc: ./vi/roles.weights:1: ");
    buffer_append_string(&expected, what);
    buffer_append_byte(&expected, '\n');
    unit_compare(unit_contents(messages), buffer_slice(&expected), __LINE__);
    close(messages);
    buffer_release(&expected);
}

START_TEST(bad_lines)
{
    static const char pairs[] = "expected pairs of a role and a whole number, such as body=-20";
    static const char name[] = "neither a feature nor the name of a rule";
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
    refuses(SLICE("ends-stop body=1000000\n"), pairs);
    refuses(SLICE("ends-stop body= 1\n"), pairs);
    refuses(SLICE("no-title\n"), "expected a whole number");
    refuses(SLICE("no-title x\n"), "expected a whole number");
    tear_down();
}
END_TEST

START_TEST(all_bad_lines_are_reported)
{
    int messages = unit_catch_messages();
    set_up(SLICE("one body=1\nends-stop body=1\n\nends-stop two=1\n"));
    ck_assert_ptr_null(weights);
    assert_slice(unit_contents(messages),
                 "ganloc: ./vi/roles.weights:1: neither a feature nor the name of a rule\n"
                 "ganloc: ./vi/roles.weights:4: expected pairs of a role and a whole number, such "
                 "as body=-20\n");
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

START_TEST(the_weights_of_vietnamese)
{
    rules = rules_load("vi");
    ck_assert_ptr_nonnull(rules);
    weights = weights_load("vi", rules);
    ck_assert_ptr_nonnull(weights);
    for (size_t i = 0; i < rules_count(rules); i++) {
        bool counts = false;
        for (size_t role = 0; role < ROLE_COUNT; role++)
            counts = counts || weights->feature[FEATURE_COUNT + i][role];
        ck_assert_msg(counts, "rule %zu has no weight", i);
    }
    rules_free(rules);
    free(weights);
}
END_TEST

int main(void)
{
    return unit_run("tag_weights", (const TTest *const[]){
                                       features_rules_zones_and_neighbours,
                                       bad_lines,
                                       all_bad_lines_are_reported,
                                       every_feature_has_a_name_of_its_own,
                                       the_weights_of_vietnamese,
                                       NULL,
                                   });
}
