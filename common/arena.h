/* Memory for many small things that go together. What is taken from an arena never moves. */
#ifndef GANLOC_ARENA_H
#define GANLOC_ARENA_H

#include "bytes.h"

struct arena_block;

/* All zero is a valid empty arena. */
struct arena {
    struct arena_block *blocks; /* the one in use first */
    size_t size;                /* bytes handed out since the last clear */
};

/* `size` bytes, aligned for any type, valid until the arena is cleared or released. */
void *arena_take(struct arena *arena, size_t size);

/* A copy of the bytes. */
struct slice arena_copy(struct arena *arena, struct slice bytes);

/* Takes everything back, keeping one block for the next use. */
void arena_clear(struct arena *arena);

void arena_release(struct arena *arena);

#endif
