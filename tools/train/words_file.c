#include "words_file.h"

#include "hash.h"
#include "memory.h"

#include <math.h>
#include <stdlib.h>

/* How full the slots of the buckets are where the size is the limit: with more, n-grams find no
 * room though there is some. Where it is not, half of them stay free, so that all find room. */
static const double fill = 0.88, loose_fill = 0.5;

static uint32_t count_buckets(size_t size, uint32_t numbers)
{
    size_t fixed = model_lay_out(numbers, 0).size;
    size_t buckets = size > fixed ? (size - fixed) / sizeof(struct model_bucket) : 0;
    if (buckets > UINT32_MAX)
        buckets = UINT32_MAX;
    return (uint32_t) (buckets / 2 * 2);
}

size_t words_file_room(size_t size, uint32_t numbers)
{
    return (size_t) (fill * count_buckets(size, numbers) * BUCKET_SLOTS);
}

/* As many buckets as the n-grams want, if there is room for them. */
static uint32_t choose_buckets(size_t size, const struct weights *weights)
{
    uint32_t most = count_buckets(size, weights->numbers);
    double wanted = ceil((double) weights->grams->count / (loose_fill * BUCKET_SLOTS) / 2) * 2 + 2;
    return wanted < most ? (uint32_t) wanted : most;
}

/* A weight in `unit` parts of one, as far as `limit` goes. */
static int quantize(int32_t weight, int unit, int limit, size_t *clipped)
{
    long value = lround((double) weight * unit / WEIGHT_UNIT);
    *clipped += value > limit || value < -limit;
    return value > limit ? limit : value < -limit ? -limit : (int) value;
}

enum { WORD_PARTS = DENSE_UNIT / WORD_WEIGHT_UNIT }; /* of a weight of one, for words */

/* Returns how many words are left out: they look the same as a more frequent one. */
static size_t put_vocabulary(uint32_t *slots, const struct vocabulary *vocabulary)
{
    size_t hidden = 0;
    for (size_t i = 0; i < vocabulary->count; i++) {
        const struct vocabulary_word *word = &vocabulary->words[i];
        uint32_t slot = vocabulary_slot(word->hash),
                 fingerprint = vocabulary_fingerprint(word->hash);
        if (!word->number)
            continue;
        while (slots[slot] && slots[slot] >> NUMBER_BITS != fingerprint)
            slot = (slot + 1) % VOCABULARY_SLOTS;
        hidden += slots[slot] != 0;
        uint32_t taken = vocabulary_number_of(slots[slot]);
        if (!slots[slot] || word->number < taken)
            slots[slot] = fingerprint << NUMBER_BITS | word->number;
    }
    return hidden;
}

static void put_syllables(struct syllable_entry *entries, const struct weights *weights,
                          size_t *clipped)
{
    for (uint32_t number = 0; number < weights->numbers; number++) {
        entries[number] = weights->syllables[number];
        entries[number].word_weight =
            (int8_t) quantize(weights->words[number].now, WORD_PARTS, INT8_MAX, clipped);
    }
}

static void put_dense(int16_t *dense, const struct weights *weights, size_t *clipped)
{
    for (size_t i = 0; i < DENSE_FEATURES; i++)
        dense[i] = (int16_t) quantize(weights->dense[i].now, DENSE_UNIT, INT16_MAX, clipped);
}

static gram_record record_of(const struct gram *gram, size_t *clipped)
{
    gram_record record = gram_levels(gram->order, gram->total, gram->joined, gram->word);
    int weight = quantize(gram->weight.now, WORD_PARTS, INT8_MAX, clipped);
    return record | (gram_record) (uint8_t) weight << 16;
}

static size_t free_slot(const struct model_bucket *bucket)
{
    return bucket_find(bucket, 0);
}

static void set_slot(struct model_bucket *bucket, size_t slot, uint16_t fingerprint,
                     gram_record record)
{
    bucket->fingerprints[slot] = fingerprint;
    for (unsigned byte = 0; byte < sizeof bucket->records[slot]; byte++)
        bucket->records[slot][byte] = (uint8_t) (record >> 8 * byte);
}

enum put_result {
    PUT_DONE,
    PUT_HIDDEN, /* not done: another one that looks the same is found in its place */
    PUT_FULL,   /* not done: neither the n-gram's bucket nor the one beside it has room */
};

static enum put_result put_gram(struct model_bucket *buckets, uint32_t count, uint64_t key,
                                gram_record record)
{
    uint32_t number = bucket_of(key, count);
    uint16_t fingerprint = fingerprint_of(key);
    for (unsigned turn = 0; turn < 2; turn++, number ^= 1) {
        if (bucket_find(&buckets[number], fingerprint) < BUCKET_SLOTS)
            return PUT_HIDDEN;
        size_t slot = free_slot(&buckets[number]);
        if (slot < BUCKET_SLOTS) {
            set_slot(&buckets[number], slot, fingerprint, record);
            return PUT_DONE;
        }
    }
    return PUT_FULL;
}

/* The n-grams that say something, the one with the highest score first. */
static int compare(const void *a, const void *b)
{
    const struct gram *left = *(struct gram *const *) a, *right = *(struct gram *const *) b;
    if (left->is_gold != right->is_gold)
        return left->is_gold ? -1 : 1;
    if (left->score != right->score)
        return left->score > right->score ? -1 : 1;
    return (left->key > right->key) - (left->key < right->key);
}

static void put_grams(struct model_bucket *buckets, uint32_t count, const struct grams *grams,
                      struct words_file_losses *losses)
{
    struct gram **sorted = memory_new(grams->count + 1, sizeof(struct gram *));
    size_t sorted_count = 0;
    for (size_t i = 0; i < grams->capacity; i++)
        if (grams->slots[i].key)
            sorted[sorted_count++] = &grams->slots[i];
    qsort(sorted, sorted_count, sizeof(struct gram *), compare);
    for (size_t i = 0; i < sorted_count; i++) {
        gram_record record = record_of(sorted[i], &losses->clipped);
        if (!record)
            continue;
        enum put_result result = put_gram(buckets, count, sorted[i]->key, record);
        losses->grams += result == PUT_FULL;
        losses->hidden_grams += result == PUT_HIDDEN;
    }
    free(sorted);
}

void words_file_append(struct buffer *file, const struct weights *weights,
                       const struct vocabulary *vocabulary, size_t size,
                       struct words_file_losses *losses)
{
    uint32_t buckets = choose_buckets(size, weights);
    struct model_layout layout = model_lay_out(weights->numbers, buckets);
    char *bytes = memory_new(1, layout.size); /* aligned, as the file is when it is mapped */
    *losses = (struct words_file_losses){0};
    losses->hidden_words = put_vocabulary((void *) (bytes + layout.vocabulary), vocabulary);
    put_syllables((void *) (bytes + layout.syllables), weights, &losses->clipped);
    put_dense((void *) (bytes + layout.dense), weights, &losses->clipped);
    put_grams((void *) (bytes + layout.buckets), buckets, weights->grams, losses);
    struct model_header header = {
        .magic = MODEL_MAGIC,
        .byte_order = MODEL_BYTE_ORDER,
        .version = MODEL_VERSION,
        .size = layout.size,
        .shapes = SHAPE_COUNT,
        .dense_features = DENSE_FEATURES,
        .vocabulary_slots = VOCABULARY_SLOTS,
        .numbers = weights->numbers,
        .buckets = buckets,
    };
    memcpy(bytes, &header, sizeof header);
    size_t checked = offsetof(struct model_header, size);
    header.checksum = hash_bytes(slice_of(bytes + checked, layout.size - checked), 0);
    memcpy(bytes, &header, sizeof header);
    buffer_append(file, slice_of(bytes, layout.size));
    free(bytes);
}
