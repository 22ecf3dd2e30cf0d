/* UTF-8 and the properties of characters. The only module that calls utf8proc. */
#ifndef GANLOC_UNICODE_H
#define GANLOC_UNICODE_H

#include "bytes.h"

#define UNICODE_REPLACEMENT 0xFFFDu

/* Decodes the first character of the bytes from `at` to `end` (at < end). Returns its length in
 * bytes and sets *character; 0 where no valid UTF-8 sequence begins (RFC 3629: overlong forms,
 * surrogates and values over 10FFFF are not valid). */
static inline size_t unicode_decode(const char *at, const char *end, uint32_t *character)
{
    const unsigned char *byte = (const unsigned char *) at;
    size_t left = (size_t) (end - at);
    if (byte[0] < 0x80) {
        *character = byte[0];
        return 1;
    }
    if (byte[0] < 0xC2 || left < 2 || (byte[1] & 0xC0) != 0x80)
        return 0;
    if (byte[0] < 0xE0) {
        *character = (uint32_t) (byte[0] & 0x1F) << 6 | (byte[1] & 0x3F);
        return 2;
    }
    if (left < 3 || (byte[2] & 0xC0) != 0x80)
        return 0;
    if (byte[0] < 0xF0) {
        uint32_t value =
            (uint32_t) (byte[0] & 0x0F) << 12 | (uint32_t) (byte[1] & 0x3F) << 6 | (byte[2] & 0x3F);
        if (value < 0x800 || (value >= 0xD800 && value < 0xE000))
            return 0;
        *character = value;
        return 3;
    }
    if (byte[0] > 0xF4 || left < 4 || (byte[3] & 0xC0) != 0x80)
        return 0;
    uint32_t value = (uint32_t) (byte[0] & 0x07) << 18 | (uint32_t) (byte[1] & 0x3F) << 12 |
                     (uint32_t) (byte[2] & 0x3F) << 6 | (byte[3] & 0x3F);
    if (value < 0x10000 || value > 0x10FFFF)
        return 0;
    *character = value;
    return 4;
}

/* Takes the first character off *text. An invalid byte is taken alone and read as U+FFFD. Returns
 * false when *text is empty. */
static inline bool unicode_next(struct slice *text, uint32_t *character)
{
    if (!text->length)
        return false;
    size_t length = unicode_decode(text->bytes, text->bytes + text->length, character);
    if (!length) {
        *character = UNICODE_REPLACEMENT;
        length = 1;
    }
    text->bytes += length;
    text->length -= length;
    return true;
}

/* The last character of the text; an invalid byte reads as U+FFFD; 0 for the empty text. */
uint32_t unicode_last(struct slice text);

/* Takes it off the end of *text. Returns it; 0 where *text is empty. */
uint32_t unicode_take_last(struct slice *text);

/* The number of bytes at `at` that one U+FFFD should stand for where no valid sequence begins: the
 * maximal subpart of an ill-formed sequence (Unicode Standard, section 3.9, U+FFFD Substitution of
 * Maximal Subparts). */
size_t unicode_invalid_length(const char *at, const char *end);

/* Appends a character as UTF-8. Values that are no Unicode scalar value give U+FFFD. */
void unicode_append(struct buffer *out, uint32_t character);

/* Appends the text with U+FFFD for each maximal part that is not UTF-8. */
void unicode_append_valid(struct buffer *out, struct slice text);

/* Appends what stands for the bytes at `at`, where no valid sequence begins. Returns how many bytes
 * of those before `end` that were, at least one. */
typedef size_t unicode_replace(struct buffer *out, const char *at, const char *end);

/* Appends the text with what `replace` puts in the place of bytes that are not UTF-8. */
void unicode_append_replacing(struct buffer *out, struct slice text, unicode_replace *replace);

/* Appends the text in Normalization Form C (Unicode Standard Annex 15); runs of more than 30
 * combining marks are broken by U+034F (section 13 there, Stream-Safe Text Format). The text must
 * be valid UTF-8. Text of 1 GiB or more is appended as it is. */
void unicode_append_nfc(struct buffer *out, struct slice text);

/* True where a character stays itself in Normalization Form C whatever stands around it, and never
 * composes with what follows into another: text of such characters only is in that form. Slow. */
bool unicode_is_stable(uint32_t character);

/* What a character is, as far as these programs ask. */
enum unicode_class {
    UNICODE_UPPER,       /* Lu, Lt */
    UNICODE_LOWER,       /* Ll */
    UNICODE_LETTER,      /* Lm, Lo */
    UNICODE_MARK,        /* Mn, Mc, Me */
    UNICODE_DIGIT,       /* Nd */
    UNICODE_NUMBER,      /* Nl, No */
    UNICODE_PUNCTUATION, /* P* */
    UNICODE_SYMBOL,      /* S* */
    UNICODE_SPACE,       /* Zs, Zl, Zp, and the ASCII white space controls */
    UNICODE_CONTROL,     /* Cc but those, Cf, Cs, Co, Cn */
};

enum unicode_class unicode_class_of(uint32_t character);

static inline bool unicode_is_letter(uint32_t character)
{
    enum unicode_class class = unicode_class_of(character);
    return class == UNICODE_UPPER || class == UNICODE_LOWER || class == UNICODE_LETTER;
}

static inline bool unicode_is_space(uint32_t character)
{
    return unicode_class_of(character) == UNICODE_SPACE;
}

/* Hyphen-minus, en dash and em dash, which stand for each other. */
static inline bool unicode_is_dash(uint32_t character)
{
    return character == '-' || character == 0x2013 || character == 0x2014;
}

/* White space, and what shows as nothing: the white space of unicode_is_space, zero-width spaces
 * and joiners, the byte order mark, soft hyphen, Hangul and Braille blanks. */
bool unicode_is_blank(uint32_t character);

/* True where the text has no character that shows. */
bool unicode_text_is_blank(struct slice text);

/* The lower-case form of one character (simple mapping). */
uint32_t unicode_lower(uint32_t character);

/* The value of a decimal digit of any script, from 0 to 9; -1 for other characters. */
int unicode_digit_value(uint32_t character);

/* Appends what a character is in Normalization Form KC: of full-width, ligature and other
 * compatibility forms, the usual ones. */
void unicode_append_compatible(struct buffer *out, uint32_t character);

/* Appends the text, which must be valid UTF-8, case-folded (full folding, Unicode Standard section
 * 3.13) and in Normalization Form C. Text of 1 GiB or more is appended as it is. */
void unicode_append_case_folded(struct buffer *out, struct slice text);

/* The number of characters; every invalid byte counts as one. */
size_t unicode_count(struct slice text);

/* The length in bytes of the extended grapheme cluster that the text begins with (Unicode Standard
 * Annex 29); an invalid byte is one by itself. 0 for the empty text. */
size_t unicode_grapheme_length(struct slice text);

/* True for a letter of the Latin script whose base letter is a, e, i, o, u or y. */
bool unicode_is_vowel(uint32_t character);

enum { UNICODE_PARTS = 4 }; /* the most that a character is decomposed into */

/* The character that a letter and a combining mark behind it compose into (Normalization Form C); 0
 * where there is none. */
uint32_t unicode_compose(uint32_t letter, uint32_t mark);

/* The full canonical decomposition of a character, as in Normalization Form D: the character itself
 * where it has none. Returns the number of parts, at least 1. */
size_t unicode_decompose(uint32_t character, uint32_t parts[UNICODE_PARTS]);

#endif
