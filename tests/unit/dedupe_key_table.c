#include "../../tools/dedupe/key_table.h"
#include "unit.h"

START_TEST(an_empty_table)
{
    struct key_table table = {0};
    ck_assert_ptr_null(key_table_find(&table, 5));
    ck_assert_ptr_null(key_table_find(&table, 0));
    key_table_release(&table);
}
END_TEST

START_TEST(a_new_entry_is_zero_and_stays)
{
    struct key_table table = {0};
    struct key_entry *entry = key_table_add(&table, 5);
    ck_assert_uint_eq(entry->count, 0);
    ck_assert_uint_eq(entry->mark, 0);
    entry->count = 7;
    entry->mark = 9;
    ck_assert_ptr_eq(key_table_add(&table, 5), entry);
    ck_assert_ptr_eq(key_table_find(&table, 5), entry);
    ck_assert_ptr_null(key_table_find(&table, 6));
    ck_assert_uint_eq(table.count, 1);
    ck_assert_uint_eq(key_table_find(&table, 5)->count, 7);
    key_table_release(&table);
    ck_assert_ptr_null(key_table_find(&table, 5));
}
END_TEST

START_TEST(key_0_is_key_1)
{
    struct key_table table = {0};
    key_table_add(&table, 0)->count = 3;
    ck_assert_uint_eq(key_table_find(&table, 1)->count, 3);
    ck_assert_uint_eq(key_table_find(&table, 0)->count, 3);
    ck_assert_uint_eq(table.count, 1);
    key_table_release(&table);
}
END_TEST

/* Keys whose low bits are all the same fall on one slot, over the table's end, too. */
START_TEST(keys_that_collide)
{
    struct key_table table = {0};
    for (uint64_t i = 1; i <= 500; i++)
        key_table_add(&table, i << 32 | 1023)->count = (uint32_t) i;
    for (uint64_t i = 1; i <= 500; i++)
        ck_assert_uint_eq(key_table_find(&table, i << 32 | 1023)->count, i);
    ck_assert_ptr_null(key_table_find(&table, 1023));
    ck_assert_uint_eq(table.count, 500);
    key_table_release(&table);
}
END_TEST

START_TEST(many_keys)
{
    struct key_table table = {0};
    for (uint64_t i = 1; i <= 200000; i++) {
        struct key_entry *entry = key_table_add(&table, i * 0x9E3779B97F4A7C15u);
        entry->count = (uint32_t) i;
        entry->mark = (uint32_t) (i * 3);
    }
    ck_assert_uint_eq(table.count, 200000);
    ck_assert_uint_le(table.count, table.capacity / 4 * 3);
    for (uint64_t i = 1; i <= 200000; i++) {
        const struct key_entry *entry = key_table_find(&table, i * 0x9E3779B97F4A7C15u);
        ck_assert_uint_eq(entry->count, i);
        ck_assert_uint_eq(entry->mark, i * 3);
    }
    ck_assert_ptr_null(key_table_find(&table, 12345));
    key_table_release(&table);
}
END_TEST

START_TEST(a_cleared_table_is_empty)
{
    struct key_table table = {0};
    key_table_clear(&table);
    for (uint64_t count = 10; count <= 100000; count *= 100) {
        for (uint64_t i = 1; i <= count; i++)
            key_table_add(&table, i * 0x9E3779B97F4A7C15u)->count = 9;
        key_table_clear(&table);
        ck_assert_uint_eq(table.count, 0);
        ck_assert_ptr_null(key_table_find(&table, 0x9E3779B97F4A7C15u));
        ck_assert_uint_eq(key_table_add(&table, 0x9E3779B97F4A7C15u)->count, 0);
    }
    key_table_release(&table);
}
END_TEST

int main(void)
{
    return unit_run("dedupe_key_table", (const TTest *const[]){
                                            an_empty_table,
                                            a_new_entry_is_zero_and_stays,
                                            key_0_is_key_1,
                                            keys_that_collide,
                                            many_keys,
                                            a_cleared_table_is_empty,
                                            NULL,
                                        });
}
