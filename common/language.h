/* What differs from language to language and cannot be a list: one entry a language. Lists and
 * rules of a language are files in its folder, see data.h. */
#ifndef GANLOC_LANGUAGE_H
#define GANLOC_LANGUAGE_H

#include "bytes.h"

struct language {
    const char *code; /* ISO 639-1; also the name of its data folder */

    /* Rewrites lower-case text (in NFC) in place so that spellings that count as the same word
     * become the same bytes. Returns the new length, never greater. Null: nothing to unify. */
    size_t (*unify_spelling)(char *bytes, size_t length);
};

/* The language with this code, or null. The answer is static. */
const struct language *language_find(const char *code);

#endif
