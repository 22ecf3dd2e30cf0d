#include "word_set.h"
#include "unit.h"

START_TEST(members_are_found)
{
    struct word_set set = {0};
    ck_assert(!word_set_has(&set, SLICE("a")));
    ck_assert(word_set_add(&set, SLICE("a")));
    ck_assert(word_set_add(&set, SLICE("a\0")));
    ck_assert(word_set_add(&set, SLICE("")));
    ck_assert(!word_set_add(&set, SLICE("a")));
    ck_assert(!word_set_add(&set, SLICE("")));
    ck_assert_uint_eq(set.count, 3);
    ck_assert(word_set_has(&set, SLICE("a\0")));
    ck_assert(word_set_has(&set, (struct slice){NULL, 0}));
    ck_assert(!word_set_has(&set, SLICE("b")));
    word_set_release(&set);
}
END_TEST

START_TEST(a_set_holds_copies)
{
    struct word_set set = {0};
    char word[] = "word";
    word_set_add(&set, slice_of(word, 4));
    word[0] = 'W';
    ck_assert(word_set_has(&set, SLICE("word")));
    ck_assert(!word_set_has(&set, SLICE("Word")));
    word_set_release(&set);
}
END_TEST

static struct slice numbered(char text[32], int number)
{
    return slice_of(text, (size_t) snprintf(text, 32, "word %d", number));
}

START_TEST(many_members)
{
    enum { COUNT = 50000 };
    struct word_set set = {0};
    char text[32];
    int found = 0, strange = 0;
    for (int i = 0; i < COUNT; i++)
        word_set_add(&set, numbered(text, i));
    for (int i = 0; i < COUNT; i++) {
        found += word_set_has(&set, numbered(text, i));
        strange += word_set_has(&set, numbered(text, i + COUNT));
    }
    ck_assert_uint_eq(set.count, COUNT);
    ck_assert_int_eq(found, COUNT);
    ck_assert_int_eq(strange, 0);
    word_set_release(&set);
}
END_TEST

START_TEST(a_cleared_set_is_empty)
{
    struct word_set set = {0};
    word_set_clear(&set);
    for (int round = 0; round < 3; round++) {
        ck_assert(word_set_add(&set, SLICE("a")));
        ck_assert(word_set_add(&set, SLICE("b")));
        word_set_clear(&set);
        ck_assert(!word_set_has(&set, SLICE("a")));
        ck_assert_uint_eq(set.count, 0);
    }
    word_set_release(&set);
}
END_TEST

int main(void)
{
    return unit_run("word_set", (const TTest *const[]){
                                    members_are_found,
                                    a_set_holds_copies,
                                    many_members,
                                    a_cleared_set_is_empty,
                                    NULL,
                                });
}
