#include "word_model_file.h"

#include "data_folder.h"

enum { NUMBERS = 1000 };

static struct model_file file;
static struct model model;

static void set_up(void)
{
    data_folder_make();
    file = model_file_new(NUMBERS);
}

static void tear_down(void)
{
    buffer_release(&file.bytes);
    data_folder_remove((const char *const[]){"m", NULL});
}

static bool open_it(void)
{
    model_file_write(&file, "vi/m");
    return model_open(&model, "vi/m");
}

/* The file, sealed or not, is refused with this message. */
static void refuse(const char *wrong)
{
    struct buffer expected = {0};
    int messages = unit_catch_messages();
    ck_assert(!open_it());
    buffer_append_string(&expected, "ganloc: vi/m: ");
    buffer_append_string(&expected, wrong);
    buffer_append_byte(&expected, '\n');
    unit_compare(unit_contents(messages), buffer_slice(&expected), __LINE__);
    ck_assert_ptr_null(model.mapping.bytes);
    model_close(&model);
    buffer_release(&expected);
}

static void refuse_sealed(const char *wrong)
{
    model_file_seal(&file);
    refuse(wrong);
}

static const char no_model[] = "not a model of words";
static const char other_version[] = "a model of another version; make it anew with train";
static const char wrong_size[] = "damaged: not as long as its header says";
static const char wrong_checksum[] = "damaged: its checksum is wrong";
static const char wrong_counts[] = "damaged: its counts do not fit its size";

START_TEST(a_good_one)
{
    set_up();
    struct form known = {.hash = 77, .shape = SHAPE_LOWER};
    struct form unknown = {.hash = 78, .shape = SHAPE_CODE};
    uint32_t number = model_file_number(&file, known.hash);
    model_file_add_gram(&file, gram_key_of_two(number, number), 5);
    model_file_seal(&file);
    ck_assert(open_it());
    ck_assert_uint_eq(model.numbers, NUMBERS);
    ck_assert_uint_eq(model.bucket_count, MODEL_FILE_BUCKETS);
    ck_assert_uint_eq(model_number(&model, &known), number);
    ck_assert_uint_eq(model_number(&model, &unknown), NUMBER_UNKNOWN + SHAPE_CODE);
    gram_record record = model_gram(&model, gram_key_of_two(number, number));
    ck_assert_int_eq(gram_word_weight(record), 5);
    ck_assert_uint_eq(gram_gap_level(record, 0), 15);
    ck_assert_uint_eq(model_gram(&model, gram_key_of_two(number, 1)), 0);
    model_close(&model);
    ck_assert_ptr_null(model.mapping.bytes);
    tear_down();
}
END_TEST

/* An n-gram stands beside its bucket where that is full, and is not looked for in a third one. */
START_TEST(a_bucket_that_is_full)
{
    set_up();
    uint64_t key = gram_key_of_two(20, 30);
    uint32_t number = bucket_of(key, MODEL_FILE_BUCKETS);
    struct model_bucket *buckets = (void *) (file.bytes.bytes + file.layout.buckets);
    struct model_bucket *bucket = &buckets[number], *beside = &buckets[number ^ 1];
    for (unsigned slot = 0; slot < BUCKET_SLOTS; slot++)
        bucket->fingerprints[slot] = (uint16_t) (fingerprint_of(key) ^ (slot + 1));
    beside->fingerprints[0] = fingerprint_of(key);
    beside->records[0][0] = 0x21;
    model_file_seal(&file);
    ck_assert(open_it());
    ck_assert_uint_eq(model_gram(&model, key), 0x21);
    model_close(&model);
    memset(beside->fingerprints, 0xFF, sizeof beside->fingerprints);
    beside->fingerprints[0] = (uint16_t) ~fingerprint_of(key);
    model_file_seal(&file);
    ck_assert(open_it());
    ck_assert_uint_eq(model_gram(&model, key), 0);
    model_close(&model);
    tear_down();
}
END_TEST

START_TEST(no_file)
{
    int messages = unit_catch_messages();
    ck_assert(!model_open(&model, "/nowhere/m"));
    ck_assert(!model_open(&model, "/"));
    assert_slice(unit_contents(messages),
                 "ganloc: /nowhere/m: cannot map: No such file or directory\n"
                 "ganloc: /: cannot map: Is a directory\n");
}
END_TEST

START_TEST(an_empty_file)
{
    set_up();
    file.bytes.length = 0;
    refuse(no_model);
    tear_down();
}
END_TEST

START_TEST(a_truncated_one)
{
    set_up();
    size_t size = file.bytes.length;
    file.bytes.length = sizeof(struct model_header) - 1;
    refuse(no_model);
    file.bytes.length = sizeof(struct model_header);
    refuse(wrong_size);
    file.bytes.length = size - 1;
    refuse(wrong_size);
    file.bytes.length = size;
    buffer_append_byte(&file.bytes, 0);
    refuse(wrong_size);
    tear_down();
}
END_TEST

START_TEST(another_magic)
{
    set_up();
    model_file_header(&file)->magic[7] = '\r'; /* what a transfer as text makes of it */
    refuse(no_model);
    tear_down();
}
END_TEST

START_TEST(another_byte_order)
{
    set_up();
    model_file_header(&file)->byte_order = 0x04030201;
    refuse("a model made on a machine of another byte order");
    tear_down();
}
END_TEST

START_TEST(another_version)
{
    set_up();
    model_file_header(&file)->version++;
    refuse(other_version);
    model_file_header(&file)->version--;
    model_file_header(&file)->shapes++;
    refuse_sealed(other_version);
    model_file_header(&file)->shapes--;
    model_file_header(&file)->dense_features++;
    refuse_sealed(other_version);
    model_file_header(&file)->dense_features--;
    model_file_header(&file)->vocabulary_slots /= 2;
    refuse_sealed(other_version);
    tear_down();
}
END_TEST

START_TEST(a_byte_of_any_part)
{
    set_up();
    const size_t places[] = {
        offsetof(struct model_header, checksum),
        offsetof(struct model_header, numbers),
        offsetof(struct model_header, buckets),
        offsetof(struct model_header, spare),
        file.layout.vocabulary,
        file.layout.syllables,
        file.layout.dense,
        file.layout.buckets,
        file.layout.size - 1,
    };
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        file.bytes.bytes[places[i]] ^= 1;
        refuse(wrong_checksum);
        file.bytes.bytes[places[i]] ^= 1;
    }
    ck_assert(open_it());
    model_close(&model);
    tear_down();
}
END_TEST

START_TEST(counts_that_do_not_fit)
{
    set_up();
    struct model_header *header = model_file_header(&file);
    const struct model_header good = *header;
    const uint32_t numbers[] = {0, NUMBER_FIRST - 1, NUMBERS + 100, 1u << NUMBER_BITS | 1,
                                UINT32_MAX};
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        header->numbers = numbers[i];
        refuse_sealed(wrong_counts);
    }
    *header = good;
    const uint32_t buckets[] = {0, MODEL_FILE_BUCKETS - 1, MODEL_FILE_BUCKETS + 2, UINT32_MAX};
    for (size_t i = 0; i < sizeof buckets / sizeof buckets[0]; i++) {
        header->buckets = buckets[i];
        refuse_sealed(wrong_counts);
    }
    tear_down();
}
END_TEST

START_TEST(a_wrong_vocabulary)
{
    set_up();
    uint32_t *slots = model_file_vocabulary(&file);
    slots[5] = NUMBERS; /* has no syllable */
    refuse_sealed("damaged: its vocabulary is");
    for (size_t slot = 0; slot < VOCABULARY_SLOTS; slot++)
        slots[slot] = NUMBER_FIRST;
    refuse_sealed("damaged: its vocabulary is");
    slots[VOCABULARY_SLOTS - 1] = 0;
    model_file_seal(&file);
    ck_assert(open_it());
    model_close(&model);
    tear_down();
}
END_TEST

START_TEST(a_wrong_syllable)
{
    set_up();
    struct syllable_entry *syllables = (void *) (file.bytes.bytes + file.layout.syllables);
    syllables[NUMBERS - 1].alone_level = 8;
    refuse_sealed("damaged: its syllables are");
    tear_down();
}
END_TEST

int main(void)
{
    return unit_run("word_model", (const TTest *const[]){
                                      a_good_one,
                                      a_bucket_that_is_full,
                                      no_file,
                                      an_empty_file,
                                      a_truncated_one,
                                      another_magic,
                                      another_byte_order,
                                      another_version,
                                      a_byte_of_any_part,
                                      counts_that_do_not_fit,
                                      a_wrong_vocabulary,
                                      a_wrong_syllable,
                                      NULL,
                                  });
}
