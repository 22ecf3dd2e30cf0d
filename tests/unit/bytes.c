#include "unit.h"

START_TEST(equal_ignoring_case_is_ascii_only)
{
    ck_assert(slice_equal_ignoring_case(SLICE("Content-Type"), SLICE("content-type")));
    ck_assert(!slice_equal_ignoring_case(SLICE("a"), SLICE("ab")));
    ck_assert(!slice_equal_ignoring_case(SLICE("[@"), SLICE("{`")));
    ck_assert(!slice_equal_ignoring_case(SLICE("Đ"), SLICE("đ")));
}
END_TEST

START_TEST(cut_gives_every_part)
{
    struct slice rest = SLICE("a||b|"), part;
    ck_assert(slice_cut(&rest, '|', &part));
    assert_slice(part, "a");
    ck_assert(slice_cut(&rest, '|', &part));
    assert_slice(part, "");
    ck_assert(slice_cut(&rest, '|', &part));
    assert_slice(part, "b");
    ck_assert(slice_cut(&rest, '|', &part));
    assert_slice(part, "");
    ck_assert(!slice_cut(&rest, '|', &part));
}
END_TEST

START_TEST(cut_of_empty_text_gives_one_empty_part)
{
    struct slice rest = SLICE(""), part;
    ck_assert(slice_cut(&rest, '|', &part));
    assert_slice(part, "");
    ck_assert(!slice_cut(&rest, '|', &part));
    rest = (struct slice){NULL, 0};
    ck_assert(!slice_cut(&rest, '|', &part));
}
END_TEST

START_TEST(cut_passes_nul_bytes)
{
    struct slice rest = SLICE("a\0b|c"), part;
    ck_assert(slice_cut(&rest, '|', &part));
    assert_slice(part, "a\0b");
}
END_TEST

START_TEST(trim_takes_ascii_space_only)
{
    assert_slice(slice_trim(SLICE(" \t\r\n\v\f a b \n")), "a b");
    assert_slice(slice_trim(SLICE(" \n ")), "");
    assert_slice(slice_trim(SLICE("")), "");
    assert_slice(slice_trim(SLICE("\u00a0a\0")), "\u00a0a\0");
}
END_TEST

START_TEST(find_gives_the_first_place)
{
    struct slice text = SLICE("aab\0aab");
    ck_assert_ptr_eq(slice_find(text, SLICE("ab")), text.bytes + 1);
    ck_assert_ptr_eq(slice_find(text, SLICE("\0a")), text.bytes + 3);
    ck_assert_ptr_eq(slice_find(text, SLICE("")), text.bytes);
    ck_assert_ptr_eq(slice_find(text, text), text.bytes);
    ck_assert_ptr_null(slice_find(text, SLICE("b\0b")));
    ck_assert_ptr_null(slice_find(text, SLICE("aab\0aabb")));
    ck_assert_ptr_null(slice_find(slice_of(NULL, 0), SLICE("a")));
}
END_TEST

START_TEST(starts_and_ends)
{
    ck_assert(slice_starts_with(SLICE("abc"), SLICE("ab")));
    ck_assert(slice_starts_with(SLICE("abc"), SLICE("")));
    ck_assert(!slice_starts_with(SLICE("ab"), SLICE("abc")));
    ck_assert(slice_ends_with(SLICE("abc"), SLICE("bc")));
    ck_assert(slice_ends_with(slice_of(NULL, 0), slice_of(NULL, 0)));
    ck_assert(!slice_ends_with(SLICE("bc"), SLICE("abc")));
}
END_TEST

START_TEST(from_offset_stays_inside)
{
    assert_slice(slice_from_offset(SLICE("abc"), 1), "bc");
    assert_slice(slice_from_offset(SLICE("abc"), 3), "");
    assert_slice(slice_from_offset(SLICE("abc"), SIZE_MAX), "");
}
END_TEST

START_TEST(buffer_grows_and_keeps_what_it_holds)
{
    struct buffer buffer = {0};
    for (unsigned i = 0; i < 100000; i++)
        buffer_append_byte(&buffer, (char) ('a' + i % 26));
    buffer_append(&buffer, slice_of(NULL, 0));
    buffer_append(&buffer, SLICE("\0end"));
    ck_assert_uint_eq(buffer.length, 100004);
    for (unsigned i = 0; i < 100000; i++)
        ck_assert_int_eq(buffer.bytes[i], (char) ('a' + i % 26));
    assert_slice(slice_from_offset(buffer_slice(&buffer), 100000), "\0end");
    buffer_release(&buffer);
    ck_assert_uint_eq(buffer.capacity, 0);
}
END_TEST

START_TEST(buffer_string_is_ended)
{
    struct buffer buffer = {0};
    ck_assert_str_eq(buffer_string(&buffer), "");
    for (size_t length = 1; length < 300; length++) {
        buffer_append_byte(&buffer, 'x');
        ck_assert_uint_eq(strlen(buffer_string(&buffer)), length);
        ck_assert_uint_eq(buffer.length, length);
    }
    buffer_release(&buffer);
}
END_TEST

START_TEST(numbers_are_decimal)
{
    struct buffer buffer = {0};
    buffer_append_number(&buffer, 0);
    buffer_append_string(&buffer, " ");
    buffer_append_number(&buffer, UINT64_MAX);
    assert_slice(buffer_slice(&buffer), "0 18446744073709551615");
    buffer_release(&buffer);
}
END_TEST

int main(void)
{
    return unit_run("bytes", (const TTest *const[]){
                                 equal_ignoring_case_is_ascii_only,
                                 cut_gives_every_part,
                                 cut_of_empty_text_gives_one_empty_part,
                                 cut_passes_nul_bytes,
                                 trim_takes_ascii_space_only,
                                 find_gives_the_first_place,
                                 starts_and_ends,
                                 from_offset_stays_inside,
                                 buffer_grows_and_keeps_what_it_holds,
                                 buffer_string_is_ended,
                                 numbers_are_decimal,
                                 NULL,
                             });
}
