/* Lines that wait. */
#ifndef NORMALIZE_HOLD_H
#define NORMALIZE_HOLD_H

#include "bytes.h"

enum {
    HOLD_LIMIT = 64 << 10, /* bytes */
};

/* All zero is a valid hold of nothing. */
struct hold {
    struct buffer lines;
    size_t *lengths; /* of each line in `lines` */
    size_t count, capacity;
};

/* Adds a copy of the line. */
void hold_add(struct hold *hold, struct slice line);

/* True where the lines and what is kept of each take up the limit. */
bool hold_is_full(const struct hold *hold);

/* Hands each line to `take`, in order, and holds none any more. */
typedef void hold_take(void *context, struct slice line);
void hold_flush(struct hold *hold, hold_take *take, void *context);

void hold_release(struct hold *hold);

#endif
