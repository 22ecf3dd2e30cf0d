#include "charset.h"

#include "ascii.h"
#include "unicode.h"

#include <errno.h>
#include <iconv.h>

enum {
    DECLARATION_WITHIN = 4096, /* bytes of a page in which its meta element is looked for */
    LONGEST_NAME = 64,
    ROOM_FOR_A_CHARACTER = 64, /* bytes, generously: every step must make progress */
};

static const struct {
    struct slice bytes, name;
} marks[] = {
    {{"\xef\xbb\xbf", 3}, {"utf-8", 5}},
    {{"\xfe\xff", 2}, {"utf-16be", 8}},
    {{"\xff\xfe", 2}, {"utf-16le", 8}},
};

static bool is_name_byte(char byte)
{
    return ascii_is_letter(byte) || ascii_is_digit(byte) || memchr("-_.:+", byte, 5);
}

/* What stands behind the next `word`, in either case; null pointer where there is none. */
static struct slice after_word(struct slice text, struct slice word)
{
    for (; text.length >= word.length; text = slice_from_offset(text, 1))
        if (ascii_lower(text.bytes[0]) == word.bytes[0] &&
            slice_equal_ignoring_case(slice_of(text.bytes, word.length), word))
            return slice_from_offset(text, word.length);
    return (struct slice){NULL, 0};
}

struct slice charset_of_content_type(struct slice content_type)
{
    struct slice rest = content_type;
    while ((rest = after_word(rest, SLICE("charset"))).bytes) {
        struct slice value = slice_trim(rest);
        if (!value.length || value.bytes[0] != '=')
            continue;
        value = slice_trim(slice_from_offset(value, 1));
        if (value.length && (value.bytes[0] == '"' || value.bytes[0] == '\''))
            value = slice_trim(slice_from_offset(value, 1));
        size_t length = 0;
        while (length < value.length && is_name_byte(value.bytes[length]))
            length++;
        if (length)
            return slice_of(value.bytes, length);
    }
    return (struct slice){NULL, 0};
}

/* What a meta element says, in either form:
 * charset="utf-8", or http-equiv="content-type" content="text/html; charset=utf-8". */
static struct slice declared_in(struct slice page)
{
    struct slice rest =
        page.length > DECLARATION_WITHIN ? slice_of(page.bytes, DECLARATION_WITHIN) : page;
    while ((rest = after_word(rest, SLICE("<meta"))).bytes) {
        const char *end = rest.length ? memchr(rest.bytes, '>', rest.length) : NULL;
        struct slice element = end ? slice_of(rest.bytes, (size_t) (end - rest.bytes)) : rest;
        struct slice name = charset_of_content_type(element);
        /* a declaration that can be read as ASCII is not in UTF-16, whatever it says */
        if (name.length)
            return after_word(name, SLICE("utf-16")).bytes ? SLICE("utf-8") : name;
    }
    return (struct slice){NULL, 0};
}

/* Other character sets hardly ever form UTF-8 by chance, and pages in UTF-8 may have bad spots. */
static bool is_mostly_utf8(struct slice text)
{
    const char *at = text.bytes, *end = text.bytes + text.length;
    size_t good = 0, bad = 0;
    uint32_t character;
    while (at < end) {
        size_t length = unicode_decode(at, end, &character);
        good += length > 1;
        bad += !length;
        at += length ? length : 1;
    }
    return good >= bad;
}

struct slice charset_of_page(struct slice page, struct slice declared, size_t *mark)
{
    *mark = 0;
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (slice_starts_with(page, marks[i].bytes)) {
            *mark = marks[i].bytes.length;
            return marks[i].name;
        }
    if (declared.length)
        return declared;
    struct slice name = declared_in(page);
    if (name.length)
        return name;
    return is_mostly_utf8(page) ? SLICE("utf-8") : SLICE("windows-1252");
}

bool charset_is_utf8(struct slice name)
{
    return slice_equal_ignoring_case(name, SLICE("utf-8")) ||
           slice_equal_ignoring_case(name, SLICE("utf8"));
}

/* The web means windows-1252 when it says one of these (WHATWG Encoding Standard). */
static bool means_windows_1252(struct slice name)
{
    return slice_equal_ignoring_case(name, SLICE("iso-8859-1")) ||
           slice_equal_ignoring_case(name, SLICE("iso8859-1")) ||
           slice_equal_ignoring_case(name, SLICE("latin1")) ||
           slice_equal_ignoring_case(name, SLICE("us-ascii")) ||
           slice_equal_ignoring_case(name, SLICE("ascii"));
}

static iconv_t open_converter(struct slice name)
{
    char string[LONGEST_NAME];
    if (means_windows_1252(name))
        name = SLICE("windows-1252");
    if (name.length >= sizeof string)
        return (iconv_t) -1;
    memcpy(string, name.bytes, name.length);
    string[name.length] = '\0';
    return iconv_open("UTF-8", string);
}

/* Converts as much as there is room for. Null pointers fetch what the converter has held back to
 * join it with what follows, as those of the Vietnamese code pages do. Returns false where the next
 * bytes are not well formed. */
static bool convert_step(struct buffer *out, iconv_t converter, char **at, size_t *left)
{
    buffer_reserve(out, (left ? *left : 0) + ROOM_FOR_A_CHARACTER);
    char *to = out->bytes + out->length;
    size_t room = out->capacity - out->length;
    size_t result = iconv(converter, at, left, &to, &room);
    bool is_good = result != (size_t) -1 || errno == E2BIG;
    out->length = (size_t) (to - out->bytes);
    return is_good;
}

bool charset_convert(struct buffer *out, struct slice bytes, struct slice name)
{
    iconv_t converter = open_converter(name);
    if (converter == (iconv_t) -1)
        return false;
    size_t unit = after_word(name, SLICE("utf-16")).bytes ? 2 : 1;
    char *at = (char *) bytes.bytes; /* iconv's parameter is not const, but it only reads */
    size_t left = bytes.length;
    while (left)
        if (!convert_step(out, converter, &at, &left)) {
            unicode_append(out, UNICODE_REPLACEMENT);
            size_t bad = left < unit ? left : unit;
            at += bad;
            left -= bad;
        }
    convert_step(out, converter, NULL, NULL);
    iconv_close(converter);
    return true;
}
