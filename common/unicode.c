#include "unicode.h"

#include "memory.h"

#include <stdlib.h>
#include <utf8proc.h>

enum {
    CACHED = 0x3000, /* characters whose properties are kept in tables */
    NFC_LIMIT = 1 << 30,
    LONGEST_MARK_RUN = 30,
};

/* Properties of the first characters, filled on first use. */
static uint8_t class_cache[CACHED];
static uint16_t lower_cache[CACHED];
static bool cache_is_filled;

static enum unicode_class find_class(uint32_t character)
{
    if (character >= '\t' && character <= '\r')
        return UNICODE_SPACE;
    switch (utf8proc_category((utf8proc_int32_t) character)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
        return UNICODE_UPPER;
    case UTF8PROC_CATEGORY_LL:
        return UNICODE_LOWER;
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
        return UNICODE_LETTER;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
        return UNICODE_MARK;
    case UTF8PROC_CATEGORY_ND:
        return UNICODE_DIGIT;
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return UNICODE_NUMBER;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
        return UNICODE_PUNCTUATION;
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_SC:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_SO:
        return UNICODE_SYMBOL;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return UNICODE_SPACE;
    default:
        return UNICODE_CONTROL;
    }
}

static void fill_caches(void)
{
    for (uint32_t character = 0; character < CACHED; character++) {
        uint32_t lower = (uint32_t) utf8proc_tolower((utf8proc_int32_t) character);
        class_cache[character] = (uint8_t) find_class(character);
        lower_cache[character] = (uint16_t) lower;
    }
    cache_is_filled = true;
}

enum unicode_class unicode_class_of(uint32_t character)
{
    if (character >= CACHED)
        return find_class(character);
    if (!cache_is_filled)
        fill_caches();
    return (enum unicode_class) class_cache[character];
}

uint32_t unicode_lower(uint32_t character)
{
    if (character >= CACHED)
        return (uint32_t) utf8proc_tolower((utf8proc_int32_t) character);
    if (!cache_is_filled)
        fill_caches();
    return lower_cache[character];
}

uint32_t unicode_take_last(struct slice *text)
{
    uint32_t character = 0;
    if (!text->length)
        return 0;
    const char *end = text->bytes + text->length;
    const char *at = end - 1;
    while (at > text->bytes && end - at < 4 && ((unsigned char) *at & 0xC0) == 0x80)
        at--;
    if (unicode_decode(at, end, &character) != (size_t) (end - at)) {
        character = UNICODE_REPLACEMENT;
        at = end - 1;
    }
    text->length = (size_t) (at - text->bytes);
    return character;
}

uint32_t unicode_last(struct slice text)
{
    return unicode_take_last(&text);
}

size_t unicode_invalid_length(const char *at, const char *end)
{
    const unsigned char *byte = (const unsigned char *) at;
    size_t left = (size_t) (end - at);
    unsigned char low = 0x80, high = 0xBF;
    size_t wanted;
    if (byte[0] >= 0xC2 && byte[0] <= 0xDF)
        wanted = 2;
    else if (byte[0] >= 0xE0 && byte[0] <= 0xEF)
        wanted = 3;
    else if (byte[0] >= 0xF0 && byte[0] <= 0xF4)
        wanted = 4;
    else
        return 1;
    if (byte[0] == 0xE0)
        low = 0xA0;
    else if (byte[0] == 0xED)
        high = 0x9F;
    else if (byte[0] == 0xF0)
        low = 0x90;
    else if (byte[0] == 0xF4)
        high = 0x8F;
    size_t length = 1;
    while (length < wanted && length < left && byte[length] >= low && byte[length] <= high) {
        low = 0x80;
        high = 0xBF;
        length++;
    }
    return length;
}

void unicode_append(struct buffer *out, uint32_t character)
{
    if (character > 0x10FFFF || (character >= 0xD800 && character < 0xE000))
        character = UNICODE_REPLACEMENT;
    buffer_reserve(out, 4);
    utf8proc_ssize_t length = utf8proc_encode_char((utf8proc_int32_t) character,
                                                   (utf8proc_uint8_t *) out->bytes + out->length);
    out->length += (size_t) length;
}

void unicode_append_replacing(struct buffer *out, struct slice text, unicode_replace *replace)
{
    const char *at = text.bytes, *end = text.bytes + text.length, *clean = at;
    uint32_t character;
    while (at < end) {
        size_t length = unicode_decode(at, end, &character);
        if (length) {
            at += length;
            continue;
        }
        buffer_append(out, slice_of(clean, (size_t) (at - clean)));
        at += replace(out, at, end);
        clean = at;
    }
    buffer_append(out, slice_of(clean, (size_t) (at - clean)));
}

static size_t append_replacement(struct buffer *out, const char *at, const char *end)
{
    unicode_append(out, UNICODE_REPLACEMENT);
    return unicode_invalid_length(at, end);
}

void unicode_append_valid(struct buffer *out, struct slice text)
{
    unicode_append_replacing(out, text, append_replacement);
}

/* The number of combining marks that a character is, decomposed; 0 for one that marks do not sort
 * across. Three Tibetan vowels and one Greek mark are two, the vowels with a class of 0. */
static size_t mark_count(uint32_t character)
{
    if (character < 0x300)
        return 0;
    if (character == 0x0344 || character == 0x0F73 || character == 0x0F75 || character == 0x0F81)
        return 2;
    return utf8proc_get_property((utf8proc_int32_t) character)->combining_class ? 1 : 0;
}

/* Sorting a run of marks takes the square of its length. A mark too many is parted from the run by
 * a combining grapheme joiner (Stream-Safe Text Format, Unicode Standard Annex 15, section 13). */
static void append_stream_safe(struct buffer *out, struct slice text)
{
    size_t marks = 0;
    uint32_t character;
    while (text.length) {
        const char *start = text.bytes;
        unicode_next(&text, &character);
        size_t more = mark_count(character);
        marks = more ? marks + more : 0;
        if (marks > LONGEST_MARK_RUN) {
            unicode_append(out, 0x034F);
            marks = more;
        }
        buffer_append(out, slice_of(start, (size_t) (text.bytes - start)));
    }
}

static bool has_long_mark_run(struct slice text)
{
    size_t marks = 0;
    uint32_t character;
    while (marks <= LONGEST_MARK_RUN && unicode_next(&text, &character)) {
        size_t more = mark_count(character);
        marks = more ? marks + more : 0;
    }
    return marks > LONGEST_MARK_RUN;
}

/* Appends the text in the form that the options of utf8proc name. */
static void append_mapped(struct buffer *out, struct slice text, utf8proc_option_t options)
{
    static utf8proc_int32_t *characters;
    static size_t capacity;
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *) text.bytes;
    if (text.length == 0 || text.length >= NFC_LIMIT) {
        buffer_append(out, text);
        return;
    }
    for (;;) {
        utf8proc_ssize_t count =
            utf8proc_decompose(bytes, (utf8proc_ssize_t) text.length, characters,
                               (utf8proc_ssize_t) capacity, options);
        if (count < 0) { /* not valid UTF-8: against the contract, so hand it on as it is */
            buffer_append(out, text);
            return;
        }
        if ((size_t) count <= capacity) {
            /* normalized in place, then written over as UTF-8, with a NUL behind */
            utf8proc_ssize_t length = utf8proc_reencode(characters, count, options);
            buffer_append(out, slice_of((const char *) characters, (size_t) length));
            return;
        }
        capacity = (size_t) count + (size_t) count / 2 + 64;
        characters = memory_resize_array(characters, capacity + 1, sizeof *characters);
    }
}

/* As append_mapped, in time that does not grow with the square of a run of marks. */
static void append_safely(struct buffer *out, struct slice text, utf8proc_option_t options)
{
    struct buffer safe = {0};
    if (!has_long_mark_run(text)) {
        append_mapped(out, text, options);
        return;
    }
    append_stream_safe(&safe, text);
    append_mapped(out, buffer_slice(&safe), options);
    buffer_release(&safe);
}

void unicode_append_nfc(struct buffer *out, struct slice text)
{
    append_safely(out, text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

bool unicode_is_stable(uint32_t character)
{
    utf8proc_int32_t parts[16];
    const utf8proc_property_t *property = utf8proc_get_property((utf8proc_int32_t) character);
    if (property->combining_class)
        return false;
    utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t) character, parts, 16,
                                                     UTF8PROC_STABLE | UTF8PROC_COMPOSE, NULL);
    if (count < 1 || count > 16)
        return false;
    count = utf8proc_normalize_utf32(parts, count, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    /* Hangul vowels and trailing consonants join the syllable before them. */
    bool joins_before = character >= 0x1160 && character < 0x1200;
    return count == 1 && parts[0] == (utf8proc_int32_t) character && !joins_before;
}

bool unicode_is_blank(uint32_t character)
{
    switch (character) {
    case 0x00AD: /* soft hyphen */
    case 0x115F: /* Hangul fillers */
    case 0x1160:
    case 0x3164:
    case 0xFFA0:
    case 0x180E: /* Mongolian vowel separator */
    case 0x200B: /* zero-width space, non-joiner, joiner, directional marks */
    case 0x200C:
    case 0x200D:
    case 0x200E:
    case 0x200F:
    case 0x2060: /* word joiner */
    case 0x2800: /* Braille blank */
    case 0xFEFF: /* byte order mark */
        return true;
    default:
        return unicode_is_space(character);
    }
}

bool unicode_text_is_blank(struct slice text)
{
    uint32_t character;
    while (unicode_next(&text, &character))
        if (!unicode_is_blank(character))
            return false;
    return true;
}

size_t unicode_count(struct slice text)
{
    size_t count = 0;
    uint32_t character;
    while (unicode_next(&text, &character))
        count++;
    return count;
}

int unicode_digit_value(uint32_t character)
{
    enum { MATHEMATICAL_ZERO = 0x1D7CE, PAST_MATHEMATICAL = 0x1D800, DIGITS = 10 };
    if (unicode_class_of(character) != UNICODE_DIGIT)
        return -1;
    if (character >= MATHEMATICAL_ZERO && character < PAST_MATHEMATICAL) /* five sets in a row */
        return (int) (character - MATHEMATICAL_ZERO) % DIGITS;
    int value = 0;
    while (value < DIGITS - 1 &&
           unicode_class_of(character - (uint32_t) value - 1) == UNICODE_DIGIT)
        value++;
    return value;
}

void unicode_append_compatible(struct buffer *out, uint32_t character)
{
    struct buffer text = {0};
    unicode_append(&text, character);
    append_mapped(out, buffer_slice(&text), UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
    buffer_release(&text);
}

void unicode_append_case_folded(struct buffer *out, struct slice text)
{
    append_safely(out, text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
}

size_t unicode_decompose(uint32_t character, uint32_t parts[UNICODE_PARTS])
{
    utf8proc_int32_t found[UNICODE_PARTS];
    utf8proc_ssize_t count =
        utf8proc_decompose_char((utf8proc_int32_t) character, found, UNICODE_PARTS,
                                UTF8PROC_STABLE | UTF8PROC_DECOMPOSE, NULL);
    if (count < 1 || count > UNICODE_PARTS) { /* no character of Unicode */
        parts[0] = character;
        return 1;
    }
    for (utf8proc_ssize_t i = 0; i < count; i++)
        parts[i] = (uint32_t) found[i];
    return (size_t) count;
}

size_t unicode_grapheme_length(struct slice text)
{
    struct slice rest = text, next = text;
    uint32_t before, character;
    utf8proc_int32_t state = 0;
    if (!unicode_next(&rest, &before))
        return 0;
    while (rest.length) {
        next = rest;
        unicode_next(&next, &character);
        bool is_invalid = before == UNICODE_REPLACEMENT || character == UNICODE_REPLACEMENT;
        if (is_invalid || utf8proc_grapheme_break_stateful((utf8proc_int32_t) before,
                                                           (utf8proc_int32_t) character, &state))
            break;
        rest = next;
        before = character;
    }
    return text.length - rest.length;
}

bool unicode_is_vowel(uint32_t character)
{
    uint32_t parts[UNICODE_PARTS];
    unicode_decompose(unicode_lower(character), parts);
    return parts[0] < 0x80 && memchr("aeiouy", (int) parts[0], 6);
}

uint32_t unicode_compose(uint32_t letter, uint32_t mark)
{
    struct buffer both = {0}, composed = {0};
    unicode_append(&both, letter);
    unicode_append(&both, mark);
    unicode_append_nfc(&composed, buffer_slice(&both));
    struct slice rest = buffer_slice(&composed);
    uint32_t composite = 0;
    bool is_one = unicode_next(&rest, &composite) && !rest.length;
    buffer_release(&both);
    buffer_release(&composed);
    return is_one ? composite : 0;
}
