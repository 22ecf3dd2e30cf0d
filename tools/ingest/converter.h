/* Conversion of character sets to UTF-8. The only module that calls iconv. */
#ifndef INGEST_CONVERTER_H
#define INGEST_CONVERTER_H

#include "bytes.h"

/* A conversion of bytes that come in parts. */
struct converter;

/* Null where no character set of this name is known. Freed with converter_free. */
struct converter *converter_new(struct slice name);

/* Appends the bytes as UTF-8; what is not well formed becomes U+FFFD. Returns how many it took: all
 * but the start of a character, which must come again in front of the bytes that follow. */
size_t converter_append(struct converter *converter, struct buffer *out, struct slice bytes);

/* Ends the text: `rest`, the start of a character that was not taken and of which no more will
 * come, becomes U+FFFD too. */
void converter_finish(struct converter *converter, struct buffer *out, struct slice rest);

void converter_free(struct converter *converter);

/* Appends a whole text as UTF-8. Returns false where no character set of this name is known; then
 * nothing is appended. */
bool converter_convert(struct buffer *out, struct slice bytes, struct slice name);

#endif
