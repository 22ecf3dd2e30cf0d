#include "train.h"

#include "message.h"
#include "writer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool read_file(const char *path, enum corpus_form form, train_take *take, void *context)
{
    struct corpus corpus;
    struct annotated sentence;
    bool has_sentence = false;
    if (!corpus_open(&corpus, path, form))
        return false;
    while (corpus_next(&corpus, &sentence)) {
        has_sentence = true;
        take(context, &sentence);
    }
    if (!corpus_close(&corpus))
        return false;
    if (!has_sentence)
        message_say((struct place){corpus.path, 0}, "no sentence in it");
    return has_sentence;
}

bool train_read(const struct cli_paths *files, enum corpus_form form, train_take *take,
                void *context)
{
    for (size_t i = 0; i < files->count; i++)
        if (!read_file(files->paths[i], form, take, context))
            return false;
    return true;
}

static bool can_read_twice(const char *path)
{
    struct stat status;
    if (strcmp(path, "-") == 0)
        return false;
    return stat(path, &status) != 0 || S_ISREG(status.st_mode);
}

bool train_can_read_twice(const struct cli_paths *files)
{
    for (size_t i = 0; i < files->count; i++) {
        if (!can_read_twice(files->paths[i])) {
            message_say((struct place){files->paths[i], 0},
                        "expected a regular file, as it is read twice");
            return false;
        }
    }
    return true;
}

/* Returns false after a message. */
static bool cannot_write(const char *path)
{
    message_say_errno((struct place){path, 0}, "cannot write");
    return false;
}

/* A file that takes the place of another one when it is written. */
struct replacement {
    struct buffer target; /* where it goes: if the path is a link, to what that leads to */
    struct buffer path;   /* where it is made, beside it */
    int fd;
};

/* Returns false after a message. Release it in any case. */
static bool replacement_open(struct replacement *replacement, const char *path)
{
    *replacement = (struct replacement){0};
    char *resolved = realpath(path, NULL);
    buffer_append_string(&replacement->target, resolved ? resolved : path);
    free(resolved);
    buffer_append(&replacement->path, buffer_slice(&replacement->target));
    buffer_append_string(&replacement->path, ".XXXXXX");
    buffer_string(&replacement->target);
    buffer_string(&replacement->path);
    replacement->fd = mkstemp(replacement->path.bytes);
    return replacement->fd >= 0 || cannot_write(path);
}

/* The mode of the file at a path; where there is none, the one that open(2) would give it. */
static mode_t mode_of(const char *path)
{
    struct stat status;
    if (stat(path, &status) == 0)
        return status.st_mode & 0777;
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

static bool replacement_move(const struct replacement *replacement)
{
    return chmod(replacement->path.bytes, mode_of(replacement->target.bytes)) == 0 &&
           rename(replacement->path.bytes, replacement->target.bytes) == 0;
}

/* Removes what was not moved. */
static void replacement_release(struct replacement *replacement, bool was_moved)
{
    if (replacement->fd >= 0 && !was_moved)
        unlink(replacement->path.bytes);
    buffer_release(&replacement->target);
    buffer_release(&replacement->path);
}

/* What is no regular file can only be written into: a pipe, /dev/null. */
static bool is_special(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool write_bytes(int fd, const char *path, struct slice bytes)
{
    struct writer writer;
    writer_init(&writer, fd, path, false);
    writer_write(&writer, bytes);
    return writer_close(&writer);
}

static bool write_into(const char *path, struct slice bytes)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    return fd >= 0 ? write_bytes(fd, path, bytes) : cannot_write(path);
}

static bool replace(const char *path, struct slice bytes)
{
    struct replacement replacement;
    bool good = replacement_open(&replacement, path) && write_bytes(replacement.fd, path, bytes);
    if (good && !replacement_move(&replacement))
        good = cannot_write(path);
    replacement_release(&replacement, good);
    return good;
}

static bool can_replace(const char *path)
{
    struct replacement replacement;
    bool good = replacement_open(&replacement, path);
    if (good)
        close(replacement.fd);
    replacement_release(&replacement, false);
    return good;
}

bool train_write(const char *path, struct slice bytes)
{
    return is_special(path) ? write_into(path, bytes) : replace(path, bytes);
}

static bool is_same_file(const char *path, const char *other)
{
    struct stat status, others;
    return stat(path, &status) == 0 && stat(other, &others) == 0 && S_ISREG(status.st_mode) &&
           status.st_dev == others.st_dev && status.st_ino == others.st_ino;
}

static bool has_file(const struct cli_paths *files, const char *path)
{
    for (size_t i = 0; i < files->count; i++)
        if (is_same_file(path, files->paths[i]))
            return true;
    return false;
}

bool train_can_write(const struct train_settings *settings)
{
    const char *path = settings->out;
    if (has_file(&settings->gold, path) || has_file(&settings->silver, path)) {
        message_say((struct place){path, 0}, "cannot write: it is read from");
        return false;
    }
    if (is_folder(path)) {
        errno = EISDIR;
        return cannot_write(path);
    }
    if (is_special(path))
        return access(path, W_OK) == 0 || cannot_write(path);
    return can_replace(path);
}
