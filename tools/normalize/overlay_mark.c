#include "overlay_mark.h"

#include "unicode.h"

static const struct block {
    uint32_t first, last;
} blocks[] = {
    {0x0300, 0x036F}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
    {0x20D0, 0x20FF}, {0xFE20, 0xFE2F}, {0x0488, 0x0489}, /* Cyrillic, but laid on all scripts */
};

enum { BLOCK_COUNT = sizeof blocks / sizeof blocks[0] };

bool overlay_is_mark(uint32_t character)
{
    for (size_t i = 0; i < BLOCK_COUNT; i++)
        if (character >= blocks[i].first && character <= blocks[i].last)
            return true;
    return false;
}

bool overlay_is_strike(uint32_t mark)
{
    return (mark >= 0x0334 && mark <= 0x0338) || mark == 0x0488 || mark == 0x0489 ||
           mark == 0x20D2 || mark == 0x20D3 || (mark >= 0x20D8 && mark <= 0x20DA) ||
           (mark >= 0x20DD && mark <= 0x20E0) || mark == 0x20E2 ||
           (mark >= 0x20E4 && mark <= 0x20E6) || mark == 0x20EA || mark == 0x20EB;
}

size_t overlay_kind_of(uint32_t mark)
{
    size_t number = 1;
    if (overlay_is_strike(mark))
        return OVERLAY_STRIKE;
    for (size_t i = 0; i < BLOCK_COUNT; i++) {
        if (mark >= blocks[i].first && mark <= blocks[i].last)
            return number + (mark - blocks[i].first);
        number += blocks[i].last - blocks[i].first + 1;
    }
    return OVERLAY_STRIKE; /* not reached: only marks are asked for */
}

bool overlay_is_vietnamese_mark(uint32_t mark)
{
    switch (mark) {
    case 0x0300: /* the tones */
    case 0x0301:
    case 0x0303:
    case 0x0309:
    case 0x0323:
    case 0x0302: /* circumflex, breve, horn */
    case 0x0306:
    case 0x031B:
        return true;
    default:
        return false;
    }
}

static bool is_ascii_letter_of(const char *letters, uint32_t base)
{
    return base < 0x80 && base && strchr(letters, (int) unicode_lower(base));
}

bool overlay_is_vowel(uint32_t base)
{
    return is_ascii_letter_of("aeiouy", base);
}

bool overlay_is_spelled(uint32_t mark, uint32_t base)
{
    static const struct {
        uint32_t mark;
        const char *consonants;
    } spellings[] = {
        {0x0300, "mnw"},
        {0x0301, "cgklmnprswz"},
        {0x0302, "cghjkswxz"},
        {0x0303, "glmnrv"},
        {0x0304, "gn"},
        {0x0306, "g"},
        {0x0307, "bcdfghmnprstz"},
        {0x0308, "htvwx"},
        {0x030C, "cdghjklnrstz"},
        {0x0323, "s"},
        {0x0327, "cdghklmnrstz"},
        {0x0331, "gkx"},
        {0x0332, "gkx"},
    };
    for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++)
        if (spellings[i].mark == mark)
            return is_ascii_letter_of(spellings[i].consonants, base);
    return false;
}

bool overlay_is_mathematical(uint32_t mark)
{
    return (mark >= 0x0302 && mark <= 0x0305) || mark == 0x0307 || mark == 0x0308 ||
           (mark >= 0x20D0 && mark <= 0x20DC);
}
