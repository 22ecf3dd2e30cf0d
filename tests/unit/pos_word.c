#include "../../common/pos/word.h"

#include "../../common/word/shape.h"
#include "unit.h"

static struct pos_words words;

static void set_up(void)
{
    ck_assert(pos_words_load(&words, language_find("vi")));
}

static struct pos_word word_of(const char *text)
{
    return pos_words_read(&words, slice_from_string(text));
}

static bool same_key(const char *a, const char *b)
{
    return word_of(a).key == word_of(b).key;
}

START_TEST(keys)
{
    set_up();
    ck_assert(same_key("hòa_bình", "Hoà_Bình"));
    ck_assert(same_key("hợp_tác_xã", "hợp tác xã"));
    ck_assert(same_key("a\xCC\x81", "á"));
    ck_assert(same_key("12/5", "30/4"));
    ck_assert(same_key("_học__sinh_", "học_sinh"));
    ck_assert(!same_key("học_sinh", "sinh_học"));
    ck_assert(!same_key("học_sinh", "họcsinh"));
    ck_assert(!same_key("học", "học_học"));
    pos_words_release(&words);
}
END_TEST

START_TEST(syllables_are_words)
{
    set_up();
    struct pos_word word = word_of("Học_sinh");
    ck_assert_uint_eq(word.syllables, 2);
    ck_assert_uint_eq(word.first, word_of("học").key);
    ck_assert_uint_eq(word.last, word_of("sinh").key);
    ck_assert_uint_eq(word_of("ghe").first, word_of("ghe").key);
    ck_assert_uint_eq(word_of("ghe").last, word_of("ghe").key);
    pos_words_release(&words);
}
END_TEST

START_TEST(case_counts_where_all_are_capitalized)
{
    set_up();
    ck_assert_uint_eq(word_of("hà_nội").cased, word_of("hà_nội").key);
    ck_assert_uint_eq(word_of("Học_sinh").cased, word_of("học_sinh").key);
    ck_assert_uint_ne(word_of("Hà_Nội").cased, word_of("hà_nội").cased);
    ck_assert_uint_ne(word_of("Ghe").cased, word_of("ghe").cased);
    pos_words_release(&words);
}
END_TEST

START_TEST(marks)
{
    set_up();
    ck_assert(word_of(".").is_mark);
    ck_assert(word_of("“").is_mark);
    ck_assert(word_of("_").is_mark);
    ck_assert(word_of("\xFF").is_mark);
    ck_assert(!word_of("ghe").is_mark);
    ck_assert(!word_of("12").is_mark);
    ck_assert_uint_eq(word_of("ghe").shape, SHAPE_LOWER);
    ck_assert_uint_eq(word_of("học_sinh").shape, SHAPE_COUNT + WORD_LOWER);
    ck_assert_uint_eq(pos_word_edge.shape, SHAPE_EDGE);
    pos_words_release(&words);
}
END_TEST

START_TEST(long_ones)
{
    set_up();
    struct buffer text = {0};
    for (size_t i = 0; i < 100000; i++)
        buffer_append_string(&text, "Ghe_");
    struct pos_word word = pos_words_read(&words, buffer_slice(&text));
    ck_assert_uint_eq(word.syllables, 100000);
    ck_assert_uint_eq(word.last, word_of("ghe").key);
    buffer_release(&text);
    pos_words_release(&words);
}
END_TEST

int main(void)
{
    return unit_run("pos_word", (const TTest *const[]){keys, syllables_are_words,
                                                       case_counts_where_all_are_capitalized, marks,
                                                       long_ones, NULL});
}
