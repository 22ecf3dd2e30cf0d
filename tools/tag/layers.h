/* The layers by name. */
#ifndef TAG_LAYERS_H
#define TAG_LAYERS_H

#include "layer.h"

extern const struct layer layer_role, layer_lang, layer_date, layer_pos, layer_ner;

enum { LAYERS = 5 };

/* All of them, in the order in which they read a document and add their tags. */
extern const struct layer *const layers[LAYERS];

#endif
