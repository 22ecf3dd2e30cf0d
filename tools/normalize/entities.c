#include "entities.h"

#include "controls.h"
#include "entities_table.h"
#include "source_code.h"
#include "unicode.h"

#include <stdlib.h>

enum {
    LONGEST_NAME = 40,
    GREEK_QUESTION_MARK = 0x037E, /* composes to ';' */
};

/* Characters that numbers from 128 to 159 stand for; 0: the number itself. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static int digit_value(char byte, unsigned base)
{
    unsigned char letter = (unsigned char) (byte | 0x20);
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    if (base == 16 && letter >= 'a' && letter <= 'f')
        return letter - 'a' + 10;
    return -1;
}

/* The character of a reference body such as "#233" or "#xE9"; 0 if it is not one. */
static uint32_t numeric_character(struct slice body)
{
    uint32_t value = 0;
    bool hexadecimal = body.length > 1 && (body.bytes[1] == 'x' || body.bytes[1] == 'X');
    unsigned base = hexadecimal ? 16 : 10;
    struct slice digits = slice_from_offset(body, hexadecimal ? 2 : 1);
    for (size_t i = 0; i < digits.length; i++) {
        int digit = digit_value(digits.bytes[i], base);
        if (digit < 0)
            return 0;
        if (value <= 0x10FFFF)
            value = value * base + (uint32_t) digit;
    }
    if (!digits.length)
        return 0;
    if (value >= 128 && value < 160 && windows_1252[value - 128])
        return windows_1252[value - 128];
    if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000))
        return UNICODE_REPLACEMENT;
    return value;
}

static int compare_name(const void *key, const void *member)
{
    const struct slice *name = key;
    const struct entity *entity = member;
    int order = strncmp(name->bytes, entity->name, name->length);
    return order ? order : -(int) (unsigned char) entity->name[name->length];
}

/* Appends what a reference body stands for; false if it stands for nothing. */
static bool append_meaning(struct buffer *out, struct slice body)
{
    if (body.bytes[0] == '#') {
        uint32_t character = numeric_character(body);
        if (character)
            unicode_append(out, character);
        return character != 0;
    }
    const struct entity *entity =
        bsearch(&body, entities_table, entities_count, sizeof *entity, compare_name);
    if (entity)
        buffer_append_string(out, entity->text);
    return entity != NULL;
}

static bool is_body_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '#';
}

static bool ends_url(char byte)
{
    return (unsigned char) byte <= ' ' || strchr("\"'<>", byte);
}

/* True where the '&' at `at` parts the fields of a URL's query: a name behind it is a field's. The
 * host or path before the '?' has a full stop, a slash or a colon, the query a '='. */
static bool is_in_query(struct slice text, size_t at)
{
    enum { LONGEST_URL = 300 };
    size_t start = at;
    while (start > 0 && at - start <= LONGEST_URL && !ends_url(text.bytes[start - 1]))
        start--;
    struct slice query = slice_of(text.bytes + start, at - start), path;
    if (!slice_cut(&query, '?', &path) || !query.length)
        return false;
    bool is_path = slice_find(path, SLICE(".")) || slice_find(path, SLICE("/")) ||
                   slice_find(path, SLICE(":"));
    return is_path && slice_find(query, SLICE("="));
}

/* Where the body of a reference that *out may end with begins; its '&' stands before. */
static size_t body_start(const struct buffer *out)
{
    size_t start = out->length;
    while (start > 0 && out->length - start < LONGEST_NAME && is_body_byte(out->bytes[start - 1]))
        start--;
    return start;
}

/* True where *out ends with '&' and what may be the beginning of a reference's body. */
static bool ends_in_reference(const struct buffer *out)
{
    size_t start = body_start(out);
    return start > 0 && out->bytes[start - 1] == '&';
}

/* With the text of *out complete but for a ';': if it ends with a reference, puts what that stands
 * for in its place. */
static bool close_reference(struct buffer *out)
{
    size_t start = body_start(out);
    struct slice body = slice_of(out->bytes + start, out->length - start);
    if (!body.length || !ends_in_reference(out) || is_in_query(buffer_slice(out), start - 1))
        return false;
    struct buffer meaning = {0};
    bool good = append_meaning(&meaning, body);
    if (good) {
        out->length = start - 1;
        buffer_append(out, buffer_slice(&meaning));
    }
    buffer_release(&meaning);
    return good;
}

/* Takes the last character off *out. Returns it. */
static uint32_t take_last(struct buffer *out)
{
    struct slice text = buffer_slice(out);
    uint32_t last = unicode_take_last(&text);
    out->length = text.length;
    return last;
}

/* Puts a ';' behind *out and decodes what it closes. Returns how many references that were. Litter
 * within another reference goes at once where `drops_litter` says so, and what stands for a ';' may
 * close another one (&lt&semi;): else they would leave work for a further pass. */
static size_t append_semicolon(struct buffer *out, bool drops_litter)
{
    size_t decoded = 0;
    while (close_reference(out)) {
        uint32_t last = take_last(out);
        decoded++;
        if (last == ';' || last == GREEK_QUESTION_MARK)
            continue;
        bool is_dropped = drops_litter && ends_in_reference(out) &&
                          is_litter(last, unicode_last(buffer_slice(out)));
        if (!is_dropped)
            unicode_append(out, last);
        return decoded;
    }
    buffer_append_byte(out, ';');
    return decoded;
}

/* A reference is looked for backwards from every ';', in the text already decoded: so one that
 * comes into being by decoding (the "&lt;" of "&amp;lt;") is found in the same pass. */
size_t entities_decode(struct buffer *out, struct slice text, bool drops_litter)
{
    size_t decoded = 0;
    struct slice part;
    if (source_code_is_plain(text)) {
        buffer_append(out, text);
        return 0;
    }
    while (slice_cut(&text, ';', &part)) {
        buffer_append(out, part);
        if (!text.bytes)
            break;
        decoded += append_semicolon(out, drops_litter);
    }
    return decoded;
}
