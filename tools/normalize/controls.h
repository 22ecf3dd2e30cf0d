/* Characters that show as nothing and mean nothing. */
#ifndef NORMALIZE_CONTROLS_H
#define NORMALIZE_CONTROLS_H

#include "bytes.h"

/* True for a control, an invisible character or one of private use that has no use behind the
 * character `before` (0: at the start). White space is kept: see spaces.h. */
bool is_litter(uint32_t character, uint32_t before);

/* Appends the text without them. */
void controls_drop(struct buffer *out, struct slice text);

#endif
