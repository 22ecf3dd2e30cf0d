/* Writes what was learned as a file for tag, see pos/model.h. */
#ifndef TRAIN_POS_FILE_H
#define TRAIN_POS_FILE_H

#include "pos/model.h"
#include "pos_perceptron.h"

/* What did not go into the file as it was. */
struct pos_file_losses {
    size_t clipped; /* weights that are larger than the file can say */
    size_t hidden;  /* features that look the same as another one */
};

/* Appends a file. `slots` are those of the classes. Returns how many features it has. */
size_t pos_file_append(struct buffer *file, const struct classes_slot *slots,
                       const struct pos_features *features, const struct pos_weights *weights,
                       struct pos_file_losses *losses);

#endif
