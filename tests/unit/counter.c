#include "counter.h"
#include "unit.h"

START_TEST(repeats)
{
    ck_assert(counter_is_repeat(SLICE("trời đẹp"), SLICE("trời đẹp")));
    ck_assert(counter_is_repeat(SLICE("trời đẹp 0"), SLICE("trời đẹp")));
    ck_assert(counter_is_repeat(SLICE("trời đẹp 123"), SLICE("trời đẹp")));
    ck_assert(counter_is_repeat(SLICE("trời đẹp ảnh 3"), SLICE("trời đẹp")));
    ck_assert(counter_is_repeat(SLICE("trời đẹp hình ảnh 3"), SLICE("trời đẹp")));
    ck_assert(counter_is_repeat(SLICE("hình 3 trời đẹp"), SLICE("trời đẹp")));
}
END_TEST

START_TEST(other_texts)
{
    ck_assert(!counter_is_repeat(SLICE("trời đẹp 1234"), SLICE("trời đẹp")));
    ck_assert(!counter_is_repeat(SLICE("trời đẹp3"), SLICE("trời đẹp")));
    ck_assert(!counter_is_repeat(SLICE("trời đẹp ảnh"), SLICE("trời đẹp")));
    ck_assert(!counter_is_repeat(SLICE("trời đẹp những hình ảnh 3"), SLICE("trời đẹp")));
    ck_assert(!counter_is_repeat(SLICE("trời đẹp ảnh 3 4"), SLICE("trời đẹp")));
    ck_assert(!counter_is_repeat(SLICE("trời đẹp khoảnhkhắc 3"), SLICE("trời đẹp")));
    ck_assert(!counter_is_repeat(SLICE("trời"), SLICE("trời đẹp")));
    ck_assert(!counter_is_repeat(SLICE("trời đẹp "), SLICE("trời đẹp")));
    ck_assert(!counter_is_repeat(SLICE("3"), SLICE("")));
    ck_assert(!counter_is_repeat(SLICE(""), SLICE("")));
}
END_TEST

int main(void)
{
    return unit_run("counter", (const TTest *const[]){repeats, other_texts, NULL});
}
