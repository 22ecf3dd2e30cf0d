#include "converter.h"

#include "memory.h"
#include "unicode.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

enum {
    LONGEST_NAME = 64,
    ROOM_FOR_A_CHARACTER = 64, /* bytes, generously: every step must make progress */
};

struct converter {
    iconv_t iconv;
    size_t unit; /* bytes that are passed over where they are not well formed */
};

/* The web means windows-1252 when it says one of these (WHATWG Encoding Standard). */
static bool means_windows_1252(struct slice name)
{
    return slice_equal_ignoring_case(name, SLICE("iso-8859-1")) ||
           slice_equal_ignoring_case(name, SLICE("iso8859-1")) ||
           slice_equal_ignoring_case(name, SLICE("latin1")) ||
           slice_equal_ignoring_case(name, SLICE("us-ascii")) ||
           slice_equal_ignoring_case(name, SLICE("ascii"));
}

static iconv_t open_iconv(struct slice name)
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

static bool is_form_of(struct slice name, struct slice family)
{
    return name.length >= family.length &&
           slice_equal_ignoring_case(slice_of(name.bytes, family.length), family);
}

static size_t unit_of(struct slice name)
{
    if (is_form_of(name, SLICE("utf-32")))
        return 4;
    return is_form_of(name, SLICE("utf-16")) ? 2 : 1;
}

struct converter *converter_new(struct slice name)
{
    iconv_t opened = open_iconv(name);
    if (opened == (iconv_t) -1)
        return NULL;
    struct converter *converter = memory_new(1, sizeof *converter);
    converter->iconv = opened;
    converter->unit = unit_of(name);
    return converter;
}

/* Converts as much as there is room for. Null pointers fetch what iconv has held back to join it
 * with what follows, as it does for the Vietnamese code pages. Returns 0, or as errno why it
 * stopped at the next bytes: EILSEQ where they are not well formed, EINVAL where they are only a
 * start. */
static int convert_step(struct converter *converter, struct buffer *out, char **at, size_t *left)
{
    buffer_reserve(out, (left ? *left : 0) + ROOM_FOR_A_CHARACTER);
    char *to = out->bytes + out->length;
    size_t room = out->capacity - out->length;
    size_t result = iconv(converter->iconv, at, left, &to, &room);
    int reason = result != (size_t) -1 || errno == E2BIG ? 0 : errno;
    out->length = (size_t) (to - out->bytes);
    return reason;
}

/* Puts U+FFFD for the next unit. Returns its length. */
static size_t replace_unit(const struct converter *converter, struct buffer *out, size_t left)
{
    unicode_append(out, UNICODE_REPLACEMENT);
    return left < converter->unit ? left : converter->unit;
}

size_t converter_append(struct converter *converter, struct buffer *out, struct slice bytes)
{
    char *at = (char *) bytes.bytes; /* iconv's parameter is not const, but it only reads */
    size_t left = bytes.length;
    while (left) {
        int reason = convert_step(converter, out, &at, &left);
        if (reason == EINVAL)
            break;
        if (reason) {
            size_t bad = replace_unit(converter, out, left);
            at += bad;
            left -= bad;
        }
    }
    return bytes.length - left;
}

void converter_finish(struct converter *converter, struct buffer *out, struct slice rest)
{
    while (rest.length) {
        rest = slice_from_offset(rest, replace_unit(converter, out, rest.length));
        rest = slice_from_offset(rest, converter_append(converter, out, rest));
    }
    convert_step(converter, out, NULL, NULL);
}

void converter_free(struct converter *converter)
{
    iconv_close(converter->iconv);
    free(converter);
}

bool converter_convert(struct buffer *out, struct slice bytes, struct slice name)
{
    struct converter *converter = converter_new(name);
    if (!converter)
        return false;
    size_t taken = converter_append(converter, out, bytes);
    converter_finish(converter, out, slice_from_offset(bytes, taken));
    converter_free(converter);
    return true;
}
