/* Telling legacy code pages by what they read like. */
#ifndef NORMALIZE_CHARSET_H
#define NORMALIZE_CHARSET_H

#include "codepage.h"
#include "language.h"

/* How a text may have come by its bytes. */
enum charset_kind {
    CHARSET_RAW,     /* it is bytes of a code page */
    CHARSET_MISREAD, /* the same, which somebody converted to UTF-8 as if it were windows-1252 */
    CHARSET_KINDS,
};

/* How well a reading reads: how many words of two letters and more are in use in the language. */
struct charset_score {
    uint64_t known, unknown;             /* of those that have other letters than ASCII ones */
    uint64_t ascii_known, ascii_unknown; /* of the others, which are the same in every reading */
};

/* What the texts of a document seen so far speak for. All zero: none was seen. */
struct charset_evidence {
    struct charset_score as_is[CHARSET_KINDS];
    struct charset_score pages[CHARSET_KINDS][CODEPAGE_COUNT];
    bool may_be_damaged; /* some bytes of raw texts are UTF-8 sequences */
};

enum { CHARSET_NONE = -1 };

/* The code page of a document; CHARSET_NONE: it has none, or it cannot be told. */
struct charset_verdict {
    int pages[CHARSET_KINDS];
    bool is_forced; /* the user said so: bytes are converted whatever they read like */
};

#define CHARSET_UNDECIDED ((struct charset_verdict){{CHARSET_NONE, CHARSET_NONE}, false})

/* Adds what a text speaks for. `repaired` is what other steps would make of it: they may have taken
 * away what parted the letters of a word, or letters. What reads better of the two counts. */
void charset_observe(struct charset_evidence *evidence, struct slice text, struct slice repaired,
                     const struct language *language);

/* True for a text of which the letters that are not ASCII may be of any code page: without evidence
 * of its own it is what its document is. Fast. */
bool charset_is_doubtful(struct slice text);

/* True for a text with letters that only the language's UTF-8 gives it: in no code page. Fast. */
bool charset_is_utf8(struct slice text);

/* True where more texts may lead to a verdict other than none. */
bool charset_is_open(const struct charset_evidence *evidence);

/* A code page is taken where its reading is clearly more of the language than the text as it is. */
struct charset_verdict charset_decide(const struct charset_evidence *evidence);

/* Appends the text as UTF-8, as the verdict on its document has it; a text that reads better as it
 * is stays so. Without a verdict, bytes that are no UTF-8 are read as windows-1252 where they are
 * letters of words or punctuation in it; else they stay. */
void charset_convert(struct buffer *out, struct slice text, const struct charset_verdict *verdict,
                     const struct language *language);

#endif
