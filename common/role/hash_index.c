#include "hash_index.h"

#include "../memory.h"

#include <stdlib.h>
#include <string.h>

static void put(struct hash_index *index, struct hash_slot added)
{
    size_t mask = index->capacity - 1, at = added.hash >> 20 & mask;
    while (index->slots[at].hash)
        at = (at + 1) & mask;
    index->slots[at] = added;
    index->filter[added.hash >> 23 & mask] |= (uint8_t) (1u << (added.hash >> 20 & 7));
}

static void grow(struct hash_index *index)
{
    struct hash_index larger = {.capacity = index->capacity ? index->capacity * 2 : 64};
    larger.slots = memory_new(larger.capacity, sizeof *larger.slots);
    larger.filter = memory_new(larger.capacity, 1);
    for (size_t i = 0; i < index->capacity; i++)
        if (index->slots[i].hash)
            put(&larger, index->slots[i]);
    larger.count = index->count;
    struct hash_index smaller = *index;
    *index = larger;
    hash_index_release(&smaller);
}

uint32_t hash_index_add(struct hash_index *index, uint64_t hash, uint32_t number)
{
    uint32_t found = hash_index_find(index, hash);
    if (found != HASH_INDEX_NONE)
        return found;
    if (index->count * 2 >= index->capacity)
        grow(index);
    put(index, (struct hash_slot){hash, number});
    index->count++;
    return number;
}

void hash_index_clear(struct hash_index *index)
{
    enum { KEPT = 4096 };
    if (index->capacity > KEPT) {
        hash_index_release(index);
        return;
    }
    if (index->count) {
        memset(index->slots, 0, index->capacity * sizeof *index->slots);
        memset(index->filter, 0, index->capacity);
    }
    index->count = 0;
}

void hash_index_release(struct hash_index *index)
{
    free(index->slots);
    free(index->filter);
    *index = (struct hash_index){0};
}
