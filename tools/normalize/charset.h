/* Telling legacy code pages by what they read like. */
#ifndef NORMALIZE_CHARSET_H
#define NORMALIZE_CHARSET_H

#include "reading.h"

/* What the texts of a document seen so far speak for. All zero: none was seen. */
struct charset_evidence {
    struct reading_score as_is[READING_KINDS];
    struct reading_score pages[READING_KINDS][CODEPAGE_COUNT];
    bool may_be_damaged; /* some bytes of raw texts are UTF-8 sequences */
};

enum { CHARSET_NONE = -1 };

/* The code page of a document; CHARSET_NONE: it has none, or it cannot be told. */
struct charset_verdict {
    int pages[READING_KINDS];
    bool is_forced; /* the user said so of raw texts, whatever they read like */
};

#define CHARSET_UNDECIDED ((struct charset_verdict){{CHARSET_NONE, CHARSET_NONE}, false})

/* Adds what a text speaks for, that is given in several states (count > 0), from as it came to as
 * other steps would leave it: they may take away what parts the letters of a word, or letters. The
 * state that reads best in some page counts. */
void charset_observe(struct charset_evidence *evidence, const struct slice *states, size_t count,
                     const struct language *language);

/* True for a text of which the letters that are not ASCII may be of any code page: without evidence
 * of its own it is what its document is. Fast. */
bool charset_is_ambiguous(struct slice text);

/* True for a text with bytes that, if it is UTF-8, are letters of the language that windows-1252
 * does not have: then it was never misread. Fast. */
bool charset_is_unambiguous(struct slice text);

/* True where more texts may lead to a verdict other than none. */
bool charset_is_open(const struct charset_evidence *evidence);

/* True where there is evidence enough for a page that no further text could speak against it. */
bool charset_is_settled(const struct charset_evidence *evidence);

/* A code page is taken where its reading is clearly more of the language than the text as it is. */
struct charset_verdict charset_decide(const struct charset_evidence *evidence);

/* True where misread text has words in use, and no others, by the page of the verdict. */
bool charset_reads_well(struct slice text, const struct charset_verdict *verdict,
                        const struct language *language);

/* Appends the text as UTF-8, as the verdict on its document has it; a text that reads better as it
 * is stays so. Without a verdict, bytes that are no UTF-8 are read as windows-1252 where they are
 * letters of words or punctuation in it; else they stay. */
void charset_convert(struct buffer *out, struct slice text, const struct charset_verdict *verdict,
                     const struct language *language);

#endif
