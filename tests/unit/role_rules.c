#include "role/rules.h"

#include "data_folder.h"
#include "role_language.h"

static struct rules *rules;

static void set_up(struct slice contents)
{
    data_folder_make();
    data_folder_write("roles.rules", contents);
    rules = rules_load(role_language());
}

static void tear_down(void)
{
    rules_free(rules);
    data_folder_remove((const char *const[]){"roles.rules", "user.rules", NULL});
}

static void take_rule(void *context, size_t number)
{
    bool *is_found = context;
    ck_assert_uint_lt(number, rules_count(rules));
    ck_assert_msg(!is_found[number], "handed over twice");
    is_found[number] = true;
}

static void match(struct slice text, bool is_found[RULES_LIMIT])
{
    struct line line;
    struct line_tokens tokens;
    memset(is_found, 0, RULES_LIMIT);
    line_read(&line, &tokens, text);
    rules_match(rules, text, &tokens, line.start, take_rule, is_found);
}

/* The rules that the text matches, by their names. */
#define matches(text, names) matches_at(SLICE(text), names, __LINE__)

static void matches_at(struct slice text, const char *names, int line)
{
    struct buffer got = {0};
    bool is_found[RULES_LIMIT];
    ck_assert_ptr_nonnull(rules);
    match(text, is_found);
    for (size_t i = 0; i < rules_count(rules); i++) {
        if (!is_found[i])
            continue;
        buffer_append_string(&got, got.length ? " " : "");
        buffer_append(&got, rules_name(rules, i));
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
    while (text.length + 10 < RULES_LONGEST)
        buffer_append_string(&text, "chữ ");
    buffer_append_string(&text, "!");
    matches_at(buffer_slice(&text), "", __LINE__);
    buffer_release(&text);
    tear_down();
}
END_TEST

START_TEST(there_is_a_limit_of_patterns)
{
    struct buffer contents = {0};
    int messages = unit_catch_messages();
    buffer_append_string(&contents, "any ");
    for (uint64_t i = 0; i < RULES_PATTERNS; i++) {
        buffer_append_string(&contents, i ? "|a" : "a");
        buffer_append_number(&contents, i);
    }
    buffer_append_string(&contents, "\n");
    set_up(buffer_slice(&contents));
    ck_assert_ptr_nonnull(rules);
    matches("A511", "any");
    matches("511", "");
    rules_free(rules);
    buffer_append_string(&contents, "more b\n");
    data_folder_write("roles.rules", buffer_slice(&contents));
    rules = rules_load(role_language());
    ck_assert_ptr_null(rules);
    assert_slice(unit_contents(messages), "ganloc: ./vi/roles.rules:2: too many patterns\n");
    buffer_release(&contents);
    tear_down();
}
END_TEST

START_TEST(rules_of_a_user)
{
    set_up(SLICE("any a\n"));
    data_folder_write("user.rules", SLICE("# mine\nad ^mua\nfooter \\d{9}\nad bán$|thuê\n"));
    ck_assert(rules_read(rules, "vi/user.rules"));
    ck_assert_uint_eq(rules_count(rules), 3);
    assert_slice(rules_name(rules, 1), "user:ad");
    assert_slice(rules_name(rules, 2), "user:footer");
    matches("Mua nhà", "any user:ad");
    matches("cho thuê", "user:ad");
    matches("0912345678 bán", "user:ad user:footer");
    /* a second file adds to the first */
    data_folder_write("user.rules", SLICE("footer hết\ntitle đầu\n"));
    ck_assert(rules_read(rules, "vi/user.rules"));
    ck_assert_uint_eq(rules_count(rules), 4);
    matches("hết", "user:footer");
    matches("ĐẦU", "user:title");
    tear_down();
}
END_TEST

START_TEST(bad_rules_of_a_user)
{
    int messages = unit_catch_messages();
    set_up(SLICE("any a\n"));
    data_folder_write("user.rules", SLICE("menu a\nad\nbody b\nbody [z-a]\n"));
    ck_assert(!rules_read(rules, "vi/user.rules"));
    struct slice said = unit_contents(messages), line;
    slice_cut(&said, '\n', &line);
    assert_slice(line, "ganloc: vi/user.rules:1: expected a role, a space and a pattern");
    slice_cut(&said, '\n', &line);
    assert_slice(line, "ganloc: vi/user.rules:2: expected a role, a space and a pattern");
    slice_cut(&said, '\n', &line);
    ck_assert(slice_starts_with(line, SLICE("ganloc: vi/user.rules:4: range out of order")));
    assert_slice(said, "");
    ck_assert(!rules_read(rules, "vi/none.rules"));
    tear_down();
}
END_TEST

START_TEST(the_rules_of_vietnamese)
{
    bool is_found[RULES_LIMIT];
    rules = rules_load(language_find("vi"));
    ck_assert_ptr_nonnull(rules);
    ck_assert_uint_gt(rules_count(rules), 10);
    size_t phone = rules_find(rules, SLICE("phone"));
    ck_assert_uint_lt(phone, rules_count(rules));
    match(SLICE("Gọi số 0291 3999 888 nhé"), is_found);
    ck_assert(is_found[phone]);
    match(SLICE("Có 12 con gà"), is_found);
    ck_assert(!is_found[phone]);
    rules_free(rules);
}
END_TEST

int main(void)
{
    return unit_run("role_rules", (const TTest *const[]){
                                      named_patterns,
                                      case_is_ignored_for_all_letters,
                                      lines_of_one_name_are_alternatives,
                                      bad_lines_are_all_reported,
                                      a_name_comes_once,
                                      there_is_a_limit,
                                      lines_do_not_meet,
                                      a_pattern_that_never_ends_gives_up,
                                      there_is_a_limit_of_patterns,
                                      rules_of_a_user,
                                      bad_rules_of_a_user,
                                      the_rules_of_vietnamese,
                                      NULL,
                                  });
}
