/* A map from 64-bit hashes to small numbers. */
#ifndef GANLOC_ROLE_HASH_INDEX_H
#define GANLOC_ROLE_HASH_INDEX_H

#include <stddef.h>
#include <stdint.h>

/* All zero is a valid empty index. */
struct hash_index {
    struct hash_slot {
        uint64_t hash; /* 0: free */
        uint32_t number;
    } * slots; /* open addressing */
    uint8_t
        *filter; /* of `capacity` bytes, a bit for each hash (Bloom 1970, with one function): most
                    of what is looked for and is not there need not be looked for in the slots */
    size_t capacity; /* a power of two, or 0 */
    size_t count;
};

#define HASH_INDEX_NONE UINT32_MAX

/* The number kept with the hash, which is not 0; puts `number` with it where there is none. */
uint32_t hash_index_add(struct hash_index *index, uint64_t hash, uint32_t number);

/* The number kept with the hash, or HASH_INDEX_NONE. */
static inline uint32_t hash_index_find(const struct hash_index *index, uint64_t hash)
{
    if (!index->capacity)
        return HASH_INDEX_NONE;
    size_t mask = index->capacity - 1;
    if (!(index->filter[hash >> 23 & mask] >> (hash >> 20 & 7) & 1))
        return HASH_INDEX_NONE;
    for (size_t at = hash >> 20 & mask; index->slots[at].hash; at = (at + 1) & mask)
        if (index->slots[at].hash == hash)
            return index->slots[at].number;
    return HASH_INDEX_NONE;
}

/* Empties it. The memory of a small one is kept for the next use. */
void hash_index_clear(struct hash_index *index);

void hash_index_release(struct hash_index *index);

#endif
