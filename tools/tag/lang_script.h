/* Scripts that one language of those in lang_code.h writes. */
#ifndef TAG_LANG_SCRIPT_H
#define TAG_LANG_SCRIPT_H

#include "lang_code.h"

#include <stdint.h>

/* The language in whose script a character is, by the blocks of Unicode 15; LANG_UND for the
 * scripts that many write (Latin, Cyrillic, Arabic) and all others. Han characters are LANG_ZH,
 * which Japanese and, at times, Korean write, too. */
enum lang lang_of_script(uint32_t character);

#endif
