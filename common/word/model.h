/* The file that holds a model of words: made by train(1), mapped and never written by segment(1).
 *
 * In it stand one behind the other, each from a multiple of 64 bytes on: the header, the
 * vocabulary (a hash table from forms to numbers), the syllables by number, the weights of the
 * dense features, and the n-grams (a hash table of buckets). Numbers are in the byte order of the
 * machine that made it.
 *
 * Both tables hold fingerprints of the hashes, not what was hashed, so that a look-up may find what
 * was not put in: for a form that is not in the vocabulary, of 14 bits in a cluster of some 14
 * entries, about once in a thousand times; for an n-gram, of 16 bits in at most 24 slots, less than
 * once in 2,700. */
#ifndef GANLOC_WORD_MODEL_H
#define GANLOC_WORD_MODEL_H

#include "../hash.h"
#include "../mapping.h"
#include "feature.h"
#include "form.h"

#define MODEL_NAME "words.model" /* in the data folder of a language */

enum {
    MODEL_VERSION = 1, /* raised with any change of how tokens, forms, shapes, features or keys are
                          made, and of what a level means: an older file would say other things */
    MODEL_ALIGNMENT = 64,
    VOCABULARY_BITS = 15,
    VOCABULARY_SLOTS = 1 << VOCABULARY_BITS,
    NUMBER_BITS = 18, /* of a token in the vocabulary */
    BUCKET_SLOTS = 12,
    DENSE_UNIT = 12,      /* dense weights are in twelfths of what training counts as one */
    WORD_WEIGHT_UNIT = 4, /* and those of words in thirds: 4 of these units */

    NUMBER_EDGE = 0,    /* of what stands around a sentence */
    NUMBER_UNKNOWN = 1, /* plus the shape, of tokens that are not in the vocabulary */
    NUMBER_FIRST = NUMBER_UNKNOWN + SHAPE_COUNT,
};

struct model_header {
    char magic[8]; /* MODEL_MAGIC */
    uint32_t byte_order;
    uint32_t version;
    uint64_t checksum; /* hash_bytes of all that follows in the file */
    uint64_t size;     /* bytes of the whole file */
    uint32_t shapes, dense_features, vocabulary_slots, numbers, buckets;
    uint8_t spare[12];
};

#define MODEL_MAGIC      "\x89GLwds\n"
#define MODEL_BYTE_ORDER 0x01020304u

/* A bucket is one line of the cache. Each slot has 16 bits of the n-gram's key, 0 in a free one,
 * and three bytes of its record. An n-gram whose bucket is full stands in the one beside it (its
 * number with the lowest bit turned), or nowhere. */
struct model_bucket {
    uint16_t fingerprints[BUCKET_SLOTS];
    uint8_t records[BUCKET_SLOTS][3];
    uint8_t spare[4];
};

struct model {
    const uint32_t *vocabulary; /* 14 bits of the form's hash, then its number; 0: free */
    const struct syllable_entry *syllables;
    uint32_t numbers; /* entries of `syllables` */
    const int16_t *dense;
    const struct model_bucket *buckets;
    uint32_t bucket_count; /* even */
    struct mapping mapping;
};

/* Maps the file at `path` and checks all of it. Returns false after a message if it cannot be read,
 * is no model, is of another version or byte order, or is damaged. */
bool model_open(struct model *model, const char *path);

/* The number of a form: in the vocabulary, or that of unknown tokens of its shape. */
uint32_t model_number(const struct model *model, const struct form *form);

void model_close(struct model *model);

/* Where the parts of a file lie. */
struct model_layout {
    size_t vocabulary, syllables, dense, buckets, size; /* offsets in bytes; of the whole file */
};

struct model_layout model_lay_out(uint32_t numbers, uint32_t buckets);

/* The key of an n-gram of numbers, built up token by token from the two first on. Never 0. */
static inline uint64_t gram_key_of_two(uint32_t first, uint32_t second)
{
    return hash_mix(((uint64_t) first << NUMBER_BITS | second) + 0x9E3779B97F4A7C15u) | 1;
}

static inline uint64_t gram_key_longer(uint64_t key, uint32_t next)
{
    return hash_mix(key + (uint64_t) next * 0xD6E8FEB86659FD93u) | 1;
}

/* The slot of the vocabulary where the search for a form begins, and its fingerprint there. */
static inline uint32_t vocabulary_slot(uint64_t hash)
{
    return (uint32_t) (hash_mix(hash) >> (64 - VOCABULARY_BITS));
}

static inline uint32_t vocabulary_fingerprint(uint64_t hash)
{
    return (uint32_t) (hash_mix(hash) & ((1u << (32 - NUMBER_BITS)) - 1));
}

/* The number in an entry of the vocabulary, whose other bits are the fingerprint. */
static inline uint32_t vocabulary_number_of(uint32_t entry)
{
    return entry & ((1u << NUMBER_BITS) - 1);
}

static inline uint32_t bucket_of(uint64_t key, uint32_t bucket_count)
{
    return (uint32_t) ((key >> 32) * bucket_count >> 32);
}

static inline uint16_t fingerprint_of(uint64_t key)
{
    uint16_t fingerprint = (uint16_t) (key >> 8);
    return fingerprint ? fingerprint : 1;
}

/* A bit for each of four 16-bit lanes that is 0: the highest one of the lane. */
static inline uint64_t zero_lanes(uint64_t lanes)
{
    const uint64_t low = 0x7FFF7FFF7FFF7FFFu;
    return ~(((lanes & low) + low) | lanes | low);
}

/* The slot of a bucket that has this fingerprint, or BUCKET_SLOTS. */
static inline unsigned bucket_find(const struct model_bucket *bucket, uint16_t fingerprint)
{
    uint64_t wanted = fingerprint * 0x0001000100010001u;
    for (unsigned slot = 0; slot < BUCKET_SLOTS; slot += 4) {
        uint64_t lanes;
        memcpy(&lanes, bucket->fingerprints + slot, sizeof lanes);
        if (!zero_lanes(lanes ^ wanted))
            continue;
        while (bucket->fingerprints[slot] != fingerprint)
            slot++;
        return slot;
    }
    return BUCKET_SLOTS;
}

/* What is known of the n-gram with this key; 0: nothing. */
static inline gram_record model_gram(const struct model *model, uint64_t key)
{
    uint32_t number = bucket_of(key, model->bucket_count);
    for (unsigned turn = 0; turn < 2; turn++, number ^= 1) {
        const struct model_bucket *bucket = &model->buckets[number];
        unsigned slot = bucket_find(bucket, fingerprint_of(key));
        if (slot < BUCKET_SLOTS) {
            const uint8_t *record = bucket->records[slot];
            return record[0] | (gram_record) record[1] << 8 | (gram_record) record[2] << 16;
        }
        if (!bucket->fingerprints[BUCKET_SLOTS - 1]) /* it is not full */
            break;
    }
    return 0;
}

#endif
