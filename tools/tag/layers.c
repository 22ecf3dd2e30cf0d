#include "layers.h"

const struct layer *const layers[] = {&layer_role, &layer_lang, &layer_date,
                                      &layer_pos,  &layer_ner,  NULL};
