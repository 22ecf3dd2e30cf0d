#include "fold.h"
#include "unit.h"

static void expect(struct slice text, unsigned what, const char *key)
{
    struct buffer buffer = {0};
    buffer_append_byte(&buffer, '[');
    fold_append(&buffer, text, what, language_find("vi"));
    ck_assert_str_eq(buffer_string(&buffer) + 1, key);
    buffer_release(&buffer);
}

START_TEST(nothing_folded)
{
    expect(SLICE("  Hoà,  12\t"), 0, "  Hoà,  12\t");
}
END_TEST

START_TEST(one_at_a_time)
{
    expect(SLICE("ĐỨC  Hoà, 12"), FOLD_CASE, "đức  hoà, 12");
    expect(SLICE("  ĐỨC \u00A0\u200B Hoà,\t12 \n"), FOLD_SPACE, "ĐỨC Hoà, 12");
    expect(SLICE("a 12, b3"), FOLD_DIGITS, "a 0, b0");
    expect(SLICE("Hoà HOÀ thuỷ"), FOLD_CASE | FOLD_SPELLING, "hòa hòa thủy");
    expect(SLICE("(a) \"b\"-c…"), FOLD_SPACE | FOLD_PUNCTUATION, "a b c");
}
END_TEST

START_TEST(texts_that_are_the_same)
{
    expect(SLICE("Ảnh: Hoà Bình."), FOLD_TEXT, "ảnh hòa bình");
    expect(SLICE(" ẢNH  Hòa Bình "), FOLD_TEXT, "ảnh hòa bình");
    expect(SLICE("Ảnh 1 - Hoà"), FOLD_TEXT | FOLD_DIGITS, "ảnh 0 hòa");
    expect(SLICE("Ảnh 12: Hoà"), FOLD_TEXT | FOLD_DIGITS, "ảnh 0 hòa");
}
END_TEST

START_TEST(digits_apart_stay_apart)
{
    expect(SLICE("1 2"), FOLD_TEXT | FOLD_DIGITS, "0 0");
    expect(SLICE("1.234,5"), FOLD_TEXT | FOLD_DIGITS, "0 0 0");
    expect(SLICE("123 456"), FOLD_DIGITS, "0 0");
}
END_TEST

START_TEST(without_letters_punctuation_stays)
{
    expect(SLICE(" *** "), FOLD_TEXT, "***");
    expect(SLICE("- - -"), FOLD_TEXT, "- - -");
    expect(SLICE(""), FOLD_TEXT, "");
    expect(SLICE(" \u200B "), FOLD_TEXT, "");
}
END_TEST

START_TEST(a_key_is_appended)
{
    struct buffer key = {0};
    fold_append(&key, SLICE("a"), FOLD_TEXT, NULL);
    fold_append(&key, SLICE(" b"), FOLD_TEXT, NULL);
    assert_slice(buffer_slice(&key), "ab");
    buffer_release(&key);
}
END_TEST

START_TEST(no_language_no_spelling)
{
    struct buffer key = {0};
    fold_append(&key, SLICE("Hoà"), FOLD_TEXT, NULL);
    assert_slice(buffer_slice(&key), "hoà");
    buffer_release(&key);
    ck_assert_ptr_null(language_find("xx"));
    ck_assert_ptr_null(language_find(""));
}
END_TEST

int main(void)
{
    return unit_run("fold", (const TTest *const[]){
                                nothing_folded,
                                one_at_a_time,
                                texts_that_are_the_same,
                                digits_apart_stay_apart,
                                without_letters_punctuation_stays,
                                a_key_is_appended,
                                no_language_no_spelling,
                                NULL,
                            });
}
