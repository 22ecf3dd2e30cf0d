#include "stream.h"

#include "memory.h"

#include <errno.h>
#include <stdlib.h>

void stream_init(struct stream *stream, lines_source *read, void *context)
{
    *stream = (struct stream){.read = read, .context = context};
}

void stream_init_bytes(struct stream *stream, struct slice bytes)
{
    *stream = (struct stream){.held = bytes, .at_end = true};
}

/* One read from the source. Returns the number of bytes, 0 at its end and where it fails. */
static size_t read_source(struct stream *stream, char *bytes, size_t size)
{
    if (stream->at_end)
        return 0;
    ptrdiff_t got = stream->read(stream->context, bytes, size);
    if (got > 0)
        return (size_t) got;
    stream->at_end = true;
    stream->failed = got < 0;
    return 0;
}

/* Reads once more behind what is held, which must be less than a block. */
static bool hold_more(struct stream *stream)
{
    if (stream->at_end)
        return false;
    if (!stream->memory)
        stream->memory = memory_new(1, STREAM_BLOCK);
    if (stream->held.bytes)
        memmove(stream->memory, stream->held.bytes, stream->held.length);
    stream->held.bytes = stream->memory;
    size_t got = read_source(stream, stream->memory + stream->held.length,
                             STREAM_BLOCK - stream->held.length);
    stream->held.length += got;
    return got > 0;
}

struct slice stream_peek(struct stream *stream, size_t count)
{
    if (count > STREAM_BLOCK)
        count = STREAM_BLOCK;
    while (stream->held.length < count && hold_more(stream))
        ;
    return slice_of(stream->held.bytes, stream->held.length < count ? stream->held.length : count);
}

bool stream_line(struct stream *stream, struct slice *line)
{
    const char *end = NULL;
    size_t searched = 0;
    for (;;) {
        struct slice fresh = slice_from_offset(stream->held, searched);
        end = fresh.length ? memchr(fresh.bytes, '\n', fresh.length) : NULL;
        searched = stream->held.length;
        if (end || searched >= STREAM_BLOCK || !hold_more(stream))
            break;
    }
    *line =
        end ? slice_of(stream->held.bytes, (size_t) (end - stream->held.bytes) + 1) : stream->held;
    stream->held = slice_from_offset(stream->held, line->length);
    return line->length > 0;
}

ptrdiff_t stream_read(void *context, char *bytes, size_t size)
{
    struct stream *stream = context;
    if (stream->held.length) {
        size_t count = stream->held.length < size ? stream->held.length : size;
        memcpy(bytes, stream->held.bytes, count);
        stream->held = slice_from_offset(stream->held, count);
        return (ptrdiff_t) count;
    }
    size_t got = read_source(stream, bytes, size);
    if (!got && stream->failed) {
        errno = EIO;
        return -1;
    }
    return (ptrdiff_t) got;
}

uint64_t stream_skip(struct stream *stream, uint64_t count)
{
    uint64_t left = count;
    while (left && (stream->held.length || hold_more(stream))) {
        size_t part = stream->held.length < left ? stream->held.length : (size_t) left;
        stream->held = slice_from_offset(stream->held, part);
        left -= part;
    }
    return count - left;
}

enum stream_result stream_read_all(struct stream *stream, struct buffer *out, size_t limit)
{
    size_t start = out->length;
    for (;;) {
        buffer_reserve(out, STREAM_BLOCK);
        ptrdiff_t got = stream_read(stream, out->bytes + out->length, STREAM_BLOCK);
        if (got < 0)
            return STREAM_FAILED;
        if (got == 0)
            return STREAM_WHOLE;
        out->length += (size_t) got;
        if (out->length - start > limit)
            return STREAM_OVER;
    }
}

void stream_release(struct stream *stream)
{
    free(stream->memory);
    *stream = (struct stream){0};
}
