/* Vietnamese letters: what they are without their tone mark. */
#ifndef GANLOC_VI_LETTER_H
#define GANLOC_VI_LETTER_H

#include <stdbool.h>
#include <stdint.h>

/* The six tones. */
enum tone {
    TONE_LEVEL, /* ngang: no mark */
    TONE_GRAVE, /* huyền */
    TONE_ACUTE, /* sắc */
    TONE_HOOK,  /* hỏi */
    TONE_TILDE, /* ngã */
    TONE_DOT,   /* nặng */
    TONE_COUNT,
};

/* Takes a letter apart into the letter without tone mark, in the same case, and the tone: Ế is Ê
 * and TONE_ACUTE. Any other character comes back as it is, with TONE_LEVEL. */
uint32_t letter_without_tone(uint32_t letter, enum tone *tone);

/* The letter with this tone; `letter` must have none. Returns 0 where it is not a vowel. */
uint32_t letter_with_tone(uint32_t letter, enum tone tone);

/* What a letter of any case is in spelling: its number in the alphabet, and its tone. */
struct letter {
    uint8_t number; /* from 1; letters that differ in case or tone only have the same. 0: none of
                       the Vietnamese alphabet */
    uint8_t tone;   /* enum tone */
    bool is_vowel;
};

struct letter letter_read(uint32_t character);

/* True for the letters that hardly another language has: ơ, ư, and those with two marks, a hook or
 * a dot below. */
bool letter_is_vietnamese(uint32_t letter);

#endif
