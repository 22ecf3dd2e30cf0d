#include "lines.h"

#include "memory.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

enum { FIRST_CAPACITY = 128 << 10 };

static ptrdiff_t read_descriptor(void *context, char *bytes, size_t size)
{
    const struct lines *lines = context;
    ssize_t got;
    do
        got = read(lines->fd, bytes, size);
    while (got < 0 && errno == EINTR);
    return got;
}

void lines_init(struct lines *lines, lines_source *read, void *context, char delimiter,
                size_t limit)
{
    if (!lines->buffer) {
        lines->buffer = memory_resize(NULL, FIRST_CAPACITY);
        lines->capacity = FIRST_CAPACITY;
    }
    *lines = (struct lines){
        .read = read,
        .context = context,
        .fd = -1,
        .delimiter = delimiter,
        .limit = limit,
        .buffer = lines->buffer,
        .capacity = lines->capacity,
    };
}

void lines_init_fd(struct lines *lines, int fd, char delimiter, size_t limit)
{
    lines_init(lines, read_descriptor, lines, delimiter, limit);
    lines->fd = fd;
}

/* Reads more bytes behind those that are held, moving or growing the buffer when it is full.
 * Returns false at the end of input and on failure (then errno is not 0). */
static bool fill(struct lines *lines)
{
    if (lines->at_end) {
        errno = 0;
        return false;
    }
    if (lines->begin) {
        size_t held = lines->end - lines->begin;
        memmove(lines->buffer, lines->buffer + lines->begin, held);
        lines->searched -= lines->begin;
        lines->begin = 0;
        lines->end = held;
    }
    if (lines->end == lines->capacity) {
        lines->capacity *= 2;
        lines->buffer = memory_resize(lines->buffer, lines->capacity);
    }
    ptrdiff_t got =
        lines->read(lines->context, lines->buffer + lines->end, lines->capacity - lines->end);
    if (got <= 0) {
        lines->at_end = true;
        if (got == 0)
            errno = 0;
        return false;
    }
    lines->end += (size_t) got;
    return true;
}

/* Drops the rest of a line that is over the limit, whose start has been dropped already. */
static enum lines_result pass_over(struct lines *lines)
{
    for (;;) {
        size_t held = lines->end - lines->begin;
        char *start = lines->buffer + lines->begin;
        char *found = held ? memchr(start, lines->delimiter, held) : NULL;
        if (found) {
            lines->begin += (size_t) (found - start) + 1;
            lines->searched = lines->begin;
            return LINES_TOO_LONG;
        }
        lines->begin = lines->searched = lines->end = 0;
        if (!fill(lines))
            return errno ? LINES_FAILED : LINES_TOO_LONG;
    }
}

enum lines_result lines_next(struct lines *lines, struct slice *line)
{
    lines->unended = false;
    for (;;) {
        const char *start = lines->buffer + lines->begin;
        size_t fresh = lines->end - lines->searched;
        const char *found =
            fresh ? memchr(lines->buffer + lines->searched, lines->delimiter, fresh) : NULL;
        size_t length = found ? (size_t) (found - start) : lines->end - lines->begin;
        if (length > lines->limit) {
            lines->number++;
            return pass_over(lines);
        }
        if (found) {
            lines->number++;
            lines->begin += length + 1;
            lines->searched = lines->begin;
            *line = slice_of(start, length);
            return LINES_LINE;
        }
        lines->searched = lines->end;
        if (fill(lines))
            continue;
        if (errno) {
            lines->begin = lines->searched = lines->end = 0;
            return LINES_FAILED;
        }
        if (lines->begin == lines->end)
            return LINES_END;
        lines->number++;
        lines->unended = true;
        *line = slice_of(lines->buffer + lines->begin, lines->end - lines->begin);
        lines->begin = lines->searched = lines->end;
        return LINES_LINE;
    }
}

void lines_release(struct lines *lines)
{
    free(lines->buffer);
    *lines = (struct lines){0};
}
