#include "character.h"

#include "codepage.h"
#include "controls.h"
#include "lookalikes.h"
#include "unicode.h"

enum {
    PAGE = 256, /* characters whose steps are found at once */
    BASIC_PLANE = 0x10000,
};

/* For the Basic Multilingual Plane, filled page by page. */
static uint16_t steps_of[BASIC_PLANE];
static bool page_is_filled[BASIC_PLANE / PAGE];

/* Marks that are laid over letters, and letters composed of a consonant and a dot or line. */
static bool may_be_decoration(uint32_t character)
{
    return (character >= 0x0300 && character < 0x0370) || character == 0x0488 ||
           character == 0x0489 || (character >= 0x1AB0 && character < 0x1B00) ||
           (character >= 0x1DC0 && character < 0x1EA0) ||
           (character >= 0x20D0 && character < 0x2100) ||
           (character >= 0xFE20 && character < 0xFE30);
}

/* A character of windows-1252 that Vietnamese is not written with: the sign of legacy text that was
 * taken for windows-1252. */
static bool may_be_legacy(uint32_t character)
{
    static const uint16_t vietnamese[] = {
        0xC0, 0xC1, 0xC2,   0xC3,   0xC8,   0xC9,   0xCA,   0xCC,   0xCD,   0xD2,
        0xD3, 0xD4, 0xD5,   0xD9,   0xDA,   0xDD,   0xE0,   0xE1,   0xE2,   0xE3,
        0xE8, 0xE9, 0xEA,   0xEC,   0xED,   0xF2,   0xF3,   0xF4,   0xF5,   0xF9,
        0xFA, 0xFD, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026};
    for (size_t i = 0; i < sizeof vietnamese / sizeof vietnamese[0]; i++)
        if (character == vietnamese[i])
            return false;
    return character >= 0x80 && codepage_byte(CODEPAGE_WINDOWS_1252, character) >= 0;
}

static unsigned find_steps(uint32_t character)
{
    unsigned steps = 0;
    enum unicode_class class = unicode_class_of(character);
    if (class == UNICODE_SPACE || character == 0x85)
        steps |= STEP_BIT(STEP_SPACES);
    if (class == UNICODE_CONTROL || is_litter(character, 0))
        steps |= STEP_BIT(STEP_CONTROLS);
    if (may_be_decoration(character))
        steps |= STEP_BIT(STEP_OVERLAY);
    if (class == UNICODE_MARK || !unicode_is_stable(character))
        steps |= STEP_BIT(STEP_COMPOSE);
    if (lookalikes_has(character))
        steps |= STEP_BIT(STEP_LOOKALIKES);
    if (may_be_legacy(character))
        steps |= STEP_BIT(STEP_CHARSET);
    return steps;
}

unsigned character_steps(uint32_t character)
{
    if (character >= BASIC_PLANE)
        return find_steps(character);
    uint32_t page = character / PAGE;
    if (!page_is_filled[page])
        for (uint32_t i = 0; i < PAGE; i++)
            steps_of[page * PAGE + i] = (uint16_t) find_steps(page * PAGE + i);
    page_is_filled[page] = true;
    return steps_of[character];
}
