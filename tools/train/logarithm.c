#include "logarithm.h"

#include "memory.h"

/* log2 n for n > 0, digit by digit: a square is twice the logarithm. */
static int64_t logarithm_of(uint32_t n)
{
    enum { ONE = 31 }; /* bits behind the point of the mantissa */
    int64_t result = 0;
    uint64_t mantissa = (uint64_t) n << ONE;
    while (mantissa >= (uint64_t) 2 << ONE) {
        mantissa >>= 1;
        result++;
    }
    for (unsigned bit = 0; bit < LOGARITHM_FRACTION; bit++) {
        mantissa = mantissa * mantissa >> ONE;
        unsigned digit = mantissa >= (uint64_t) 2 << ONE;
        mantissa >>= digit;
        result = result << 1 | digit;
    }
    return result;
}

struct logarithms *logarithms_new(void)
{
    struct logarithms *logarithms = memory_new(1, sizeof *logarithms);
    for (uint32_t n = 1; n <= 1 << LOGARITHM_BITS; n++) {
        logarithms->logarithm[n] = logarithm_of(n);
        logarithms->table[n] = n * logarithms->logarithm[n];
    }
    return logarithms;
}

int64_t logarithms_large(const struct logarithms *logarithms, uint32_t n)
{
    unsigned shift = 0;
    while (n >> shift >= 1 << LOGARITHM_BITS)
        shift++;
    const int64_t *logarithm = &logarithms->logarithm[n >> shift];
    int64_t rest = n & (((uint32_t) 1 << shift) - 1);
    int64_t between = (logarithm[1] - logarithm[0]) * rest >> shift;
    return n * (logarithm[0] + between + ((int64_t) shift << LOGARITHM_FRACTION));
}
