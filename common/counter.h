/* Counters that pages put behind a text that they print again. */
#ifndef GANLOC_COUNTER_H
#define GANLOC_COUNTER_H

#include "bytes.h"

/* True where `key` is `of`, or `of` with a counter behind or before it: a number of up to three
 * digits that one or two short words may precede, as image texts have it ("Headline -0", "Headline
 * - Ảnh 3.",
 * "[Hình 2] Headline"). Both are comparison keys (fold.h, FOLD_TEXT). */
bool counter_is_repeat(struct slice key, struct slice of);

#endif
