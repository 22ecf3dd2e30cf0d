/* What must stand in a text for a regular expression to match: some of a few strings. */
#ifndef GANLOC_ROLE_PATTERN_STRINGS_H
#define GANLOC_ROLE_PATTERN_STRINGS_H

#include "../bytes.h"

/* What stands in strings beside characters. */
enum {
    PATTERN_ANYTHING = 0x110000, /* any run of characters, or none */
    PATTERN_EDGE,                /* no letter or digit is behind it, or none before it */
    PATTERN_START,               /* the start of the text */
    PATTERN_NUMBER,              /* a digit */
};

struct pattern_string {
    uint32_t *characters; /* owned */
    size_t length;
};

struct pattern_strings {
    struct pattern_string *strings;
    size_t count, capacity;
};

/* The part of a string that is worth keeping where strings become too many: all of what is known of
 * a token. Returns its cost: how often texts have it, on any scale. */
struct pattern_part {
    size_t start, length;
    uint64_t cost;
};
typedef struct pattern_part pattern_choose(void *context, const struct pattern_string *string);

/* Reads a PCRE2 pattern that was compiled without fault; every text that it matches has one of the
 * strings. Returns false where it has syntax that is not known here. Release in any case. */
bool pattern_strings_init(struct pattern_strings *strings, struct slice pattern,
                          pattern_choose *choose, void *context);

/* Cuts the first of the alternatives that a pattern is made of off *rest (start with the whole
 * pattern). Returns false at the end. A pattern that refers to its groups is one alternative. */
bool pattern_next_alternative(struct slice *rest, struct slice *alternative);

void pattern_strings_release(struct pattern_strings *strings);

#endif
