/* Rules that a language gives for telling roles: named patterns. */
#ifndef TAG_RULES_H
#define TAG_RULES_H

#include "bytes.h"

enum {
    RULES_LIMIT = 64,    /* rules in a file */
    RULES_LONGEST = 400, /* bytes of the longest text they are tried on: boilerplate is short */
};

struct rules; /* owned by whom rules_load gave it to */

/* Reads the rules file of a language (roles.rules in its folder): lines `NAME PATTERN`, PCRE2,
 * case ignored; patterns of consecutive lines with the same name are alternatives. Null after
 * messages. */
struct rules *rules_load(const char *language);

size_t rules_count(const struct rules *rules);

/* The number of the rule with this name, or rules_count. */
size_t rules_find(const struct rules *rules, struct slice name);

/* True if rule `number` is found in the text. */
bool rules_match(const struct rules *rules, size_t number, struct slice text);

/* Null is fine. */
void rules_free(struct rules *rules);

#endif
