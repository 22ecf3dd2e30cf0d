#include "pos_file.h"

#include "hash.h"
#include "memory.h"

#include <stdlib.h>

static int clip(int weight, int limit, size_t *clipped)
{
    *clipped += weight > limit || weight < -limit;
    return weight > limit ? limit : weight < -limit ? -limit : weight;
}

/* Returns false where the feature says nothing. */
static bool fill_row(struct pos_row *row, const struct pos_feature *feature, size_t *clipped)
{
    bool says = false;
    *row = (struct pos_row){.fingerprint = pos_row_fingerprint(feature->key)};
    for (unsigned tag = 0; tag < UPOS_COUNT; tag++) {
        row->weights[tag] = (int8_t) clip(feature->weights[tag].now, INT8_MAX, clipped);
        says = says || row->weights[tag];
    }
    return says;
}

/* Returns false if a row that looks the same is there. */
static bool put_row(struct pos_row *rows, uint32_t count, uint64_t key, const struct pos_row *row)
{
    uint32_t at = pos_row_of(key, count);
    for (; rows[at].fingerprint; at = at + 1 < count ? at + 1 : 0)
        if (rows[at].fingerprint == row->fingerprint)
            return false;
    rows[at] = *row;
    return true;
}

static void put_rows(struct pos_row *rows, uint32_t count, const struct pos_features *features,
                     struct pos_file_losses *losses)
{
    struct pos_row row;
    for (size_t i = 0; i < features->count; i++)
        if (fill_row(&row, &features->list[i], &losses->clipped))
            losses->hidden += !put_row(rows, count, features->list[i].key, &row);
}

static void put_transitions(pos_model_transitions transitions, const struct pos_weights *weights,
                            size_t *clipped)
{
    for (unsigned before = 0; before <= UPOS_COUNT; before++)
        for (unsigned tag = 0; tag < UPOS_COUNT; tag++)
            transitions[before][tag] =
                (int16_t) clip(weights->transitions[before][tag].now, INT16_MAX, clipped);
}

/* Of features that say something. */
static size_t count_rows(const struct pos_features *features)
{
    size_t count = 0, clipped = 0;
    struct pos_row row;
    for (size_t i = 0; i < features->count; i++)
        count += fill_row(&row, &features->list[i], &clipped);
    return count;
}

size_t pos_file_append(struct buffer *file, const struct classes_slot *slots,
                       const struct pos_features *features, const struct pos_weights *weights,
                       struct pos_file_losses *losses)
{
    size_t count = count_rows(features);
    uint32_t rows = (uint32_t) (count + count / 3 + 1); /* a quarter stays free */
    struct pos_model_layout layout = pos_model_lay_out(rows);
    char *bytes = memory_new(1, layout.size); /* aligned, as the file is when it is mapped */
    *losses = (struct pos_file_losses){0};
    memcpy(bytes + layout.classes, slots, CLASSES_SLOTS * sizeof *slots);
    put_transitions((void *) (bytes + layout.transitions), weights, &losses->clipped);
    put_rows((void *) (bytes + layout.rows), rows, features, losses);
    struct pos_model_header header = {
        .magic = POS_MODEL_MAGIC,
        .byte_order = POS_MODEL_BYTE_ORDER,
        .version = POS_MODEL_VERSION,
        .size = layout.size,
        .shapes = SHAPE_COUNT + WORD_CLASSES,
        .tags = UPOS_COUNT,
        .class_slots = CLASSES_SLOTS,
        .rows = rows,
    };
    memcpy(bytes, &header, sizeof header);
    size_t checked = offsetof(struct pos_model_header, size);
    header.checksum = hash_bytes(slice_of(bytes + checked, layout.size - checked), 0);
    memcpy(bytes, &header, sizeof header);
    buffer_append(file, slice_of(bytes, layout.size));
    free(bytes);
    return count;
}
