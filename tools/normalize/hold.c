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

bool hold_is_full(const struct hold *hold)
{
    return hold->lines.length + hold->count * sizeof *hold->lengths >= HOLD_LIMIT;
}

void hold_flush(struct hold *hold, hold_take *take, void *context)
{
    size_t at = 0;
    for (size_t i = 0; i < hold->count; i++) {
        take(context, slice_of(hold->lines.bytes + at, hold->lengths[i]));
        at += hold->lengths[i];
    }
    hold->count = 0;
    buffer_clear(&hold->lines);
}

void hold_release(struct hold *hold)
{
    buffer_release(&hold->lines);
    free(hold->lengths);
    *hold = (struct hold){0};
}
