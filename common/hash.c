#define XXH_INLINE_ALL
#include "hash.h"

#include <xxhash.h>

uint64_t hash_bytes(struct slice bytes, uint64_t seed)
{
    return XXH3_64bits_withSeed(bytes.bytes, bytes.length, seed);
}
