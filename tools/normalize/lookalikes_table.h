/* Characters that are laid into Latin text for the look of them: as what letters they are meant.
 * Sources: the Unicode Character Database (compatibility decompositions, names), the Unicode
 * Technical Standard 39 (confusables.txt) for letters of the same shape, and the alphabets of the
 * web's "fancy text" converters for those of a similar one. */
#ifndef NORMALIZE_LOOKALIKES_TABLE_H
#define NORMALIZE_LOOKALIKES_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum lookalike_kind {
    LOOKALIKE_CYRILLIC,
    LOOKALIKE_GREEK,
    LOOKALIKE_ARMENIAN,
    LOOKALIKE_CHEROKEE,
    LOOKALIKE_LISU,
    LOOKALIKE_SMALL_CAPITAL,
    LOOKALIKE_PHONETIC_CAPITAL, /* small capitals that the International Phonetic Alphabet has */
    LOOKALIKE_IPA,              /* other letters of that alphabet, of African languages, Turkish */
    LOOKALIKE_LATIN_D,          /* those that look like Đ: eth and the African D */
    LOOKALIKE_MATHEMATICAL,
    LOOKALIKE_DIGIT, /* mathematical too */
    LOOKALIKE_FULLWIDTH,
    LOOKALIKE_SUPERSCRIPT,
    LOOKALIKE_ENCLOSED, /* in circles, squares and parentheses */
    LOOKALIKE_NUMERAL,  /* Roman */
    LOOKALIKE_SIGN,     /* no letter at all */
    LOOKALIKE_KINDS,
};

/* Sets of kinds. */
#define LOOKALIKE_BIT(kind) (1u << LOOKALIKE_##kind)

enum {
    LOOKALIKE_SCRIPTS = LOOKALIKE_BIT(CYRILLIC) | LOOKALIKE_BIT(GREEK) | LOOKALIKE_BIT(ARMENIAN) |
                        LOOKALIKE_BIT(CHEROKEE) | LOOKALIKE_BIT(LISU),
    LOOKALIKE_SMALL = LOOKALIKE_BIT(SMALL_CAPITAL) | LOOKALIKE_BIT(PHONETIC_CAPITAL),
    LOOKALIKE_STYLED = LOOKALIKE_BIT(MATHEMATICAL) | LOOKALIKE_BIT(DIGIT) |
                       LOOKALIKE_BIT(FULLWIDTH) | LOOKALIKE_BIT(SUPERSCRIPT) |
                       LOOKALIKE_BIT(ENCLOSED),
    LOOKALIKE_SHAPES = LOOKALIKE_SCRIPTS | LOOKALIKE_SMALL | LOOKALIKE_BIT(IPA),
    LOOKALIKE_PHONETIC = LOOKALIKE_BIT(PHONETIC_CAPITAL) | LOOKALIKE_BIT(IPA) |
                         LOOKALIKE_BIT(GREEK) | LOOKALIKE_BIT(SUPERSCRIPT) |
                         LOOKALIKE_BIT(LATIN_D), /* what transcriptions have */
};

static inline bool lookalike_is_one_kind(unsigned kinds)
{
    return kinds && !(kinds & (kinds - 1));
}

enum { LOOKALIKE_READINGS = 3 };

struct lookalike {
    uint32_t character;
    enum lookalike_kind kind;
    bool is_exact;                         /* has the very shape of its first reading */
    uint16_t readings[LOOKALIKE_READINGS]; /* Latin letters in its case, likeliest first; then 0 */
};

/* In the order of the characters. Written by make_lookalikes.py. */
extern const struct lookalike lookalikes_table[];
extern const size_t lookalikes_count;

#endif
