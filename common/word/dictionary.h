/* A user's own words: names and terms that are always one word. */
#ifndef GANLOC_WORD_DICTIONARY_H
#define GANLOC_WORD_DICTIONARY_H

#include "token.h"

/* Tokens of a word, at most: so many are compared at each place of a text. */
enum { DICTIONARY_LONGEST = 64 };

/* A tree of tokens, as a hash table from a node and a token's form to the next node. All zero is a
 * valid empty dictionary. */
struct dictionary {
    struct dictionary_edge *edges; /* open addressing; `to` is 0 in a free one */
    size_t capacity, count;        /* of edges; a power of two, or 0 */
};

/* Adds the words of a file: one a line, with spaces or '_' between its syllables; blank lines and
 * those that begin with '#' are passed over. Case, tone placement and composition make no
 * difference, nor does white space. A word has at most 64 tokens. Returns false after messages. */
bool dictionary_read(struct dictionary *dictionary, const char *path,
                     const struct tokenizer *tokenizer);

/* The number of tokens of the longest word that the tokens begin with; 0: none. */
size_t dictionary_match(const struct dictionary *dictionary, const struct token *tokens,
                        size_t count);

void dictionary_release(struct dictionary *dictionary);

#endif
