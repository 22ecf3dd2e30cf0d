#include "silver.h"

#include "samples.h"

static size_t first_word(const uint8_t *shapes, size_t count)
{
    size_t first = 0;
    while (first < count && !shape_is_word(shapes[first]))
        first++;
    return first;
}

static void join_birth_names(const uint8_t *shapes, uint8_t *labels, size_t count)
{
    /* As the first word of a sentence it may be a number. */
    for (size_t i = first_word(shapes, count) + 1; i + 1 < count; i++)
        if (shapes[i] == SHAPE_CAPITAL_BIRTH && shape_is_capital(shapes[i + 1]) && labels[i] == 0 &&
            !(labels[i - 1] & GAP_IS_JOINED) && !(labels[i + 1] & GAP_IS_JOINED))
            labels[i] = GAP_IS_JOINED;
}

static void part_from_names(const uint8_t *shapes, uint8_t *labels, size_t count)
{
    for (size_t i = 0; i + 2 < count; i++) {
        if (shapes[i] != SHAPE_LOWER || shapes[i + 1] != SHAPE_CAPITAL_FAMILY ||
            !shape_is_capital(shapes[i + 2]) || labels[i] != GAP_IS_JOINED)
            continue;
        labels[i] = 0;
        if (labels[i + 1] == 0)
            labels[i + 1] = GAP_IS_JOINED;
    }
}

void silver_correct(const uint8_t *shapes, uint8_t *labels, size_t count)
{
    join_birth_names(shapes, labels, count);
    part_from_names(shapes, labels, count);
}
