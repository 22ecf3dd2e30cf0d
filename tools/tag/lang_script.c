#include "lang_script.h"

struct range {
    uint32_t first, last;
    enum lang lang;
};

/* In the order of their characters. */
static const struct range ranges[] = {
    {0x0370, 0x03FF, LANG_EL},   {0x0530, 0x058F, LANG_HY}, {0x0590, 0x05FF, LANG_HE},
    {0x0900, 0x097F, LANG_HI},   {0x0980, 0x09FF, LANG_BN}, {0x0B80, 0x0BFF, LANG_TA},
    {0x0E00, 0x0E7F, LANG_TH},   {0x0E80, 0x0EFF, LANG_LO}, {0x1000, 0x109F, LANG_MY},
    {0x10A0, 0x10FF, LANG_KA},   {0x1100, 0x11FF, LANG_KO}, /* Hangul, decomposed */
    {0x1780, 0x17FF, LANG_KM},   {0x1C90, 0x1CBF, LANG_KA}, {0x1F00, 0x1FFF, LANG_EL},
    {0x3041, 0x30FA, LANG_JA}, /* Kana; the middle dot behind them stands in Chinese, too */
    {0x30FC, 0x30FF, LANG_JA},   {0x3131, 0x318F, LANG_KO}, {0x31F0, 0x31FF, LANG_JA},
    {0x3400, 0x4DBF, LANG_ZH},   {0x4E00, 0x9FFF, LANG_ZH}, {0xAC00, 0xD7FF, LANG_KO},
    {0xF900, 0xFAFF, LANG_ZH},   {0xFF66, 0xFF9F, LANG_JA}, /* half-width Kana */
    {0x20000, 0x3FFFF, LANG_ZH},
};

enum { RANGE_COUNT = sizeof ranges / sizeof ranges[0] };

enum lang lang_of_script(uint32_t character)
{
    size_t low = 0, high = RANGE_COUNT;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (character > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < RANGE_COUNT && character >= ranges[low].first ? ranges[low].lang : LANG_UND;
}
