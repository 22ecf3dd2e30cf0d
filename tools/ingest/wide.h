/* Text in UTF-16 and UTF-32: how it is told, and how it is read as UTF-8. */
#ifndef INGEST_WIDE_H
#define INGEST_WIDE_H

#include "stream.h"

enum {
    WIDE_SAMPLE = 512, /* bytes that wide_find looks at */
};

/* The name of the character set of bytes that begin so: utf-16le, utf-16be, utf-32le or utf-32be,
 * by their byte order mark or, without one, because their NUL bytes stand as in such a text; null
 * where they are something else. *mark is the length of the byte order mark. The name is static. */
const char *wide_find(struct slice start, size_t *mark);

struct wide;

/* `packed`, the bytes behind the byte order mark, is borrowed for the reader's life. `charset` is
 * one that wide_find returned. Freed with wide_free. */
struct wide *wide_new(struct stream *packed, const char *charset);

/* Takes up to `size` bytes of UTF-8; `wide` is a struct wide. A lines_source. What is not well
 * formed becomes U+FFFD: halves of surrogate pairs, values that are no characters, a last character
 * that is cut short. */
ptrdiff_t wide_read(void *wide, char *bytes, size_t size);

void wide_free(struct wide *wide);

#endif
