/* The characters of a text, as undoing mojibake asks for them. */
#ifndef NORMALIZE_MOJIBAKE_TEXT_H
#define NORMALIZE_MOJIBAKE_TEXT_H

#include "unicode.h"

/* 0 for the empty text. */
static inline uint32_t text_first(struct slice text)
{
    uint32_t character = 0;
    unicode_next(&text, &character);
    return character;
}

/* The text without its first character. */
static inline struct slice text_behind_first(struct slice text)
{
    uint32_t character;
    unicode_next(&text, &character);
    return text;
}

static inline bool character_is_lower(uint32_t character)
{
    return unicode_class_of(character) == UNICODE_LOWER;
}

static inline bool character_is_among(uint32_t character, struct slice characters)
{
    uint32_t one;
    while (unicode_next(&characters, &one))
        if (one == character)
            return true;
    return false;
}

/* True for what has no space before it, and for the end of the text, 0. */
static inline bool character_closes(uint32_t character)
{
    return !character || character_is_among(character, SLICE(" .,;:!?)]}»’”…"));
}

#endif
