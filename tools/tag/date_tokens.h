/* A text in tokens, as far as dates ask: numbers, words and marks. */
#ifndef TAG_DATE_TOKENS_H
#define TAG_DATE_TOKENS_H

#include "date_words.h"

#include <limits.h>

enum date_token_kind {
    DATE_TOKEN_END, /* behind the last */
    DATE_TOKEN_NUMBER,
    DATE_TOKEN_WORD,
    DATE_TOKEN_MARK, /* any other character */
};

struct date_token {
    struct slice text;
    uint64_t classes; /* of a word: DATE_IS values or-ed */
    uint32_t number;  /* of at most 9 digits; else 0 */
    int16_t value, last;
    uint8_t kind;
    bool is_glued; /* nothing stands between it and the token before */
    char mark;     /* an ASCII character: '-' for any dash, '%' for a degree sign, '"' for other
                      punctuation that is not ASCII */
};

enum {
    DATE_TOKENS = 4096,          /* the most that are read at once */
    DATE_TOKENS_ENOUGH = 3 << 10 /* behind so many, a part ends at a stop */
};

struct date_tokens {
    struct date_token tokens[DATE_TOKENS + 1]; /* the last is the end */
    size_t count;
    struct buffer scratch;
    uint8_t kinds[UCHAR_MAX + 1]; /* what a byte begins; see date_tokens.c */
};

void date_tokens_init(struct date_tokens *tokens);

/* Takes tokens off *text: all of them, or of a long text a part, which ends at a comma or stop
 * where there is one. Returns false where there was none left. */
bool date_tokens_read(struct date_tokens *tokens, const struct date_words *words,
                      struct slice *text);

void date_tokens_release(struct date_tokens *tokens);

#endif
