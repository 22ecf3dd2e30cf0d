/* n log n in whole numbers: the same on every machine, which a libm does not promise. */
#ifndef TRAIN_LOGARITHM_H
#define TRAIN_LOGARITHM_H

#include <stdint.h>

enum {
    LOGARITHM_BITS = 16,     /* so many bits of n are looked up; between, it is linear */
    LOGARITHM_FRACTION = 26, /* bits behind the point: of n below 2^31, n log n fits */
};

struct logarithms {
    int64_t table[(1 << LOGARITHM_BITS) + 1];     /* n log2 n */
    int64_t logarithm[(1 << LOGARITHM_BITS) + 1]; /* log2 n */
};

/* Released with free(). */
struct logarithms *logarithms_new(void);

/* n log2 n of a large n. */
int64_t logarithms_large(const struct logarithms *logarithms, uint32_t n);

/* n log2 n of n to 2^31, in units of 2^-LOGARITHM_FRACTION; 0 for 0. */
static inline int64_t logarithms_of(const struct logarithms *logarithms, uint32_t n)
{
    return n <= 1 << LOGARITHM_BITS ? logarithms->table[n] : logarithms_large(logarithms, n);
}

#endif
