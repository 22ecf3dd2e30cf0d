#include "train_text.h"

#include "word/model.h"

static struct reader reader;

/* The sentences of the text: between two tokens '_' where the gap is joined and ' ' where not, with
 * '!' before it where it is closed. A token is shown as its index, in the order of first mention.
 */
static void expect(struct slice text, struct slice expected, int line)
{
    struct buffer seen = {0};
    reader_init(&reader);
    struct samples samples = reader_read(&reader, text);
    for (size_t sentence = 0; sentence < samples.sentence_count; sentence++) {
        for (size_t i = samples.starts[sentence]; i < samples.starts[sentence + 1]; i++) {
            buffer_append_number(&seen, samples.ids[i]);
            if (samples.labels[i] & GAP_IS_CLOSED)
                buffer_append_byte(&seen, '!');
            buffer_append_byte(&seen, samples.labels[i] & GAP_IS_JOINED ? '_' : ' ');
        }
        buffer_append_byte(&seen, ';');
    }
    unit_compare(buffer_slice(&seen), expected, line);
    buffer_release(&seen);
    samples_release(&samples);
    reader_release(&reader);
}

#define expect_labels(text, labels) expect(SLICE(text), SLICE(labels), __LINE__)

START_TEST(labels)
{
    expect_labels("cây dừa_sáp cao .\n", "0 1_2 3! 4! ;");
    expect_labels("hợp_tác_xã\ntác hợp\n", "0_1_2! ;1 0! ;");
    expect_labels("cây ( dừa ) , cao\n", "0! 1! 2! 3! 4! 5! ;");
}
END_TEST

START_TEST(joined_where_no_word_can_be)
{
    expect_labels("cây_._dừa\n", "0!_1!_2! ;");
}
END_TEST

START_TEST(names_by_order_of_birth)
{
    expect_labels("ông Hai Lúa đi\n", "0 1_2 3! ;");
    expect_labels("Hai Lúa đi\n", "0 1 2! ;");             /* may be a number */
    expect_labels("ông hai Lúa đi\n", "0 1 2 3! ;");       /* so may be this */
    expect_labels("phố Hai Bà_Trưng\n", "0 1 2_3! ;");     /* is part of a longer name */
    expect_labels("thứ_Hai Lúa đi\n", "0_1 2 3! ;");       /* is part of another word */
    expect_labels("ông Hai , Lúa đi\n", "0 1! 2! 3 4! ;"); /* does not stand before a name */
}
END_TEST

START_TEST(names_of_persons)
{
    expect_labels("bắt đối_tượng_Nguyễn Văn_Hùng ở chợ\n", "0 1_2 3_4_5 6 7! ;");
    expect_labels("bắt đối_tượng Nguyễn_Văn_Hùng\n", "0 1_2 3_4_5! ;");
    expect_labels("chợ_Nguyễn\n", "0_1! ;"); /* no whole name */
}
END_TEST

START_TEST(gaps_that_no_word_goes_over)
{
    expect_labels("số 12_34 đi\n", "0 1!_1 2! ;");
    expect_labels("KTS. Lê_Lan\n", "0! 1_2! ;");
}
END_TEST

START_TEST(words_that_end_in_a_token)
{
    expect_labels("km / h dừa\n", "0 1! ;");    /* km/h is one token */
    expect_labels("cây\u00A0 dừa\n", "0 1! ;"); /* the word ends with the white space */
    expect_labels("cây_\u00A0\n", "0! ;");
}
END_TEST

START_TEST(nothing_to_learn_from)
{
    expect_labels("", "");
    expect_labels("\u00A0\n\t\n", "");
    expect_labels("cây\n", "0! ;");
}
END_TEST

/* A sentence of so many words, of two tokens each. */
static struct samples read_long(size_t words, char joint)
{
    struct buffer text = {0};
    for (size_t i = 0; i < words; i++) {
        buffer_append_string(&text, "dừa");
        buffer_append_byte(&text, joint);
        buffer_append_string(&text, "sáp ");
    }
    buffer_append_string(&text, "\n");
    reader_init(&reader);
    struct samples samples = reader_read(&reader, buffer_slice(&text));
    buffer_release(&text);
    return samples;
}

static void release(struct samples *samples)
{
    samples_release(samples);
    reader_release(&reader);
}

START_TEST(long_sentences_in_parts)
{
    struct samples samples = read_long(SAMPLE_LIMIT / 2, '_');
    ck_assert_uint_eq(samples.sentence_count, 1);
    release(&samples);
    samples = read_long(SAMPLE_LIMIT, '_');
    ck_assert_uint_eq(samples.count, (size_t) 2 * SAMPLE_LIMIT);
    ck_assert_uint_eq(samples.sentence_count, 3);
    ck_assert_uint_eq(samples.starts[1], SAMPLE_LIMIT - 2); /* its last word may go on */
    for (size_t i = 0; i < samples.sentence_count; i++) {
        ck_assert_uint_eq(samples.labels[samples.starts[i]], GAP_IS_JOINED);
        ck_assert_uint_eq(samples.labels[samples.starts[i + 1] - 1], GAP_IS_CLOSED);
    }
    release(&samples);
}
END_TEST

START_TEST(long_words_are_cut)
{
    reader_init(&reader);
    struct buffer text = {0};
    buffer_append_string(&text, "cây cao ");
    for (size_t i = 0; i < SAMPLE_LIMIT + 10; i++)
        buffer_append_string(&text, i ? "_dừa" : "dừa");
    struct samples samples = reader_read(&reader, buffer_slice(&text));
    buffer_release(&text);
    ck_assert_uint_eq(samples.sentence_count, 3);
    ck_assert_uint_eq(samples.starts[1], 2);
    ck_assert_uint_eq(samples.starts[2], 2 + SAMPLE_LIMIT);
    ck_assert_uint_eq(samples.starts[3], 2 + SAMPLE_LIMIT + 10);
    ck_assert_uint_eq(samples.labels[1 + SAMPLE_LIMIT], GAP_IS_CLOSED);
    release(&samples);
}
END_TEST

START_TEST(numbers)
{
    reader_init(&reader);
    struct samples samples = reader_read(&reader, SLICE("Cây dừa , ông Hai dừa\n"));
    struct vocabulary_word *words = reader.vocabulary.words;
    words[samples.ids[1]].count = 1000;
    vocabulary_number(&reader.vocabulary);
    samples_number(&samples, &reader.vocabulary);
    ck_assert_uint_eq(samples.ids[0], NUMBER_UNKNOWN + SHAPE_CAPITAL); /* as segment looks it up */
    ck_assert_uint_eq(samples.ids[1], NUMBER_FIRST);
    ck_assert_uint_eq(samples.ids[2], NUMBER_UNKNOWN + SHAPE_PUNCTUATION);
    ck_assert_uint_eq(samples.ids[4], NUMBER_UNKNOWN + SHAPE_CAPITAL_BIRTH);
    ck_assert_uint_eq(samples.ids[5], NUMBER_FIRST);
    ck_assert_uint_eq(samples.shapes[0], SHAPE_CAPITAL_FIRST);
    ck_assert_uint_eq(samples.shapes[1], SHAPE_LOWER);
    ck_assert_uint_eq(samples.shapes[4], SHAPE_CAPITAL_BIRTH); /* a name by order of birth */
    release(&samples);
}
END_TEST

int main(void)
{
    return unit_run("train_samples", (const TTest *const[]){
                                         labels,
                                         joined_where_no_word_can_be,
                                         names_by_order_of_birth,
                                         names_of_persons,
                                         gaps_that_no_word_goes_over,
                                         words_that_end_in_a_token,
                                         nothing_to_learn_from,
                                         long_sentences_in_parts,
                                         long_words_are_cut,
                                         numbers,
                                         NULL,
                                     });
}
