#include "../../tools/train/exchange.h"

#include "unit.h"

/* A text in which words of three kinds follow upon each other: which of a kind does not matter. */
enum { KINDS = 3, OF_A_KIND = 5, WORDS = EXCHANGE_FIXED + KINDS * OF_A_KIND, LENGTH = 3000 };

static uint32_t text[LENGTH];
static uint16_t class_of[WORDS];

static uint32_t word_of(size_t kind, size_t number)
{
    return (uint32_t) (EXCHANGE_FIXED + number * KINDS + kind);
}

static void write_text(void)
{
    uint32_t random = 1;
    for (size_t i = 0; i < LENGTH; i++) {
        random = random * 1664525 + 1013904223;
        text[i] = i % 100 ? word_of(i % KINDS, (random >> 16) % OF_A_KIND) : 0;
    }
}

START_TEST(neighbours_are_counted)
{
    static const uint32_t few[] = {0, 2, 3, 2, 3, 3, 0};
    struct neighbours neighbours;
    neighbours_count(&neighbours, few, sizeof few / sizeof few[0], 4);
    const struct neighbour_lists *next = &neighbours.next, *before = &neighbours.before;
    ck_assert_uint_eq(next->starts[2] - next->starts[1], 0);
    ck_assert_uint_eq(next->starts[3] - next->starts[2], 1);
    ck_assert_uint_eq(next->list[next->starts[2]].word, 3);
    ck_assert_uint_eq(next->list[next->starts[2]].count, 2);
    ck_assert_uint_eq(next->starts[4] - next->starts[3], 3);
    ck_assert_uint_eq(before->starts[4], next->starts[4]);
    ck_assert_uint_eq(before->starts[3] - before->starts[2], 2);
    ck_assert_uint_eq(before->list[before->starts[2]].word, 0);
    ck_assert_uint_eq(before->list[before->starts[2]].count, 1);
    neighbours_release(&neighbours);
}
END_TEST

START_TEST(kinds_are_found)
{
    struct neighbours neighbours;
    write_text();
    neighbours_count(&neighbours, text, LENGTH, WORDS);
    exchange_words(&neighbours, KINDS, class_of);
    ck_assert_uint_eq(class_of[0], 0);
    ck_assert_uint_eq(class_of[1], 0);
    for (size_t kind = 0; kind < KINDS; kind++) {
        uint16_t class = class_of[word_of(kind, 0)];
        ck_assert_uint_ge(class, 1);
        ck_assert_uint_le(class, KINDS);
        ck_assert_uint_ne(class, class_of[word_of((kind + 1) % KINDS, 0)]);
        for (size_t number = 1; number < OF_A_KIND; number++)
            ck_assert_uint_eq(class_of[word_of(kind, number)], class);
    }
    neighbours_release(&neighbours);
}
END_TEST

START_TEST(without_words)
{
    struct neighbours neighbours;
    neighbours_count(&neighbours, text, 1, EXCHANGE_FIXED);
    exchange_words(&neighbours, KINDS, class_of);
    ck_assert_uint_eq(class_of[0], 0);
    neighbours_release(&neighbours);
}
END_TEST

int main(void)
{
    return unit_run("train_exchange", (const TTest *const[]){neighbours_are_counted,
                                                             kinds_are_found, without_words, NULL});
}
