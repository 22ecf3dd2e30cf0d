/* Borrowed and owned runs of bytes. Both may hold NUL bytes. */
#ifndef GANLOC_BYTES_H
#define GANLOC_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Borrowed bytes: never freed through the slice, valid as long as what they were taken from.
 * An empty slice may have a null pointer. */
struct slice {
    const char *bytes;
    size_t length;
};

/* A slice of a string literal. */
#define SLICE(literal) ((struct slice){"" literal, sizeof(literal) - 1})

/* Owned bytes, not NUL-terminated. All zero is a valid empty buffer. Growing one may move its
 * bytes: slices taken from it are good until the next append. Functions that grow a buffer end the
 * program (status 2) when memory is out. */
struct buffer {
    char *bytes;
    size_t length;
    size_t capacity;
};

static inline struct slice slice_of(const char *bytes, size_t length)
{
    return (struct slice){bytes, length};
}

/* The bytes of a NUL-terminated string; a null pointer gives the empty slice. */
static inline struct slice slice_from_string(const char *string)
{
    return (struct slice){string, string ? strlen(string) : 0};
}

static inline bool slice_equal(struct slice a, struct slice b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

static inline bool slice_starts_with(struct slice whole, struct slice start)
{
    return whole.length >= start.length &&
           (start.length == 0 || memcmp(whole.bytes, start.bytes, start.length) == 0);
}

static inline bool slice_ends_with(struct slice whole, struct slice end)
{
    return whole.length >= end.length &&
           (end.length == 0 ||
            memcmp(whole.bytes + whole.length - end.length, end.bytes, end.length) == 0);
}

/* ASCII letters compare equal in either case; other bytes as they are. */
bool slice_equal_ignoring_case(struct slice a, struct slice b);

/* What is left of `whole` from byte `start` on: empty, at its end, where start lies past the end.
 */
static inline struct slice slice_from_offset(struct slice whole, size_t start)
{
    if (start >= whole.length)
        return (struct slice){whole.bytes ? whole.bytes + whole.length : NULL, 0};
    return (struct slice){whole.bytes + start, whole.length - start};
}

/* The bytes before the first `byte`, which leave *rest together with it. Without one: all of
 * *rest, which is left empty with a null pointer. Returns false when *rest was already null. */
bool slice_cut(struct slice *rest, char byte, struct slice *part);

/* Without ASCII white space (space, \t \n \v \f \r) at both ends. */
struct slice slice_trim(struct slice text);

/* The first place of `needle` in `whole`, or null. An empty needle is found at the start. */
const char *slice_find(struct slice whole, struct slice needle);

static inline struct slice buffer_slice(const struct buffer *buffer)
{
    return (struct slice){buffer->bytes, buffer->length};
}

/* Makes room for `extra` bytes past the present length. */
void buffer_reserve(struct buffer *buffer, size_t extra);

void buffer_append(struct buffer *buffer, struct slice text);
void buffer_append_string(struct buffer *buffer, const char *string);
void buffer_append_number(struct buffer *buffer, uint64_t number);

static inline void buffer_append_byte(struct buffer *buffer, char byte)
{
    if (buffer->length == buffer->capacity)
        buffer_reserve(buffer, 1);
    buffer->bytes[buffer->length++] = byte;
}

/* Length becomes 0; the memory is kept for the next use. */
static inline void buffer_clear(struct buffer *buffer)
{
    buffer->length = 0;
}

/* The bytes with a NUL behind them, which is not counted; valid until the next append. */
const char *buffer_string(struct buffer *buffer);

/* Gives the memory back; the buffer is then empty and may be used again. */
void buffer_release(struct buffer *buffer);

#endif
