#include "layers.h"

const struct layer *const layers[] = {&layer_role, &layer_ner, NULL};
