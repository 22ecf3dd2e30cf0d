#include "arena.h"
#include "unit.h"

#include <stdalign.h>

START_TEST(what_is_taken_never_moves)
{
    enum { COUNT = 20000 };
    static struct slice copies[COUNT];
    struct arena arena = {0};
    char text[32];
    for (int i = 0; i < COUNT; i++) {
        int length = snprintf(text, sizeof text, "text number %d", i);
        copies[i] = arena_copy(&arena, slice_of(text, (size_t) length));
    }
    for (int i = 0; i < COUNT; i++) {
        int length = snprintf(text, sizeof text, "text number %d", i);
        ck_assert(slice_equal(copies[i], slice_of(text, (size_t) length)));
    }
    arena_release(&arena);
}
END_TEST

START_TEST(memory_is_aligned_and_apart)
{
    enum { COUNT = 100 };
    struct arena arena = {0};
    char *taken[COUNT];
    for (size_t size = 0; size < COUNT; size++) {
        taken[size] = arena_take(&arena, size);
        ck_assert_uint_eq((uintptr_t) taken[size] % alignof(max_align_t), 0);
        memset(taken[size], (int) size, size);
    }
    for (size_t size = 0; size < COUNT; size++)
        for (size_t i = 0; i < size; i++)
            ck_assert_int_eq(taken[size][i], (char) size);
    arena_release(&arena);
}
END_TEST

START_TEST(large_pieces)
{
    struct arena arena = {0};
    char *small = arena_take(&arena, 10);
    memset(small, 's', 10);
    char *large = arena_take(&arena, 3 << 20);
    memset(large, 'l', 3 << 20);
    ck_assert_int_eq(small[9], 's');
    ck_assert_uint_ge(arena.size, (3 << 20) + 10);
    arena_release(&arena);
    ck_assert_uint_eq(arena.size, 0);
}
END_TEST

START_TEST(a_cleared_arena_is_used_again)
{
    struct arena arena = {0};
    arena_clear(&arena);
    arena_take(&arena, 100);
    arena_take(&arena, 1 << 20);
    arena_clear(&arena);
    ck_assert_uint_eq(arena.size, 0);
    struct arena_block *block = arena.blocks;
    memset(arena_take(&arena, 1 << 20), 'x', 1 << 20);
    ck_assert_ptr_eq(arena.blocks, block);
    arena_release(&arena);
    ck_assert_ptr_null(arena.blocks);
}
END_TEST

START_TEST(empty_copies)
{
    struct arena arena = {0};
    ck_assert_uint_eq(arena_copy(&arena, (struct slice){NULL, 0}).length, 0);
    ck_assert_ptr_nonnull(arena_copy(&arena, SLICE("")).bytes);
    arena_release(&arena);
}
END_TEST

int main(void)
{
    return unit_run("arena", (const TTest *const[]){
                                 what_is_taken_never_moves,
                                 memory_is_aligned_and_apart,
                                 large_pieces,
                                 a_cleared_arena_is_used_again,
                                 empty_copies,
                                 NULL,
                             });
}
