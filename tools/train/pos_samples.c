#include "pos_samples.h"

#include "hash.h"
#include "memory.h"

#include <stdlib.h>

static uint32_t *find_slot(const struct pos_features *features, uint64_t key)
{
    size_t slot = hash_mix(key) & (features->slot_count - 1);
    while (features->slots[slot] && features->list[features->slots[slot] - 1].key != key)
        slot = (slot + 1) & (features->slot_count - 1);
    return &features->slots[slot];
}

static void grow(struct pos_features *features)
{
    features->capacity = features->capacity ? features->capacity * 2 : 1 << 10;
    features->list =
        memory_resize_array(features->list, features->capacity, sizeof *features->list);
    free(features->slots);
    features->slot_count = features->capacity * 2;
    features->slots = memory_new(features->slot_count, sizeof *features->slots);
    for (size_t i = 0; i < features->count; i++)
        *find_slot(features, features->list[i].key) = (uint32_t) i + 1;
}

static uint32_t index_of(struct pos_features *features, uint64_t key)
{
    if (features->count == features->capacity)
        grow(features);
    uint32_t *slot = find_slot(features, key);
    if (!*slot) {
        features->list[features->count++] = (struct pos_feature){.key = key};
        *slot = (uint32_t) features->count;
    }
    return *slot - 1;
}

/* Adds what one word says of another, or of itself, to the features of that other. */
static void add_features(struct pos_samples *samples, const struct pos_word *word, bool is_first,
                         enum pos_place place, struct pos_sample_word *of)
{
    uint64_t keys[POS_MOST_FEATURES];
    size_t count = pos_features(samples->classes, word, is_first, place, keys);
    for (size_t i = 0; i < count; i++)
        of->features[of->feature_count++] = index_of(&samples->features, keys[i]);
}

static struct pos_sample_word *add_word(struct pos_samples *samples, enum upos tag)
{
    if (samples->count == samples->capacity) {
        samples->capacity = samples->capacity ? samples->capacity * 2 : 1 << 10;
        samples->list =
            memory_resize_array(samples->list, samples->capacity, sizeof *samples->list);
    }
    struct pos_sample_word *word = &samples->list[samples->count++];
    word->feature_count = 0;
    word->tag = (uint8_t) tag;
    return word;
}

static void end_sentence(struct pos_samples *samples)
{
    if (samples->sentence_count == samples->sentence_capacity) {
        samples->sentence_capacity =
            samples->sentence_capacity ? samples->sentence_capacity * 2 : 64;
        samples->ends =
            memory_resize_array(samples->ends, samples->sentence_capacity, sizeof *samples->ends);
    }
    samples->ends[samples->sentence_count++] = samples->count;
}

/* A word that was read, with its place in the sentence. */
struct reading {
    struct pos_word word;
    bool is_first;
};

static void add_sentence(struct pos_samples *samples, const struct annotated *sentence)
{
    struct annotated_word annotated;
    struct reading before = {.word = pos_word_edge}, now;
    size_t begin = samples->count;
    bool is_first = true;
    for (size_t at = 0; annotated_next(sentence, &at, &annotated); before = now) {
        if (samples->count - begin == POS_WINDOW) {
            end_sentence(samples);
            begin = samples->count;
        }
        now = (struct reading){pos_words_read(samples->words, annotated.text), is_first};
        if (before.word.shape != SHAPE_EDGE)
            add_features(samples, &now.word, now.is_first, POS_BEFORE,
                         &samples->list[samples->count - 1]);
        struct pos_sample_word *word = add_word(samples, annotated.tag);
        add_features(samples, &before.word, before.is_first, POS_NEXT, word);
        add_features(samples, &now.word, now.is_first, POS_HERE, word);
        is_first = is_first && now.word.is_mark;
    }
    add_features(samples, &pos_word_edge, false, POS_BEFORE, &samples->list[samples->count - 1]);
    end_sentence(samples);
}

static bool is_tagged(const struct annotated *sentence)
{
    struct annotated_word word;
    size_t at = 0, count = 0;
    for (; annotated_next(sentence, &at, &word); count++)
        if (word.tag == UPOS_COUNT)
            return false;
    return count > 0;
}

void pos_samples_take(void *context, const struct annotated *sentence)
{
    struct pos_samples *samples = context;
    if (is_tagged(sentence))
        add_sentence(samples, sentence);
    else
        samples->untagged_count++;
}

void pos_samples_release(struct pos_samples *samples)
{
    free(samples->features.list);
    free(samples->features.slots);
    free(samples->list);
    free(samples->ends);
    *samples = (struct pos_samples){0};
}
