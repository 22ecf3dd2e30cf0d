/* Places where a sentence may end, and what stands around them. */
#ifndef GANLOC_STOP_H
#define GANLOC_STOP_H

#include "../bytes.h"

/* A run of closing marks such as `.`, `?!`, `...”` or `./.` */
struct stop {
    size_t start, end; /* of the run, with the quotes and brackets that close behind it */
    size_t marks;      /* how many, without those */
    uint32_t mark;     /* the first of them */
    bool is_single;    /* one '.' and no other mark: may belong to an abbreviation or a number */
    bool is_ellipsis;  /* nothing but full stops, two or more, or U+2026 */
    bool is_slashed;   /* `./.` */
    bool is_wide;      /* a CJK mark: no space follows it */
    bool closes_quote, closes_bracket;
};

/* Finds the next run of marks from `at` on. Returns false when there is none. */
bool stop_find(struct slice text, size_t at, struct stop *stop);

/* True for what can end a sentence. */
bool stop_is_mark(uint32_t character);

/* What may stand between a stop and the next word. */
enum opener {
    OPENER_NONE,
    OPENER_QUOTE,
    OPENER_BRACKET,
    OPENER_DASH, /* and other signs that begin a line: bullet, star */
    OPENERS,
};

/* What stands behind a stop. */
struct following {
    bool has_space;
    enum opener opener; /* the last one before the next word */
    bool is_apart;      /* white space stands between it and the next word */
    bool is_curly;      /* it is a quote that only opens */
    uint32_t first;     /* the first character of the next word; 0: none */
    struct slice word;  /* from that character on to the end of the text */
};

struct following stop_following(struct slice text, const struct stop *stop);

/* The letters that a text begins with. */
struct slice stop_leading_word(struct slice text);

/* The first character of the word behind that; 0 where not only white space parts them. */
uint32_t stop_second_word(struct slice text);

/* The word before a stop. */
struct word {
    struct slice text;      /* without the stop; empty: none */
    struct slice with_stop; /* the same with it, where nothing stands between them */
    size_t letters, uppers, digits, stops, others;
    uint32_t last; /* its last character */
    bool has_vowel;
    bool is_apart;       /* white space stands between it and the stop */
    bool is_first;       /* nothing that shows stands before it, */
    bool is_in_path;     /* or a slash, */
    bool is_behind_stop; /* or a full stop, which ended no sentence, */
    bool is_listed;      /* or `;` or `:`: a list may go on */
};

/* The letters at the end of a text, without white space behind them; empty where other characters
 * stand there. */
struct slice stop_trailing_word(struct slice text);

/* Back to white space or an opening mark. No more than some 80 bytes are looked at: what is longer
 * is no abbreviation or number, and a text without spaces would take the square of its length. */
struct word stop_word_before(struct slice text, const struct stop *stop);

#endif
