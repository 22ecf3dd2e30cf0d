/* Which steps have to do with a character. */
#ifndef NORMALIZE_CHARACTER_H
#define NORMALIZE_CHARACTER_H

#include "step.h"

#include <stdint.h>

/* The steps that may change a text for having this character, whatever stands around it. All that
 * lack STEP_COMPOSE stay themselves in Normalization Form C and part what is before them from what
 * is behind. */
unsigned character_steps(uint32_t character);

#endif
