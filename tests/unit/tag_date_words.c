#include "../../tools/tag/date_words.h"
#include "data_folder.h"

static struct date_words *words;
static struct buffer scratch;

static void set_up(struct slice contents)
{
    data_folder_make();
    data_folder_write("dates.txt", contents);
    words = date_words_load("vi");
}

static void tear_down(void)
{
    date_words_free(words);
    buffer_release(&scratch);
    data_folder_remove((const char *const[]){"dates.txt", NULL});
}

static const struct date_word *find(const char *text)
{
    return date_words_find(words, slice_from_string(text), &scratch);
}

START_TEST(classes_and_values)
{
    set_up(
        SLICE("# words\nhome -210\npart=5-11 tối\nto tới\nfuture tới\nrelative-day=-2 hôm kia\n"));
    ck_assert_ptr_nonnull(words);
    ck_assert_int_eq(date_words_home(words), -210);
    ck_assert_uint_eq(find("tối")->classes, DATE_IS(DATE_WORD_PART));
    ck_assert_int_eq(find("tối")->value, 5);
    ck_assert_int_eq(find("tối")->last, 11);
    ck_assert_uint_eq(find("tới")->classes, DATE_IS(DATE_WORD_TO) | DATE_IS(DATE_WORD_FUTURE));
    ck_assert_int_eq(find("hôm kia")->value, -2);
    ck_assert_ptr_null(find("kia"));
    ck_assert_ptr_null(find(""));
    tear_down();
}
END_TEST

START_TEST(the_first_word_of_a_phrase_tells_its_length)
{
    set_up(SLICE("near đến\nto đến hết ngày\n"));
    ck_assert_uint_eq(find("đến")->most_words, 3);
    ck_assert_uint_eq(find("đến")->classes, DATE_IS(DATE_WORD_NEAR));
    ck_assert_ptr_null(find("đến hết"));
    ck_assert_ptr_nonnull(find("đến hết ngày"));
    tear_down();
}
END_TEST

START_TEST(capitals_do_not_count)
{
    set_up(SLICE("weekday=2 thứ ba\npart=7-11 đêm\n"));
    ck_assert_ptr_nonnull(find("Thứ ba"));
    ck_assert_ptr_nonnull(find("thứ Ba"));
    ck_assert_ptr_nonnull(find("THỨ BA"));
    ck_assert_ptr_nonnull(find("Đêm"));
    ck_assert_ptr_nonnull(find("ĐÊM"));
    ck_assert_ptr_null(find("thu ba"));
    ck_assert_ptr_null(find("Đ\xFF"));
    tear_down();
}
END_TEST

START_TEST(bad_lines_are_all_reported)
{
    int messages = unit_catch_messages();
    set_up(SLICE("day ngày\nday\nnight đêm\npart=x tối\npart=5- tối\nhome sea\n"));
    ck_assert_ptr_null(words);
    assert_slice(unit_contents(messages),
                 "ganloc: ./vi/dates.txt:2: expected a class, a space and a word or phrase\n"
                 "ganloc: ./vi/dates.txt:3: expected a class of words, as listed at the head of "
                 "dates.txt\n"
                 "ganloc: ./vi/dates.txt:4: expected a whole number behind '=', or two with '-' "
                 "between them\n"
                 "ganloc: ./vi/dates.txt:5: expected a whole number behind '=', or two with '-' "
                 "between them\n"
                 "ganloc: ./vi/dates.txt:6: expected minutes ahead of UTC, such as 420\n");
    tear_down();
}
END_TEST

START_TEST(there_is_a_limit)
{
    struct buffer contents = {0};
    int messages = unit_catch_messages();
    for (uint64_t i = 1; i <= 513; i++) {
        buffer_append_string(&contents, "day w");
        buffer_append_number(&contents, i);
        buffer_append_byte(&contents, '\n');
    }
    set_up(buffer_slice(&contents));
    ck_assert_ptr_null(words);
    assert_slice(unit_contents(messages), "ganloc: ./vi/dates.txt:513: too many words\n");
    buffer_release(&contents);
    tear_down();
}
END_TEST

START_TEST(the_words_of_vietnamese)
{
    words = date_words_load("vi");
    ck_assert_ptr_nonnull(words);
    ck_assert_int_eq(date_words_home(words), 420);
    ck_assert_int_eq(find("Chủ nhật")->value, 7);
    ck_assert_int_eq(find("tháng Mười Hai")->value, 12);
    date_words_free(words);
    buffer_release(&scratch);
}
END_TEST

int main(void)
{
    return unit_run("tag_date_words", (const TTest *const[]){
                                          classes_and_values,
                                          the_first_word_of_a_phrase_tells_its_length,
                                          capitals_do_not_count,
                                          bad_lines_are_all_reported,
                                          there_is_a_limit,
                                          the_words_of_vietnamese,
                                          NULL,
                                      });
}
