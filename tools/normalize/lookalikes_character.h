/* Characters that look like Latin letters, and the scripts that they are of. */
#ifndef NORMALIZE_LOOKALIKES_CHARACTER_H
#define NORMALIZE_LOOKALIKES_CHARACTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct lookalike;

/* The character in lookalikes_table; null where it is not. */
const struct lookalike *lookalikes_find(uint32_t character);

enum { LOOKALIKES_LONGEST_NUMERAL = 4 };

/* Sets parts[] to the numerals of one letter that a character is, which is a longer Roman numeral,
 * and returns their count; 0 for any other character. */
size_t lookalikes_split_numeral(uint32_t character, uint32_t parts[LOOKALIKES_LONGEST_NUMERAL]);

/* True for a character that may be read as another, or whose base letter may: text that has none is
 * never changed. */
bool lookalikes_has(uint32_t character);

/* The Latin letter that a small capital or a letter of a styled alphabet (mathematical, full-width,
 * superscript, enclosed) is; any other character comes back as it is. */
uint32_t lookalikes_latin_letter(uint32_t character);

/* True for letters of the Latin blocks: below U+0250, and Latin Extended Additional. */
bool lookalikes_is_latin(uint32_t letter);

/* The LOOKALIKE_BIT of the script that a letter is of, be it in the table or not; 0: of none that
 * lookalikes are of. */
unsigned lookalikes_script_of(uint32_t letter);

/* Han, kana, Hangul and their punctuation; not the full-width forms themselves. */
bool lookalikes_is_ideographic(uint32_t character);

/* Letters of the languages that have Eth or the African D, and that Vietnamese has not. */
bool lookalikes_is_germanic_or_african(uint32_t character);

#endif
