#include "bytes.h"

#include "memory.h"

#include <stdio.h>
#include <stdlib.h>

static char ascii_lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char) (byte + ('a' - 'A')) : byte;
}

static bool ascii_space(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

bool slice_equal_ignoring_case(struct slice a, struct slice b)
{
    if (a.length != b.length)
        return false;
    for (size_t i = 0; i < a.length; i++)
        if (ascii_lower(a.bytes[i]) != ascii_lower(b.bytes[i]))
            return false;
    return true;
}

bool slice_cut(struct slice *rest, char byte, struct slice *part)
{
    if (!rest->bytes)
        return false;
    const char *found = rest->length ? memchr(rest->bytes, byte, rest->length) : NULL;
    if (!found) {
        *part = *rest;
        *rest = (struct slice){NULL, 0};
        return true;
    }
    *part = slice_of(rest->bytes, (size_t) (found - rest->bytes));
    *rest = slice_of(found + 1, rest->length - part->length - 1);
    return true;
}

struct slice slice_trim(struct slice text)
{
    while (text.length && ascii_space(text.bytes[0]))
        text = slice_of(text.bytes + 1, text.length - 1);
    while (text.length && ascii_space(text.bytes[text.length - 1]))
        text.length--;
    return text;
}

const char *slice_find(struct slice whole, struct slice needle)
{
    if (needle.length == 0)
        return whole.bytes;
    const char *at = whole.bytes;
    size_t left = whole.length;
    while (left >= needle.length) {
        const char *found = memchr(at, needle.bytes[0], left - needle.length + 1);
        if (!found)
            return NULL;
        if (memcmp(found, needle.bytes, needle.length) == 0)
            return found;
        left -= (size_t) (found - at) + 1;
        at = found + 1;
    }
    return NULL;
}

void buffer_reserve(struct buffer *buffer, size_t extra)
{
    if (buffer->capacity - buffer->length >= extra)
        return;
    size_t capacity = buffer->capacity ? buffer->capacity : 64;
    while (capacity - buffer->length < extra) {
        if (capacity > SIZE_MAX / 2)
            memory_exhausted();
        capacity *= 2;
    }
    buffer->bytes = memory_resize(buffer->bytes, capacity);
    buffer->capacity = capacity;
}

void buffer_append(struct buffer *buffer, struct slice text)
{
    if (text.length == 0)
        return;
    buffer_reserve(buffer, text.length);
    memcpy(buffer->bytes + buffer->length, text.bytes, text.length);
    buffer->length += text.length;
}

void buffer_append_string(struct buffer *buffer, const char *string)
{
    buffer_append(buffer, slice_from_string(string));
}

void buffer_append_number(struct buffer *buffer, uint64_t number)
{
    char digits[20]; /* as many as the largest has */
    size_t start = sizeof digits;
    do {
        digits[--start] = (char) ('0' + number % 10);
        number /= 10;
    } while (number);
    buffer_append(buffer, slice_of(digits + start, sizeof digits - start));
}

const char *buffer_string(struct buffer *buffer)
{
    buffer_reserve(buffer, 1);
    buffer->bytes[buffer->length] = '\0';
    return buffer->bytes;
}

void buffer_release(struct buffer *buffer)
{
    free(buffer->bytes);
    *buffer = (struct buffer){0};
}
