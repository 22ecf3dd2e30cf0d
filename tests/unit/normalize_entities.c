#include "../../tools/normalize/entities.h"
#include "../../tools/normalize/entities_table.h"
#include "unit.h"

static struct buffer out;

/* Decodes the text and compares what comes out, and how many references were decoded. */
#define expect(text, expected, count) expect_at(SLICE(text), SLICE(expected), count, __LINE__)

static void expect_at(struct slice text, struct slice expected, size_t count, int line)
{
    buffer_clear(&out);
    size_t decoded = entities_decode(&out, text, true);
    unit_compare(buffer_slice(&out), expected, line);
    ck_assert_msg(decoded == count, "line %d: %zu decoded, expected %zu", line, decoded, count);
}

START_TEST(named)
{
    expect("&amp;", "&", 1);
    expect("Mai &amp; Đào", "Mai & Đào", 1);
    expect("&lt;b&gt;&quot;&apos;", "<b>\"'", 4);
    expect("C&agrave; ph&ecirc; s&aacute;ng", "Cà phê sáng", 3);
    expect("&Agrave;&agrave;", "Àà", 2);
    expect("a&nbsp;b&hellip;", "a\u00A0b…", 2);
    expect("&semi;&num;&colon;", ";#:", 3);
    expect("&fjlig;&NotEqualTilde;", "fj\u2242\u0338", 2);
}
END_TEST

START_TEST(numbers)
{
    expect("&#233;&#0233;", "éé", 2);
    expect("&#xE9;&#Xe9;&#x00e9;", "ééé", 3);
    expect("&#7897;&#x1ED9;", "ộộ", 2);
    expect("&#128512;&#x1F600;", "😀😀", 2);
    expect("&#38;&#60;", "&<", 2);
    expect("&#x1F600;", "😀", 1);
}
END_TEST

START_TEST(numbers_that_are_no_characters)
{
    expect("&#0;", "\uFFFD", 1);
    expect("&#x0;", "\uFFFD", 1);
    expect("&#xD800;&#xDFFF;&#55296;", "\uFFFD\uFFFD\uFFFD", 3);
    expect("&#x110000;&#1114112;", "\uFFFD\uFFFD", 2);
    expect("&#99999999999999999999999999;", "\uFFFD", 1);
    expect("&#xFFFFFFFFFFFFFFFFFFFF;", "\uFFFD", 1);
}
END_TEST

START_TEST(numbers_of_windows_1252)
{
    expect("&#128;&#130;&#133;&#145;&#146;&#147;&#148;", "€‚…‘’“”", 7);
    expect("&#149;&#150;&#151;&#153;&#159;", "•–—™Ÿ", 5);
    expect("&#x80;&#x96;", "€–", 2);
    /* the five that are not assigned are controls */
    expect("&#129;&#141;&#143;&#144;&#157;", "\xC2\x81\xC2\x8D\xC2\x8F\xC2\x90\xC2\x9D", 5);
    expect("&#127;&#160;", "\x7F\u00A0", 2);
    /* these go only where they part a reference */
    expect("a&shy;b &a&shy;mp;", "a\u00ADb &", 3);
}
END_TEST

START_TEST(escaped_more_than_once)
{
    expect("&amp;lt;", "<", 2);
    expect("&amp;amp;amp;quot;", "\"", 4);
    expect("&amp;#233;", "é", 2);
    expect("&amp;#38;nbsp;", "\u00A0", 3);
    expect("&#38;amp;", "&", 2);
    expect("&amp;&amp;", "&&", 2);
    expect("&&amp;amp;", "&&", 2);
    expect("&am&#112;;", "&", 2);
    expect("&lt&semi;", "<", 2);
}
END_TEST

START_TEST(no_references)
{
    expect("", "", 0);
    expect(";", ";", 0);
    expect("&;", "&;", 0);
    expect("&", "&", 0);
    expect("&amp", "&amp", 0);
    expect("&amp ;", "&amp ;", 0);
    expect("amp;", "amp;", 0);
    expect("R&D; A&B", "R&D; A&B", 0);
    expect("&AGRAVE;", "&AGRAVE;", 0);
    expect("&agra;", "&agra;", 0);
    expect("&agravee;", "&agravee;", 0);
    expect("&#;&#x;&#X;", "&#;&#x;&#X;", 0);
    expect("&#12a;&#xG1;&#-5;&#+5;", "&#12a;&#xG1;&#-5;&#+5;", 0);
    expect("&##65;", "&##65;", 0);
    expect("tin.vn/?a=1&b=2;c=3", "tin.vn/?a=1&b=2;c=3", 0);
    expect("&à;", "&à;", 0);
    expect("&\0amp;", "&\0amp;", 0);
}
END_TEST

START_TEST(text_around_them)
{
    expect("a;b;;c&gt;;d", "a;b;;c>;d", 1);
    expect("x&amp;y&z", "x&y&z", 1);
    expect("&amp;\0&amp;", "&\0&", 2);
    expect("\xFF&amp;\xC3;", "\xFF&\xC3;", 1);
    expect("&nope;&amp;", "&nope;&", 1);
}
END_TEST

START_TEST(long_names)
{
    expect("&CounterClockwiseContourIntegral;", "∳", 1);
    expect("&CounterClockwiseContourIntegralx;", "&CounterClockwiseContourIntegralx;", 0);
    expect("&#00000000000000000000000000000000000065;", "A", 1);
    /* longer than any reference is meant to be */
    expect("&#000000000000000000000000000000000000000065;",
           "&#000000000000000000000000000000000000000065;", 0);
    expect("&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;",
           "&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;", 0);
}
END_TEST

START_TEST(every_name_of_the_table)
{
    struct buffer reference = {0};
    ck_assert_uint_eq(entities_count, 2125);
    for (size_t i = 0; i < entities_count; i++) {
        const struct entity *entity = &entities_table[i];
        ck_assert(i == 0 || strcmp(entities_table[i - 1].name, entity->name) < 0);
        buffer_clear(&reference);
        buffer_append_string(&reference, "[&");
        buffer_append_string(&reference, entity->name);
        buffer_append_string(&reference, ";]");
        buffer_clear(&out);
        ck_assert_uint_eq(entities_decode(&out, buffer_slice(&reference), true), 1);
        buffer_clear(&reference);
        buffer_append_string(&reference, "[");
        buffer_append_string(&reference, entity->text);
        buffer_append_string(&reference, "]");
        unit_compare(buffer_slice(&out), buffer_slice(&reference), __LINE__);
    }
    buffer_release(&reference);
}
END_TEST

START_TEST(a_million_ampersands_take_no_time)
{
    struct buffer text = {0};
    while (text.length < 4000000)
        buffer_append_string(&text, "&a&amp;");
    buffer_clear(&out);
    ck_assert_uint_eq(entities_decode(&out, buffer_slice(&text), true), text.length / 7);
    buffer_release(&text);
}
END_TEST

int main(void)
{
    return unit_run("normalize_entities", (const TTest *const[]){
                                              named,
                                              numbers,
                                              numbers_that_are_no_characters,
                                              numbers_of_windows_1252,
                                              escaped_more_than_once,
                                              no_references,
                                              text_around_them,
                                              long_names,
                                              every_name_of_the_table,
                                              a_million_ampersands_take_no_time,
                                              NULL,
                                          });
}
