/* What a token looks like, and what that says of it among its neighbours. */
#ifndef GANLOC_WORD_SHAPE_H
#define GANLOC_WORD_SHAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* "Known" is a word that the language has: in Vietnamese a syllable in use. The numbers stand in
 * model files. */
enum shape {
    SHAPE_EDGE,            /* no token: before the first and behind the last */
    SHAPE_PUNCTUATION,     /* no letter and no digit, ASCII but for the quotation mark */
    SHAPE_LOWER,           /* known, lower case */
    SHAPE_LOWER_FOREIGN,   /* not known, with no capital at the start */
    SHAPE_CAPITAL,         /* known, its first letter upper case */
    SHAPE_CAPITAL_FAMILY,  /* the same, and a family name */
    SHAPE_CAPITAL_BIRTH,   /* the same, and a name by order of birth: Hai, Út */
    SHAPE_CAPITAL_FOREIGN, /* not known, its first letter upper case */
    SHAPE_UPPER_FOREIGN,   /* not known, all upper case */
    SHAPE_NUMBER,          /* digits, and what stands between them */
    SHAPE_CODE,            /* letters and digits */
    SHAPE_ABBREVIATION,    /* ends with its full stop */
    SHAPE_QUOTE,           /* '"', and all that is not ASCII and neither letter nor digit */
    SHAPE_LETTER,          /* one capital letter */
    SHAPE_CAPITAL_FIRST,   /* SHAPE_CAPITAL as the first word of a sentence */
    SHAPE_UPPER,           /* known, all upper case */
    SHAPE_COUNT,
};

/* Whether a token of this shape can be part of a word with others. */
static inline bool shape_is_word(unsigned shape)
{
    return shape != SHAPE_PUNCTUATION && shape != SHAPE_QUOTE && shape != SHAPE_EDGE;
}

static inline bool shape_is_capital(unsigned shape)
{
    return shape >= SHAPE_CAPITAL && shape <= SHAPE_CAPITAL_FOREIGN;
}

/* Whether a token of this shape is a word that the language has. */
static inline bool shape_is_known(unsigned shape)
{
    return shape == SHAPE_LOWER || shape == SHAPE_CAPITAL || shape == SHAPE_CAPITAL_FAMILY ||
           shape == SHAPE_CAPITAL_BIRTH || shape == SHAPE_CAPITAL_FIRST || shape == SHAPE_UPPER;
}

/* Rewrites the shapes of a sentence's tokens where their place says more than they do: the capital
 * of the first word says little, nor do capitals in a headline set in them. */
void shapes_adjust(uint8_t *shapes, size_t count);

enum { SHAPE_WORD_CLASSES = 14 };

/* Whether one of shapes_word_class is of capitalized tokens only. */
static inline bool shape_class_is_name(unsigned word_class)
{
    return word_class >= 1 && word_class <= 4;
}

/* The shapes of a word of `count` tokens in one number below SHAPE_WORD_CLASSES; 0 where all are in
 * lower case. */
unsigned shapes_word_class(const uint8_t *shapes, size_t count);

#endif
