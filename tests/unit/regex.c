#include "regex.h"
#include "unit.h"

static struct regex *compile(struct slice pattern)
{
    struct buffer error = {0};
    struct regex *regex = regex_new(pattern, &error);
    ck_assert_msg(regex != NULL, "%s", buffer_string(&error));
    return regex;
}

START_TEST(the_match_is_a_part_of_the_text)
{
    struct regex *regex = compile(SLICE("\\d+"));
    struct slice text = SLICE("ngày 27-11"), match;
    ck_assert_int_eq(regex_find(regex, text, &match), REGEX_YES);
    assert_slice(match, "27");
    ck_assert_ptr_eq(match.bytes, slice_find(text, SLICE("27")));
    ck_assert_int_eq(regex_find(regex, text, NULL), REGEX_YES);
    ck_assert_int_eq(regex_find(regex, SLICE("không"), &match), REGEX_NO);
    regex_free(regex);
}
END_TEST

START_TEST(empty_texts_and_patterns)
{
    struct regex *regex = compile(SLICE("^$"));
    struct slice match;
    ck_assert_int_eq(regex_find(regex, (struct slice){NULL, 0}, &match), REGEX_YES);
    ck_assert_uint_eq(match.length, 0);
    regex_free(regex);
    regex = compile((struct slice){NULL, 0});
    ck_assert_int_eq(regex_find(regex, SLICE("text"), NULL), REGEX_YES);
    regex_free(regex);
}
END_TEST

START_TEST(unicode_properties)
{
    struct regex *regex = compile(SLICE("^\\w+\\b đ\\X$"));
    ck_assert_int_eq(regex_find(regex, SLICE("Nguyễn đi"), NULL), REGEX_YES);
    regex_free(regex);
    regex = compile(SLICE("(?i)^ĐÀ NẴNG$"));
    ck_assert_int_eq(regex_find(regex, SLICE("Đà Nẵng"), NULL), REGEX_YES);
    regex_free(regex);
}
END_TEST

START_TEST(nul_bytes)
{
    struct regex *regex = compile(SLICE("a\\x{0}b"));
    struct slice match;
    ck_assert_int_eq(regex_find(regex, SLICE("xa\0by"), &match), REGEX_YES);
    assert_slice(match, "a\0b");
    regex_free(regex);
}
END_TEST

START_TEST(invalid_text_never_matches)
{
    struct regex *regex = compile(SLICE("b.d"));
    ck_assert_int_eq(regex_find(regex,
                                SLICE("b\xFF"
                                      "d"),
                                NULL),
                     REGEX_NO);
    ck_assert_int_eq(regex_find(regex, SLICE("\xFF\xE1\x80 bcd \x80"), NULL), REGEX_YES);
    regex_free(regex);
}
END_TEST

START_TEST(bad_patterns)
{
    static const struct slice bad[] = {SLICE("("), SLICE("a{2,1}"), SLICE("[z-a]"), SLICE("\xFF"),
                                       SLICE("*")};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct buffer error = {0};
        ck_assert_ptr_null(regex_new(bad[i], &error));
        ck_assert_ptr_nonnull(slice_find(buffer_slice(&error), SLICE(" at character ")));
        buffer_release(&error);
    }
}
END_TEST

/* A pattern whose time doubles with every letter must end, and must not say "no". */
START_TEST(endless_backtracking_is_given_up)
{
    struct regex *regex = compile(SLICE("^(a+)+$"));
    struct buffer text = {0};
    for (int i = 0; i < 100; i++)
        buffer_append_byte(&text, 'a');
    ck_assert_int_eq(regex_find(regex, buffer_slice(&text), NULL), REGEX_YES);
    buffer_append_byte(&text, 'b');
    ck_assert_int_eq(regex_find(regex, buffer_slice(&text), NULL), REGEX_LIMIT);
    buffer_release(&text);
    regex_free(regex);
}
END_TEST

/* Ordinary patterns come nowhere near the limit, however long the text. */
START_TEST(long_texts_are_searched)
{
    struct regex *regex = compile(SLICE("(?:Ảnh|Theo)\\s*:\\s*(\\p{Lu}\\w+ ?)+$"));
    struct buffer text = {0};
    while (text.length < 8 << 20)
        buffer_append_string(&text, "Một câu dài như thế này thì không có gì. ");
    ck_assert_int_eq(regex_find(regex, buffer_slice(&text), NULL), REGEX_NO);
    buffer_append_string(&text, "Ảnh: Văn Ba");
    ck_assert_int_eq(regex_find(regex, buffer_slice(&text), NULL), REGEX_YES);
    buffer_release(&text);
    regex_free(regex);
}
END_TEST

START_TEST(free_takes_null)
{
    regex_free(NULL);
}
END_TEST

int main(void)
{
    return unit_run("regex", (const TTest *const[]){
                                 the_match_is_a_part_of_the_text,
                                 empty_texts_and_patterns,
                                 unicode_properties,
                                 nul_bytes,
                                 invalid_text_never_matches,
                                 bad_patterns,
                                 endless_backtracking_is_given_up,
                                 long_texts_are_searched,
                                 free_takes_null,
                                 NULL,
                             });
}
