/* The file that holds a model of parts of speech: made by train(1), mapped and never written by
 * tag(1).
 *
 * In it stand one behind the other, each from a multiple of 64 bytes on: the header, the classes of
 * words (classes.h), how well tags follow upon each other, and the weights of features (a hash
 * table of rows). Numbers are in the byte order of the machine that made it. */
#ifndef GANLOC_POS_MODEL_H
#define GANLOC_POS_MODEL_H

#include "../mapping.h"
#include "classes.h"
#include "decode.h"

#define POS_MODEL_NAME "pos.model" /* in the data folder of a language */

enum {
    POS_MODEL_VERSION = 1, /* raised with any change of how words, keys and features are made */
};

struct pos_model_header {
    char magic[8]; /* POS_MODEL_MAGIC */
    uint32_t byte_order;
    uint32_t version;
    uint64_t checksum; /* hash_bytes of all that follows in the file */
    uint64_t size;     /* bytes of the whole file */
    uint32_t shapes, tags, class_slots, rows;
    uint8_t spare[16];
};

#define POS_MODEL_MAGIC      "\x89GLpos\n"
#define POS_MODEL_BYTE_ORDER 0x01020304u

/* How much a feature speaks for each tag. */
struct pos_row {
    uint32_t fingerprint; /* of its key; 0: the row is free */
    int8_t weights[UPOS_COUNT];
    uint8_t spare[3];
};

/* How the transitions stand in the file. */
typedef int16_t pos_model_transitions[UPOS_COUNT + 1][UPOS_COUNT];

struct pos_model {
    struct classes classes;
    struct pos_transitions transitions;
    const struct pos_row *rows; /* an open hash table */
    uint32_t row_count;
    struct mapping mapping;
};

/* Maps the file at `path` and checks all of it. Returns false after a message if it cannot be read,
 * is no model, is of another version or byte order, or is damaged. */
bool pos_model_open(struct pos_model *model, const char *path);

/* The row of the feature with this key, or null. */
const struct pos_row *pos_model_row(const struct pos_model *model, uint64_t key);

void pos_model_close(struct pos_model *model);

/* Where the parts of a file lie. */
struct pos_model_layout {
    size_t classes, transitions, rows, size; /* offsets in bytes; of the whole file */
};

struct pos_model_layout pos_model_lay_out(uint32_t rows);

/* The row where the search for a key begins, and what stands in its row. */
static inline uint32_t pos_row_of(uint64_t key, uint32_t rows)
{
    return (uint32_t) ((key >> 32) * rows >> 32);
}

static inline uint32_t pos_row_fingerprint(uint64_t key)
{
    return (uint32_t) key | 1;
}

#endif
