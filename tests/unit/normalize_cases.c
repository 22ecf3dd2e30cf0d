/* The cases of normalize_cases.tsv: steps, a text and what becomes of it. */
#include "case_file.h"
#include "normalize_alone.h"

#define CASES "tests/unit/normalize_cases.tsv"

static struct repair repair_named(struct slice names)
{
    struct slice name;
    unsigned steps = 0;
    if (slice_equal(names, SLICE("default")))
        return repair_for(STEPS_DEFAULT, SPELLING_OLD);
    if (slice_equal(names, SLICE("tones=new")))
        return repair_for(STEPS_DEFAULT, SPELLING_NEW);
    if (slice_equal(names, SLICE("tones=keep")))
        return repair_for(STEPS_DEFAULT & ~STEP_BIT(STEP_TONES), SPELLING_KEEP);
    while (slice_cut(&names, ',', &name)) {
        unsigned before = steps;
        for (int step = 0; step < STEP_COUNT; step++)
            if (slice_equal(name, slice_from_string(step_names[step])))
                steps |= STEP_BIT(step);
        ck_assert_msg(steps != before, "no step '%.*s'", (int) name.length, name.bytes);
    }
    return repair_for(steps, SPELLING_OLD);
}

/* Returns false after a line that says what is other than expected. */
static bool check(uint64_t number, struct slice steps, struct slice text, struct slice expected)
{
    struct repair repair = repair_named(steps);
    struct slice repaired, again;
    struct buffer first = {0};
    repair_alone(&repair, text, &repaired);
    buffer_append(&first, repaired);
    bool is_good = slice_equal(repaired, expected);
    if (!is_good)
        printf("%s:%" PRIu64 ": %.*s: '%.*s' became '%.*s', expected '%.*s'\n", CASES, number,
               (int) steps.length, steps.bytes, (int) text.length, text.bytes,
               (int) repaired.length, repaired.bytes, (int) expected.length, expected.bytes);
    if (repair_alone(&repair, buffer_slice(&first), &again)) {
        printf("%s:%" PRIu64 ": '%.*s' became '%.*s' the second time\n", CASES, number,
               (int) first.length, first.bytes, (int) again.length, again.bytes);
        is_good = false;
    }
    buffer_release(&first);
    repair_release(&repair);
    return is_good;
}

static bool check_line(uint64_t number, struct slice line)
{
    struct slice steps, text, expected;
    struct buffer unescaped = {0}, wanted = {0};
    ck_assert_msg(slice_cut(&line, '\t', &steps) && slice_cut(&line, '\t', &text) &&
                      slice_cut(&line, '\t', &expected) && !line.bytes,
                  "line %" PRIu64 ": expected three fields", number);
    unescape_append(&unescaped, text);
    unescape_append(&wanted, slice_equal(expected, SLICE("=")) ? text : expected);
    bool is_good = check(number, steps, buffer_slice(&unescaped), buffer_slice(&wanted));
    buffer_release(&unescaped);
    buffer_release(&wanted);
    return is_good;
}

START_TEST(all_cases)
{
    case_file_check(CASES, 300, check_line);
}
END_TEST

int main(void)
{
    if (!language_find("vi")->load_words())
        return EXIT_FAILURE;
    return unit_run("normalize_cases", (const TTest *const[]){all_cases, NULL});
}
