/* Tokens: what a line is made of below the word. A syllable is one, and a number, a date, an
 * address, a code, an abbreviation with its stop, a punctuation mark, an emoji. A word is one token
 * or several in a row. */
#ifndef GANLOC_WORD_TOKEN_H
#define GANLOC_WORD_TOKEN_H

#include "../sentence/abbreviations.h"
#include "shape.h"
#include "surface.h"

struct token {
    size_t start, end; /* bytes in the text */
    uint64_t form;     /* the exact hash of its form, see form.h */
    uint32_t id;       /* the number of its form, see surface.h */
    uint8_t shape;     /* enum shape */
    bool has_space;    /* white space stands before it, or it is the first */
    bool is_torn;      /* white space stands inside of it */
};

struct tokenizer {
    const struct abbreviations *abbreviations;
    struct surfaces *surfaces;
};

/* Takes at most `most` tokens off *rest, with the white space before and between them, into
 * `tokens`; their places are counted from `text`, of which *rest is the end. Returns how many there
 * are, 0 only where nothing but white space was left; there may be more to take even after fewer
 * than `most`. The text is plain and may be any bytes; between two tokens there is nothing but
 * white space. Takes time in proportion to the text, whatever it is. */
size_t tokens_take(const struct tokenizer *tokenizer, const char *text, struct slice *rest,
                   struct token *tokens, size_t most);

/* Whether a word may hold a token and the one behind it: white space stands between them and both
 * are words, but not two numbers, and the first is no abbreviation of several letters (`TP. HCM`,
 * `KTS. Lan`). So it is in the treebank, always; the trainer and the segmenter ask here. */
bool token_may_join(const struct token *token);

#endif
