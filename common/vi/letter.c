#include "letter.h"

enum { PAST_LAST = 0x1F00 }; /* all Vietnamese letters lie below */

/* Every vowel with each tone. */
static const uint16_t vowels[][TONE_COUNT] = {
    {'A', 0xC0, 0xC1, 0x1EA2, 0xC3, 0x1EA0},
    {'a', 0xE0, 0xE1, 0x1EA3, 0xE3, 0x1EA1},
    {0x102, 0x1EB0, 0x1EAE, 0x1EB2, 0x1EB4, 0x1EB6},
    {0x103, 0x1EB1, 0x1EAF, 0x1EB3, 0x1EB5, 0x1EB7},
    {0xC2, 0x1EA6, 0x1EA4, 0x1EA8, 0x1EAA, 0x1EAC},
    {0xE2, 0x1EA7, 0x1EA5, 0x1EA9, 0x1EAB, 0x1EAD},
    {'E', 0xC8, 0xC9, 0x1EBA, 0x1EBC, 0x1EB8},
    {'e', 0xE8, 0xE9, 0x1EBB, 0x1EBD, 0x1EB9},
    {0xCA, 0x1EC0, 0x1EBE, 0x1EC2, 0x1EC4, 0x1EC6},
    {0xEA, 0x1EC1, 0x1EBF, 0x1EC3, 0x1EC5, 0x1EC7},
    {'I', 0xCC, 0xCD, 0x1EC8, 0x128, 0x1ECA},
    {'i', 0xEC, 0xED, 0x1EC9, 0x129, 0x1ECB},
    {'O', 0xD2, 0xD3, 0x1ECE, 0xD5, 0x1ECC},
    {'o', 0xF2, 0xF3, 0x1ECF, 0xF5, 0x1ECD},
    {0xD4, 0x1ED2, 0x1ED0, 0x1ED4, 0x1ED6, 0x1ED8},
    {0xF4, 0x1ED3, 0x1ED1, 0x1ED5, 0x1ED7, 0x1ED9},
    {0x1A0, 0x1EDC, 0x1EDA, 0x1EDE, 0x1EE0, 0x1EE2},
    {0x1A1, 0x1EDD, 0x1EDB, 0x1EDF, 0x1EE1, 0x1EE3},
    {'U', 0xD9, 0xDA, 0x1EE6, 0x168, 0x1EE4},
    {'u', 0xF9, 0xFA, 0x1EE7, 0x169, 0x1EE5},
    {0x1AF, 0x1EEA, 0x1EE8, 0x1EEC, 0x1EEE, 0x1EF0},
    {0x1B0, 0x1EEB, 0x1EE9, 0x1EED, 0x1EEF, 0x1EF1},
    {'Y', 0x1EF2, 0xDD, 0x1EF6, 0x1EF8, 0x1EF4},
    {'y', 0x1EF3, 0xFD, 0x1EF7, 0x1EF9, 0x1EF5},
};

enum { VOWEL_COUNT = sizeof vowels / sizeof vowels[0] };

/* For each character its place in `vowels`, row by row, from 1; 0 for what is not there. */
static uint8_t places[PAST_LAST];
static struct letter letters[PAST_LAST];
static bool tables_are_filled;

/* The alphabet; f, j, w and z are not in it. */
static const uint16_t small_letters[] = {'a', 0x103, 0xE2, 'b', 'c', 'd',   0x111, 'e',  0xEA,  'g',
                                         'h', 'i',   'k',  'l', 'm', 'n',   'o',   0xF4, 0x1A1, 'p',
                                         'q', 'r',   's',  't', 'u', 0x1B0, 'v',   'x',  'y'};
static const uint16_t large_letters[] = {'A', 0x102, 0xC2, 'B', 'C', 'D',   0x110, 'E',  0xCA,  'G',
                                         'H', 'I',   'K',  'L', 'M', 'N',   'O',   0xD4, 0x1A0, 'P',
                                         'Q', 'R',   'S',  'T', 'U', 0x1AF, 'V',   'X',  'Y'};

enum { LETTER_COUNT = sizeof small_letters / sizeof small_letters[0] };

static void fill_letter(uint32_t letter, unsigned number)
{
    letters[letter] = (struct letter){(uint8_t) number, TONE_LEVEL, places[letter] != 0};
    for (unsigned tone = TONE_GRAVE; places[letter] && tone < TONE_COUNT; tone++)
        letters[vowels[(places[letter] - 1) / TONE_COUNT][tone]] =
            (struct letter){(uint8_t) number, (uint8_t) tone, true};
}

static void fill_tables(void)
{
    for (unsigned vowel = 0; vowel < VOWEL_COUNT; vowel++)
        for (unsigned tone = 0; tone < TONE_COUNT; tone++)
            places[vowels[vowel][tone]] = (uint8_t) (vowel * TONE_COUNT + tone + 1);
    for (unsigned i = 0; i < LETTER_COUNT; i++) {
        fill_letter(small_letters[i], i + 1);
        fill_letter(large_letters[i], i + 1);
    }
    tables_are_filled = true;
}

static unsigned place_of(uint32_t letter)
{
    if (!tables_are_filled)
        fill_tables();
    return letter < PAST_LAST ? places[letter] : 0;
}

uint32_t letter_without_tone(uint32_t letter, enum tone *tone)
{
    unsigned place = place_of(letter);
    *tone = TONE_LEVEL;
    if (!place)
        return letter;
    *tone = (enum tone)((place - 1) % TONE_COUNT);
    return vowels[(place - 1) / TONE_COUNT][TONE_LEVEL];
}

uint32_t letter_with_tone(uint32_t letter, enum tone tone)
{
    unsigned place = place_of(letter);
    return place ? vowels[(place - 1) / TONE_COUNT][tone] : 0;
}

struct letter letter_read(uint32_t character)
{
    if (!tables_are_filled)
        fill_tables();
    return character < PAST_LAST ? letters[character] : (struct letter){0, TONE_LEVEL, false};
}

bool letter_is_vietnamese(uint32_t letter)
{
    return (letter >= 0x1EA0 && letter <= 0x1EF9) || letter == 0x1A0 || letter == 0x1A1 ||
           letter == 0x1AF || letter == 0x1B0;
}
