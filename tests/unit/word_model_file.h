/* A model of words made by hand, for tests: it knows the tokens and the words it is given, and
 * nothing else. */
#ifndef GANLOC_UNIT_WORD_MODEL_FILE_H
#define GANLOC_UNIT_WORD_MODEL_FILE_H

#include "../../common/word/model.h"
#include "hash.h"
#include "unit.h"

enum { MODEL_FILE_BUCKETS = 1024 };

/* A model being made: the bytes of the file. Released with buffer_release(&file.bytes). */
struct model_file {
    struct buffer bytes;
    struct model_layout layout;
    uint32_t numbers; /* given so far */
};

static inline struct model_header *model_file_header(struct model_file *file)
{
    return (void *) file->bytes.bytes;
}

/* Puts the checksum right after changes. */
static inline void model_file_seal(struct model_file *file)
{
    size_t checked = offsetof(struct model_header, size);
    model_file_header(file)->checksum =
        hash_bytes(slice_from_offset(buffer_slice(&file->bytes), checked), 0);
}

/* An empty model with room for so many numbers. */
static inline struct model_file model_file_new(uint32_t numbers)
{
    struct model_file file = {.layout = model_lay_out(numbers, MODEL_FILE_BUCKETS),
                              .numbers = NUMBER_FIRST};
    buffer_reserve(&file.bytes, file.layout.size);
    memset(file.bytes.bytes, 0, file.layout.size);
    file.bytes.length = file.layout.size;
    *model_file_header(&file) = (struct model_header){
        .byte_order = MODEL_BYTE_ORDER,
        .version = MODEL_VERSION,
        .size = file.layout.size,
        .shapes = SHAPE_COUNT,
        .dense_features = DENSE_FEATURES,
        .vocabulary_slots = VOCABULARY_SLOTS,
        .numbers = numbers,
        .buckets = MODEL_FILE_BUCKETS,
    };
    memcpy(model_file_header(&file)->magic, MODEL_MAGIC, sizeof model_file_header(&file)->magic);
    model_file_seal(&file);
    return file;
}

static inline uint32_t *model_file_vocabulary(struct model_file *file)
{
    return (void *) (file->bytes.bytes + file->layout.vocabulary);
}

/* The number of a form, which is given one if it has none. */
static inline uint32_t model_file_number(struct model_file *file, uint64_t form)
{
    uint32_t *slots = model_file_vocabulary(file), slot = vocabulary_slot(form);
    for (; slots[slot]; slot = (slot + 1) % VOCABULARY_SLOTS)
        if (slots[slot] >> NUMBER_BITS == vocabulary_fingerprint(form))
            return vocabulary_number_of(slots[slot]);
    ck_assert_uint_lt(file->numbers, model_file_header(file)->numbers);
    slots[slot] = vocabulary_fingerprint(form) << NUMBER_BITS | file->numbers;
    return file->numbers++;
}

/* Makes the n-gram with this key known, with the highest level for all and this weight. */
static inline void model_file_add_gram(struct model_file *file, uint64_t key, int weight)
{
    struct model_bucket *buckets = (void *) (file->bytes.bytes + file->layout.buckets);
    struct model_bucket *bucket = &buckets[bucket_of(key, MODEL_FILE_BUCKETS)];
    unsigned slot = 0;
    while (slot < BUCKET_SLOTS && bucket->fingerprints[slot] &&
           bucket->fingerprints[slot] != fingerprint_of(key))
        slot++;
    ck_assert_uint_lt(slot, BUCKET_SLOTS);
    bucket->fingerprints[slot] = fingerprint_of(key);
    bucket->records[slot][0] = 0xFF;
    bucket->records[slot][1] = 0xFF;
    bucket->records[slot][2] = (uint8_t) weight;
}

/* Makes the tokens with these forms a word, of which the beginnings are none. */
static inline void model_file_add_word(struct model_file *file, const uint64_t *forms, size_t count)
{
    enum { GOOD = 100, BAD = -100 };
    uint32_t first = model_file_number(file, forms[0]), second = model_file_number(file, forms[1]);
    uint64_t key = gram_key_of_two(first, second);
    model_file_add_gram(file, key, count == SHORTEST_GRAM ? GOOD : BAD);
    for (size_t i = SHORTEST_GRAM; i < count; i++) {
        key = gram_key_longer(key, model_file_number(file, forms[i]));
        model_file_add_gram(file, key, i + 1 == count ? GOOD : BAD);
    }
    model_file_seal(file);
}

/* Writes it to a path. */
static inline void model_file_write(const struct model_file *file, const char *path)
{
    FILE *out = fopen(path, "wb");
    ck_assert_ptr_nonnull(out);
    ck_assert_uint_eq(fwrite(file->bytes.bytes, 1, file->bytes.length, out), file->bytes.length);
    ck_assert_int_eq(fclose(out), 0);
}

#endif
