/* Buffered output to a file descriptor. Errors are remembered: write on, ask once. */
#ifndef GANLOC_WRITER_H
#define GANLOC_WRITER_H

#include "bytes.h"

struct writer {
    int fd;
    const char *name;   /* for messages; borrowed */
    bool line_buffered; /* writer_end_record hands the bytes on at once */
    int error;          /* errno of the first failure, 0 while all is well */
    uint64_t written;   /* bytes given to the writer so far */
    struct buffer pending;
};

/* `name` is borrowed for the writer's life. The descriptor is the writer's until writer_close. A
 * terminal is line-buffered without being asked. */
void writer_init(struct writer *writer, int fd, const char *name, bool line_buffered);

void writer_write(struct writer *writer, struct slice text);

static inline void writer_write_byte(struct writer *writer, char byte)
{
    writer_write(writer, slice_of(&byte, 1));
}

/* Says that a line is complete. */
void writer_end_record(struct writer *writer);

/* Hands all bytes to the system. */
void writer_flush(struct writer *writer);

/* Flushes, closes the descriptor and releases the memory. Returns false if anything failed from
 * init on, with errno set, after a message; a closed pipe (EPIPE) has no message. */
bool writer_close(struct writer *writer);

#endif
