#include "../../tools/train/grams.h"

#include "train_text.h"

static struct reader reader;
static struct samples samples;
static struct grams grams;

static void read_text(struct slice text)
{
    reader_init(&reader);
    samples = reader_read_numbered(&reader, text);
    grams_count(&grams, &samples);
}

static void release(void)
{
    grams_release(&grams);
    samples_release(&samples);
    reader_release(&reader);
}

/* The key of the n-gram of `length` tokens from `first` on in a sentence. */
static uint64_t key_at(size_t sentence, ptrdiff_t first, size_t length)
{
    static struct sample sample;
    uint64_t keys[GRAM_ORDERS];
    sample_load(&sample, &samples, sentence);
    sample_keys(&sample, first, keys);
    return keys[length - SHORTEST_GRAM];
}

static const struct gram *gram_at(size_t sentence, ptrdiff_t first, size_t length)
{
    return grams_find(&grams, key_at(sentence, first, length));
}

START_TEST(levels_of_gaps)
{
    static const struct {
        uint32_t total, joined;
        unsigned level;
    } cases[] = {
        {0, 0, 0},    {1, 0, 6},      {1, 1, 10},         {2, 1, 8},
        {300, 0, 1},  {300, 300, 15}, {63, 0, 1},         {50, 0, 1},
        {49, 0, 1},   {44, 0, 2},     {45, 0, 1},         {44, 44, 14},
        {90, 90, 15}, {89, 89, 15},   {UINT32_MAX, 0, 1}, {UINT32_MAX, UINT32_MAX, 15},
        {2, 0, 6},    {2, 2, 10},     {3, 1, 7},          {1000, 500, 8},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        ck_assert_msg(gap_level(cases[i].total, cases[i].joined) == cases[i].level, "%u of %u: %u",
                      cases[i].joined, cases[i].total, gap_level(cases[i].total, cases[i].joined));
}
END_TEST

START_TEST(levels_of_words)
{
    static const struct {
        uint32_t total, word;
        unsigned level;
    } cases[] = {
        {0, 0, 0},      {1, 0, 1},     {100, 0, 1},
        {100, 4, 2},    {100, 9, 3},   {100, 10, 6},
        {10, 1, 5},     {1000, 50, 4}, {1000, 99, 4},
        {1000, 100, 7}, {100, 49, 6},  {100, 50, 10},
        {8, 4, 8},      {10, 5, 9},    {100, 89, 10},
        {100, 90, 13},  {4, 4, 11},    {5, 5, 12},
        {49, 49, 12},   {50, 50, 13},  {UINT32_MAX, UINT32_MAX, 13},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        ck_assert_msg(word_level(cases[i].total, cases[i].word) == cases[i].level, "%u of %u: %u",
                      cases[i].word, cases[i].total, word_level(cases[i].total, cases[i].word));
}
END_TEST

START_TEST(a_table)
{
    ck_assert_ptr_null(grams_find(&grams, 1));
    for (uint64_t i = 1; i <= 100000; i++)
        grams_add(&grams, i * 3, 2)->total = (uint32_t) i;
    grams_add(&grams, 3, 2)->total++;
    ck_assert_uint_eq(grams.count, 100000);
    ck_assert_uint_eq(grams_find(&grams, 3)->total, 2);
    for (uint64_t i = 2; i <= 100000; i++)
        ck_assert_uint_eq(grams_find(&grams, i * 3)->total, i);
    ck_assert_ptr_null(grams_find(&grams, 4));
    grams_release(&grams);
    ck_assert_ptr_null(grams_find(&grams, 3));
}
END_TEST

START_TEST(counts)
{
    read_text(SLICE("cây dừa_sáp cao\ncây dừa_sáp\ndừa sáp_cao\n"));
    const struct gram *two = gram_at(0, 1, 2); /* dừa sáp */
    ck_assert_ptr_nonnull(two);
    ck_assert_uint_eq(two->order, 2);
    ck_assert_uint_eq(two->total, 3);
    ck_assert_uint_eq(two->joined[0], 2);
    ck_assert_uint_eq(two->word, 2);
    two = gram_at(0, 0, 2); /* cây dừa */
    ck_assert_ptr_nonnull(two);
    ck_assert_uint_eq(two->total, 2);
    ck_assert_uint_eq(two->joined[0], 0);
    ck_assert_uint_eq(two->word, 0);
    ck_assert_ptr_null(gram_at(0, 0, 3)); /* less than four times, and no word */
    two = gram_at(0, -1, 2);              /* the start of the sentence, cây */
    ck_assert_ptr_nonnull(two);
    ck_assert_uint_eq(two->total, 2);
    release();
}
END_TEST

START_TEST(rare_words_in_lower_case)
{
    read_text(SLICE("cây dừa_sáp cao\nông Lê_Văn\nhợp_tác_xã cao\nBến_sông\n"));
    ck_assert_ptr_nonnull(gram_at(0, 1, 2)); /* dừa_sáp, once */
    ck_assert_ptr_null(gram_at(0, 0, 2));    /* cây dừa: no word */
    ck_assert_ptr_null(gram_at(1, 1, 2));    /* Lê_Văn: a name */
    ck_assert_ptr_nonnull(gram_at(3, 0, 2)); /* Bến_sông: the capital is that of the sentence */
    /* A longer word is looked up by way of its start, which is rare and no word. */
    ck_assert_ptr_null(gram_at(2, 0, 2));
    ck_assert_ptr_null(gram_at(2, 0, 3));
    release();
}
END_TEST

START_TEST(nothing_to_count)
{
    grams_count(&grams, &samples);
    grams_select(&grams, &samples, 10);
    ck_assert_uint_eq(grams.count, 0);
    read_text(SLICE("cây\n"));
    grams_select(&grams, &samples, SIZE_MAX);
    release();
}
END_TEST

START_TEST(what_says_most_is_kept)
{
    struct buffer text = {0};
    for (unsigned i = 0; i < 40; i++) {
        buffer_append_string(&text, "bà con dừa_sáp bà con\n");
        buffer_append_string(&text, "mua dừa_sáp về\n");
        buffer_append_string(&text, "ghe nhỏ chở cây cao\n");
        buffer_append_string(&text, i % 2 ? "quả chuối\n" : "quả_chuối\n");
    }
    read_text(buffer_slice(&text));
    size_t all = grams.count;
    ck_assert_uint_gt(all, 10);
    grams_select(&grams, &samples, all);
    ck_assert_uint_eq(grams.count, all);
    grams_select(&grams, &samples, 2);
    ck_assert_uint_eq(grams.count, 2);
    ck_assert_ptr_nonnull(gram_at(0, 2, 2)); /* always a word, and often */
    ck_assert_ptr_nonnull(gram_at(3, 0, 2)); /* a word each second time */
    ck_assert_uint_eq(gram_at(0, 2, 2)->joined[0], 80);
    grams_select(&grams, &samples, 0);
    ck_assert_uint_eq(grams.count, 0);
    buffer_release(&text);
    release();
}
END_TEST

int main(void)
{
    return unit_run("train_grams", (const TTest *const[]){
                                       levels_of_gaps,
                                       levels_of_words,
                                       a_table,
                                       counts,
                                       rare_words_in_lower_case,
                                       nothing_to_count,
                                       what_says_most_is_kept,
                                       NULL,
                                   });
}
