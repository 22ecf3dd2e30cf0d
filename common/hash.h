/* Hashes of bytes. The only module that calls xxHash. */
#ifndef GANLOC_HASH_H
#define GANLOC_HASH_H

#include "bytes.h"

/* XXH3, 64 bits (xxHash specification 0.8): the same on every machine for the same seed. Not fit
 * against an adversary who knows the seed. */
uint64_t hash_bytes(struct slice bytes, uint64_t seed);

#endif
