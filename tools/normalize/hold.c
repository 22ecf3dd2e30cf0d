#include "hold.h"

#include "memory.h"

#include <stdlib.h>

void hold_add(struct hold *hold, struct slice line)
{
    if (hold->count == hold->capacity) {
        hold->capacity = hold->capacity ? 2 * hold->capacity : 64;
        hold->lengths = memory_resize_array(hold->lengths, hold->capacity, sizeof *hold->lengths);
    }
    buffer_append(&hold->lines, line);
    hold->lengths[hold->count++] = line.length;
}

bool hold_is_over(const struct hold *hold, bool is_honest)
{
    return hold->lines.length >= HOLD_LIMIT || (is_honest && !charset_is_open(&hold->evidence));
}

void hold_give(struct hold *hold, hold_take *take, void *context)
{
    size_t at = 0;
    for (size_t i = 0; i < hold->count; i++) {
        take(context, slice_of(hold->lines.bytes + at, hold->lengths[i]));
        at += hold->lengths[i];
    }
    hold->count = 0;
    buffer_clear(&hold->lines);
    hold->evidence = (struct charset_evidence){0};
}

void hold_release(struct hold *hold)
{
    buffer_release(&hold->lines);
    free(hold->lengths);
    *hold = (struct hold){0};
}
