/* Hashes of bytes. The only module that calls xxHash. */
#ifndef GANLOC_HASH_H
#define GANLOC_HASH_H

#include "bytes.h"

/* XXH3, 64 bits (xxHash specification 0.8): the same on every machine for the same seed. Not fit
 * against an adversary who knows the seed. */
uint64_t hash_bytes(struct slice bytes, uint64_t seed);

/* Spreads the bits of a key (the finalizer of Stafford's Mix13, as in SplitMix64). */
static inline uint64_t hash_mix(uint64_t key)
{
    key = (key ^ key >> 30) * 0xBF58476D1CE4E5B9u;
    key = (key ^ key >> 27) * 0x94D049BB133111EBu;
    return key ^ key >> 31;
}

#endif
