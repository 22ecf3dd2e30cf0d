/* Comparison keys: two texts that differ only in what is folded have the same key. */
#ifndef GANLOC_FOLD_H
#define GANLOC_FOLD_H

#include "bytes.h"
#include "language.h"

enum fold {
    FOLD_CASE = 1 << 0,     /* lower case */
    FOLD_SPELLING = 1 << 1, /* the language's equal spellings (tone placement); needs FOLD_CASE */
    FOLD_SPACE = 1 << 2,    /* a run of blanks is one space; none at the ends */
    FOLD_PUNCTUATION = 1 << 3, /* punctuation and symbols are dropped; needs FOLD_SPACE */
    FOLD_DIGITS = 1 << 4,      /* a run of digits is one '0' */
    FOLD_TEXT = FOLD_CASE | FOLD_SPELLING | FOLD_SPACE | FOLD_PUNCTUATION,
};

/* Appends the key of a text (unescaped, in NFC). `what` is fold values or-ed; `language` may be
 * null. A text with no letter and no digit keeps its punctuation, so that "***" is not "". */
void fold_append(struct buffer *key, struct slice text, unsigned what,
                 const struct language *language);

#endif
