#include "writer.h"
#include "unit.h"

#include <errno.h>
#include <signal.h>

START_TEST(bytes_come_out_in_order)
{
    struct writer writer;
    struct buffer expected = {0};
    int fd = unit_file(SLICE(""));
    writer_init(&writer, dup(fd), "file", false);
    for (size_t length = 0; length < 700; length++) {
        struct buffer part = {0};
        while (part.length < length)
            buffer_append_byte(&part, (char) ('a' + length % 26));
        writer_write(&writer, buffer_slice(&part));
        writer_write_byte(&writer, '\n');
        buffer_append(&expected, buffer_slice(&part));
        buffer_append_byte(&expected, '\n');
        buffer_release(&part);
    }
    ck_assert_uint_eq(writer.written, expected.length);
    ck_assert(writer_close(&writer));
    ck_assert(slice_equal(unit_contents(fd), buffer_slice(&expected)));
    buffer_release(&expected);
}
END_TEST

START_TEST(pieces_larger_than_the_buffer)
{
    static char large[200000];
    struct writer writer;
    int fd = unit_file(SLICE(""));
    memset(large, 'x', sizeof large);
    writer_init(&writer, dup(fd), "file", false);
    writer_write(&writer, SLICE("before"));
    writer_write(&writer, slice_of(large, sizeof large));
    writer_write(&writer, SLICE("after"));
    ck_assert(writer_close(&writer));
    struct slice all = unit_contents(fd);
    ck_assert_uint_eq(all.length, sizeof large + 11);
    ck_assert(slice_starts_with(all, SLICE("beforexx")));
    ck_assert(slice_ends_with(all, SLICE("xxafter")));
}
END_TEST

START_TEST(line_buffered_means_at_once)
{
    struct writer writer;
    int fd = unit_file(SLICE(""));
    writer_init(&writer, dup(fd), "file", true);
    writer_write(&writer, SLICE("one\n"));
    assert_slice(unit_contents(fd), "");
    writer_end_record(&writer);
    assert_slice(unit_contents(fd), "one\n");
    ck_assert(writer_close(&writer));
}
END_TEST

START_TEST(block_buffered_means_later)
{
    struct writer writer;
    int fd = unit_file(SLICE(""));
    writer_init(&writer, dup(fd), "file", false);
    writer_write(&writer, SLICE("one\n"));
    writer_end_record(&writer);
    assert_slice(unit_contents(fd), "");
    writer_flush(&writer);
    assert_slice(unit_contents(fd), "one\n");
    ck_assert(writer_close(&writer));
}
END_TEST

START_TEST(a_full_disk_is_said)
{
    struct writer writer;
    int messages = unit_catch_messages();
    writer_init(&writer, open("/dev/full", O_WRONLY), "stdout", false);
    writer_write(&writer, SLICE("text"));
    ck_assert(!writer_close(&writer));
    ck_assert_int_eq(errno, ENOSPC);
    assert_slice(unit_contents(messages),
                 "ganloc: stdout: cannot write: No space left on device\n");
}
END_TEST

START_TEST(an_error_is_kept_while_writing_goes_on)
{
    struct writer writer;
    static char large[200000];
    unit_catch_messages();
    writer_init(&writer, open("/dev/full", O_WRONLY), "stdout", false);
    for (int i = 0; i < 10; i++)
        writer_write(&writer, slice_of(large, sizeof large));
    ck_assert_int_eq(writer.error, ENOSPC);
    ck_assert(!writer_close(&writer));
}
END_TEST

START_TEST(a_closed_pipe_is_quiet)
{
    struct writer writer;
    int ends[2];
    int messages = unit_catch_messages();
    signal(SIGPIPE, SIG_IGN);
    ck_assert_int_eq(pipe(ends), 0);
    close(ends[0]);
    writer_init(&writer, ends[1], "stdout", false);
    writer_write(&writer, SLICE("text"));
    ck_assert(!writer_close(&writer));
    ck_assert_int_eq(errno, EPIPE);
    assert_slice(unit_contents(messages), "");
}
END_TEST

START_TEST(a_closed_descriptor_is_said)
{
    struct writer writer;
    int messages = unit_catch_messages();
    int fd = unit_file(SLICE(""));
    writer_init(&writer, fd, "stdout", false);
    close(fd);
    ck_assert(!writer_close(&writer));
    assert_slice(unit_contents(messages), "ganloc: stdout: cannot write: Bad file descriptor\n");
}
END_TEST

int main(void)
{
    return unit_run("writer", (const TTest *const[]){
                                  bytes_come_out_in_order,
                                  pieces_larger_than_the_buffer,
                                  line_buffered_means_at_once,
                                  block_buffered_means_later,
                                  a_full_disk_is_said,
                                  an_error_is_kept_while_writing_goes_on,
                                  a_closed_pipe_is_quiet,
                                  a_closed_descriptor_is_said,
                                  NULL,
                              });
}
