/* The escapes of test cases that stand in files. */
#ifndef GANLOC_UNIT_UNESCAPE_H
#define GANLOC_UNIT_UNESCAPE_H

#include "unicode.h"
#include "unit.h"

static inline int unescape_hex_value(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    return (digit | 0x20) - 'a' + 10;
}

/* Takes `count` hexadecimal digits off *rest. */
static inline uint32_t unescape_take_hex(struct slice *rest, size_t count)
{
    uint32_t value = 0;
    ck_assert_uint_ge(rest->length, count);
    for (size_t i = 0; i < count; i++)
        value = value * 16 + (uint32_t) unescape_hex_value(rest->bytes[i]);
    *rest = slice_from_offset(*rest, count);
    return value;
}

/* Appends the text with \n \t \\ undone, \xHH (a byte), \uHHHH and \UHHHHHHHH (a character). */
static inline void unescape_append(struct buffer *out, struct slice text)
{
    while (text.length) {
        char byte = text.bytes[0];
        text = slice_from_offset(text, 1);
        if (byte != '\\' || !text.length) {
            buffer_append_byte(out, byte);
            continue;
        }
        char kind = text.bytes[0];
        text = slice_from_offset(text, 1);
        if (kind == 'x')
            buffer_append_byte(out, (char) unescape_take_hex(&text, 2));
        else if (kind == 'u' || kind == 'U')
            unicode_append(out, unescape_take_hex(&text, kind == 'u' ? 4 : 8));
        else
            buffer_append_byte(out, kind == 'n' ? '\n' : kind == 't' ? '\t' : kind);
    }
}

#endif
