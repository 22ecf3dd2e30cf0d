/* What one pass over the characters of a paragraph finds. Of a long one only the beginning and the
 * end are looked at: boilerplate is short, and what is long shows at its ends that it is prose. */
#ifndef GANLOC_ROLE_LINE_H
#define GANLOC_ROLE_LINE_H

#include "../bytes.h"

enum {
    LINE_WHOLE = 160, /* bytes of the longest text that is looked at from end to end */
    LINE_HEAD = 104,  /* of a longer one so many bytes, at most, at its beginning */
    LINE_TAIL = 55,   /* and so many at its end */
    LINE_NUMBER = 5,  /* longer runs of digits count as so long */
};

/* A run of letters and marks, a run of digits, or any other character but white space. */
struct line_token {
    uint64_t hash; /* of it in lower case, runs of digits by their length (LINE_NUMBER); 0: where
                      something was left out of a long text */
    struct slice text; /* as it stands in the text */
};

/* The tokens of what is looked at, in order. */
struct line_tokens {
    struct line_token tokens[LINE_WHOLE + 1];
    size_t count;
};

struct line {
    size_t characters; /* of the whole text */
    size_t letters, uppers, lowers, digits, commas;
    size_t separators;               /* | > / » › • · between parts */
    size_t longest_part;             /* words between two of them, or an end */
    size_t parts;                    /* that have a word */
    size_t words, capitalized_words; /* runs of anything but white space */
    size_t stops_inside;             /* a capitalized word behind the end of a sentence */
    uint32_t first, last;            /* characters, 0 in a blank text */
    bool has_quote;
    bool has_foreign; /* letters that are not ASCII */
    bool has_sign;    /* a colon, bracket, or a mark that prose hardly has: @ © ® | > » * */
    bool has_label;   /* one to five words and a colon, and more behind it */
    bool is_valid;    /* UTF-8, as far as it was looked at */
    struct slice first_word, last_word;
    uint64_t key; /* a hash of its letters and digits, in lower case: equal for a text that is
                     printed twice. Of a long text, of all its bytes. */
    uint64_t start, end; /* hashes of its first and its last token of letters or digits */
    size_t key_length;   /* letters and digits of a text up to LINE_WHOLE, else 0 */
};

/* Looks at a text, which may be any bytes; the slices are borrowed from it. */
void line_read(struct line *line, struct line_tokens *tokens, struct slice text);

/* The hash of the token that a text in lower case begins with; 0 where it has none. */
uint64_t line_token_hash(struct slice text);

#endif
