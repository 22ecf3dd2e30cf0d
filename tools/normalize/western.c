#include "western.h"

#include "codepage.h"
#include "unicode.h"
#include "utf8.h"

bool western_is_single_bytes(struct slice text)
{
    uint32_t character;
    const char *at = text.bytes, *end = text.bytes + text.length;
    for (; at < end; at++) {
        size_t length = unicode_decode(at, end, &character);
        bool is_cut =
            !length && (unicode_invalid_length(at, end) > 1 || utf8_is_surrogate(at, end));
        if (length > 1 || is_cut)
            return false;
    }
    return true;
}

static bool is_ascii_letter(uint32_t character)
{
    return character < 0x80 && unicode_is_letter(character);
}

/* True where the characters that are not ASCII are letters, most of them beside ASCII letters, and
 * signs and punctuation where such stand. */
static bool is_western_reading(struct slice reading)
{
    enum { DEBRIS = 0xFF }; /* hardly a word has a y with diaeresis; many damaged files have FF */
    uint32_t character, before = 0, behind;
    unsigned in_words = 0, alone = 0;
    for (; unicode_next(&reading, &character); before = character) {
        struct slice ahead = reading;
        behind = 0;
        unicode_next(&ahead, &behind);
        enum unicode_class class = unicode_class_of(character);
        bool is_beside = is_ascii_letter(before) || is_ascii_letter(behind);
        bool is_within = is_ascii_letter(before) && is_ascii_letter(behind);
        if (character < 0x80)
            continue;
        if (class == UNICODE_CONTROL || (class == UNICODE_SYMBOL && is_within) ||
            character == DEBRIS)
            return false;
        in_words += unicode_is_letter(character) && is_beside;
        alone += unicode_is_letter(character) && !is_beside;
    }
    return alone <= in_words;
}

bool western_is_likely(struct slice text)
{
    struct buffer reading = {0};
    if (!western_is_single_bytes(text))
        return false;
    codepage_decode(&reading, CODEPAGE_WINDOWS_1252, text);
    bool is_good = is_western_reading(buffer_slice(&reading));
    buffer_release(&reading);
    return is_good;
}
