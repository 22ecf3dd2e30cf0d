#include "../../tools/train/logarithm.h"

#include "unit.h"

#include <math.h>

enum { ONE = 1 << LOGARITHM_FRACTION };

START_TEST(powers_of_two)
{
    struct logarithms *logarithms = logarithms_new();
    ck_assert_int_eq(logarithms_of(logarithms, 0), 0);
    for (unsigned power = 0; power < 32; power++)
        ck_assert_int_eq(logarithms_of(logarithms, (uint32_t) 1 << power),
                         (int64_t) power * ONE << power);
    free(logarithms);
}
END_TEST

/* They are near the true ones, and grow as these do: it is differences that count. */
START_TEST(others)
{
    struct logarithms *logarithms = logarithms_new();
    for (uint32_t n = 3; n < 1u << 31; n += n / 3 + 1) {
        double value = (double) logarithms_of(logarithms, n) / ONE;
        double growth = (double) (logarithms_of(logarithms, n + 1) - logarithms_of(logarithms, n));
        ck_assert_double_lt(fabs(value - n * log2(n)), n * 1e-7);
        ck_assert_double_lt(fabs(growth / ONE - (log2(n) + 1 / log(2))), n * 3e-8 + 1.0 / n);
    }
    free(logarithms);
}
END_TEST

int main(void)
{
    return unit_run("train_logarithm", (const TTest *const[]){powers_of_two, others, NULL});
}
