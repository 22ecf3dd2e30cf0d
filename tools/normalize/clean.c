#include "clean.h"

#include "unicode.h"

/* What a byte means at the start of a character. */
enum byte_kind {
    PLAIN, /* ASCII that no step touches */
    SPACE,
    AMPERSAND,
    LEAD,  /* begins a longer sequence */
    DIRTY, /* control, or never in UTF-8 at this place */
};

static uint8_t kinds[256];

/* A bit for every character of the Basic Multilingual Plane: 1 where no step touches it. */
static uint32_t untouched[0x10000 / 32];
static bool tables_are_filled;

static bool is_untouched(uint32_t character)
{
    if (character == 0xFFFC) /* object replacement character: a symbol, but it goes */
        return false;
    switch (unicode_class_of(character)) {
    case UNICODE_SPACE:
    case UNICODE_CONTROL:
    case UNICODE_MARK:
        return false;
    default:
        return !unicode_is_blank(character) && unicode_is_stable(character);
    }
}

static void fill_tables(void)
{
    for (unsigned byte = 0; byte < 256; byte++)
        kinds[byte] = byte < 0x20 || byte == 0x7F    ? DIRTY
                      : byte < 0x80                  ? PLAIN
                      : byte >= 0xC2 && byte <= 0xF4 ? LEAD
                                                     : DIRTY;
    kinds[' '] = SPACE;
    kinds['&'] = AMPERSAND;
    for (uint32_t character = 0x80; character < 0x10000; character++)
        if (is_untouched(character))
            untouched[character / 32] |= 1u << (character % 32);
    tables_are_filled = true;
}

/* The length of the sequence at `at` if no step touches its character, else 0. */
static size_t clean_sequence(const char *at, const char *end)
{
    uint32_t character;
    size_t length = unicode_decode(at, end, &character);
    if (!length)
        return 0;
    if (character < 0x10000)
        return untouched[character / 32] >> (character % 32) & 1 ? length : 0;
    return is_untouched(character) ? length : 0;
}

/* Longer than any reference that is decoded. The search must end somewhere: a text may have
 * nothing but ampersands. */
enum { LONGEST_REFERENCE = 64 };

static bool begins_reference(const char *at, const char *end)
{
    return at + 1 < end &&
           (at[1] == '#' || (at[1] >= 'A' && at[1] <= 'Z') || (at[1] >= 'a' && at[1] <= 'z')) &&
           memchr(at, ';', (size_t) (end - at < LONGEST_REFERENCE ? end - at : LONGEST_REFERENCE));
}

bool text_is_clean(struct slice text)
{
    if (!tables_are_filled)
        fill_tables();
    if (!text.length)
        return true;
    const char *at = text.bytes, *end = text.bytes + text.length;
    if (end[-1] == ' ' || *at == ' ')
        return false;
    while (at < end) {
        size_t length;
        switch ((enum byte_kind) kinds[(unsigned char) *at]) {
        case PLAIN:
            at++;
            break;
        case SPACE:
            if (at[1] == ' ') /* not the last byte */
                return false;
            at++;
            break;
        case AMPERSAND:
            if (begins_reference(at, end))
                return false;
            at++;
            break;
        case LEAD:
            length = clean_sequence(at, end);
            if (!length)
                return false;
            at += length;
            break;
        case DIRTY:
            return false;
        }
    }
    return true;
}
