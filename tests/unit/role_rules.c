#include "../../tools/tag/rules.h"
#include "data_folder.h"

static struct rules *rules;

static void set_up(struct slice contents)
{
    data_folder_make();
    data_folder_write("roles.rules", contents);
    rules = rules_load("vi");
}

static void tear_down(void)
{
    rules_free(rules);
    data_folder_remove((const char *const[]){"roles.rules", NULL});
}

/* The rules that the text matches, by their names. */
#define matches(text, names) matches_at(SLICE(text), names, __LINE__)

static void matches_at(struct slice text, const char *names, int line)
{
    struct buffer got = {0};
    static const char *const all[] = {"phone", "date", "street", "any"};
    ck_assert_ptr_nonnull(rules);
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        size_t number = rules_find(rules, slice_from_string(all[i]));
        if (number == rules_count(rules) || !rules_match(rules, number, text))
            continue;
        buffer_append_string(&got, got.length ? " " : "");
        buffer_append_string(&got, all[i]);
    }
    ck_assert_msg(strcmp(buffer_string(&got), names) == 0, "line %d: got '%s', expected '%s'", line,
                  buffer_string(&got), names);
    buffer_release(&got);
}

START_TEST(named_patterns)
{
    set_up(SLICE("# numbers\nphone \\b0\\d{9}\\b\n\n  date   ^\\d{1,2}/\\d{1,2}$\n"
                 "street \\b(đường|phố) \\p{Lu}\n"));
    ck_assert_ptr_nonnull(rules);
    ck_assert_uint_eq(rules_count(rules), 3);
    ck_assert_uint_eq(rules_find(rules, SLICE("phone")), 0);
    ck_assert_uint_eq(rules_find(rules, SLICE("street")), 2);
    ck_assert_uint_eq(rules_find(rules, SLICE("none")), 3);
    ck_assert_uint_eq(rules_find(rules, SLICE("")), 3);
    matches("gọi 0912345678 ngay", "phone");
    matches("gọi 09123456789", "");
    matches("5/6", "date");
    matches("ngày 5/6", "");
    matches("0912345678, đường Lê Lợi", "phone street");
    matches("", "");
    tear_down();
}
END_TEST

START_TEST(case_is_ignored_for_all_letters)
{
    set_up(SLICE("street đường\ndate (?-i:Ngày)\n"));
    matches("ĐƯỜNG Láng", "street");
    matches("Ngày", "date");
    matches("NGÀY ngày", "");
    tear_down();
}
END_TEST

START_TEST(lines_of_one_name_are_alternatives)
{
    set_up(SLICE("any ^a|b$\nany ^c\ndate d\n"));
    ck_assert_uint_eq(rules_count(rules), 2);
    matches("ax", "any");
    matches("xb", "any");
    matches("cx", "any");
    matches("xc", "");
    matches("bx", "");
    matches("xd", "date");
    tear_down();
}
END_TEST

START_TEST(text_that_is_not_utf8)
{
    set_up(SLICE("phone \\d+\nany .\n"));
    matches("\xFF\xFE", "");
    matches("\xFF 12 \xC3", "phone any");
    matches("a\0b12", "phone any");
    tear_down();
}
END_TEST

/* How PCRE2 puts it, and where it sees the mistake, differs a little from version to version. */
START_TEST(bad_lines_are_all_reported)
{
    int messages = unit_catch_messages();
    set_up(SLICE("phone (\\d\nfine a\ndate\n# no\nstreet [z-a]\nx *\n"));
    ck_assert_ptr_null(rules);
    struct slice said = unit_contents(messages), line;
    ck_assert(slice_cut(&said, '\n', &line));
    ck_assert(slice_starts_with(line, SLICE("ganloc: ./vi/roles.rules:1: missing ")));
    ck_assert_ptr_nonnull(slice_find(line, SLICE("parenthesis at character ")));
    ck_assert(slice_cut(&said, '\n', &line));
    assert_slice(line, "ganloc: ./vi/roles.rules:3: expected a name, a space and a pattern");
    ck_assert(slice_cut(&said, '\n', &line));
    ck_assert(slice_starts_with(line, SLICE("ganloc: ./vi/roles.rules:5: range out of order")));
    ck_assert(slice_cut(&said, '\n', &line));
    ck_assert(slice_starts_with(line, SLICE("ganloc: ./vi/roles.rules:6: quantifier ")));
    assert_slice(said, "");
    tear_down();
}
END_TEST

START_TEST(a_name_comes_once)
{
    int messages = unit_catch_messages();
    set_up(SLICE("phone a\ndate b\nphone c\n"));
    ck_assert_ptr_null(rules);
    assert_slice(unit_contents(messages),
                 "ganloc: ./vi/roles.rules:3: too many rules, or a name that was used further "
                 "up\n");
    tear_down();
}
END_TEST

START_TEST(there_is_a_limit)
{
    struct buffer contents = {0};
    int messages = unit_catch_messages();
    for (uint64_t i = 1; i <= RULES_LIMIT + 1; i++) {
        buffer_append_byte(&contents, 'r');
        buffer_append_number(&contents, i);
        buffer_append_string(&contents, " a\n");
    }
    set_up(buffer_slice(&contents));
    ck_assert_ptr_null(rules);
    assert_slice(unit_contents(messages),
                 "ganloc: ./vi/roles.rules:65: too many rules, or a name that was used further "
                 "up\n");
    buffer_release(&contents);
    tear_down();
}
END_TEST

/* Names and numbers of groups are a line's own. */
START_TEST(lines_do_not_meet)
{
    set_up(SLICE("any (?<n>[xy])\\1\nany (?<n>z)!\\k<n>\nany (?x) q # a comment\n"));
    matches("xx", "any");
    matches("yy", "any");
    matches("xy", "");
    matches("z!z", "any");
    matches("z!x", "");
    matches("q", "any");
    tear_down();
}
END_TEST

START_TEST(a_pattern_that_never_ends_gives_up)
{
    struct buffer text = {0};
    set_up(SLICE("any ^(\\w+\\s?)*$\n"));
    while (text.length < 4000)
        buffer_append_string(&text, "chữ ");
    buffer_append_string(&text, "!");
    matches_at(buffer_slice(&text), "", __LINE__);
    buffer_release(&text);
    tear_down();
}
END_TEST

START_TEST(the_rules_of_vietnamese)
{
    rules = rules_load("vi");
    ck_assert_ptr_nonnull(rules);
    ck_assert_uint_gt(rules_count(rules), 10);
    size_t phone = rules_find(rules, SLICE("phone"));
    ck_assert_uint_lt(phone, rules_count(rules));
    ck_assert(rules_match(rules, phone, SLICE("Gọi số 0291 3999 888 nhé")));
    ck_assert(!rules_match(rules, phone, SLICE("Có 12 con gà")));
    rules_free(rules);
}
END_TEST

int main(void)
{
    return unit_run("tag_rules", (const TTest *const[]){
                                     named_patterns,
                                     case_is_ignored_for_all_letters,
                                     lines_of_one_name_are_alternatives,
                                     text_that_is_not_utf8,
                                     bad_lines_are_all_reported,
                                     a_name_comes_once,
                                     there_is_a_limit,
                                     lines_do_not_meet,
                                     a_pattern_that_never_ends_gives_up,
                                     the_rules_of_vietnamese,
                                     NULL,
                                 });
}
