/* The layers by name. */
#ifndef TAG_LAYERS_H
#define TAG_LAYERS_H

#include "layer.h"

extern const struct layer layer_role, layer_lang, layer_date, layer_pos, layer_ner;

/* All of them, in the order in which they read a document and add their tags; ends with null. */
extern const struct layer *const layers[];

#endif
