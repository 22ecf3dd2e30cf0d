/* Combining marks that decorate text, or that some language spells with. */
#ifndef NORMALIZE_OVERLAY_MARK_H
#define NORMALIZE_OVERLAY_MARK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* True for the marks of the blocks of combining diacritical marks, and for the Cyrillic signs of
 * hundred thousands and millions (U+0488, U+0489), which are laid on all scripts. */
bool overlay_is_mark(uint32_t character);

/* The marks are numbered from 1; all that strike through or enclose are one kind, as they are laid
 * on in turns. */
enum {
    OVERLAY_STRIKE = 0,
    OVERLAY_KINDS = 1 + 0x70 + 0x50 + 0x40 + 0x30 + 0x10 + 2,
};

/* The kind of a mark, below OVERLAY_KINDS. */
size_t overlay_kind_of(uint32_t mark);

/* True for marks that strike through or enclose. U+20E3 makes keycaps, of digits as a rule, and is
 * none of them. */
bool overlay_is_strike(uint32_t mark);

/* True for the tones, circumflex, breve and horn of Vietnamese. */
bool overlay_is_vietnamese_mark(uint32_t mark);

/* True for marks above capitals in formulas: the complement and the average of things that have
 * one-letter names. */
bool overlay_is_mathematical(uint32_t mark);

/* True for a letter a, e, i, o, u, y of either case. */
bool overlay_is_vowel(uint32_t letter);

/* True for a consonant that some spelling or romanization writes with this mark, in words whose
 * vowels may all have the same one: Yoruba ṣ, Guarani g̃ and ñ, Polish ć ń ś ź, Marshallese ļ m̧ ņ,
 * Kwak'wala g̱ ḵ x̱ and so on. */
bool overlay_is_spelled(uint32_t mark, uint32_t letter);

#endif
