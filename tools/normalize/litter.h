/* Characters that show as nothing and mean nothing. */
#ifndef NORMALIZE_LITTER_H
#define NORMALIZE_LITTER_H

#include <stdbool.h>
#include <stdint.h>

/* True for a control or invisible character that has no use behind the character `before` (0: at
 * the start). White space is no litter. */
bool is_litter(uint32_t character, uint32_t before);

#endif
