/* Bytes that are not UTF-8. */
#ifndef NORMALIZE_UTF8_H
#define NORMALIZE_UTF8_H

#include "bytes.h"

/* Appends the text as valid UTF-8. A surrogate pair of which each half was encoded (CESU-8, Unicode
 * Technical Report 26) becomes its character, a half alone goes, and any other maximal part of an
 * ill-formed sequence becomes U+FFFD (Unicode Standard, section 3.9). */
void utf8_repair(struct buffer *out, struct slice text);

/* True where the bytes from `at` to `end` begin with half of a surrogate pair, encoded. */
bool utf8_is_surrogate(const char *at, const char *end);

#endif
