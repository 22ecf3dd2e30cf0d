#include "model.h"

#include "../hash.h"
#include "../message.h"
#include "../word/shape.h"

enum { ALIGNMENT = 64 };

_Static_assert(sizeof(struct pos_model_header) == ALIGNMENT, "the header has no gaps");
_Static_assert(sizeof(struct classes_slot) == 8, "a slot has no gaps");
_Static_assert(sizeof(struct pos_row) == 24, "a row has no gaps");

static size_t align(size_t offset)
{
    return (offset + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

struct pos_model_layout pos_model_lay_out(uint32_t rows)
{
    struct pos_model_layout layout = {.classes = sizeof(struct pos_model_header)};
    layout.transitions = align(layout.classes + CLASSES_SLOTS * sizeof(struct classes_slot));
    layout.rows = align(layout.transitions + sizeof(pos_model_transitions));
    layout.size = layout.rows + rows * sizeof(struct pos_row);
    return layout;
}

/* A search of them ends. */
static bool rows_are_sound(const struct pos_row *rows, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (!rows[i].fingerprint)
            return true;
    return false;
}

/* Null, or what is wrong with the file. */
static const char *check(const char *bytes, size_t size)
{
    const struct pos_model_header *header = (const void *) bytes;
    if (size < sizeof *header || memcmp(header->magic, POS_MODEL_MAGIC, sizeof header->magic) != 0)
        return "not a model of parts of speech";
    if (header->byte_order != POS_MODEL_BYTE_ORDER)
        return "a model made on a machine of another byte order";
    if (header->version != POS_MODEL_VERSION || header->shapes != SHAPE_COUNT + WORD_CLASSES ||
        header->tags != UPOS_COUNT || header->class_slots != CLASSES_SLOTS)
        return "a model of another version; make it anew with train";
    if (header->size != size)
        return "damaged: not as long as its header says";
    size_t checked = offsetof(struct pos_model_header, size);
    if (hash_bytes(slice_of(bytes + checked, size - checked), 0) != header->checksum)
        return "damaged: its checksum is wrong";
    struct pos_model_layout layout = pos_model_lay_out(header->rows);
    if (layout.size != size)
        return "damaged: its counts do not fit its size";
    if (!classes_are_sound((const void *) (bytes + layout.classes)))
        return "damaged: its classes are";
    if (!rows_are_sound((const void *) (bytes + layout.rows), header->rows))
        return "damaged: its rows are";
    return NULL;
}

static void read_transitions(struct pos_transitions *transitions,
                             const pos_model_transitions scores)
{
    for (size_t before = 0; before <= UPOS_COUNT; before++)
        for (size_t tag = 0; tag < UPOS_COUNT; tag++)
            transitions->scores[before][tag] = scores[before][tag];
    pos_transitions_prepare(transitions);
}

bool pos_model_open(struct pos_model *model, const char *path)
{
    *model = (struct pos_model){0};
    if (!mapping_open(&model->mapping, path))
        return false;
    const char *bytes = model->mapping.bytes;
    const char *wrong = check(bytes, model->mapping.size);
    if (wrong) {
        message_say((struct place){path, 0}, "%s", wrong);
        mapping_close(&model->mapping);
        return false;
    }
    model->row_count = ((const struct pos_model_header *) (const void *) bytes)->rows;
    struct pos_model_layout layout = pos_model_lay_out(model->row_count);
    model->classes.slots = (const void *) (bytes + layout.classes);
    model->rows = (const void *) (bytes + layout.rows);
    read_transitions(&model->transitions, (const void *) (bytes + layout.transitions));
    return true;
}

const struct pos_row *pos_model_row(const struct pos_model *model, uint64_t key)
{
    uint32_t fingerprint = pos_row_fingerprint(key), row = pos_row_of(key, model->row_count);
    while (model->rows[row].fingerprint) {
        if (model->rows[row].fingerprint == fingerprint)
            return &model->rows[row];
        row = row + 1 < model->row_count ? row + 1 : 0;
    }
    return NULL;
}

void pos_model_close(struct pos_model *model)
{
    mapping_close(&model->mapping);
    *model = (struct pos_model){0};
}
