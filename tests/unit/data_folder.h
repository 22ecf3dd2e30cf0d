/* A data folder of a test's own, for what loads lists and rules. */
#ifndef GANLOC_UNIT_DATA_FOLDER_H
#define GANLOC_UNIT_DATA_FOLDER_H

#include "unit.h"

#include <sys/stat.h>

/* $GANLOC_DATA becomes ".", in a new folder that is the working directory from now on. */
static inline void data_folder_make(void)
{
    static char folder[] = "/tmp/ganloc-unit.XXXXXX";
    ck_assert_ptr_nonnull(mkdtemp(folder));
    ck_assert_int_eq(chdir(folder), 0);
    ck_assert_int_eq(setenv("GANLOC_DATA", ".", 1), 0);
    ck_assert_int_eq(mkdir("vi", 0700), 0);
}

/* Writes ./vi/NAME. */
static inline void data_folder_write(const char *name, struct slice contents)
{
    char path[100];
    snprintf(path, sizeof path, "vi/%s", name);
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(contents.bytes, 1, contents.length, file), contents.length);
    ck_assert_int_eq(fclose(file), 0);
}

/* Removes the folder; call it last, with the names that were written. */
static inline void data_folder_remove(const char *const *names)
{
    char path[100], folder[100];
    for (; *names; names++) {
        snprintf(path, sizeof path, "vi/%s", *names);
        unlink(path);
    }
    ck_assert_int_eq(rmdir("vi"), 0);
    ck_assert_ptr_nonnull(getcwd(folder, sizeof folder));
    ck_assert_int_eq(rmdir(folder), 0);
}

#endif
