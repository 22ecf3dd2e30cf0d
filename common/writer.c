#include "writer.h"

#include "message.h"

#include <errno.h>
#include <unistd.h>

enum { BLOCK = 64 << 10 };

void writer_init(struct writer *writer, int fd, const char *name, bool line_buffered)
{
    *writer = (struct writer){
        .fd = fd,
        .name = name,
        .line_buffered = line_buffered || isatty(fd),
    };
    buffer_reserve(&writer->pending, BLOCK);
}

static void write_all(struct writer *writer, struct slice text)
{
    while (text.length && !writer->error) {
        ssize_t written = write(writer->fd, text.bytes, text.length);
        if (written < 0) {
            if (errno != EINTR)
                writer->error = errno;
            continue;
        }
        text = slice_from_offset(text, (size_t) written);
    }
}

void writer_flush(struct writer *writer)
{
    write_all(writer, buffer_slice(&writer->pending));
    buffer_clear(&writer->pending);
}

void writer_write(struct writer *writer, struct slice text)
{
    writer->written += text.length;
    if (writer->pending.length + text.length <= BLOCK) {
        if (text.length) {
            memcpy(writer->pending.bytes + writer->pending.length, text.bytes, text.length);
            writer->pending.length += text.length;
        }
        return;
    }
    writer_flush(writer);
    if (text.length >= BLOCK)
        write_all(writer, text);
    else
        buffer_append(&writer->pending, text);
}

void writer_end_record(struct writer *writer)
{
    if (writer->line_buffered)
        writer_flush(writer);
}

bool writer_close(struct writer *writer)
{
    writer_flush(writer);
    if (close(writer->fd) < 0 && !writer->error)
        writer->error = errno;
    buffer_release(&writer->pending);
    if (writer->error && writer->error != EPIPE) {
        errno = writer->error;
        message_say_errno((struct place){writer->name, 0}, "cannot write");
    }
    errno = writer->error;
    return !writer->error;
}
