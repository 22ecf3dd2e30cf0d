/* Telling program text from prose. */
#ifndef NORMALIZE_SOURCE_CODE_H
#define NORMALIZE_SOURCE_CODE_H

#include "bytes.h"

/* True for a text that is plainly a piece of a program: it has several of the signs and words that
 * many programming languages share. */
bool source_code_is_plain(struct slice text);

#endif
