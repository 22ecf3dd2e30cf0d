/* Telling which steps a text needs, most often none, at the speed of memory. */
#ifndef NORMALIZE_SCAN_H
#define NORMALIZE_SCAN_H

#include "language.h"
#include "step.h"

/* The steps, of those in `wanted`, that may change the text; all the others would leave it as it
 * is. `spelling` is the style for the step tones. */
unsigned scan_steps(struct slice text, unsigned wanted, const struct language *language,
                    enum spelling spelling);

#endif
