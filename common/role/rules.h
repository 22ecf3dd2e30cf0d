/* Rules that a language gives for telling roles: named patterns. */
#ifndef GANLOC_ROLE_RULES_H
#define GANLOC_ROLE_RULES_H

#include "../language.h"
#include "../role.h"
#include "line.h"

enum {
    RULES_LIMIT = 64,      /* names in a file */
    RULES_PATTERNS = 2048, /* of all files, each alternative counted */
    RULES_LONGEST =
        LINE_WHOLE, /* bytes of the longest text they are tried on: boilerplate is short */
};

struct rules; /* owned by whom rules_load gave it to */

/* Reads the rules file of a language (roles.rules in its folder): lines `NAME PATTERN`, PCRE2,
 * case ignored; patterns of consecutive lines with the same name are alternatives. Null after
 * messages. */
struct rules *rules_load(const struct language *language);

/* Adds a user's rules: lines `ROLE PATTERN`. The rule's name is that of the role behind
 * RULES_OF_USER, and is to outweigh all else. Returns false after messages. */
bool rules_read(struct rules *rules, const char *path);

#define RULES_OF_USER SLICE("user:")

size_t rules_count(const struct rules *rules);

/* The role that a user's rule gives. */
enum role rules_users_role(const struct rules *rules, size_t number);

/* The number of the first of a user's rules, which come last, or rules_count. */
size_t rules_of_user(const struct rules *rules);

/* The name of rule `number`, borrowed. */
struct slice rules_name(const struct rules *rules, size_t number);

/* The number of the rule with this name, or rules_count. */
size_t rules_find(const struct rules *rules, struct slice name);

/* Takes the number of a rule. */
typedef void rules_take(void *context, size_t number);

/* Hands over each rule, once, that is found in the text, of up to RULES_LONGEST bytes of valid
 * UTF-8, whose tokens and first token (struct line) these are. Of text that is not in Normalization
 * Form C some may be missed. */
void rules_match(const struct rules *rules, struct slice text, const struct line_tokens *tokens,
                 uint64_t first, rules_take *take, void *context);

/* Null is fine. */
void rules_free(struct rules *rules);

#endif
