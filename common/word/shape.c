#include "shape.h"

static bool is_upper(unsigned shape)
{
    return shape == SHAPE_UPPER || shape == SHAPE_UPPER_FOREIGN;
}

/* A headline: three words or more, four of five in capitals. */
static bool is_in_capitals(const uint8_t *shapes, size_t count)
{
    size_t upper = 0, words = 0;
    for (size_t i = 0; i < count; i++) {
        bool says_nothing =
            !shape_is_word(shapes[i]) || shapes[i] == SHAPE_NUMBER || shapes[i] == SHAPE_LETTER;
        upper += is_upper(shapes[i]);
        words += !says_nothing;
    }
    return words >= 3 && upper * 10 >= words * 8;
}

void shapes_adjust(uint8_t *shapes, size_t count)
{
    if (is_in_capitals(shapes, count)) {
        for (size_t i = 0; i < count; i++)
            if (shapes[i] == SHAPE_UPPER)
                shapes[i] = SHAPE_LOWER;
        return;
    }
    size_t first = 0;
    while (first < count && !shape_is_word(shapes[first]))
        first++;
    if (first < count && (shapes[first] == SHAPE_CAPITAL || shapes[first] == SHAPE_CAPITAL_BIRTH))
        shapes[first] = SHAPE_CAPITAL_FIRST;
}

unsigned shapes_word_class(const uint8_t *shapes, size_t count)
{
    size_t capitals = 0, others = 0;
    unsigned first = shapes[0], last = shapes[count - 1];
    for (size_t i = 0; i < count; i++) {
        bool is_lower = shapes[i] == SHAPE_LOWER || shapes[i] == SHAPE_LOWER_FOREIGN;
        capitals += shape_is_capital(shapes[i]);
        others += !is_lower && !shape_is_capital(shapes[i]);
    }
    if (!others) {
        if (!capitals)
            return 0;
        if (capitals == count)
            return first == SHAPE_CAPITAL_FAMILY    ? 1
                   : first == SHAPE_CAPITAL_FOREIGN ? 2
                   : first == SHAPE_CAPITAL_BIRTH   ? 3
                                                    : 4;
        if (!shape_is_capital(first))
            return 7;
        return capitals == 1 ? 5 : 6;
    }
    if (first == SHAPE_CAPITAL_FIRST && others == 1)
        return capitals == 0 ? 8 : capitals == count - 1 ? 9 : 10;
    if (first == SHAPE_CAPITAL_FIRST)
        return 10;
    if (first == SHAPE_NUMBER)
        return 11;
    return last == SHAPE_NUMBER ? 12 : 13;
}
