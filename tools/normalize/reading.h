/* Reading a text by a code page, and telling how well it reads. */
#ifndef NORMALIZE_READING_H
#define NORMALIZE_READING_H

#include "codepage.h"
#include "language.h"

/* How a text may have come by its bytes. */
enum reading_kind {
    READING_RAW,     /* it is bytes of a code page */
    READING_MISREAD, /* the same, which somebody converted to UTF-8 as if it were windows-1252 */
    READING_KINDS,
};

/* How many words of two letters and more are in use in the language, and how many are not. Rare
 * ones with other letters than ASCII count as neither. */
struct reading_score {
    uint64_t known, unknown;             /* of those that have other letters than ASCII ones */
    uint64_t ascii_known, ascii_unknown; /* of the others, which are the same in every reading */
};

/* Appends the text as UTF-8, read by the page. */
void reading_append(struct buffer *out, struct slice text, enum reading_kind kind,
                    enum codepage page);

/* How well it reads so. */
struct reading_score reading_score_page(struct slice text, enum reading_kind kind,
                                        enum codepage page, const struct language *language);

/* How well the text reads as UTF-8, which it may not be. */
struct reading_score reading_score_as_is(struct slice text, const struct language *language);

#endif
