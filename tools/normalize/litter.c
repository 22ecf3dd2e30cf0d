#include "litter.h"

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

bool is_litter(uint32_t character, uint32_t before)
{
    switch (character) {
    case 0x200B:
        return !needs_zero_width_space(before);
    case 0x200C:
    case 0x200D:
        return !needs_joiner(before);
    case 0x00AD: /* soft hyphen */
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
        return character < 0x20 || (character >= 0x7F && character < 0xA0) ||
               (character >= 0x202A && character <= 0x202E) || /* bidi embeddings */
               (character >= 0x2066 && character <= 0x206F);   /* bidi isolates, deprecated */
    }
}
