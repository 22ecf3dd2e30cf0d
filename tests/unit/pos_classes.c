#include "../../common/pos/classes.h"

#include "unit.h"

static struct classes_slot slots[CLASSES_SLOTS];
static const struct classes table = {slots};

static void expect(uint64_t key, uint16_t coarse, uint16_t fine)
{
    struct word_classes found = classes_find(&table, key);
    ck_assert_uint_eq(found.coarse, coarse);
    ck_assert_uint_eq(found.fine, fine);
}

START_TEST(what_was_put_is_found)
{
    unsigned hidden = 0;
    for (uint64_t key = 1; key <= CLASSES_MOST_WORDS; key++)
        classes_put(slots, key,
                    (struct word_classes){(uint16_t) (key % CLASSES_COARSE + 1),
                                          (uint16_t) (key % CLASSES_FINE + 1)});
    for (uint64_t key = 1; key <= CLASSES_MOST_WORDS; key++)
        hidden += classes_find(&table, key).fine != key % CLASSES_FINE + 1;
    ck_assert_uint_eq(hidden, 0);
    unsigned mistaken = 0;
    for (uint64_t key = 1; key <= CLASSES_MOST_WORDS; key++)
        mistaken += classes_find(&table, CLASSES_MOST_WORDS + key).fine > 0;
    ck_assert_uint_eq(mistaken, 0);
    ck_assert(classes_are_sound(slots));
}
END_TEST

START_TEST(the_first_one_stays)
{
    classes_put(slots, 7, (struct word_classes){CLASSES_COARSE, CLASSES_FINE});
    classes_put(slots, 7, (struct word_classes){1, 1});
    expect(7, CLASSES_COARSE, CLASSES_FINE);
    expect(8, 0, 0);
}
END_TEST

START_TEST(capitals)
{
    const struct pos_word name = {.key = 5, .cased = 6, .syllables = 2},
                          word = {.key = 5, .cased = 6, .syllables = 1};
    classes_put(slots, 5, (struct word_classes){1, 2});
    ck_assert_uint_eq(classes_of(&table, &name, false).fine, 2);
    classes_put(slots, 6, (struct word_classes){3, 4});
    ck_assert_uint_eq(classes_of(&table, &name, false).fine, 4);
    ck_assert_uint_eq(classes_of(&table, &name, true).fine, 4);
    ck_assert_uint_eq(classes_of(&table, &word, false).fine, 4);
    ck_assert_uint_eq(classes_of(&table, &word, true).fine, 2);
}
END_TEST

START_TEST(full_ones)
{
    ck_assert(classes_are_sound(slots));
    for (size_t i = 0; i < CLASSES_SLOTS; i++)
        slots[i].fingerprint = 1;
    ck_assert(!classes_are_sound(slots));
}
END_TEST

int main(void)
{
    return unit_run("pos_classes",
                    (const TTest *const[]){what_was_put_is_found, the_first_one_stays, capitals,
                                           full_ones, NULL});
}
