/* What the model of words looks at. A sentence of N tokens has N - 1 gaps; a gap is either inside
 * of a word or between two. A way to split a sentence has the score of the gaps that are inside of
 * words, plus the score of each word; the best one is found in lattice.h.
 *
 * Most of what is known comes from counts over a large text that was split before: how often an
 * n-gram of tokens (2 to 4 of them) has each of its gaps joined, and how often it is a word by
 * itself. They are rounded to 16 levels each, and the features below look at these levels side by
 * side. Trainer and segmenter share this file: the numbers stand in model files. */
#ifndef GANLOC_WORD_FEATURE_H
#define GANLOC_WORD_FEATURE_H

#include "../language.h"
#include "shape.h"

enum {
    LONGEST_GRAM = 4, /* tokens of an n-gram */
    SHORTEST_GRAM = 2,
    GRAM_ORDERS = LONGEST_GRAM - SHORTEST_GRAM + 1,
    FIRST_GRAM = SHORTEST_GRAM - LONGEST_GRAM, /* one that begins before this token of the sentence
                                                  holds no gap of it */
    LONGEST_WORD = 7,                          /* tokens of a word */
    MARGIN = 4,                                /* entries of the edge on both sides of a sentence */
    LEVELS = 16,                               /* of a statistic */
};

/* What is known of an n-gram: the levels of its statistics in bits 0 to 15, four bits each: how
 * readily its gaps are joined, from the first on, then how readily it is a word; in bits 16 to 23
 * its weight as a word, signed. 0: nothing is known. */
typedef uint32_t gram_record;

static inline unsigned gram_gap_level(gram_record record, unsigned gap)
{
    return record >> 4 * gap & 15;
}

static inline unsigned gram_word_level(gram_record record, size_t tokens)
{
    return record >> 4 * (tokens - 1) & 15;
}

static inline int gram_word_weight(gram_record record)
{
    return (int8_t) (record >> 16);
}

enum {
    NEVER_WORD_LEVEL = 1, /* seen, and never as a word */
    KNOWN_WORD_LEVEL = 8, /* from this on, half of all times and more it is a word */
};

enum { ALONE_LEVEL_MOST = 7 };

/* What is known of a single token, by its number in the vocabulary. */
struct syllable_entry {
    int8_t word_weight;  /* as a word by itself */
    uint8_t alone_level; /* how readily it is one, from 0 (not known) to ALONE_LEVEL_MOST */
    uint8_t onset;       /* 0: it is no syllable; see struct sound */
    uint8_t rhyme;
    uint8_t tone; /* tone_bits of its sound */
};

enum { TONE_NUMBER = 7, TONE_IS_LOW = 8, TONE_HAS_ONSET = 16 }; /* masks of tone_bits */

static inline uint8_t tone_bits(const struct sound *sound)
{
    return (uint8_t) ((sound->tone & TONE_NUMBER) | (sound->is_low ? TONE_IS_LOW : 0) |
                      (sound->has_onset ? TONE_HAS_ONSET : 0));
}

/* A sentence as the features see it. The pointers are to the entry of the first token; MARGIN more
 * stand before it and behind the last, with the edge's number and shape and no records. */
struct evidence {
    uint32_t *ids;                          /* of tokens in the vocabulary */
    uint8_t *shapes;                        /* enum shape */
    gram_record *grams[GRAM_ORDERS];        /* of the 2, 3 and 4 tokens that begin here */
    const struct syllable_entry *syllables; /* by id */
};

/* Dense features: each is a group of consecutive numbers, of which one is on. */
enum {
    SHAPES_OF_4 = 0,                              /* two tokens on either side of the gap */
    SHAPES_OF_6 = SHAPES_OF_4 + (1 << 16),        /* three, hashed */
    BIGRAM_LEVELS = SHAPES_OF_6 + (1 << 16),      /* the bigram at the gap and those beside it */
    TRIGRAM_LEVELS = BIGRAM_LEVELS + (1 << 12),   /* the bigram and both trigrams over the gap */
    FOURGRAM_LEVELS = TRIGRAM_LEVELS + (1 << 12), /* all three over the gap */
    REPETITION = FOURGRAM_LEVELS + (1 << 12),     /* which neighbours are the same token */
    SOUND = REPETITION + (1 << 5),                /* what two syllables share, by bigram level */
    ALONE_LEVELS = SOUND + (1 << 9),              /* both tokens' levels, by bigram level */
    WORD_CLASS = ALONE_LEVELS + (1 << 10),        /* length, level and shapes of a word */
    WORD_CONTEXT = WORD_CLASS + (1 << 11),        /* length and shapes, and those around */
    DENSE_FEATURES = WORD_CONTEXT + (1 << 11),
    GAP_FEATURES = 8,
    WORD_FEATURES = 2,
};

_Static_assert(SHAPE_COUNT <= 16, "a shape has four bits");
_Static_assert(WORD_CLASSES <= 16, "so has the class of a word");

/* Fibonacci hashing into 16 bits. */
static inline uint32_t feature_hash(uint32_t value)
{
    return (uint32_t) (value * 0x9E3779B97F4A7C15u >> 48);
}

static inline uint32_t sound_feature(const struct syllable_entry *left,
                                     const struct syllable_entry *right, unsigned shape,
                                     unsigned level)
{
    if (!left->onset || !right->onset || shape != SHAPE_LOWER)
        return SOUND;
    bool same_onset = left->onset == right->onset && left->tone & TONE_HAS_ONSET;
    bool same_rhyme = left->rhyme == right->rhyme;
    bool same_register = !((left->tone ^ right->tone) & TONE_IS_LOW);
    bool same_tone = !((left->tone ^ right->tone) & TONE_NUMBER);
    return SOUND + (256 | level | (uint32_t) same_onset << 4 | (uint32_t) same_rhyme << 5 |
                    (uint32_t) same_register << 6 | (uint32_t) same_tone << 7);
}

/* The features of the gap between tokens `gap` and `gap` + 1. */
static inline void gap_features(const struct evidence *evidence, ptrdiff_t gap,
                                uint32_t features[GAP_FEATURES])
{
    const uint32_t *id = evidence->ids + gap;
    const uint8_t *shape = evidence->shapes + gap;
    const gram_record *two = evidence->grams[0] + gap, *three = evidence->grams[1] + gap,
                      *four = evidence->grams[2] + gap;
    const struct syllable_entry *left = &evidence->syllables[id[0]],
                                *right = &evidence->syllables[id[1]];
    uint32_t shapes =
        shape[-1] | (uint32_t) shape[0] << 4 | (uint32_t) shape[1] << 8 | (uint32_t) shape[2] << 12;
    uint32_t wider = shapes | (uint32_t) shape[-2] << 16 | (uint32_t) shape[3] << 20;
    unsigned level = gram_gap_level(two[0], 0);
    features[0] = SHAPES_OF_4 + shapes;
    features[1] = SHAPES_OF_6 + feature_hash(wider);
    features[2] =
        BIGRAM_LEVELS + (level | gram_gap_level(two[-1], 0) << 4 | gram_gap_level(two[1], 0) << 8);
    features[3] = TRIGRAM_LEVELS +
                  (level | gram_gap_level(three[-1], 1) << 4 | gram_gap_level(three[0], 0) << 8);
    features[4] =
        FOURGRAM_LEVELS + (gram_gap_level(four[-1], 1) | gram_gap_level(four[-2], 2) << 4 |
                           gram_gap_level(four[0], 0) << 8);
    features[5] =
        REPETITION + ((uint32_t) (id[0] == id[1]) | (uint32_t) (id[-1] == id[1]) << 1 |
                      (uint32_t) (id[0] == id[2]) << 2 | (uint32_t) (id[-1] == id[0]) << 3 |
                      (uint32_t) (id[1] == id[2]) << 4);
    features[6] = sound_feature(left, right, shape[1], level);
    features[7] = ALONE_LEVELS +
                  (level | (uint32_t) left->alone_level << 4 | (uint32_t) right->alone_level << 7);
}

/* The features of the word of `length` tokens from `first` on; `record` is its n-gram's, 0 where it
 * has none. `is_lower` says that all its tokens have SHAPE_LOWER. */
static inline void word_features(const struct evidence *evidence, ptrdiff_t first, size_t length,
                                 bool is_lower, gram_record record,
                                 uint32_t features[WORD_FEATURES])
{
    const uint8_t *shapes = evidence->shapes + first;
    enum word_class class = is_lower ? WORD_LOWER : shapes_word_class(shapes, length);
    unsigned level = length > 1 ? gram_word_level(record, length) : 0;
    unsigned before = shapes[-1], after = shapes[length];
    unsigned context = (unsigned) shape_is_capital(before) |
                       (unsigned) shape_is_capital(after) << 1 |
                       (unsigned) (word_class_is_name(class) && after == SHAPE_LETTER) << 2 |
                       (unsigned) (level >= KNOWN_WORD_LEVEL) << 3;
    features[0] = WORD_CLASS + ((uint32_t) length << 8 | level << 4 | class);
    features[1] = WORD_CONTEXT + ((uint32_t) length << 8 | class << 4 | context);
}

/* The record of the word of `length` tokens from `first` on. */
static inline gram_record word_record(const struct evidence *evidence, ptrdiff_t first,
                                      size_t length)
{
    return length >= SHORTEST_GRAM && length <= LONGEST_GRAM
               ? evidence->grams[length - SHORTEST_GRAM][first]
               : 0;
}

#endif
