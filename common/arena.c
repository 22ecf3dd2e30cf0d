#include "arena.h"

#include "memory.h"

#include <stdalign.h>
#include <stdlib.h>

enum { BLOCK = 256 << 10, ALIGNMENT = alignof(max_align_t) };

struct arena_block {
    struct arena_block *next;
    size_t used, capacity;
    alignas(max_align_t) char bytes[];
};

static void add_block(struct arena *arena, size_t size)
{
    size_t capacity = size > BLOCK ? size : BLOCK;
    if (capacity > SIZE_MAX - sizeof(struct arena_block))
        memory_exhausted();
    struct arena_block *block = memory_resize(NULL, sizeof *block + capacity);
    block->next = arena->blocks;
    block->used = 0;
    block->capacity = capacity;
    arena->blocks = block;
}

void *arena_take(struct arena *arena, size_t size)
{
    size_t rounded = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (rounded < size)
        memory_exhausted();
    if (!arena->blocks || arena->blocks->capacity - arena->blocks->used < rounded)
        add_block(arena, rounded);
    void *taken = arena->blocks->bytes + arena->blocks->used;
    arena->blocks->used += rounded;
    arena->size += rounded;
    return taken;
}

struct slice arena_copy(struct arena *arena, struct slice bytes)
{
    char *copy = arena_take(arena, bytes.length);
    if (bytes.length)
        memcpy(copy, bytes.bytes, bytes.length);
    return slice_of(copy, bytes.length);
}

static void free_blocks(struct arena_block *block)
{
    while (block) {
        struct arena_block *next = block->next;
        free(block);
        block = next;
    }
}

void arena_clear(struct arena *arena)
{
    struct arena_block *block = arena->blocks;
    arena->size = 0;
    if (!block)
        return;
    free_blocks(block->next);
    block->next = NULL;
    block->used = 0;
}

void arena_release(struct arena *arena)
{
    free_blocks(arena->blocks);
    *arena = (struct arena){0};
}
