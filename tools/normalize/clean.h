/* The fast road: telling that a text needs no repair. */
#ifndef NORMALIZE_CLEAN_H
#define NORMALIZE_CLEAN_H

#include "bytes.h"

/* True only if no step of repair would change the text: it is valid UTF-8 in Normalization Form C,
 * without controls, invisible characters, entities, and white space other than single spaces
 * between other characters. May be false for a few texts that are clean. */
bool text_is_clean(struct slice text);

#endif
