#include "data.h"
#include "unit.h"

#include <sys/stat.h>

static char folder[4096];

/* $GANLOC_DATA is a new folder with the file vi/list. */
static void set_up_list(struct slice contents)
{
    const char *place = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%s/unit.XXXXXX", place ? place : "/tmp");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    ck_assert_int_eq(setenv("GANLOC_DATA", folder, 1), 0);
    ck_assert_int_eq(chdir(folder), 0);
    ck_assert_int_eq(mkdir("vi", 0700), 0);
    FILE *file = fopen("vi/list", "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(contents.bytes, 1, contents.length, file), contents.length);
    ck_assert_int_eq(fclose(file), 0);
}

static void remove_list(void)
{
    unlink("vi/list");
    rmdir("vi");
    rmdir(folder);
}

/* Logs the lines, refuses those that begin with '!'. */
static const char *take(void *context, struct slice line)
{
    struct buffer *log = context;
    buffer_append(log, line);
    buffer_append_byte(log, ';');
    return line.bytes[0] == '!' ? "'!' at the start, expected an entry" : NULL;
}

START_TEST(entries_without_comments_and_blanks)
{
    struct buffer log = {0};
    set_up_list(SLICE("# a comment\n\n  one # kept \r\n\t\n#two\nthree\n last"));
    ck_assert(data_load("vi", "list", take, &log));
    assert_slice(buffer_slice(&log), "one # kept;three;last;");
    buffer_release(&log);
    remove_list();
}
END_TEST

START_TEST(every_refused_line_is_reported)
{
    struct buffer log = {0};
    set_up_list(SLICE("one\n!two\n#\n!four\nfive\n"));
    int messages = unit_catch_messages();
    ck_assert(!data_read("vi/list", take, &log));
    assert_slice(unit_contents(messages),
                 "ganloc: vi/list:2: '!' at the start, expected an entry\n"
                 "ganloc: vi/list:4: '!' at the start, expected an entry\n");
    assert_slice(buffer_slice(&log), "one;!two;!four;five;");
    buffer_release(&log);
    remove_list();
}
END_TEST

START_TEST(a_byte_order_mark_is_no_entry)
{
    struct buffer log = {0};
    set_up_list(SLICE("\xEF\xBB\xBFone\n\xEF\xBB\xBFtwo\n"));
    ck_assert(data_load("vi", "list", take, &log));
    assert_slice(buffer_slice(&log), "one;\xEF\xBB\xBFtwo;");
    buffer_release(&log);
    remove_list();
}
END_TEST

START_TEST(a_file_that_is_no_list)
{
    struct buffer log = {0}, text = {0};
    for (size_t i = 0; i < 1000; i++)
        buffer_append_string(&text, "!\n");
    set_up_list(buffer_slice(&text));
    int messages = unit_catch_messages();
    ck_assert(!data_read("vi/list", take, &log));
    ck_assert_uint_eq(log.length, strlen("!;") * 20);
    ck_assert(slice_ends_with(unit_contents(messages),
                              SLICE("ganloc: vi/list:20: not read any further\n")));
    buffer_release(&log);
    buffer_release(&text);
    remove_list();
}
END_TEST

START_TEST(a_missing_file_is_named)
{
    struct buffer log = {0};
    set_up_list(SLICE(""));
    ck_assert_int_eq(setenv("GANLOC_DATA", ".", 1), 0);
    int messages = unit_catch_messages();
    ck_assert(!data_load("vi", "none", take, &log));
    assert_slice(unit_contents(messages),
                 "ganloc: ./vi/none: cannot read data file (set GANLOC_DATA to the folder that "
                 "holds vi/none): No such file or directory\n");
    ck_assert(data_load("vi", "list", take, &log));
    remove_list();
}
END_TEST

int main(void)
{
    return unit_run("data", (const TTest *const[]){
                                entries_without_comments_and_blanks,
                                every_refused_line_is_reported,
                                a_byte_order_mark_is_no_entry,
                                a_file_that_is_no_list,
                                a_missing_file_is_named,
                                NULL,
                            });
}
