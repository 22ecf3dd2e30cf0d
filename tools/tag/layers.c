#include "layers.h"

const struct layer *const layers[LAYERS] = {&layer_role, &layer_lang, &layer_date, &layer_pos,
                                            &layer_ner};
