/* Undoing mojibake: UTF-8 whose bytes were read as characters of a single-byte code page. */
#ifndef NORMALIZE_MOJIBAKE_H
#define NORMALIZE_MOJIBAKE_H

#include "language.h"

/* Appends the text, which is one line of valid UTF-8, with mojibake undone: bytes read as
 * windows-1252, Latin-1, windows-1258 or Mac Roman, up to four times over, in all of the line or in
 * parts of it. What was lost on the way comes back where the language has one word that fits best:
 * no-break spaces that became spaces, and melted with those beside them; bytes that the code page
 * has nothing for, as '?' or gone; soft hyphens gone.
 *
 * Honest text stays: only what no one writes gives a line away, and what could be either is read
 * again only in a line that is given away. The result is valid UTF-8, and is its own repair. Takes
 * time in proportion to the text. language->load_words must have succeeded. */
void mojibake_repair(struct buffer *out, struct slice text, const struct language *language);

/* True where two neighbouring characters may begin mojibake; `second` is 0 at the end of the text.
 * A text without such a pair is left as it is. */
bool mojibake_may_begin(uint32_t first, uint32_t second);

#endif
