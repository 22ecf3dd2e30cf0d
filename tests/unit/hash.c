#include "hash.h"
#include "unit.h"

/* Values of XXH3_64bits from the specification's own test (xxHash, tests/sanity_test.c). */
START_TEST(hashes_are_xxh3)
{
    ck_assert_uint_eq(hash_bytes(SLICE(""), 0), 0x2D06800538D394C2);
    ck_assert_uint_eq(hash_bytes((struct slice){NULL, 0}, 0), 0x2D06800538D394C2);
    ck_assert_uint_ne(hash_bytes(SLICE(""), 1), hash_bytes(SLICE(""), 0));
    ck_assert_uint_ne(hash_bytes(SLICE("a\0b"), 0), hash_bytes(SLICE("a\0c"), 0));
}
END_TEST

int main(void)
{
    return unit_run("hash", (const TTest *const[]){hashes_are_xxh3, NULL});
}
