/* Regular expressions. The only module that calls PCRE2. */
#ifndef GANLOC_REGEX_H
#define GANLOC_REGEX_H

#include "bytes.h"

struct regex;

/* Compiles a pattern: PCRE2 syntax, UTF-8, Unicode properties for \w \d \b. Returns null and, in
 * *error, the reason and the place in the pattern, when it is not well formed. The caller frees it
 * with regex_free. */
struct regex *regex_new(struct slice pattern, struct buffer *error);

/* The same, for a pattern that matches letters in either case, and for texts that are known to be
 * valid UTF-8, which is faster; with others, behaviour is undefined. */
struct regex *regex_new_for_valid(struct slice pattern, struct buffer *error);

enum regex_result {
    REGEX_NO,
    REGEX_YES,
    REGEX_LIMIT, /* gave up: the pattern backtracks too much on this text */
};

/* Looks for the pattern in the text. Invalid UTF-8, where it is allowed, never matches. Where it
 * is found and `match` is not null, *match is the part of `text` that it matched. */
enum regex_result regex_find(struct regex *regex, struct slice text, struct slice *match);

/* Null is fine. */
void regex_free(struct regex *regex);

#endif
