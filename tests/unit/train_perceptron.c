#include "../../tools/train/perceptron.h"

#include "train_text.h"

static struct reader reader;
static struct samples samples;
static struct grams grams;
static struct weights *weights;

static const struct perceptron_options thorough = {.epochs = 30, .margin = 1, .learning_rate = 1};

/* Numbers the text and makes weights for it, all 0, with its n-grams counted. */
static void begin(struct slice text)
{
    reader_init(&reader);
    samples = reader_read_numbered(&reader, text);
    grams_count(&grams, &samples);
    weights = calloc(1, sizeof *weights);
    ck_assert_ptr_nonnull(weights);
    weights->numbers = reader.vocabulary.numbers;
    weights->words = calloc(weights->numbers, sizeof *weights->words);
    weights->syllables = calloc(weights->numbers, sizeof *weights->syllables);
    weights->grams = &grams;
}

static void end(void)
{
    free(weights->words);
    free(weights->syllables);
    free(weights);
    grams_release(&grams);
    samples_release(&samples);
    reader_release(&reader);
}

/* One sentence out of all. */
static struct samples only(size_t sentence)
{
    struct samples one = samples;
    one.starts += sentence;
    one.sentence_count = 1;
    return one;
}

/* How many sentences the weights split wrong; they stay as they are. */
static size_t count_wrong(const struct samples *tried)
{
    return perceptron_learn(weights, tried, &(struct perceptron_options){.epochs = 1});
}

static struct weight *word(size_t token)
{
    return &weights->words[samples.ids[token]];
}

#define TOY                                                                                            \
    "cây dừa_sáp cao\nông mua dừa_sáp về\ndừa cao\nông trồng dừa , mua sáp về\n"   \
    "hợp_tác_xã mua dừa\nông hợp_tác\nhợp_tác tốt\nxã tốt\nông ra xã , mua cây\n" \
    "sáp cao\nxã mua sáp\nông Lê_Văn_Tư ra xã\nông Tư mua sáp ( tốt )\nbà Lê_Hoa ra hợp_tác_xã\n"

START_TEST(a_toy_language_is_learned)
{
    begin(SLICE(TOY));
    ck_assert_uint_gt(count_wrong(&samples), 0);
    perceptron_learn(weights, &samples, &thorough);
    ck_assert_uint_eq(count_wrong(&samples), 0);
    end();
}
END_TEST

START_TEST(the_same_each_time)
{
    struct weight *dense = malloc(sizeof weights->dense);
    for (unsigned turn = 0; turn < 2; turn++) {
        begin(SLICE(TOY));
        perceptron_learn(weights, &samples,
                         &(struct perceptron_options){
                             .epochs = 3, .margin = 5, .learning_rate = 1, .is_shuffled = true});
        if (turn)
            ck_assert_mem_eq(dense, weights->dense, sizeof weights->dense);
        memcpy(dense, weights->dense, sizeof weights->dense);
        end();
    }
    free(dense);
}
END_TEST

START_TEST(weights_are_averages)
{
    begin(SLICE("dừa_sáp\n"));
    /* Wrong the first time, right the second: the weights were 0, 1 and 1. */
    ck_assert_uint_eq(
        perceptron_learn(weights, &samples,
                         &(struct perceptron_options){.epochs = 2, .learning_rate = 1}),
        0);
    ck_assert_int_eq(word(0)->now, -WEIGHT_UNIT + WEIGHT_UNIT / 3);
    ck_assert_int_eq(word(1)->now, word(0)->now);
    ck_assert_int_eq(word(0)->weighted_updates, 0);
    const struct weight *classes = &weights->dense[WORD_CLASS];
    ck_assert_int_eq(classes[1 << 8].now, -341); /* of two words, rounded */
    /* A word of two tokens, once out of once. */
    ck_assert_int_eq(classes[2 << 8 | word_level(1, 1) << 4].now, WEIGHT_UNIT - WEIGHT_UNIT / 3);
    /* What comes later begins where this ended. */
    ck_assert_uint_eq(count_wrong(&samples), 0);
    ck_assert_int_eq(word(0)->now, -WEIGHT_UNIT + WEIGHT_UNIT / 3);
    end();
}
END_TEST

START_TEST(words_only)
{
    begin(SLICE(TOY));
    perceptron_learn(weights, &samples,
                     &(struct perceptron_options){.epochs = 1, .learning_rate = 1});
    struct weight *dense = malloc(sizeof weights->dense);
    memcpy(dense, weights->dense, sizeof weights->dense);
    struct weight kept = *word(0);
    struct perceptron_options options = thorough;
    options.words_only = true;
    options.margin = 50;
    perceptron_learn(weights, &samples, &options);
    ck_assert_mem_eq(dense, weights->dense, sizeof weights->dense);
    ck_assert_int_ne(kept.now, word(0)->now);
    free(dense);
    end();
}
END_TEST

START_TEST(a_margin_is_wanted)
{
    begin(SLICE("dừa_sáp\n"));
    struct perceptron_options options = {.epochs = 1, .learning_rate = 1, .margin = 1000};
    perceptron_learn(weights, &samples, &thorough);
    ck_assert_uint_eq(count_wrong(&samples), 0);
    ck_assert_uint_eq(perceptron_learn(weights, &samples, &options), 1);
    end();
}
END_TEST

START_TEST(what_no_word_can_be)
{
    begin(SLICE("dừa_._sáp\na_b_c_d_e_g_h_i_k\n"));
    ck_assert_uint_eq(samples.sentence_count, 2);
    struct samples first = only(0);
    ck_assert_uint_eq(count_wrong(&first), 0);      /* closed gaps are nobody's mistake */
    perceptron_learn(weights, &samples, &thorough); /* a word of nine tokens cannot be learned */
    ck_assert_uint_eq(count_wrong(&samples), 1);
    end();
}
END_TEST

START_TEST(weights_do_not_overflow)
{
    struct buffer text = {0};
    for (size_t i = 0; i < SAMPLE_LIMIT; i++)
        buffer_append_string(&text, "dừa_"); /* a word too long to be learned */
    begin(buffer_slice(&text));
    struct perceptron_options options = {.epochs = 300, .learning_rate = 1000, .margin = 1000};
    ck_assert_uint_eq(perceptron_learn(weights, &samples, &options), 1);
    buffer_release(&text);
    end();
}
END_TEST

START_TEST(no_sentences)
{
    begin(SLICE(""));
    ck_assert_uint_eq(perceptron_learn(weights, &samples, &thorough), 0);
    end();
}
END_TEST

START_TEST(the_longest_sentence)
{
    struct buffer text = {0};
    for (size_t i = 0; i < (size_t) 2 * SAMPLE_LIMIT; i++)
        buffer_append_string(&text, i % 3 ? "dừa " : "cây_");
    begin(buffer_slice(&text));
    ck_assert_uint_eq(samples.starts[1], SAMPLE_LIMIT - 1);
    struct perceptron_options options = thorough;
    options.epochs = 300;
    perceptron_learn(weights, &samples, &options);
    ck_assert_uint_eq(count_wrong(&samples), 0);
    buffer_release(&text);
    end();
}
END_TEST

int main(void)
{
    return unit_run("train_perceptron", (const TTest *const[]){
                                            a_toy_language_is_learned,
                                            the_same_each_time,
                                            weights_are_averages,
                                            words_only,
                                            a_margin_is_wanted,
                                            what_no_word_can_be,
                                            weights_do_not_overflow,
                                            no_sentences,
                                            the_longest_sentence,
                                            NULL,
                                        });
}
