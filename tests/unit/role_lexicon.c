#include "role/lexicon.h"

#include "unit.h"

static struct lexicon lexicon;

static struct buffer found;

/* Appends the number of an entry that is in the line. */
static void take(void *context, const struct line_token *tokens, size_t count, uint64_t hash)
{
    (void) context;
    uint32_t number = hash_index_find(&lexicon.entries, hash);
    ck_assert_uint_ne(hash, 0);
    ck_assert_uint_ge(count, 1);
    ck_assert_uint_le(count, 2);
    ck_assert_ptr_nonnull(tokens[count - 1].text.bytes);
    if (number == HASH_INDEX_NONE)
        return;
    buffer_append_string(&found, found.length ? " " : "");
    buffer_append_number(&found, number);
}

/* The numbers of entries in a line, in order of the line. */
static const char *entries_of(const char *text)
{
    struct line line;
    struct line_tokens tokens;
    buffer_clear(&found);
    line_read(&line, &tokens, slice_from_string(text));
    lexicon_each(&tokens, take, NULL);
    return buffer_string(&found);
}

static void add_all(const char *const *entries, size_t count)
{
    for (size_t i = 0; i < count; i++)
        ck_assert_uint_eq(lexicon_add(&lexicon, slice_from_string(entries[i])), i);
}

static void tear_down(void)
{
    lexicon_release(&lexicon);
    buffer_release(&found);
}

START_TEST(tokens_and_pairs)
{
    static const char *const entries[] = {"gà", "xem_thêm", "^_xem", "thêm_$", ":", "gà_:"};
    add_all(entries, sizeof entries / sizeof entries[0]);
    ck_assert_str_eq(entries_of("con gà"), "0");
    ck_assert_str_eq(entries_of("Xem Thêm"), "2 1 3");
    ck_assert_str_eq(entries_of("bạn xem thêm gì"), "1");
    ck_assert_str_eq(entries_of("xem gà thêm"), "2 0 3");
    ck_assert_str_eq(entries_of("gà:"), "0 4 5");
    ck_assert_str_eq(entries_of("GÀ : gà"), "0 4 5 0");
    ck_assert_str_eq(entries_of("ga"), "");
    ck_assert_str_eq(entries_of(""), "");
    ck_assert_str_eq(entries_of("   "), "");
    tear_down();
}
END_TEST

START_TEST(of_numbers_the_length_counts)
{
    static const char *const entries[] = {"00", "00000", "năm_0000", "00_/"};
    add_all(entries, sizeof entries / sizeof entries[0]);
    ck_assert_uint_eq(lexicon_add(&lexicon, SLICE("17")), 0);
    ck_assert_uint_eq(lexicon_add(&lexicon, SLICE("1234567")), 1);
    ck_assert_str_eq(entries_of("31"), "0");
    ck_assert_str_eq(entries_of("3"), "");
    ck_assert_str_eq(entries_of("98765"), "1");
    ck_assert_str_eq(entries_of("0987654321"), "1");
    ck_assert_str_eq(entries_of("Năm 1999"), "2");
    ck_assert_str_eq(entries_of("31/3"), "0 3");
    tear_down();
}
END_TEST

START_TEST(an_entry_is_there_once)
{
    ck_assert_uint_eq(lexicon_add(&lexicon, SLICE("một")), 0);
    ck_assert_uint_eq(lexicon_add(&lexicon, SLICE("hai")), 1);
    ck_assert_uint_eq(lexicon_add(&lexicon, SLICE("một")), 0);
    ck_assert_uint_eq(lexicon_add(&lexicon, SLICE("một_hai")), 2);
    ck_assert_uint_eq(lexicon_add(&lexicon, SLICE("hai_một")), 3);
    ck_assert_uint_eq(lexicon_add(&lexicon, SLICE("một_hai")), 2);
    tear_down();
}
END_TEST

START_TEST(what_is_no_entry)
{
    ck_assert_uint_eq(lexicon_add(&lexicon, SLICE("")), HASH_INDEX_NONE);
    ck_assert_uint_eq(lexicon_add(&lexicon, SLICE("_")), HASH_INDEX_NONE);
    ck_assert_uint_eq(lexicon_add(&lexicon, SLICE("a_")), HASH_INDEX_NONE);
    ck_assert_uint_eq(lexicon_add(&lexicon, SLICE("_a")), HASH_INDEX_NONE);
    ck_assert_uint_eq(lexicon_add(&lexicon, SLICE("a")), 0);
    tear_down();
}
END_TEST

START_TEST(a_full_lexicon)
{
    struct buffer word = {0};
    for (uint32_t number = 0; number <= LEXICON_LIMIT; number++) {
        buffer_clear(&word);
        for (uint32_t rest = number + 1; rest; rest /= 26)
            buffer_append_byte(&word, (char) ('a' + rest % 26));
        ck_assert_uint_eq(lexicon_add(&lexicon, buffer_slice(&word)),
                          number < LEXICON_LIMIT ? number : HASH_INDEX_NONE);
    }
    ck_assert_uint_eq(lexicon_add(&lexicon, SLICE("c")), 1);
    ck_assert_uint_eq(lexicon.entries.count, LEXICON_LIMIT);
    buffer_release(&word);
    tear_down();
}
END_TEST

/* What stands around a line is no token in it. */
START_TEST(signs_of_the_ends)
{
    static const char *const entries[] = {"^_a", "a_$"};
    add_all(entries, sizeof entries / sizeof entries[0]);
    ck_assert_str_eq(entries_of("a"), "0 1");
    ck_assert_str_eq(entries_of("^a$"), "");
    ck_assert_str_eq(entries_of("^ a $"), "");
    tear_down();
}
END_TEST

/* Nothing is a pair across what was left out of a long text. */
START_TEST(long_texts)
{
    static const char *const entries[] = {"^_một", "một_hai", "hai_một", "một", "một_$"};
    add_all(entries, sizeof entries / sizeof entries[0]);
    struct buffer text = {0};
    size_t gaps = 0;
    while (text.length < 1000)
        buffer_append_string(&text, "một ");
    struct line line;
    struct line_tokens tokens;
    line_read(&line, &tokens, buffer_slice(&text));
    for (size_t i = 0; i < tokens.count; i++)
        gaps += !tokens.tokens[i].hash;
    ck_assert_uint_eq(gaps, 1);
    const char *got = entries_of(buffer_string(&text));
    ck_assert_ptr_null(strpbrk(got, "12"));
    ck_assert_int_eq(got[0], '3');
    ck_assert_str_eq(got + strlen(got) - 1, "4");
    buffer_release(&text);
    tear_down();
}
END_TEST

int main(void)
{
    return unit_run("role_lexicon", (const TTest *const[]){
                                        tokens_and_pairs,
                                        of_numbers_the_length_counts,
                                        an_entry_is_there_once,
                                        what_is_no_entry,
                                        a_full_lexicon,
                                        signs_of_the_ends,
                                        long_texts,
                                        NULL,
                                    });
}
