#include "lines.h"
#include "unit.h"

#include <errno.h>

/* A source that gives at most `step` bytes at a time, then ends, or fails with `error`. */
struct feed {
    struct slice bytes;
    size_t step;
    int error;
};

static ptrdiff_t feed_read(void *context, char *bytes, size_t size)
{
    struct feed *feed = context;
    size_t length = feed->bytes.length < feed->step ? feed->bytes.length : feed->step;
    if (length > size)
        length = size;
    if (length == 0 && feed->error) {
        errno = feed->error;
        return -1;
    }
    if (length)
        memcpy(bytes, feed->bytes.bytes, length);
    feed->bytes = slice_from_offset(feed->bytes, length);
    return (ptrdiff_t) length;
}

/* Writes each result as "L:line;", "T;" for a line passed over, "F;" for a failure, "E" at the end,
 * and expects the same for every size of reads. */
static void expect(struct slice input, char delimiter, size_t limit, int error,
                   const char *expected)
{
    for (size_t step = 1; step <= input.length + 1; step++) {
        struct feed feed = {input, step, error};
        struct lines lines = {0};
        struct buffer log = {0};
        struct slice line;
        enum lines_result result;
        lines_init(&lines, feed_read, &feed, delimiter, limit);
        while ((result = lines_next(&lines, &line)) != LINES_END) {
            if (result == LINES_LINE) {
                buffer_append_string(&log, "L:");
                buffer_append(&log, line);
                if (lines.unended)
                    buffer_append_string(&log, "(unended)");
            } else {
                buffer_append_string(&log, result == LINES_TOO_LONG ? "T" : "F");
            }
            buffer_append_byte(&log, ';');
        }
        buffer_append_byte(&log, 'E');
        buffer_append_number(&log, lines.number);
        ck_assert_str_eq(buffer_string(&log), expected);
        ck_assert_int_eq(lines_next(&lines, &line), LINES_END);
        buffer_release(&log);
        lines_release(&lines);
    }
}

START_TEST(every_line_once)
{
    expect(SLICE("one\ntwo\n\nfour\n"), '\n', 100, 0, "L:one;L:two;L:;L:four;E4");
}
END_TEST

START_TEST(no_final_newline)
{
    expect(SLICE("one\ntwo"), '\n', 100, 0, "L:one;L:two(unended);E2");
}
END_TEST

START_TEST(empty_inputs)
{
    expect(SLICE(""), '\n', 100, 0, "E0");
    expect(SLICE("\n"), '\n', 100, 0, "L:;E1");
    expect(SLICE("\n\n"), '\n', 100, 0, "L:;L:;E2");
}
END_TEST

START_TEST(carriage_returns_stay)
{
    expect(SLICE("one\r\n\r\n"), '\n', 100, 0, "L:one\r;L:\r;E2");
}
END_TEST

START_TEST(nul_ended_lines)
{
    expect(SLICE("one\ntwo\0three\0"), '\0', 100, 0, "L:one\ntwo;L:three;E2");
}
END_TEST

START_TEST(nul_bytes_in_lines)
{
    struct feed feed = {SLICE("a\0b\n"), 1, 0};
    struct lines lines = {0};
    struct slice line;
    lines_init(&lines, feed_read, &feed, '\n', 100);
    ck_assert_int_eq(lines_next(&lines, &line), LINES_LINE);
    assert_slice(line, "a\0b");
    lines_release(&lines);
}
END_TEST

START_TEST(the_limit_is_inclusive)
{
    expect(SLICE("1234\n12345\n1234\n"), '\n', 4, 0, "L:1234;T;L:1234;E3");
    expect(SLICE("1234\n12345\n"), '\n', 5, 0, "L:1234;L:12345;E2");
}
END_TEST

START_TEST(a_long_line_is_passed_over_at_the_end_too)
{
    expect(SLICE("1\n12345678901234567890"), '\n', 4, 0, "L:1;T;E2");
    expect(SLICE("12345678901234567890\n1"), '\n', 4, 0, "T;L:1(unended);E2");
}
END_TEST

START_TEST(failure_comes_after_what_was_read)
{
    expect(SLICE("one\ntw"), '\n', 100, EIO, "L:one;F;E1");
    expect(SLICE("12345678"), '\n', 4, EIO, "F;E1");
}
END_TEST

START_TEST(failure_leaves_errno)
{
    struct feed feed = {SLICE(""), 1, EIO};
    struct lines lines = {0};
    struct slice line;
    lines_init(&lines, feed_read, &feed, '\n', 100);
    ck_assert_int_eq(lines_next(&lines, &line), LINES_FAILED);
    ck_assert_int_eq(errno, EIO);
    lines_release(&lines);
}
END_TEST

/* Lines longer than the first buffer, which has to grow while they are searched. */
START_TEST(lines_of_megabytes)
{
    enum { LENGTH = 3 << 20 };
    struct buffer text = {0};
    buffer_append_string(&text, "short\n");
    for (size_t i = 0; i < LENGTH; i++)
        buffer_append_byte(&text, (char) ('a' + i % 23));
    buffer_append_string(&text, "\nshort\n");
    struct feed feed = {buffer_slice(&text), 4096, 0};
    struct lines lines = {0};
    struct slice line;
    lines_init(&lines, feed_read, &feed, '\n', LENGTH);
    ck_assert_int_eq(lines_next(&lines, &line), LINES_LINE);
    ck_assert_int_eq(lines_next(&lines, &line), LINES_LINE);
    ck_assert_uint_eq(line.length, LENGTH);
    ck_assert(memcmp(line.bytes, text.bytes + 6, LENGTH) == 0);
    ck_assert_int_eq(lines_next(&lines, &line), LINES_LINE);
    assert_slice(line, "short");
    ck_assert_uint_le(lines.capacity, 2 * LENGTH + (1 << 20));
    lines_release(&lines);
    buffer_release(&text);
}
END_TEST

START_TEST(passing_over_takes_no_memory)
{
    struct buffer text = {0};
    for (size_t i = 0; i < 8 << 20; i++)
        buffer_append_byte(&text, 'x');
    struct feed feed = {buffer_slice(&text), SIZE_MAX, 0};
    struct lines lines = {0};
    struct slice line;
    lines_init(&lines, feed_read, &feed, '\n', 1000);
    ck_assert_int_eq(lines_next(&lines, &line), LINES_TOO_LONG);
    ck_assert_int_eq(lines_next(&lines, &line), LINES_END);
    ck_assert_uint_le(lines.capacity, 1 << 20);
    lines_release(&lines);
    buffer_release(&text);
}
END_TEST

START_TEST(one_reader_for_several_files)
{
    struct lines lines = {0};
    struct slice line;
    int first = unit_file(SLICE("a\nb")), second = unit_file(SLICE("c\n"));
    lines_init_fd(&lines, first, '\n', 100);
    ck_assert_int_eq(lines_next(&lines, &line), LINES_LINE);
    ck_assert_int_eq(lines_next(&lines, &line), LINES_LINE);
    assert_slice(line, "b");
    ck_assert(lines.unended);
    ck_assert_int_eq(lines_next(&lines, &line), LINES_END);
    lines_init_fd(&lines, second, '\n', 100);
    ck_assert_int_eq(lines_next(&lines, &line), LINES_LINE);
    assert_slice(line, "c");
    ck_assert(!lines.unended);
    ck_assert_uint_eq(lines.number, 1);
    ck_assert_int_eq(lines_next(&lines, &line), LINES_END);
    lines_release(&lines);
}
END_TEST

START_TEST(a_bad_descriptor_fails)
{
    struct lines lines = {0};
    struct slice line;
    lines_init_fd(&lines, -1, '\n', 100);
    ck_assert_int_eq(lines_next(&lines, &line), LINES_FAILED);
    ck_assert_int_eq(errno, EBADF);
    lines_release(&lines);
}
END_TEST

int main(void)
{
    return unit_run("lines", (const TTest *const[]){
                                 every_line_once,
                                 no_final_newline,
                                 empty_inputs,
                                 carriage_returns_stay,
                                 nul_ended_lines,
                                 nul_bytes_in_lines,
                                 the_limit_is_inclusive,
                                 a_long_line_is_passed_over_at_the_end_too,
                                 failure_comes_after_what_was_read,
                                 failure_leaves_errno,
                                 lines_of_megabytes,
                                 passing_over_takes_no_memory,
                                 one_reader_for_several_files,
                                 a_bad_descriptor_fails,
                                 NULL,
                             });
}
