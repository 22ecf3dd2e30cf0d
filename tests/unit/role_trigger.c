#include "role/trigger.h"

#include "role/line.h"
#include "role/pattern_strings.h"
#include "unit.h"

/* Long tokens are rare, marks are met everywhere. */
static uint32_t frequency(void *context, struct slice token)
{
    (void) context;
    return token.length == 1 && strchr(".,:()|/", token.bytes[0]) ? 200000
                                                                  : 100000u >> token.length;
}

/* Whether the name of a token stands for this one: "^ngày" for ngày as the first. */
static bool is_named(uint64_t token, struct slice name)
{
    bool is_first = name.length > 1 && name.bytes[0] == '^';
    uint64_t named = line_token_hash(slice_from_offset(name, is_first));
    return token == (is_first ? trigger_first(named) : named);
}

/* Compares the tokens of a pattern, in any order, with these, separated by spaces. */
static void compare(const char *pattern, const char *expected)
{
    struct trigger trigger;
    struct slice rest = slice_from_string(expected), name;
    size_t count = 0;
    trigger_init(&trigger, slice_from_string(pattern), frequency, NULL);
    while (rest.length && slice_cut(&rest, ' ', &name)) {
        size_t i = 0;
        while (i < trigger.count && !is_named(trigger.tokens[i], name))
            i++;
        ck_assert_msg(i < trigger.count, "%s: not %.*s", pattern, (int) name.length, name.bytes);
        count++;
    }
    ck_assert_msg(count == trigger.count, "%s: %zu tokens, expected '%s'", pattern, trigger.count,
                  expected);
    trigger_release(&trigger);
    ck_assert_ptr_null(trigger.tokens);
}

struct expectation {
    const char *pattern, *tokens;
};

static void compare_all(const struct expectation *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        compare(cases[i].pattern, cases[i].tokens);
}

#define compare_cases(cases) compare_all(cases, sizeof(cases) / sizeof((cases)[0]))

START_TEST(whole_tokens)
{
    static const struct expectation cases[] = {
        {"\\bngày\\b", "ngày"},
        {"\\bNGÀY\\b", "ngày"},
        {"\\bxem thêm\\b", "thêm"},
        {"\\bđiện đàm ", "điện"},
        {" mua ", "mua"},
        {"ngày", ""},     /* it may be part of a longer token */
        {"\\bngày", ""},  /* the same */
        {"ngày\\b", ""},  /* the same */
        {"\\bngày.", ""}, /* the same */
        {"\\ba thêmb", "a"},
        {"©", "©"},
        {"\\|", "|"},
        {"x-y", "-"},
        {"", ""},
        {".", ""},
        {"\\s", ""},
    };
    compare_cases(cases);
}
END_TEST

START_TEST(first_tokens)
{
    static const struct expectation cases[] = {
        {"^ngày$", "^ngày"},
        {"^\\W*ngày\\b", "^ngày"},
        {"^[\"“]ngày\\b", "^ngày"},
        {"^.*\\bngày\\b", "ngày ^ngày"},
        {"^\\w*\\bngày\\b", "ngày ^ngày"},
        {"^ngày\\b.*\\bdương lịch\\b", "^ngày"}, /* the first is rare */
        {"^(tin|bài) ", "^tin ^bài"},
    };
    compare_cases(cases);
}
END_TEST

START_TEST(numbers)
{
    static const struct expectation cases[] = {
        {"\\b\\d\\b", "0"},
        {"\\b\\d\\d\\b", "00"},
        {"\\b[0-9][0-9][0-9]\\b", "000"},
        {"\\b1234567\\b", "00000"},
        {"\\d", "0 00 000 0000 00000"},
        {"\\d+", "0 00 000 0000 00000"},
        {"\\b\\d{1,2}\\b", "0 00 000 0000 00000"},
        {"\\b2024\\b", "0000"},
        {"^\\d\\b", "^0"},
    };
    compare_cases(cases);
}
END_TEST

START_TEST(alternatives_and_what_may_be_missing)
{
    static const struct expectation cases[] = {
        {"\\b(một|hai)\\b", "một hai"},
        {"\\b(?:một|hai)\\b", "một hai"},
        {"\\b(?<số>một|hai)\\b", "một hai"},
        {"\\b(một|.)\\b", ""},
        {"\\bmột\\b|\\bhai\\b", "một hai"},
        {"\\bmột\\b|hai", ""},
        {"\\bmột (hai )?ba\\b", "một"},
        {"\\bone( two)? three\\b", "three"},
        {"\\b(một)?\\b", ""},
        {"\\b(một)*\\b", ""},
        {"\\b(một)+\\b", ""}, /* một một as one token: only the end is known */
        {"\\b(một\\b)+", "một"},
        {"\\b(một ){2}", "một"},
        {"\\b(một ){0,2}", ""},
        {"\\bmột\\b.{0,20}\\bba\\b", "một"},
        {"\\bvideos?\\b", "video videos"},
        {"\\bvideos?+\\b", "video videos"},
        {"\\b(tin|bài)( viết)? khác\\b", "khác viết"},
        {"\\b(a|b)(c|d)\\b", "ac ad bc bd"},
        {"\\b(một|một)\\b", "một"},
    };
    compare_cases(cases);
}
END_TEST

START_TEST(classes)
{
    static const struct expectation cases[] = {
        {"\\b[ab]c\\b", "ac bc"},
        {"\\bkhuyến m[ãạ]i\\b", "khuyến"},
        {"\\bm[ãạ]i\\b", "mãi mại"},
        {"\\b[^ab]c\\b", ""},
        {"\\b[a-z]c\\b", ""},
        {"\\bx[-]y\\b", "x"},
        {"\\b[abcdefghijklmnopq]x\\b", ""}, /* too many members */
        {"[>»]", "> »"},
        {"\\bmột[]]hai\\b", "một"},
        {"[[:alpha:]]", ""},
        {"\\bx[\\d]\\b", "x"},
        {"\\bx[\\w]\\b", ""},
    };
    compare_cases(cases);
}
END_TEST

/* What it looks at is no part of what is matched. */
START_TEST(lookaround)
{
    static const struct expectation cases[] = {
        {"\\bmột\\b(?!.*hai)", "một"},
        {"(?=.{3,60}$)\\bmột\\b", "một"},
        {"(?<![0-9])\\bmột\\b", "một"},
        {"(?<= )một ", ""},
    };
    compare_cases(cases);
}
END_TEST

START_TEST(syntax_that_is_not_known)
{
    static const struct expectation cases[] = {
        {"(*UTF)\\bmột\\b", ""},
        {"\\bmột\\b(*ACCEPT)\\bhai\\b", ""},
        {"(?x) \\b một \\b", ""},
        {"(một)\\b\\1", ""},
        {"\\Qmột\\E ", ""},
        {"\\bmột\\x{20}", ""},
        {"(?(?=một)\\bhai\\b)", ""},
        {"\\bmột\\b\\g{1}", ""},
        {"(?#\\bmột\\b)\\bhai\\b", ""},
        {"\\bmột\\b\\cA", ""},
        {"\\bmột\\b\\N{U+61}", ""},
        {"\\bmột( hai\\b){,2}", ""},
        {"\\bmột{\\b", ""},
        {"\\bmột\\{\\b", "một"},
    };
    compare_cases(cases);
}
END_TEST

/* Too many alternatives, or too deep: less is known, and it does not take long. */
START_TEST(large_patterns)
{
    struct trigger trigger;
    struct buffer pattern = {0};
    buffer_append_string(&pattern, "\\bmột");
    for (int i = 0; i < 20; i++)
        buffer_append_string(&pattern, "( hai| ba| bốn| năm)?");
    buffer_append_string(&pattern, "\\b");
    compare(buffer_string(&pattern), "một");
    buffer_clear(&pattern);
    for (int i = 0; i < 1000; i++)
        buffer_append_string(&pattern, "(");
    buffer_append_string(&pattern, "\\bmột\\b");
    for (int i = 0; i < 1000; i++)
        buffer_append_string(&pattern, ")");
    trigger_init(&trigger, buffer_slice(&pattern), frequency, NULL);
    ck_assert_uint_eq(trigger.count, 0);
    trigger_release(&trigger);
    buffer_clear(&pattern);
    for (int i = 0; i < 2000; i++)
        buffer_append_string(&pattern, i ? "|\\ba\\b" : "\\ba\\b");
    trigger_init(&trigger, buffer_slice(&pattern), frequency, NULL);
    ck_assert_uint_le(trigger.count, 1);
    trigger_release(&trigger);
    buffer_release(&pattern);
}
END_TEST

/* The alternatives of a pattern, joined by two spaces. */
static void alternatives_are(const char *pattern, const char *expected)
{
    struct slice rest = slice_from_string(pattern), alternative;
    struct buffer got = {0};
    for (bool is_first = true; pattern_next_alternative(&rest, &alternative); is_first = false) {
        buffer_append_string(&got, is_first ? "" : "  ");
        buffer_append(&got, alternative);
    }
    ck_assert_msg(strcmp(buffer_string(&got), expected) == 0, "%s: got '%s', expected '%s'",
                  pattern, buffer_string(&got), expected);
    buffer_release(&got);
}

START_TEST(alternatives_of_a_pattern)
{
    alternatives_are("a", "a");
    alternatives_are("", "");
    alternatives_are("a|b|c", "a  b  c");
    alternatives_are("a|", "a  ");
    alternatives_are("|a", "  a");
    alternatives_are("(a|b)|c", "(a|b)  c");
    alternatives_are("((a|b)|c)d|e", "((a|b)|c)d  e");
    alternatives_are("a\\|b|c", "a\\|b  c");
    alternatives_are("[|]|a", "[|]  a");
    alternatives_are("[]|]|a", "[]|]  a");
    alternatives_are("[^]|]|a", "[^]|]  a");
    alternatives_are("[\\]|]|a", "[\\]|]  a");
    alternatives_are("[[:alpha:]|]|a", "[[:alpha:]|]  a");
    alternatives_are("[[:]|a", "[[:]  a");
    alternatives_are("\\(|a", "\\(  a");
    alternatives_are("[(]|a", "[(]  a");
    /* parts refer to each other */
    alternatives_are("(a)|\\1", "(a)|\\1");
    alternatives_are("(?<n>a)|\\k<n>", "(?<n>a)|\\k<n>");
    alternatives_are("(a)(?1)|b", "(a)(?1)|b");
    alternatives_are("(a)|(b)\\2", "(a)|(b)\\2");
    alternatives_are("(a)|(?-1)", "(a)|(?-1)");
    /* options hold for all that follows */
    alternatives_are("(?i)a|b", "(?i)a|b");
    alternatives_are("(?-i)a|b", "(?-i)a|b");
    alternatives_are("(?^sx)a|b", "(?^sx)a|b");
    alternatives_are("(?-i:a)|b", "(?-i:a)  b");
    alternatives_are("(?s", "(?s");
}
END_TEST

int main(void)
{
    return unit_run("role_trigger", (const TTest *const[]){
                                        whole_tokens,
                                        first_tokens,
                                        numbers,
                                        alternatives_and_what_may_be_missing,
                                        classes,
                                        lookaround,
                                        syntax_that_is_not_known,
                                        large_patterns,
                                        alternatives_of_a_pattern,
                                        NULL,
                                    });
}
