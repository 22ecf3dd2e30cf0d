#include "../../common/sentence/abbreviations.h"
#include "data_folder.h"

static struct abbreviations list;

static void set_up(struct slice contents)
{
    data_folder_make();
    data_folder_write("abbreviations.txt", contents);
}

static void tear_down(void)
{
    abbreviations_release(&list);
    data_folder_remove((const char *const[]){"abbreviations.txt", NULL});
}

static void expect(struct slice word, enum abbreviation_kind kind)
{
    ck_assert_msg(abbreviations_find(&list, word) == kind, "'%.*s'", (int) word.length, word.bytes);
}

START_TEST(words_of_both_kinds)
{
    set_up(SLICE("# words\njoins TP.\n\n  joins   Đg.  \nends v.v.\r\nends Co.\n"));
    ck_assert(abbreviations_load(&list, "vi"));
    ck_assert_uint_eq(list.count, 4);
    expect(SLICE("TP."), ABBREVIATION_JOINS);
    expect(SLICE("Đg."), ABBREVIATION_JOINS);
    expect(SLICE("v.v."), ABBREVIATION_ENDS);
    expect(SLICE("Co."), ABBREVIATION_ENDS);
    tear_down();
}
END_TEST

START_TEST(other_words)
{
    set_up(SLICE("joins TP.\njoins T.\nends vv.\n"));
    ck_assert(abbreviations_load(&list, "vi"));
    expect(SLICE("tp."), ABBREVIATION_NONE);
    expect(SLICE("TP"), ABBREVIATION_NONE);
    expect(SLICE("TP.."), ABBREVIATION_NONE);
    expect(SLICE("ATP."), ABBREVIATION_NONE);
    expect(SLICE("P."), ABBREVIATION_NONE);
    expect(SLICE("."), ABBREVIATION_NONE);
    expect(SLICE(""), ABBREVIATION_NONE);
    tear_down();
}
END_TEST

START_TEST(an_empty_list)
{
    set_up(SLICE("# nothing\n"));
    ck_assert(abbreviations_load(&list, "vi"));
    expect(SLICE("TP."), ABBREVIATION_NONE);
    tear_down();
}
END_TEST

START_TEST(many_words)
{
    struct buffer contents = {0}, word = {0};
    for (uint64_t i = 0; i < 1000; i++) {
        buffer_append_string(&contents, i % 2 ? "joins w" : "ends w");
        buffer_append_number(&contents, i * 7919 % 1000);
        buffer_append_string(&contents, ".\n");
    }
    set_up(buffer_slice(&contents));
    ck_assert(abbreviations_load(&list, "vi"));
    for (uint64_t i = 0; i < 1000; i++) {
        buffer_clear(&word);
        buffer_append_byte(&word, 'w');
        buffer_append_number(&word, i * 7919 % 1000);
        buffer_append_byte(&word, '.');
        expect(buffer_slice(&word), i % 2 ? ABBREVIATION_JOINS : ABBREVIATION_ENDS);
    }
    expect(SLICE("w1000."), ABBREVIATION_NONE);
    buffer_release(&contents);
    buffer_release(&word);
    tear_down();
}
END_TEST

START_TEST(bad_lines_are_all_reported)
{
    static const char what[] =
        ": expected 'joins' or 'ends', and an abbreviation with its full stop\n";
    struct buffer expected = {0};
    set_up(SLICE("joins TP.\njoin Q.\nTX.\n# fine\nends\njoins Đg\nJOINS P.\nends v.v.\n"));
    int messages = unit_catch_messages();
    ck_assert(!abbreviations_load(&list, "vi"));
    for (const char *line = "2567"; *line; line++) {
        buffer_append_string(&expected, "ganloc: ./vi/abbreviations.txt:");
        buffer_append_byte(&expected, *line);
        buffer_append_string(&expected, what);
    }
    unit_compare(unit_contents(messages), buffer_slice(&expected), __LINE__);
    buffer_release(&expected);
    tear_down();
}
END_TEST

START_TEST(a_language_without_a_list)
{
    set_up(SLICE(""));
    int messages = unit_catch_messages();
    ck_assert(!abbreviations_load(&list, "xx"));
    ck_assert(slice_starts_with(unit_contents(messages),
                                SLICE("ganloc: ./xx/abbreviations.txt: cannot read data file")));
    tear_down();
}
END_TEST

START_TEST(the_list_of_vietnamese)
{
    ck_assert(abbreviations_load(&list, "vi"));
    ck_assert_uint_gt(list.count, 100);
    expect(SLICE("TP."), ABBREVIATION_JOINS);
    expect(SLICE("v.v."), ABBREVIATION_ENDS);
    expect(SLICE("xong."), ABBREVIATION_NONE);
    abbreviations_release(&list);
}
END_TEST

int main(void)
{
    return unit_run("abbreviations", (const TTest *const[]){
                                         words_of_both_kinds,
                                         other_words,
                                         an_empty_list,
                                         many_words,
                                         bad_lines_are_all_reported,
                                         a_language_without_a_list,
                                         the_list_of_vietnamese,
                                         NULL,
                                     });
}
