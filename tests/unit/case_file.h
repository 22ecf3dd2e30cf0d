/* Test cases that stand in a file, one a line, and their escapes. */
#ifndef GANLOC_UNIT_CASE_FILE_H
#define GANLOC_UNIT_CASE_FILE_H

#include "lines.h"
#include "unicode.h"
#include "unit.h"

#include <inttypes.h>

/* Checks a line and says on stdout what is wrong with it. */
typedef bool case_check(uint64_t number, struct slice line);

/* Checks all lines of the file, at least `least`, but blank ones and those that begin with '#'. */
static inline void case_file_check(const char *path, unsigned least, case_check *check)
{
    struct lines lines = {0};
    struct slice line;
    unsigned cases = 0, failed = 0;
    int fd = open(path, O_RDONLY);
    ck_assert_msg(fd >= 0, "%s: cannot read", path);
    lines_init_fd(&lines, fd, '\n', LINES_DEFAULT_LIMIT);
    while (lines_next(&lines, &line) == LINES_LINE) {
        if (!line.length || line.bytes[0] == '#')
            continue;
        cases++;
        failed += !check(lines.number, line);
    }
    close(fd);
    lines_release(&lines);
    fflush(stdout);
    ck_assert_uint_ge(cases, least);
    ck_assert_msg(!failed, "%u of %u cases", failed, cases);
}

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
