#include "../../common/sentence/weights.h"
#include "data_folder.h"

static struct sentence_weights weights;

static void set_up(struct slice contents)
{
    data_folder_make();
    data_folder_write("sentences.weights", contents);
}

static void tear_down(void)
{
    sentence_weights_release(&weights);
    data_folder_remove((const char *const[]){"sentences.weights", NULL});
}

START_TEST(weights_of_all_kinds)
{
    int opens = 0;
    set_up(SLICE("# weights\nany always -3\n\ninitial next-letter 12\n  question opens 1000\r\n"
                 "opens Theo 6\nopens Lan -6\nopens Và 0\n"));
    ck_assert(sentence_weights_load(&weights, "vi"));
    ck_assert_int_eq(weights.of[DOUBT_ANY][FEATURE_ALWAYS], -3);
    ck_assert_int_eq(weights.of[DOUBT_INITIAL][FEATURE_NEXT_LETTER], 12);
    ck_assert_int_eq(weights.of[DOUBT_QUESTION][FEATURE_OPENS], 1000);
    ck_assert_int_eq(weights.of[DOUBT_NUMBER][FEATURE_ALWAYS], 0);
    ck_assert(sentence_weights_opens(&weights, SLICE("Theo"), &opens));
    ck_assert_int_eq(opens, 6);
    ck_assert(sentence_weights_opens(&weights, SLICE("Lan"), &opens));
    ck_assert_int_eq(opens, -6);
    ck_assert(sentence_weights_opens(&weights, SLICE("Và"), &opens));
    ck_assert_int_eq(opens, 0);
    ck_assert(!sentence_weights_opens(&weights, SLICE("theo"), &opens));
    ck_assert(!sentence_weights_opens(&weights, SLICE("Th"), &opens));
    ck_assert(!sentence_weights_opens(&weights, SLICE(""), &opens));
    tear_down();
}
END_TEST

START_TEST(an_empty_file)
{
    int opens;
    set_up(SLICE("# nothing\n"));
    ck_assert(sentence_weights_load(&weights, "vi"));
    ck_assert(!sentence_weights_opens(&weights, SLICE("Theo"), &opens));
    tear_down();
}
END_TEST

START_TEST(every_name_is_read)
{
    struct buffer contents = {0};
    for (int kind = 0; kind < DOUBT_KINDS; kind++) {
        for (int i = 0; i < DOUBT_FEATURES; i++) {
            buffer_append_string(&contents, doubt_kind_name((enum doubt_kind) kind));
            buffer_append_byte(&contents, ' ');
            buffer_append_string(&contents, doubt_feature_name((enum doubt_feature) i));
            buffer_append_byte(&contents, ' ');
            buffer_append_number(&contents, (uint64_t) kind * 60 + (uint64_t) i);
            buffer_append_byte(&contents, '\n');
        }
    }
    set_up(buffer_slice(&contents));
    ck_assert(sentence_weights_load(&weights, "vi"));
    for (int kind = 0; kind < DOUBT_KINDS; kind++)
        for (int i = 0; i < DOUBT_FEATURES; i++)
            ck_assert_int_eq(weights.of[kind][i], kind * 60 + i);
    buffer_release(&contents);
    tear_down();
}
END_TEST

/* Each line alone is refused. */
START_TEST(wrong_lines)
{
    static const struct slice lines[] = {
        SLICE("any"),
        SLICE("any always"),
        SLICE("any always "),
        SLICE("any always 1001"),
        SLICE("any always -1001"),
        SLICE("any always 99999999999999999999"),
        SLICE("any always 1.5"),
        SLICE("any always -"),
        SLICE("any always 1 2"),
        SLICE("any  always 1"),
        SLICE("Any always 1"),
        SLICE("every always 1"),
        SLICE("any never 1"),
        SLICE("opens"),
        SLICE("opens Theo"),
        SLICE("opens Theo 7"),
        SLICE("opens Theo -7"),
        SLICE("opens Theo x"),
        SLICE("opens  3"),
        SLICE("any alw\0ys 1"),
    };
    data_folder_make();
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        data_folder_write("sentences.weights", lines[i]);
        int messages = unit_catch_messages();
        ck_assert_msg(!sentence_weights_load(&weights, "vi"), "'%s'", lines[i].bytes);
        ck_assert(slice_starts_with(unit_contents(messages),
                                    SLICE("ganloc: ./vi/sentences.weights:1: expected ")));
        close(messages);
    }
    tear_down();
}
END_TEST

START_TEST(the_weights_of_vietnamese)
{
    int opens;
    ck_assert(sentence_weights_load(&weights, "vi"));
    ck_assert_uint_gt(weights.count, 1000);
    ck_assert(sentence_weights_opens(&weights, SLICE("Tuy"), &opens));
    ck_assert_int_gt(opens, 0);
    ck_assert(sentence_weights_opens(&weights, SLICE("Nguyễn"), &opens));
    ck_assert_int_lt(opens, 0);
    sentence_weights_release(&weights);
}
END_TEST

int main(void)
{
    return unit_run("sentence_weights", (const TTest *const[]){
                                            weights_of_all_kinds,
                                            an_empty_file,
                                            every_name_is_read,
                                            wrong_lines,
                                            the_weights_of_vietnamese,
                                            NULL,
                                        });
}
