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

/* These stand in a row in enum shape. */
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

/* What the shapes of a word's tokens have in common. The numbers stand in model files. */
enum word_class {
    WORD_LOWER,              /* all are in lower case */
    WORD_FAMILY_NAME,        /* all are capitalized, the first is a family name, */
    WORD_FOREIGN_NAME,       /* or not known, */
    WORD_BIRTH_NAME,         /* or a name by order of birth, */
    WORD_NAME,               /* or another */
    WORD_CAPITALIZED,        /* only the first is capitalized, the others in lower case */
    WORD_PARTLY_CAPITALIZED, /* the first and others are */
    WORD_LATER_CAPITALIZED,  /* others are, the first is not */
    WORD_FIRST,         /* the first word of a sentence, behind its first token in lower case */
    WORD_FIRST_NAME,    /* the same, all others capitalized */
    WORD_FIRST_MIXED,   /* the same, of other tokens */
    WORD_BEGINS_NUMBER, /* with numbers, codes, abbreviations, ...: begins with a number, */
    WORD_ENDS_NUMBER,   /* or ends with one, */
    WORD_MIXED,         /* or neither */
    WORD_CLASSES,
};

/* Whether all tokens of such a word are capitalized. */
static inline bool word_class_is_name(enum word_class class)
{
    return class >= WORD_FAMILY_NAME && class <= WORD_NAME;
}

/* The class of the word whose `count` tokens have these shapes. */
enum word_class shapes_word_class(const uint8_t *shapes, size_t count);

#endif
