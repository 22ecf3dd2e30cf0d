#include "unicode.h"
#include "unit.h"

static size_t decode(struct slice bytes, uint32_t *character)
{
    return unicode_decode(bytes.bytes, bytes.bytes + bytes.length, character);
}

static bool goes_round(uint32_t character, struct buffer *bytes)
{
    bool scalar = character < 0xD800 || (character > 0xDFFF && character < 0x110000);
    uint32_t read = 0;
    buffer_clear(bytes);
    unicode_append(bytes, character);
    for (size_t length = 1; length < bytes->length; length++)
        if (decode(slice_of(bytes->bytes, length), &read) != 0)
            return false;
    return decode(buffer_slice(bytes), &read) == bytes->length &&
           read == (scalar ? character : UNICODE_REPLACEMENT);
}

/* Every scalar value is written and read back; the others become U+FFFD. */
START_TEST(every_character_goes_round)
{
    struct buffer bytes = {0};
    uint32_t character = 0;
    while (character < 0x110010 && goes_round(character, &bytes))
        character++;
    ck_assert_uint_eq(character, 0x110010);
    buffer_release(&bytes);
}
END_TEST

START_TEST(the_first_and_last_of_each_length)
{
    static const struct {
        struct slice bytes;
        uint32_t character;
    } ends[] = {
        {SLICE("\0"), 0},
        {SLICE("\x7F"), 0x7F},
        {SLICE("\xC2\x80"), 0x80},
        {SLICE("\xDF\xBF"), 0x7FF},
        {SLICE("\xE0\xA0\x80"), 0x800},
        {SLICE("\xED\x9F\xBF"), 0xD7FF},
        {SLICE("\xEE\x80\x80"), 0xE000},
        {SLICE("\xEF\xBF\xBF"), 0xFFFF},
        {SLICE("\xF0\x90\x80\x80"), 0x10000},
        {SLICE("\xF4\x8F\xBF\xBF"), 0x10FFFF},
    };
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        uint32_t character;
        ck_assert_uint_eq(decode(ends[i].bytes, &character), ends[i].bytes.length);
        ck_assert_uint_eq(character, ends[i].character);
    }
}
END_TEST

START_TEST(what_lies_just_outside_is_not_valid)
{
    static const struct slice bad[] = {
        SLICE("\x80"),
        SLICE("\xBF"),
        SLICE("\xC0\x80"),
        SLICE("\xC1\xBF"),
        SLICE("\xE0\x9F\xBF"),
        SLICE("\xED\xA0\x80"),
        SLICE("\xED\xBF\xBF"),
        SLICE("\xF0\x8F\xBF\xBF"),
        SLICE("\xF4\x90\x80\x80"),
        SLICE("\xF5\x80\x80\x80"),
        SLICE("\xFE"),
        SLICE("\xFF"),
        SLICE("\xC2\x41"),
        SLICE("\xE1\x80\x41"),
        SLICE("\xF1\x80\x80\x41"),
        SLICE("\xC2\xC0"),
        SLICE("\xE1\x80\xC0"),
        SLICE("\xF1\x80\x80\xC0"),
    };
    uint32_t character;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        ck_assert_msg(decode(bad[i], &character) == 0, "sequence %zu was taken", i);
}
END_TEST

/* The number of U+FFFD, as digits for their lengths, that stand for ill-formed text; valid
 * characters show as themselves. */
static void expect_parts(struct slice text, const char *expected)
{
    struct buffer parts = {0};
    const char *at = text.bytes, *end = at + text.length;
    while (at < end) {
        uint32_t character;
        size_t length = unicode_decode(at, end, &character);
        if (length) {
            unicode_append(&parts, character);
        } else {
            length = unicode_invalid_length(at, end);
            buffer_append_number(&parts, length);
        }
        at += length;
    }
    ck_assert_str_eq(buffer_string(&parts), expected);
    buffer_release(&parts);
}

/* The Unicode Standard, section 3.9, tables 3-8 to 3-11. */
START_TEST(ill_formed_text_as_in_the_standard)
{
    expect_parts(SLICE("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41"), "11111111A");
    expect_parts(SLICE("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41"), "11111111A");
    expect_parts(SLICE("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42"), "11111A11B");
    expect_parts(SLICE("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"), "2132A");
}
END_TEST

START_TEST(next_reads_invalid_bytes_one_by_one)
{
    struct slice text = SLICE("a\xE1\x80z");
    uint32_t character;
    ck_assert(unicode_next(&text, &character) && character == 'a');
    ck_assert(unicode_next(&text, &character) && character == UNICODE_REPLACEMENT);
    ck_assert(unicode_next(&text, &character) && character == UNICODE_REPLACEMENT);
    ck_assert(unicode_next(&text, &character) && character == 'z');
    ck_assert(!unicode_next(&text, &character));
    ck_assert_uint_eq(unicode_count(SLICE("a\xE1\x80z")), 4);
    ck_assert_uint_eq(unicode_count(SLICE("Việt")), 4);
}
END_TEST

START_TEST(last_character)
{
    ck_assert_uint_eq(unicode_last(SLICE("")), 0);
    ck_assert_uint_eq(unicode_last(SLICE("a")), 'a');
    ck_assert_uint_eq(unicode_last(SLICE("Huế")), 0x1EBF);
    ck_assert_uint_eq(unicode_last(SLICE("\U0001F600")), 0x1F600);
    ck_assert_uint_eq(unicode_last(SLICE("a\x80")), UNICODE_REPLACEMENT);
    ck_assert_uint_eq(unicode_last(SLICE("\x80\x80\x80\x80\x80")), UNICODE_REPLACEMENT);
}
END_TEST

static void expect_nfc(struct slice text, struct slice expected)
{
    struct buffer out = {0};
    buffer_append_byte(&out, '[');
    unicode_append_nfc(&out, text);
    ck_assert(slice_equal(slice_from_offset(buffer_slice(&out), 1), expected));
    buffer_release(&out);
}

START_TEST(vietnamese_letters_are_composed)
{
    expect_nfc(SLICE("e\u0323\u0302"), SLICE("\u1EC7"));       /* canonical order */
    expect_nfc(SLICE("e\u0302\u0323"), SLICE("\u1EC7"));       /* as it is typed */
    expect_nfc(SLICE("\u00EA\u0323"), SLICE("\u1EC7"));        /* half composed, cp1258 */
    expect_nfc(SLICE("\u1EB9\u0302"), SLICE("\u1EC7"));        /* the other half */
    expect_nfc(SLICE("O\u031B\u0301"), SLICE("\u1EDA"));       /* horn */
    expect_nfc(SLICE("U\u0309\u031B"), SLICE("\u1EEC"));       /* horn after the tone */
    expect_nfc(SLICE("a\u0306\u0303"), SLICE("\u1EB5"));       /* breve */
    expect_nfc(SLICE("\u0111\u0110"), SLICE("\u0111\u0110"));  /* stroke: has no parts */
    expect_nfc(SLICE("a\u0340\u0341"), SLICE("\u00E0\u0301")); /* the tone marks of before 1999 */
    expect_nfc(SLICE("Ti\u00EA\u0301ng Vi\u00EA\u0323t"), SLICE("Tiếng Việt"));
}
END_TEST

START_TEST(composed_text_stays)
{
    expect_nfc(SLICE(""), SLICE(""));
    expect_nfc(SLICE("plain\0text"), SLICE("plain\0text"));
    expect_nfc(SLICE("Hà Nội, ngày 2\u00A0tháng 9 \uFB01 \u00BD"),
               SLICE("Hà Nội, ngày 2\u00A0tháng 9 \uFB01 \u00BD"));
}
END_TEST

/* The buffer behind it grows and is used again. */
START_TEST(long_and_short_texts_in_turn)
{
    struct buffer text = {0}, expected = {0};
    for (int round = 0; round < 5; round++) {
        buffer_clear(&text);
        buffer_clear(&expected);
        for (int i = 0; i < 1 << (4 * (round % 3) + 4); i++) {
            buffer_append_string(&text, "o\u0302\u0300\u4E00");
            buffer_append_string(&expected, "\u1ED3\u4E00");
        }
        expect_nfc(buffer_slice(&text), buffer_slice(&expected));
    }
    buffer_release(&text);
    buffer_release(&expected);
}
END_TEST

START_TEST(classes)
{
    static const struct {
        uint32_t character;
        enum unicode_class class;
    } expected[] = {
        {'A', UNICODE_UPPER},       {0x0110, UNICODE_UPPER},       {0x01C5, UNICODE_UPPER},
        {'z', UNICODE_LOWER},       {0x1EC7, UNICODE_LOWER},       {0x02B0, UNICODE_LETTER},
        {0x4E00, UNICODE_LETTER},   {0x0301, UNICODE_MARK},        {'7', UNICODE_DIGIT},
        {0x0661, UNICODE_DIGIT},    {0x2167, UNICODE_NUMBER},      {0x00BD, UNICODE_NUMBER},
        {'_', UNICODE_PUNCTUATION}, {0x2026, UNICODE_PUNCTUATION}, {'+', UNICODE_SYMBOL},
        {0x20AB, UNICODE_SYMBOL},   {0x1F600, UNICODE_SYMBOL},     {' ', UNICODE_SPACE},
        {'\t', UNICODE_SPACE},      {0x00A0, UNICODE_SPACE},       {0x2028, UNICODE_SPACE},
        {0, UNICODE_CONTROL},       {0x7F, UNICODE_CONTROL},       {0x200B, UNICODE_CONTROL},
        {0xE000, UNICODE_CONTROL},  {0x10FFFF, UNICODE_CONTROL},   {0x3000, UNICODE_SPACE},
    };
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++)
        ck_assert_msg(unicode_class_of(expected[i].character) == expected[i].class,
                      "U+%04X is of class %d", (unsigned) expected[i].character,
                      (int) unicode_class_of(expected[i].character));
}
END_TEST

START_TEST(lower_case)
{
    ck_assert_uint_eq(unicode_lower('A'), 'a');
    ck_assert_uint_eq(unicode_lower(0x0110), 0x0111);
    ck_assert_uint_eq(unicode_lower(0x1EC6), 0x1EC7);
    ck_assert_uint_eq(unicode_lower(0x1EC7), 0x1EC7);
    ck_assert_uint_eq(unicode_lower(0x2C00), 0x2C30);
    ck_assert_uint_eq(unicode_lower(0x10400), 0x10428);
    ck_assert_uint_eq(unicode_lower('1'), '1');
    ck_assert_uint_eq(unicode_lower(0x10FFFF), 0x10FFFF);
}
END_TEST

/* Beyond the table, where a lower-case form may lie far from its upper case. */
START_TEST(lower_case_that_does_not_fit_the_table)
{
    ck_assert_uint_eq(unicode_lower(0xA64A), 0xA64B);
    ck_assert_uint_eq(unicode_lower(0x13A0), 0xAB70);
    ck_assert_uint_eq(unicode_lower(0x212A), 'k');
}
END_TEST

START_TEST(blank_is_what_does_not_show)
{
    ck_assert(unicode_text_is_blank(SLICE("")));
    ck_assert(unicode_text_is_blank(SLICE(" \t\u00A0\u200B\uFEFF\u00AD\u3000\u2800")));
    ck_assert(!unicode_text_is_blank(SLICE(" . ")));
    ck_assert(!unicode_text_is_blank(SLICE("\x80")));
}
END_TEST

static void expect_decomposed(uint32_t character, const uint32_t *expected, size_t count)
{
    uint32_t parts[UNICODE_PARTS] = {0};
    ck_assert_uint_eq(unicode_decompose(character, parts), count);
    ck_assert(memcmp(parts, expected, count * sizeof *parts) == 0);
}

START_TEST(decomposition)
{
    expect_decomposed('a', (const uint32_t[]){'a'}, 1);
    expect_decomposed(0x0111, (const uint32_t[]){0x0111}, 1);
    expect_decomposed(0x1EC7, (const uint32_t[]){'e', 0x0323, 0x0302}, 3);
    expect_decomposed(0x1F82, (const uint32_t[]){0x03B1, 0x0313, 0x0300, 0x0345}, 4);
    expect_decomposed(0xAC01, (const uint32_t[]){0x1100, 0x1161, 0x11A8}, 3);
    expect_decomposed(0x1D5EE, (const uint32_t[]){0x1D5EE}, 1); /* no compatibility */
    expect_decomposed(0x110000, (const uint32_t[]){0x110000}, 1);
    uint32_t parts[UNICODE_PARTS];
    for (uint32_t character = 0; character <= 0x10FFFF; character++)
        ck_assert_uint_ge(unicode_decompose(character, parts), 1);
}
END_TEST

int main(void)
{
    return unit_run("unicode", (const TTest *const[]){
                                   every_character_goes_round,
                                   the_first_and_last_of_each_length,
                                   what_lies_just_outside_is_not_valid,
                                   ill_formed_text_as_in_the_standard,
                                   next_reads_invalid_bytes_one_by_one,
                                   last_character,
                                   vietnamese_letters_are_composed,
                                   composed_text_stays,
                                   long_and_short_texts_in_turn,
                                   classes,
                                   lower_case,
                                   lower_case_that_does_not_fit_the_table,
                                   blank_is_what_does_not_show,
                                   decomposition,
                                   NULL,
                               });
}
