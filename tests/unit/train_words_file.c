#include "../../tools/train/words_file.h"

#include "unit.h"

enum { WORDS = 3000, NUMBERS = NUMBER_FIRST + WORDS };

static struct vocabulary vocabulary;
static struct grams grams;
static struct weights *weights;
static struct buffer file;
static struct words_file_losses losses;
static struct model model;

static struct form form_of(uint32_t word)
{
    return (struct form){.hash = hash_mix(word + 1), .shape = SHAPE_LOWER};
}

/* A vocabulary of WORDS, each with its number, and weights that are all 0. */
static void begin(void)
{
    for (uint32_t i = 0; i < WORDS; i++) {
        struct form form = form_of(i);
        uint32_t index = vocabulary_add(&vocabulary, &form);
        vocabulary.words[index].count = WORDS + 10 - i;
    }
    vocabulary_number(&vocabulary);
    ck_assert_uint_eq(vocabulary.numbers, NUMBERS);
    weights = calloc(1, sizeof *weights);
    ck_assert_ptr_nonnull(weights);
    weights->numbers = NUMBERS;
    weights->words = calloc(NUMBERS, sizeof *weights->words);
    weights->syllables = calloc(NUMBERS, sizeof *weights->syllables);
    weights->grams = &grams;
}

static uint64_t key_of(uint32_t word, unsigned order)
{
    uint64_t key = gram_key_of_two(NUMBER_FIRST + word, NUMBER_FIRST);
    for (unsigned i = SHORTEST_GRAM; i < order; i++)
        key = gram_key_longer(key, NUMBER_FIRST + i);
    return key;
}

/* An n-gram of each order for each of so many words; what comes first scores highest. */
static void add_grams(uint32_t words)
{
    for (uint32_t i = 0; i < words; i++) {
        for (unsigned order = SHORTEST_GRAM; order <= LONGEST_GRAM; order++) {
            struct gram *gram = grams_add(&grams, key_of(i, order), order);
            gram->total = 10 + i;
            gram->word = i % 10;
            gram->joined[0] = i % 7;
            gram->joined[order - 2] = 10;
            gram->weight.now = (int) (i % 40) * WEIGHT_UNIT - 20 * WEIGHT_UNIT;
            gram->score = (float) (words - i);
        }
    }
}

static void write_and_open(size_t size)
{
    char path[] = "/tmp/ganloc-unit.XXXXXX";
    int fd = mkstemp(path);
    words_file_append(&file, weights, &vocabulary, size, &losses);
    ck_assert_uint_le(file.length, size);
    ck_assert_int_eq(write(fd, file.bytes, file.length), (ssize_t) file.length);
    ck_assert_int_eq(close(fd), 0);
    ck_assert(model_open(&model, path));
    ck_assert_int_eq(unlink(path), 0);
}

static void end(void)
{
    model_close(&model);
    buffer_release(&file);
    vocabulary_release(&vocabulary);
    grams_release(&grams);
    free(weights->words);
    free(weights->syllables);
    free(weights);
}

static gram_record expected_record(const struct gram *gram)
{
    gram_record record = word_level(gram->total, gram->word) << 4 * (gram->order - 1);
    for (unsigned gap = 0; gap + 1 < gram->order; gap++)
        record |= gap_level(gram->total, gram->joined[gap]) << 4 * gap;
    int thirds = gram->weight.now * 3 / WEIGHT_UNIT;
    return record | (uint32_t) (thirds & 0xFF) << 16;
}

/* How many of the n-grams of a word are found with another record, or not at all: another one may
 * look the same, but seldom. */
static size_t count_lost(uint32_t first, uint32_t behind)
{
    size_t lost = 0;
    for (uint32_t i = first; i < behind; i++)
        for (unsigned order = SHORTEST_GRAM; order <= LONGEST_GRAM; order++)
            lost += model_gram(&model, key_of(i, order)) !=
                    expected_record(grams_find(&grams, key_of(i, order)));
    return lost;
}

START_TEST(nothing_learned)
{
    begin();
    write_and_open(1 << 20);
    ck_assert_uint_eq(losses.grams, 0);
    ck_assert_uint_eq(losses.clipped, 0);
    ck_assert_uint_eq(model_gram(&model, key_of(1, 2)), 0);
    end();
}
END_TEST

START_TEST(words_are_found)
{
    size_t others = 0;
    begin();
    write_and_open(1 << 20);
    ck_assert_uint_eq(model.numbers, NUMBERS);
    for (uint32_t i = 0; i < WORDS; i++) {
        struct form form = form_of(i);
        uint32_t number = model_number(&model, &form);
        others += number != NUMBER_FIRST + i;
        ck_assert_uint_le(number,
                          NUMBER_FIRST + i); /* of two that look the same the frequent one */
    }
    ck_assert_uint_le(others, 3);
    ck_assert_uint_eq(losses.hidden_words, others);
    struct form unknown = form_of(WORDS + 1);
    ck_assert_uint_eq(model_number(&model, &unknown), NUMBER_UNKNOWN + SHAPE_LOWER);
    end();
}
END_TEST

START_TEST(ngrams_are_found)
{
    begin();
    add_grams(100);
    write_and_open(4000000);
    ck_assert_uint_eq(losses.grams, 0);
    ck_assert_uint_eq(count_lost(0, 100), losses.hidden_grams);
    ck_assert_uint_le(losses.hidden_grams, 1);
    ck_assert_uint_lt(file.length, 1000000); /* no more than is needed */
    end();
}
END_TEST

START_TEST(weights_are_rounded_and_cut)
{
    begin();
    struct gram *gram = grams_add(&grams, key_of(0, 2), 2);
    gram->weight.now = 43 * WEIGHT_UNIT; /* 129 thirds */
    weights->words[NUMBER_FIRST].now = -50 * WEIGHT_UNIT;
    weights->words[NUMBER_FIRST + 1].now = -WEIGHT_UNIT / 2;
    weights->words[NUMBER_FIRST + 2].now = 42 * WEIGHT_UNIT;
    weights->syllables[NUMBER_FIRST].rhyme = 7;
    weights->dense[0].now = WEIGHT_UNIT / 12;
    weights->dense[1].now = -WEIGHT_UNIT / 25;
    weights->dense[2].now = 3000 * WEIGHT_UNIT;
    weights->dense[DENSE_FEATURES - 1].now = INT32_MIN;
    write_and_open(1 << 20);
    ck_assert_uint_eq(losses.clipped, 4);
    ck_assert_int_eq(gram_word_weight(model_gram(&model, key_of(0, 2))), INT8_MAX);
    ck_assert_int_eq(model.syllables[NUMBER_FIRST].word_weight, -INT8_MAX);
    ck_assert_int_eq(model.syllables[NUMBER_FIRST].rhyme, 7);
    ck_assert_int_eq(model.syllables[NUMBER_FIRST + 1].word_weight, -2);
    ck_assert_int_eq(model.syllables[NUMBER_FIRST + 2].word_weight, 126);
    ck_assert_int_eq(model.dense[0], 1);
    ck_assert_int_eq(model.dense[1], 0);
    ck_assert_int_eq(model.dense[2], INT16_MAX);
    ck_assert_int_eq(model.dense[DENSE_FEATURES - 1], -INT16_MAX);
    end();
}
END_TEST

/* Bytes for so many buckets. */
static size_t size_of(uint32_t buckets)
{
    return model_lay_out(NUMBERS, buckets).size;
}

START_TEST(room)
{
    ck_assert_uint_eq(words_file_room(1, NUMBERS), 0);
    ck_assert_uint_eq(words_file_room(size_of(2) - 1, NUMBERS), 0);
    ck_assert_uint_eq(words_file_room(size_of(2), NUMBERS), 21);
    ck_assert_uint_eq(words_file_room(size_of(3), NUMBERS), 21);
    ck_assert_uint_eq(words_file_room(size_of(100), NUMBERS), 1056);
    ck_assert_uint_gt(words_file_room(SIZE_MAX, NUMBERS), UINT32_MAX);
}
END_TEST

START_TEST(what_scores_highest_goes_in)
{
    enum { BUCKETS = 100, KEPT = 300 };
    begin();
    add_grams(WORDS);
    write_and_open(size_of(BUCKETS));
    ck_assert_uint_eq(file.length, size_of(BUCKETS));
    size_t lost = losses.grams + losses.hidden_grams;
    ck_assert_uint_ge(lost, 3 * WORDS - BUCKETS * BUCKET_SLOTS);
    ck_assert_uint_le(lost, 3 * WORDS - BUCKETS * BUCKET_SLOTS + 60);
    ck_assert_uint_le(count_lost(0, KEPT), 3 * KEPT / 20);
    end();
}
END_TEST

START_TEST(what_looks_the_same_is_counted)
{
    begin();
    uint64_t key = key_of(0, 2),
             twin = key ^ 2; /* of another hash, but with the same fingerprint */
    grams_add(&grams, key, 2)->weight.now = WEIGHT_UNIT;
    grams_find(&grams, key)->score = 2;
    grams_add(&grams, twin, 2)->weight.now = 2 * WEIGHT_UNIT;
    grams_find(&grams, twin)->score = 1;
    write_and_open(1 << 20);
    ck_assert_uint_eq(losses.hidden_grams, 1);
    ck_assert_uint_eq(losses.grams, 0);
    ck_assert_int_eq(gram_word_weight(model_gram(&model, key)), 3);
    ck_assert_int_eq(gram_word_weight(model_gram(&model, twin)), 3);
    end();
}
END_TEST

START_TEST(gold_goes_in_first)
{
    enum { BUCKETS = 2 };
    begin();
    add_grams(WORDS);
    struct gram *gold = grams_add(&grams, key_of(WORDS, 2), 2);
    gold->is_gold = true;
    gold->weight.now = -2 * WEIGHT_UNIT;
    write_and_open(size_of(BUCKETS));
    ck_assert_int_eq(gram_word_weight(model_gram(&model, key_of(WORDS, 2))), -6);
    end();
}
END_TEST

START_TEST(appended)
{
    begin();
    add_grams(10);
    buffer_append_string(&file, "before");
    words_file_append(&file, weights, &vocabulary, 1 << 20, &losses);
    size_t length = file.length - strlen("before");
    words_file_append(&file, weights, &vocabulary, SIZE_MAX, &losses); /* the same bytes */
    ck_assert_uint_eq(file.length, strlen("before") + 2 * length);
    ck_assert_mem_eq(file.bytes + strlen("before"), file.bytes + strlen("before") + length, length);
    end();
}
END_TEST

int main(void)
{
    return unit_run("train_words_file", (const TTest *const[]){
                                            nothing_learned,
                                            words_are_found,
                                            ngrams_are_found,
                                            weights_are_rounded_and_cut,
                                            room,
                                            what_scores_highest_goes_in,
                                            what_looks_the_same_is_counted,
                                            gold_goes_in_first,
                                            appended,
                                            NULL,
                                        });
}
