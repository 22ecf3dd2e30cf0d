#include "input.h"
#include "unit.h"

static struct cli_settings settings;
static struct input input;

/* The input is a file of its own, by its name under /dev/fd, then the other names. */
static char *names[4];

static void set_up(struct slice bytes)
{
    static char path[32];
    snprintf(path, sizeof path, "/dev/fd/%d", unit_file(bytes));
    names[0] = path;
    settings = (struct cli_settings){.delimiter = '\n', .max_line = 100, .max_doc = 1 << 20};
    input_init(&input, names, 1, &settings);
}

static void expect_record(struct slice line)
{
    struct record record;
    ck_assert(input_record(&input, &record));
    unit_compare(record.line, line, __LINE__);
}

static void expect_end(enum status status)
{
    struct record record;
    ck_assert(!input_record(&input, &record));
    ck_assert_int_eq(input.status, status);
    input_close(&input);
}

START_TEST(records_come_in_order)
{
    set_up(SLICE("a\t0\t_\t\na\t1.1\t_\tx\na\t1.2\t_\ty\na\t2\t_\tz\nb\t1\t_\tw"));
    expect_record(SLICE("a\t0\t_\t"));
    expect_record(SLICE("a\t1.1\t_\tx"));
    expect_record(SLICE("a\t1.2\t_\ty"));
    expect_record(SLICE("a\t2\t_\tz"));
    expect_record(SLICE("b\t1\t_\tw"));
    ck_assert_uint_eq(input.accepted, 5);
    expect_end(STATUS_DONE);
}
END_TEST

START_TEST(disorder_is_passed_over)
{
    int messages = unit_catch_messages();
    set_up(SLICE("a\t2\t_\tx\na\t2\t_\tsame\na\t1\t_\tback\na\t3\t_\ty\nb\t1\t_\tz\n"));
    expect_record(SLICE("a\t2\t_\tx"));
    expect_record(SLICE("a\t3\t_\ty"));
    expect_record(SLICE("b\t1\t_\tz"));
    ck_assert_uint_eq(input.rejected, 2);
    expect_end(STATUS_REJECTED);
    ck_assert_ptr_nonnull(slice_find(
        unit_contents(messages),
        SLICE(":3: loc 1 comes after loc 2, expected a greater one in the same document\n")));
}
END_TEST

START_TEST(a_held_record_comes_again)
{
    set_up(SLICE("a\t1\t_\tx\na\t2\t_\ty\n"));
    expect_record(SLICE("a\t1\t_\tx"));
    input_hold(&input);
    expect_record(SLICE("a\t1\t_\tx"));
    expect_record(SLICE("a\t2\t_\ty"));
    ck_assert_uint_eq(input.accepted, 2);
    expect_end(STATUS_DONE);
}
END_TEST

START_TEST(strict_stops)
{
    unit_catch_messages();
    set_up(SLICE("a\t1\t_\tx\nnot a record\na\t2\t_\ty\n"));
    settings.strict = true;
    expect_record(SLICE("a\t1\t_\tx"));
    ck_assert_uint_eq(input.rejected, 0);
    expect_end(STATUS_REJECTED);
}
END_TEST

START_TEST(missing_files_are_trouble_and_the_rest_is_read)
{
    static char missing[] = "/nonexistent/file", folder[] = "/";
    int messages = unit_catch_messages();
    set_up(SLICE("a\t1\t_\tx\n"));
    names[1] = names[0];
    names[0] = missing;
    names[2] = folder;
    input_init(&input, names, 3, &settings);
    expect_record(SLICE("a\t1\t_\tx"));
    expect_end(STATUS_TROUBLE);
    assert_slice(unit_contents(messages),
                 "ganloc: /nonexistent/file: cannot read: No such file or directory\n"
                 "ganloc: /: cannot read: Is a directory\n");
}
END_TEST

START_TEST(long_lines_are_passed_over)
{
    struct buffer text = {0};
    int messages = unit_catch_messages();
    while (text.length < 1000)
        buffer_append_string(&text, "0123456789");
    buffer_append_string(&text, "\na\t1\t_\tx\n");
    set_up(buffer_slice(&text));
    expect_record(SLICE("a\t1\t_\tx"));
    expect_end(STATUS_REJECTED);
    ck_assert(slice_ends_with(unit_contents(messages),
                              SLICE(":1: line longer than 100 bytes (--max-line), passed over\n")));
    buffer_release(&text);
}
END_TEST

START_TEST(each_file_begins_once)
{
    struct slice line;
    set_up(SLICE("one\ntwo\n"));
    ck_assert(input_line(&input, &line) && input.begins_file);
    ck_assert(input_line(&input, &line) && !input.begins_file);
    assert_slice(line, "two");
    input_hold(&input);
    ck_assert(input_line(&input, &line) && !input.begins_file);
    assert_slice(line, "two");
    ck_assert(!input_line(&input, &line));
    input_close(&input);
}
END_TEST

int main(void)
{
    return unit_run("input", (const TTest *const[]){
                                 records_come_in_order,
                                 disorder_is_passed_over,
                                 a_held_record_comes_again,
                                 strict_stops,
                                 missing_files_are_trouble_and_the_rest_is_read,
                                 long_lines_are_passed_over,
                                 each_file_begins_once,
                                 NULL,
                             });
}
