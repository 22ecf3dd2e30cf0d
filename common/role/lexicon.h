/* The words that count as features for roles: tokens of a line, and two in a row. */
#ifndef GANLOC_ROLE_LEXICON_H
#define GANLOC_ROLE_LEXICON_H

#include "hash_index.h"
#include "line.h"

/* What stands around the tokens of a line. */
#define LEXICON_START SLICE("^")
#define LEXICON_END   SLICE("$")

enum {
    LEXICON_START_HASH = 3, /* tokens have others */
    LEXICON_END_HASH = 5,
    LEXICON_LIMIT = 60000, /* entries */
};

/* All zero is a valid empty lexicon. */
struct lexicon {
    struct hash_index entries;
};

/* The hash of one token, or of two in a row; never 0. */
static inline uint64_t lexicon_pair(uint64_t first, uint64_t second)
{
    return ((first * 0xD6E8FEB86659FD93u) ^ (second + 0x9E3779B97F4A7C15u)) | 1;
}

/* Adds an entry: a token in lower case, or two joined by '_', one of which may be LEXICON_START or
 * LEXICON_END. Of a run of digits only the length counts, up to five. Returns its number, or that
 * of the same one that was added before: they count from 0. HASH_INDEX_NONE if it is no such entry,
 * or if it is new and there are LEXICON_LIMIT. */
uint32_t lexicon_add(struct lexicon *lexicon, struct slice entry);

/* Takes one n-gram of a line: one token, or two, with its hash. */
typedef void lexicon_take(void *context, const struct line_token *tokens, size_t count,
                          uint64_t hash);

/* Goes through the n-grams of a line. */
void lexicon_each(const struct line_tokens *tokens, lexicon_take *take, void *context);

void lexicon_release(struct lexicon *lexicon);

#endif
