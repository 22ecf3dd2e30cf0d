#include "model.h"

#include "../message.h"

_Static_assert(sizeof(struct model_header) == MODEL_ALIGNMENT, "the header has no gaps");
_Static_assert(sizeof(struct model_bucket) == 64, "a bucket is a line of the cache");
_Static_assert(sizeof(struct syllable_entry) == 5, "a syllable has no gaps");

static size_t align(size_t offset)
{
    return (offset + MODEL_ALIGNMENT - 1) / MODEL_ALIGNMENT * MODEL_ALIGNMENT;
}

struct model_layout model_lay_out(uint32_t numbers, uint32_t buckets)
{
    struct model_layout layout = {.vocabulary = sizeof(struct model_header)};
    layout.syllables = align(layout.vocabulary + VOCABULARY_SLOTS * sizeof(uint32_t));
    layout.dense = align(layout.syllables + numbers * sizeof(struct syllable_entry));
    layout.buckets = align(layout.dense + DENSE_FEATURES * sizeof(int16_t));
    layout.size = layout.buckets + (size_t) buckets * sizeof(struct model_bucket);
    return layout;
}

/* Every number in the vocabulary has its syllable, and a search of it ends. */
static bool vocabulary_is_sound(const uint32_t *vocabulary, uint32_t numbers)
{
    bool has_end = false;
    for (size_t slot = 0; slot < VOCABULARY_SLOTS; slot++) {
        has_end = has_end || !vocabulary[slot];
        if ((vocabulary_number_of(vocabulary[slot])) >= numbers)
            return false;
    }
    return has_end;
}

/* No level leads beyond the dense features that stand for it. */
static bool syllables_are_sound(const struct syllable_entry *syllables, uint32_t numbers)
{
    for (uint32_t number = 0; number < numbers; number++)
        if (syllables[number].alone_level > ALONE_LEVEL_MOST)
            return false;
    return true;
}

/* Null, or what is wrong with the file. */
static const char *check(const void *bytes, size_t size)
{
    const struct model_header *header = bytes;
    if (size < sizeof *header || memcmp(header->magic, MODEL_MAGIC, sizeof header->magic) != 0)
        return "not a model of words";
    if (header->byte_order != MODEL_BYTE_ORDER)
        return "a model made on a machine of another byte order";
    if (header->version != MODEL_VERSION || header->shapes != SHAPE_COUNT ||
        header->dense_features != DENSE_FEATURES || header->vocabulary_slots != VOCABULARY_SLOTS)
        return "a model of another version; make it anew with train";
    if (header->size != size)
        return "damaged: not as long as its header says";
    size_t checked = offsetof(struct model_header, size);
    if (hash_bytes(slice_of((const char *) bytes + checked, size - checked), 0) != header->checksum)
        return "damaged: its checksum is wrong";
    if (header->numbers < NUMBER_FIRST || header->numbers > 1u << NUMBER_BITS || !header->buckets ||
        header->buckets > size / sizeof(struct model_bucket) || header->buckets % 2 ||
        model_lay_out(header->numbers, header->buckets).size != size)
        return "damaged: its counts do not fit its size";
    struct model_layout layout = model_lay_out(header->numbers, header->buckets);
    if (!vocabulary_is_sound((const void *) ((const char *) bytes + layout.vocabulary),
                             header->numbers))
        return "damaged: its vocabulary is";
    if (!syllables_are_sound((const void *) ((const char *) bytes + layout.syllables),
                             header->numbers))
        return "damaged: its syllables are";
    return NULL;
}

bool model_open(struct model *model, const char *path)
{
    struct place place = {path, 0};
    *model = (struct model){0};
    if (!mapping_open(&model->mapping, path))
        return false;
    const char *bytes = model->mapping.bytes;
    const char *wrong = check(bytes, model->mapping.size);
    if (wrong) {
        message_say(place, "%s", wrong);
        mapping_close(&model->mapping);
        return false;
    }
    const struct model_header *header = (const void *) bytes;
    struct model_layout layout = model_lay_out(header->numbers, header->buckets);
    model->vocabulary = (const void *) (bytes + layout.vocabulary);
    model->syllables = (const void *) (bytes + layout.syllables);
    model->numbers = header->numbers;
    model->dense = (const void *) (bytes + layout.dense);
    model->buckets = (const void *) (bytes + layout.buckets);
    model->bucket_count = header->buckets;
    return true;
}

uint32_t model_number(const struct model *model, const struct form *form)
{
    uint32_t fingerprint = vocabulary_fingerprint(form->hash);
    for (uint32_t slot = vocabulary_slot(form->hash); model->vocabulary[slot];
         slot = (slot + 1) % VOCABULARY_SLOTS)
        if (model->vocabulary[slot] >> NUMBER_BITS == fingerprint)
            return vocabulary_number_of(model->vocabulary[slot]);
    return NUMBER_UNKNOWN + form->shape;
}

void model_close(struct model *model)
{
    mapping_close(&model->mapping);
    *model = (struct model){0};
}
