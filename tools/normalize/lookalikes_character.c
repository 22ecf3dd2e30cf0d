#include "lookalikes_character.h"

#include "lookalikes_table.h"
#include "unicode.h"

#include <stdlib.h>

static int compare_characters(const void *left, const void *right)
{
    uint32_t character = *(const uint32_t *) left;
    uint32_t other = ((const struct lookalike *) right)->character;
    return (character > other) - (character < other);
}

/* Which blocks of 256 characters have some in the table. */
static bool block_has_some(uint32_t character)
{
    enum { BLOCKS = 0x200 };
    static bool blocks[BLOCKS];
    static bool is_filled;
    if (!is_filled)
        for (size_t i = 0; i < lookalikes_count; i++)
            blocks[lookalikes_table[i].character >> 8] = true;
    is_filled = true;
    return character >= 0x80 && character >> 8 < BLOCKS && blocks[character >> 8];
}

const struct lookalike *lookalikes_find(uint32_t character)
{
    if (!block_has_some(character))
        return NULL;
    return bsearch(&character, lookalikes_table, lookalikes_count, sizeof lookalikes_table[0],
                   compare_characters);
}

size_t lookalikes_split_numeral(uint32_t character, uint32_t parts[LOOKALIKES_LONGEST_NUMERAL])
{
    enum { CAPITALS = 0x2160, SMALLS = 0x2170, COUNT = 12 }; /* where one to twelve begin */
    static const char numerals[COUNT][LOOKALIKES_LONGEST_NUMERAL + 1] = {
        "", "ii", "iii", "iv", "", "vi", "vii", "viii", "ix", "", "xi", "xii"};
    uint32_t first = character < SMALLS ? CAPITALS : SMALLS;
    size_t count = 0;
    if (character < first || character >= first + COUNT)
        return 0;
    for (const char *at = numerals[character - first]; *at; at++)
        parts[count++] = first + (*at == 'i' ? 0 : *at == 'v' ? 4 : 9);
    return count;
}

bool lookalikes_has(uint32_t character)
{
    uint32_t parts[UNICODE_PARTS], numerals[LOOKALIKES_LONGEST_NUMERAL];
    if (character < 0x80)
        return false;
    unicode_decompose(character, parts);
    return lookalikes_find(character) || lookalikes_find(parts[0]) ||
           lookalikes_split_numeral(character, numerals);
}

uint32_t lookalikes_latin_letter(uint32_t character)
{
    const struct lookalike *lookalike = lookalikes_find(character);
    bool is_latin = lookalike && (1u << lookalike->kind & (LOOKALIKE_SMALL | LOOKALIKE_STYLED));
    return is_latin ? lookalike->readings[0] : character;
}

bool lookalikes_is_latin(uint32_t letter)
{
    return letter < 0x250 || (letter >= 0x1E00 && letter < 0x1F00);
}

unsigned lookalikes_script_of(uint32_t letter)
{
    if (letter >= 0x0400 && letter < 0x0530)
        return LOOKALIKE_BIT(CYRILLIC);
    if ((letter >= 0x0370 && letter < 0x0400) || (letter >= 0x1F00 && letter < 0x2000))
        return LOOKALIKE_BIT(GREEK);
    if (letter >= 0x0530 && letter < 0x0590)
        return LOOKALIKE_BIT(ARMENIAN);
    if (letter >= 0x13A0 && letter < 0x1400)
        return LOOKALIKE_BIT(CHEROKEE);
    if (letter >= 0xA4D0 && letter < 0xA500)
        return LOOKALIKE_BIT(LISU);
    return 0;
}

bool lookalikes_is_ideographic(uint32_t character)
{
    return (character >= 0x1100 && character < 0x1200) ||
           (character >= 0x2E80 && character < 0xA000) ||
           (character >= 0xAC00 && character < 0xD800) ||
           (character >= 0xF900 && character < 0xFB00) ||
           (character >= 0xFF61 && character < 0xFFA0) ||
           (character >= 0x20000 && character < 0x40000);
}

bool lookalikes_is_germanic_or_african(uint32_t character)
{
    static const uint16_t letters[] = {0xC4,  0xC6,  0xD6,  0xD8,  0xDE,  0xE4,  0xE6,
                                       0xF6,  0xF8,  0xFE,  0x14A, 0x14B, 0x1E2, 0x1E3,
                                       0x191, 0x192, 0x186, 0x254, 0x190, 0x263};
    for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++)
        if (character == letters[i])
            return true;
    return false;
}
