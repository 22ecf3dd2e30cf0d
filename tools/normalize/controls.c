#include "controls.h"

#include "unicode.h"

/* Joiners shape letters in the scripts that are written with them (Arabic, the Indic scripts) and
 * bind emoji; between Latin letters they are litter. */
static bool needs_joiner(uint32_t before)
{
    return (before >= 0x0590 && before < 0x1E00) || before >= 0x2190;
}

/* Thai, Lao, Myanmar and Khmer are written without spaces: there U+200B parts words. */
static bool needs_zero_width_space(uint32_t before)
{
    return (before >= 0x0E00 && before < 0x10A0) || (before >= 0x1780 && before < 0x1800);
}

/* Icons of a page's fonts: text means nothing by them. */
static bool is_private(uint32_t character)
{
    return (character >= 0xE000 && character < 0xF900) || character >= 0xF0000;
}

static bool is_noncharacter(uint32_t character)
{
    return (character >= 0xFDD0 && character < 0xFDF0) || (character & 0xFFFE) == 0xFFFE;
}

bool is_litter(uint32_t character, uint32_t before)
{
    switch (character) {
    case 0x200B:
        return !needs_zero_width_space(before);
    case 0x200C: /* non-joiner and joiner; the two may stand together */
    case 0x200D:
        return !needs_joiner(before) && before != (character ^ 1);
    case 0x00AD: /* soft hyphen */
    case 0x061C: /* Arabic letter mark */
    case 0x180E: /* Mongolian vowel separator, as stray as a zero-width space in other text */
    case 0x200E: /* directional marks */
    case 0x200F:
    case 0x2060: /* word joiner and invisible operators */
    case 0x2061:
    case 0x2062:
    case 0x2063:
    case 0x2064:
    case 0xFEFF: /* byte order mark */
    case 0xFFFC: /* object replacement character */
        return true;
    case '\t': /* white space */
    case '\n':
    case '\v':
    case '\f':
    case '\r':
    case 0x0085: /* next line */
        return false;
    default:
        return is_private(character) || is_noncharacter(character) || character < 0x20 ||
               (character >= 0x7F && character < 0xA0) ||
               (character >= 0x202A && character <= 0x202E) || /* bidi embeddings */
               (character >= 0x2066 && character <= 0x206F) || /* bidi isolates, deprecated */
               (character >= 0xFFF9 && character <= 0xFFFB);   /* interlinear annotation */
    }
}

void controls_drop(struct buffer *out, struct slice text)
{
    uint32_t character, before = 0;
    while (text.length) {
        const char *at = text.bytes;
        unicode_next(&text, &character);
        if (!unicode_is_space(character) && is_litter(character, before))
            continue;
        buffer_append(out, slice_of(at, (size_t) (text.bytes - at)));
        before = character;
    }
}
