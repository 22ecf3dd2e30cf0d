#include "../../common/word/form.h"
#include "../../common/word/shape.h"
#include "data_folder.h"

static struct forms forms;

static struct form form_of(struct slice token)
{
    if (!forms.language)
        ck_assert(forms_load(&forms, language_find("vi")));
    return forms_read(&forms, token);
}

#define same(a, b)                 ck_assert_uint_eq(form_of(SLICE(a)).hash, form_of(SLICE(b)).hash)
#define differ(a, b)               ck_assert_uint_ne(form_of(SLICE(a)).hash, form_of(SLICE(b)).hash)
#define has_shape(token, expected) ck_assert_uint_eq(form_of(SLICE(token)).shape, expected)

START_TEST(what_makes_no_difference)
{
    same("Chợ", "CHỢ");
    same("hoà", "hòa");
    same("KHOẺ", "khỏe");
    same("Cho\u031B\u0323", "chợ");
    same("12.000", "34.567");
    same("1A", "2a");
    forms_release(&forms);
}
END_TEST

START_TEST(digits)
{
    ck_assert_uint_eq(form_of(SLICE("1A")).exact, form_of(SLICE("1a")).exact);
    ck_assert_uint_ne(form_of(SLICE("1A")).exact, form_of(SLICE("2A")).exact);
    forms_release(&forms);
}
END_TEST

START_TEST(what_does)
{
    differ("chợ", "cho");
    differ("dồng", "đồng");
    differ("12.000", "12,000");
    differ("12", "123");
    differ(".", ",");
    differ("a", "a\0");
    forms_release(&forms);
}
END_TEST

START_TEST(shapes)
{
    has_shape("chợ", SHAPE_LOWER);
    has_shape("Chợ", SHAPE_CAPITAL);
    has_shape("CHỢ", SHAPE_UPPER);
    has_shape("Nguyễn", SHAPE_CAPITAL_FAMILY);
    has_shape("nguyễn", SHAPE_LOWER);
    has_shape("NGUYỄN", SHAPE_UPPER);
    has_shape("market", SHAPE_LOWER_FOREIGN);
    has_shape("iPhone", SHAPE_LOWER_FOREIGN);
    has_shape("Market", SHAPE_CAPITAL_FOREIGN);
    has_shape("VN-Index", SHAPE_CAPITAL_FOREIGN);
    has_shape("UNESCO", SHAPE_UPPER_FOREIGN);
    has_shape("A", SHAPE_LETTER);
    has_shape("Đ", SHAPE_LETTER);
    has_shape("25.000", SHAPE_NUMBER);
    has_shape("21/11", SHAPE_NUMBER);
    has_shape("COVID-19", SHAPE_CODE);
    has_shape("5G", SHAPE_CODE);
    has_shape("TP.", SHAPE_ABBREVIATION);
    has_shape("N.V.T.", SHAPE_ABBREVIATION);
    has_shape("今天", SHAPE_LOWER_FOREIGN);
    has_shape(",", SHAPE_PUNCTUATION);
    has_shape("\"", SHAPE_QUOTE);
    has_shape("“", SHAPE_QUOTE);
    has_shape("👍", SHAPE_QUOTE);
    has_shape("\xFF", SHAPE_QUOTE);
    has_shape("\0", SHAPE_PUNCTUATION);
    forms_release(&forms);
}
END_TEST

START_TEST(sounds)
{
    struct sound here = form_of(SLICE("Xanh")).sound, there = form_of(SLICE("xanh")).sound;
    ck_assert_uint_ne(here.onset, 0);
    ck_assert_uint_eq(here.onset, there.onset);
    ck_assert_uint_eq(here.rhyme, there.rhyme);
    ck_assert_uint_eq(here.onset, form_of(SLICE("xao")).sound.onset);
    ck_assert_uint_ne(here.rhyme, form_of(SLICE("xao")).sound.rhyme);
    ck_assert_uint_eq(form_of(SLICE("market")).sound.onset, 0);
    ck_assert_uint_eq(form_of(SLICE("12")).sound.onset, 0);
    forms_release(&forms);
}
END_TEST

START_TEST(a_long_token)
{
    struct buffer token = {0};
    for (size_t i = 0; i < 100000; i++)
        buffer_append_string(&token, "ạ");
    struct form form = form_of(buffer_slice(&token));
    ck_assert_uint_eq(form.shape, SHAPE_LOWER_FOREIGN);
    buffer_append_string(&token, "ạ");
    ck_assert_uint_eq(form_of(buffer_slice(&token)).hash, form.hash);
    token.bytes[1] = 'x';
    ck_assert_uint_ne(form_of(buffer_slice(&token)).hash, form.hash);
    buffer_release(&token);
    forms_release(&forms);
}
END_TEST

START_TEST(lists_that_are_missing)
{
    data_folder_make();
    unit_catch_messages();
    ck_assert(!forms_load(&forms, language_find("vi")));
    forms_release(&forms);
    data_folder_remove((const char *const[]){NULL});
}
END_TEST

int main(void)
{
    return unit_run("word_form", (const TTest *const[]){
                                     what_makes_no_difference,
                                     digits,
                                     what_does,
                                     shapes,
                                     sounds,
                                     a_long_token,
                                     lists_that_are_missing,
                                     NULL,
                                 });
}
