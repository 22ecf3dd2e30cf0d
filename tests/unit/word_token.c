/* The cases of word_token.tsv, and what holds of any text. */
#include "../../common/word/shape.h"
#include "../../common/word/token.h"
#include "case_file.h"

#define CASES "tests/unit/word_token.tsv"

enum { MANY = 1 << 20 };

static struct abbreviations abbreviations;
static struct forms forms;
static struct surfaces surfaces;
static struct tokenizer tokenizer = {&abbreviations, &surfaces};
static struct token tokens[MANY];

static uint32_t no_number(void *context, const struct form *form)
{
    (void) context;
    (void) form;
    return 7;
}

static void set_up(void)
{
    ck_assert(abbreviations_load(&abbreviations, "vi"));
    ck_assert(forms_load(&forms, language_find("vi")));
    surfaces_init(&surfaces, &forms, no_number, NULL);
}

static void tear_down(void)
{
    surfaces_release(&surfaces);
    forms_release(&forms);
    abbreviations_release(&abbreviations);
}

static bool is_white(struct slice text)
{
    uint32_t character;
    while (unicode_next(&text, &character))
        if (!unicode_is_space(character))
            return false;
    return true;
}

/* Reads all tokens. Between them there is white space and nothing else, and there is where they say
 * so. */
static size_t take_all(struct slice text)
{
    struct slice rest = text;
    size_t count = tokens_take(&tokenizer, text.bytes, &rest, tokens, MANY), end = 0;
    bool is_good = !rest.length;
    for (size_t i = 0; i < count; i++) {
        is_good = is_good && tokens[i].start >= end && tokens[i].end > tokens[i].start &&
                  tokens[i].has_space == (tokens[i].start > end || !i) && tokens[i].id == 7 &&
                  is_white(slice_of(text.bytes + end, tokens[i].start - end));
        end = tokens[i].end;
    }
    /* one assertion, as each takes a system call */
    ck_assert_msg(is_good && is_white(slice_from_offset(text, end)), "'%.*s'...",
                  text.length < 20 ? (int) text.length : 20, text.bytes);
    return count;
}

static bool check_case(uint64_t number, struct slice text, struct slice expected)
{
    struct buffer found = {0};
    size_t count = take_all(text);
    for (size_t i = 0; i < count; i++) {
        buffer_append_string(&found, i ? "␣" : "");
        buffer_append(&found,
                      slice_of(text.bytes + tokens[i].start, tokens[i].end - tokens[i].start));
    }
    bool is_good = slice_equal(buffer_slice(&found), expected);
    if (!is_good)
        printf("%s:%" PRIu64 ": '%.*s', expected '%.*s'\n", CASES, number, (int) found.length,
               found.bytes, (int) expected.length, expected.bytes);
    buffer_release(&found);
    return is_good;
}

static bool check_line(uint64_t number, struct slice line)
{
    struct slice text, expected;
    struct buffer unescaped = {0}, wanted = {0};
    ck_assert_msg(slice_cut(&line, '\t', &text) && slice_cut(&line, '\t', &expected) && !line.bytes,
                  "line %" PRIu64 ": expected two fields", number);
    unescape_append(&unescaped, text);
    unescape_append(&wanted, expected);
    bool is_good = check_case(number, buffer_slice(&unescaped), buffer_slice(&wanted));
    buffer_release(&unescaped);
    buffer_release(&wanted);
    return is_good;
}

START_TEST(all_cases)
{
    set_up();
    case_file_check(CASES, 120, check_line);
    tear_down();
}
END_TEST

START_TEST(no_text)
{
    set_up();
    ck_assert_uint_eq(take_all(SLICE("")), 0);
    ck_assert_uint_eq(take_all(SLICE(" \t\n")), 0);
    tear_down();
}
END_TEST

START_TEST(a_few_at_a_time)
{
    struct slice text = SLICE("Nước lên.Thuyền về"), rest = text;
    set_up();
    ck_assert_uint_eq(tokens_take(&tokenizer, text.bytes, &rest, tokens, 2), 2);
    ck_assert_uint_eq(tokens_take(&tokenizer, text.bytes, &rest, tokens, 2), 2);
    ck_assert_uint_eq(tokens[0].start, strlen("Nước lên"));
    ck_assert(!tokens[0].has_space);
    ck_assert(!tokens[1].has_space);
    ck_assert_uint_eq(tokens_take(&tokenizer, text.bytes, &rest, tokens, 2), 1);
    ck_assert(tokens[0].has_space);
    ck_assert_uint_eq(tokens_take(&tokenizer, text.bytes, &rest, tokens, 2), 0);
    tear_down();
}
END_TEST

START_TEST(a_token_that_is_torn)
{
    set_up();
    ck_assert_uint_eq(take_all(SLICE("25 . 000 lá")), 2);
    ck_assert(tokens[0].is_torn);
    ck_assert(!tokens[1].is_torn);
    ck_assert_uint_eq(tokens[0].shape, SHAPE_NUMBER);
    tear_down();
}
END_TEST

/* A token of NUL bytes is not the shorter one that the cache has zeros behind. */
START_TEST(nul_bytes_count)
{
    set_up();
    ck_assert_uint_eq(take_all(SLICE("\0 x \0")), 3);
    ck_assert_uint_ne(tokens[0].form, 0);
    ck_assert_uint_ne(tokens[0].shape, SHAPE_EDGE);
    ck_assert_uint_eq(tokens[0].form, tokens[2].form);
    struct form one = forms_read(&forms, SLICE("#a")), other = forms_read(&forms, SLICE("#a\0"));
    uint64_t first = surfaces_find(&surfaces, SLICE("#a"))->form;
    uint64_t second = surfaces_find(&surfaces, SLICE("#a\0"))->form;
    ck_assert_uint_eq(first, one.hash);
    ck_assert_uint_eq(second, other.hash);
    ck_assert_uint_ne(first, second);
    tear_down();
}
END_TEST

/* A text of any kind takes time in proportion: a megabyte of it, where the square would be hours.
 */
START_TEST(hostile_texts)
{
    static const struct slice pieces[] = {
        SLICE("a"),        SLICE("9"),      SLICE("."),        SLICE("!"),     SLICE("@"),
        SLICE("#"),        SLICE("-"),      SLICE("'"),        SLICE("/"),     SLICE("ạ"),
        SLICE("\xCC\x81"), SLICE("\x80"),   SLICE("\0"),       SLICE("🇻"),     SLICE("\u200D"),
        SLICE("今"),       SLICE("a."),     SLICE("A."),       SLICE("A. "),   SLICE(".a,b-"),
        SLICE("a@a@"),     SLICE("a@b-"),   SLICE("a@b."),     SLICE("www."),  SLICE("http://"),
        SLICE("http://<"), SLICE("a://)"),  SLICE("1 . "),     SLICE("A . "),  SLICE("TP . "),
        SLICE("a.com."),   SLICE("1/"),     SLICE("1/2/A"),    SLICE("km/h/"), SLICE("#a#"),
        SLICE("👩\u200D"),  SLICE("\u0600"), SLICE("A.\u00A0"), SLICE("…"),     SLICE("a&"),
    };
    struct buffer text = {0};
    set_up();
    for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
        buffer_clear(&text);
        while (text.length + pieces[i].length <= MANY)
            buffer_append(&text, pieces[i]);
        take_all(buffer_slice(&text));
    }
    buffer_release(&text);
    tear_down();
}
END_TEST

/* 64 bytes that may begin an e-mail address, and a host without an end. */
START_TEST(an_address_without_an_end)
{
    struct buffer text = {0};
    set_up();
    while (text.length < 60)
        buffer_append_string(&text, "a!b+");
    buffer_append_string(&text, "@");
    while (text.length < MANY)
        buffer_append_string(&text, "c");
    take_all(buffer_slice(&text));
    buffer_release(&text);
    tear_down();
}
END_TEST

int main(void)
{
    return unit_run("word_token", (const TTest *const[]){
                                      all_cases,
                                      no_text,
                                      a_few_at_a_time,
                                      a_token_that_is_torn,
                                      nul_bytes_count,
                                      hostile_texts,
                                      an_address_without_an_end,
                                      NULL,
                                  });
}
