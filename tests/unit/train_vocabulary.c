#include "../../tools/train/vocabulary.h"

#include "unit.h"
#include "word/model.h"

static struct vocabulary vocabulary;

/* A form that is counted so often; its hash says where it stands. */
static void add(uint64_t hash, bool is_syllable, uint32_t count)
{
    struct form form = {.hash = hash, .sound.onset = is_syllable};
    uint32_t index = vocabulary_add(&vocabulary, &form);
    ck_assert_uint_eq(vocabulary_add(&vocabulary, &form), index);
    vocabulary.words[index].count += count;
}

static uint32_t number_of(uint64_t hash)
{
    struct form form = {.hash = hash};
    return vocabulary.words[vocabulary_add(&vocabulary, &form)].number;
}

START_TEST(empty)
{
    vocabulary_number(&vocabulary);
    ck_assert_uint_eq(vocabulary.numbers, NUMBER_FIRST);
    vocabulary_release(&vocabulary);
}
END_TEST

START_TEST(the_most_frequent_first)
{
    add(30, true, 5);
    add(10, true, 9);
    add(20, true, 5);
    add(40, false, 20);
    vocabulary_number(&vocabulary);
    ck_assert_uint_eq(number_of(40), NUMBER_FIRST);
    ck_assert_uint_eq(number_of(10), NUMBER_FIRST + 1);
    ck_assert_uint_eq(number_of(30), NUMBER_FIRST + 2); /* met before 20 */
    ck_assert_uint_eq(number_of(20), NUMBER_FIRST + 3);
    ck_assert_uint_eq(vocabulary.numbers, NUMBER_FIRST + 4);
    vocabulary_release(&vocabulary);
}
END_TEST

START_TEST(rare_words_have_no_number)
{
    add(1, true, 2);
    add(2, true, 3);
    add(3, false, 7);
    add(4, false, 8);
    vocabulary_number(&vocabulary);
    ck_assert_uint_eq(number_of(1), 0);
    ck_assert_uint_eq(number_of(2), NUMBER_FIRST + 1);
    ck_assert_uint_eq(number_of(3), 0);
    ck_assert_uint_eq(number_of(4), NUMBER_FIRST);
    ck_assert_uint_eq(vocabulary.numbers, NUMBER_FIRST + 2);
    vocabulary_release(&vocabulary);
}
END_TEST

START_TEST(as_many_as_a_model_holds)
{
    enum { COUNT = 200000, MOST = VOCABULARY_SLOTS * 9 / 10 };
    for (uint32_t i = 0; i < COUNT; i++) /* more than once what the table begins with */
        add(i + 1, true, 10 + i);
    vocabulary_number(&vocabulary);
    ck_assert_uint_eq(vocabulary.count, COUNT);
    ck_assert_uint_eq(vocabulary.numbers, NUMBER_FIRST + MOST);
    ck_assert_uint_eq(number_of(COUNT), NUMBER_FIRST);
    ck_assert_uint_eq(number_of(COUNT - MOST + 1), NUMBER_FIRST + MOST - 1);
    ck_assert_uint_eq(number_of(COUNT - MOST), 0);
    vocabulary_release(&vocabulary);
}
END_TEST

int main(void)
{
    return unit_run("train_vocabulary", (const TTest *const[]){
                                            empty,
                                            the_most_frequent_first,
                                            rare_words_have_no_number,
                                            as_many_as_a_model_holds,
                                            NULL,
                                        });
}
