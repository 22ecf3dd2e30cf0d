/* The words and marks of a text, as the layer ner sees them. */
#ifndef TAG_NAME_TOKEN_H
#define TAG_NAME_TOKEN_H

#include "name_lexicon.h"

enum name_shape {
    NAME_LOWER,
    NAME_CAPITAL,  /* its first letter is a capital */
    NAME_CAPITALS, /* all its letters, at least two */
    NAME_DIGITS,   /* begins with a digit */
    NAME_MARK,     /* one character that is neither letter nor digit */
};

struct name_token {
    uint32_t offset, length; /* in the text, bytes */
    uint64_t hash;           /* of its lower-case form */
    uint32_t word;           /* in the lexicon, 0: none */
    uint32_t phrase;         /* that of the word alone, 0: none */
    uint8_t shape;           /* enum name_shape */
    bool is_native;          /* a syllable of the language */
    bool is_glued;           /* nothing stands between it and the one before */
    bool is_initial;         /* begins a sentence, or what is quoted */
};

/* All zero is a valid start. */
struct name_tokens {
    struct name_token *tokens;
    size_t count, capacity;
    struct buffer lower;
};

/* At most so many tokens are read at once: what bounds memory, and how far a name is looked for. */
enum { NAME_TOKENS_MOST = 4096 };

/* Reads the tokens of the text, the first NAME_TOKENS_MOST of them. Returns the length of what was
 * read. With a null lexicon, words are not looked up. */
size_t name_tokens_read(struct name_tokens *tokens, const struct name_lexicon *lexicon,
                        struct slice text);

void name_tokens_release(struct name_tokens *tokens);

/* Appends the token's text in lower case. */
void name_token_lower(struct buffer *out, struct slice text, const struct name_token *token);

static inline struct slice name_token_text(struct slice text, const struct name_token *token)
{
    return slice_of(text.bytes + token->offset, token->length);
}

static inline bool name_token_is_capital(const struct name_token *token)
{
    return token->shape == NAME_CAPITAL || token->shape == NAME_CAPITALS;
}

#endif
