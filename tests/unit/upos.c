#include "upos.h"

#include "unit.h"

static void split(const char *token, const char *word, enum upos tag, int line)
{
    struct slice found;
    ck_assert_int_eq(upos_split(slice_from_string(token), &found), tag);
    unit_compare(found, slice_from_string(word), line);
}

#define expect_split(token, word, tag) split(token, word, tag, __LINE__)

START_TEST(names)
{
    for (enum upos tag = 0; tag < UPOS_COUNT; tag++)
        ck_assert_int_eq(upos_find(upos_name(tag)), tag);
    ck_assert_int_eq(upos_find(SLICE("NOU")), UPOS_COUNT);
    ck_assert_int_eq(upos_find(SLICE("noun")), UPOS_COUNT);
    ck_assert_int_eq(upos_find(SLICE("")), UPOS_COUNT);
    ck_assert_int_eq(upos_find((struct slice){0}), UPOS_COUNT);
}
END_TEST

START_TEST(the_last_slash_counts)
{
    expect_split("ghe/NOUN", "ghe", UPOS_NOUN);
    expect_split("ghe/X", "ghe", UPOS_X);
    expect_split("12/5/NUM", "12/5", UPOS_NUM);
    expect_split("//PUNCT", "/", UPOS_PUNCT);
    expect_split("a/NOUN/VERB", "a/NOUN", UPOS_VERB);
}
END_TEST

START_TEST(what_is_no_tag_stays)
{
    expect_split("ghe", "ghe", UPOS_COUNT);
    expect_split("/NOUN", "/NOUN", UPOS_COUNT);
    expect_split("km/h", "km/h", UPOS_COUNT);
    expect_split("ghe/NOUNS", "ghe/NOUNS", UPOS_COUNT);
    expect_split("ghe/", "ghe/", UPOS_COUNT);
    expect_split("", "", UPOS_COUNT);
    expect_split("NOUN", "NOUN", UPOS_COUNT);
    expect_split("a/CCONJNOUN", "a/CCONJNOUN", UPOS_COUNT);
}
END_TEST

int main(void)
{
    return unit_run(
        "upos", (const TTest *const[]){names, the_last_slash_counts, what_is_no_tag_stays, NULL});
}
