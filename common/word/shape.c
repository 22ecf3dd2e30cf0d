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

static enum word_class name_class(unsigned first)
{
    switch (first) {
    case SHAPE_CAPITAL_FAMILY:
        return WORD_FAMILY_NAME;
    case SHAPE_CAPITAL_FOREIGN:
        return WORD_FOREIGN_NAME;
    case SHAPE_CAPITAL_BIRTH:
        return WORD_BIRTH_NAME;
    default:
        return WORD_NAME;
    }
}

enum word_class shapes_word_class(const uint8_t *shapes, size_t count)
{
    size_t capitals = 0, others = 0;
    unsigned first = shapes[0], last = shapes[count - 1];
    for (size_t i = 0; i < count; i++) {
        bool is_lower = shapes[i] == SHAPE_LOWER || shapes[i] == SHAPE_LOWER_FOREIGN;
        capitals += shape_is_capital(shapes[i]);
        others += !is_lower && !shape_is_capital(shapes[i]);
    }
    if (!others && !capitals)
        return WORD_LOWER;
    if (!others && capitals == count)
        return name_class(first);
    if (!others && !shape_is_capital(first))
        return WORD_LATER_CAPITALIZED;
    if (!others)
        return capitals == 1 ? WORD_CAPITALIZED : WORD_PARTLY_CAPITALIZED;
    if (first == SHAPE_CAPITAL_FIRST && others == 1 && !capitals)
        return WORD_FIRST;
    if (first == SHAPE_CAPITAL_FIRST && others == 1 && capitals == count - 1)
        return WORD_FIRST_NAME;
    if (first == SHAPE_CAPITAL_FIRST)
        return WORD_FIRST_MIXED;
    if (first == SHAPE_NUMBER)
        return WORD_BEGINS_NUMBER;
    return last == SHAPE_NUMBER ? WORD_ENDS_NUMBER : WORD_MIXED;
}
