/* What the bytes of the code pages stand for. Written by make_codepages.py, which names the
 * sources.
 */
#ifndef NORMALIZE_CODEPAGES_TABLE_H
#define NORMALIZE_CODEPAGES_TABLE_H

#include "codepage.h"

enum { CODEPAGES_VNI_MARKS = 18 };

/* The character that each byte stands for by itself; U+FFFD for a byte that stands for none. */
extern const uint16_t codepages_characters[CODEPAGE_COUNT][256];

/* The capital of a small letter's byte that may also have been written for the capital, or 0. Only
 * CODEPAGE_VISCII, CODEPAGE_TCVN3 and CODEPAGE_VPS have such. */
extern const uint16_t codepages_capitals[CODEPAGE_COUNT][256];

/* What the characters of those pages are, by byte; 0 for other than letters. */
enum codepages_letter {
    CODEPAGES_LETTER = 1,
    CODEPAGES_CAPITAL = 2,
    CODEPAGES_VOWEL = 4,
};

extern const uint8_t codepages_letters[CODEPAGE_COUNT][256];

/* The toned capitals that VN1, which TCVN3 is a part of, has at 80 to 9F. */
extern const uint16_t codepages_vn1_capitals[0x20];

/* The bytes 80 to FF in the order of their characters; all 0 for a page that is not reversed. */
extern const uint8_t codepages_sorted[CODEPAGE_COUNT][128];

/* In VNI a letter may be two bytes, a vowel and its marks: codepages_vni_pairs has the letter, or 0
 * where they make none, under the two bytes' numbers here, which are 0 for all other bytes. */
extern const uint8_t codepages_vni_vowels[256];
extern const uint8_t codepages_vni_marks[256];
extern const uint16_t codepages_vni_pairs[][CODEPAGES_VNI_MARKS];

#endif
