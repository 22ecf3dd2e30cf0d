/* The filter of rules_match loses nothing: it finds what trying every pattern finds. */
#include "role/rules.h"

#include "data.h"
#include "regex.h"
#include "role_sample.h"
#include "unit.h"

#include <glob.h>

enum { PATTERNS = 400, SAMPLES = 150, UPPER = 0x2100 };

/* A line of the rules file. */
static struct {
    struct slice text; /* of the pattern */
    struct regex *regex;
    size_t rule;
} patterns[PATTERNS];

static size_t pattern_count;
static struct rules *rules;
static uint32_t uppers[UPPER]; /* of characters in lower case, or 0 */
static size_t compared, found, given_up;

static const char *take_line(void *context, struct slice text)
{
    struct buffer error = {0};
    struct slice name;
    (void) context;
    slice_cut(&text, ' ', &name);
    ck_assert_uint_lt(pattern_count, PATTERNS);
    char *copy = calloc(text.length + 1, 1);
    ck_assert_ptr_nonnull(copy);
    memcpy(copy, text.bytes, text.length);
    struct slice pattern = slice_trim(slice_of(copy, text.length));
    patterns[pattern_count].text = pattern;
    patterns[pattern_count].regex = regex_new_for_valid(pattern, &error);
    patterns[pattern_count].rule = rules_find(rules, name);
    ck_assert_ptr_nonnull(patterns[pattern_count].regex);
    ck_assert_uint_lt(patterns[pattern_count].rule, rules_count(rules));
    pattern_count++;
    return NULL;
}

static void set_up(void)
{
    rules = rules_load(language_find("vi"));
    ck_assert_ptr_nonnull(rules);
    ck_assert(data_load("vi", "roles.rules", take_line, NULL));
    ck_assert_uint_gt(pattern_count, 50);
    for (uint32_t character = 0; character < UPPER; character++) {
        uint32_t lower = unicode_lower(character);
        if (lower != character && lower < UPPER)
            uppers[lower] = character;
    }
}

static void take_rule(void *context, size_t number)
{
    bool *is_found = context;
    is_found[number] = true;
}

static void compare(struct slice text)
{
    struct line line;
    struct line_tokens tokens;
    bool is_found[RULES_LIMIT] = {false}, is_expected[RULES_LIMIT] = {false};
    if (text.length > RULES_LONGEST)
        return;
    for (size_t i = 0; i < pattern_count; i++) {
        enum regex_result result = regex_find(patterns[i].regex, text, NULL);
        given_up += result == REGEX_LIMIT;
        if (result == REGEX_LIMIT)
            return;
        is_expected[patterns[i].rule] |= result == REGEX_YES;
    }
    line_read(&line, &tokens, text);
    rules_match(rules, text, &tokens, line.start, take_rule, is_found);
    for (size_t i = 0; i < rules_count(rules); i++) {
        struct slice name = rules_name(rules, i);
        ck_assert_msg(is_found[i] == is_expected[i], "%.*s %s in: %.*s", (int) name.length,
                      name.bytes, is_found[i] ? "found, but is not" : "is, but not found",
                      (int) text.length, text.bytes);
        found += is_found[i];
    }
    compared++;
}

/* Appends the text in lower case, in upper case, or with capitals here and there. */
static void append_in_case(struct buffer *out, struct slice text)
{
    uint32_t character;
    size_t way = sample_below(4);
    while (unicode_next(&text, &character)) {
        if (way == 1)
            character = unicode_lower(character);
        if ((way == 2 || (way == 3 && sample_below(6) == 0)) && character < UPPER &&
            uppers[character])
            character = uppers[character];
        unicode_append(out, character);
    }
}

/* In Normalization Form C, and in any case. */
static void compare_sample(struct slice text)
{
    struct buffer cased = {0}, composed = {0};
    append_in_case(&cased, text);
    unicode_append_nfc(&composed, buffer_slice(&cased));
    compare(buffer_slice(&composed));
    buffer_release(&cased);
    buffer_release(&composed);
}

START_TEST(texts_that_patterns_describe)
{
    struct buffer text = {0};
    set_up();
    for (size_t i = 0; i < pattern_count; i++) {
        for (int k = 0; k < SAMPLES; k++) {
            buffer_clear(&text);
            for (size_t more = sample_below(3); more > 0; more--)
                sample_any(&text);
            sample_pattern(&text, patterns[i].text);
            for (size_t more = sample_below(3); more > 0; more--)
                sample_any(&text);
            compare_sample(buffer_slice(&text));
        }
    }
    /* samples are worth something only if most are what the pattern describes */
    ck_assert_uint_gt(compared, pattern_count * SAMPLES / 2);
    ck_assert_uint_gt(found, compared / 2);
    ck_assert_uint_le(given_up, compared / 100);
    buffer_release(&text);
    rules_free(rules);
}
END_TEST

/* Takes characters off the start of a text as long as they are letters, or are none. */
static struct slice take_run(struct slice *text, bool of_letters)
{
    struct slice before = *text, rest = *text;
    uint32_t character;
    while (unicode_next(&rest, &character) && unicode_is_letter(character) == of_letters)
        *text = rest;
    return slice_of(before.bytes, before.length - text->length);
}

/* One to three words of a pattern, wherever in it. */
static void append_words(struct buffer *out)
{
    struct slice rest = patterns[sample_below(pattern_count)].text;
    for (size_t skipped = sample_below(rest.length / 5 + 1); skipped > 0; skipped--) {
        take_run(&rest, false);
        take_run(&rest, true);
    }
    for (size_t words = 1 + sample_below(3); words > 0; words--) {
        take_run(&rest, false);
        buffer_append(out, take_run(&rest, true));
        buffer_append_byte(out, ' ');
    }
}

START_TEST(words_in_disorder)
{
    struct buffer text = {0};
    set_up();
    for (int i = 0; i < 10000; i++) {
        buffer_clear(&text);
        for (size_t more = 1 + sample_below(5); more > 0; more--) {
            append_words(&text);
            if (sample_below(4) == 0)
                sample_any(&text);
            if (sample_below(4) == 0)
                sample_between(&text);
        }
        compare_sample(buffer_slice(&text));
    }
    ck_assert_uint_gt(compared, 5000);
    ck_assert_uint_gt(found, compared / 8);
    buffer_release(&text);
    rules_free(rules);
}
END_TEST

START_TEST(lines_of_the_sample)
{
    glob_t paths;
    char line[10000];
    set_up();
    ck_assert_msg(glob("tests/data/text/*/*", 0, NULL, &paths) == 0, "run it from the checkout");
    for (size_t i = 0; i < paths.gl_pathc; i++) {
        FILE *file = fopen(paths.gl_pathv[i], "r");
        ck_assert_ptr_nonnull(file);
        while (fgets(line, sizeof line, file)) {
            struct slice text = slice_trim(slice_from_string(line));
            compare_sample(text);
            compare(text);
        }
        fclose(file);
    }
    ck_assert_uint_gt(compared, 500);
    globfree(&paths);
    rules_free(rules);
}
END_TEST

int main(void)
{
    return unit_run("role_filter", (const TTest *const[]){
                                       texts_that_patterns_describe,
                                       words_in_disorder,
                                       lines_of_the_sample,
                                       NULL,
                                   });
}
