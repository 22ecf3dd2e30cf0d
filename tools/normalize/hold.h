/* Lines that wait until it is clear in which code page their document is. */
#ifndef NORMALIZE_HOLD_H
#define NORMALIZE_HOLD_H

#include "repair.h"

enum {
    HOLD_LIMIT = 64 << 10, /* bytes held before a verdict is made of what there is */
};

/* All zero is a valid hold of nothing. */
struct hold {
    struct charset_evidence evidence;
    struct buffer lines;
    size_t *lengths; /* of each line in `lines` */
    size_t count, capacity;
};

/* Adds a copy of the line. */
void hold_add(struct hold *hold, struct slice line);

/* True where what is held must wait no longer: there is too much, or nothing speaks for a code page
 * and `is_honest` says that the text last added is UTF-8 beyond doubt. */
bool hold_is_over(const struct hold *hold, bool is_honest);

/* Hands each line to `take`, and holds and knows nothing any more. */
typedef void hold_take(void *context, struct slice line);
void hold_give(struct hold *hold, hold_take *take, void *context);

void hold_release(struct hold *hold);

#endif
