/* What the unit tests share. Each program is the suite of one module of common/; a test runs in a
 * process of its own, so that it may redirect, crash or change the environment. */
#ifndef GANLOC_UNIT_H
#define GANLOC_UNIT_H

#include "bytes.h"

#include <check.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Runs the tests, ended by a null pointer. Returns the exit status for main. */
static inline int unit_run(const char *name, const TTest *const *tests)
{
    Suite *suite = suite_create(name);
    TCase *group = tcase_create(name);
    tcase_set_timeout(group, 300); /* seconds: against hanging, not to measure */
    for (; *tests; tests++)
        tcase_add_test(group, *tests);
    suite_add_tcase(suite, group);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* Compares a slice with a string literal, which may hold NUL bytes. */
#define assert_slice(got, literal) unit_compare(got, SLICE(literal), __LINE__)

static inline void unit_compare(struct slice got, struct slice expected, int line)
{
    ck_assert_msg(slice_equal(got, expected), "line %d: got '%.*s', expected '%.*s'", line,
                  (int) got.length, got.bytes ? got.bytes : "", (int) expected.length,
                  expected.bytes);
}

/* A new file with these bytes, open for reading and writing at its start, without a name. */
static inline int unit_file(struct slice bytes)
{
    char path[] = "/tmp/ganloc-unit.XXXXXX";
    int fd = mkstemp(path);
    ck_assert_int_ge(fd, 0);
    ck_assert_int_eq(unlink(path), 0);
    ck_assert_int_eq(write(fd, bytes.bytes, bytes.length), (ssize_t) bytes.length);
    ck_assert_int_eq(lseek(fd, 0, SEEK_SET), 0);
    return fd;
}

/* All that a file holds, in static memory. */
static inline struct slice unit_contents(int fd)
{
    static char bytes[1 << 20];
    ck_assert_int_eq(lseek(fd, 0, SEEK_SET), 0);
    ssize_t length = read(fd, bytes, sizeof bytes);
    ck_assert_int_ge(length, 0);
    return slice_of(bytes, (size_t) length);
}

/* Standard error goes to the file that is returned, for the rest of the test. */
static inline int unit_catch_messages(void)
{
    int fd = unit_file(SLICE(""));
    ck_assert_int_ge(dup2(fd, STDERR_FILENO), 0);
    return fd;
}

#endif
