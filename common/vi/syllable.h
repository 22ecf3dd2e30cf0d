/* The spelling of Vietnamese syllables: onset, rhyme and tone, where the tone mark stands, and how
 * often a syllable is met.
 *
 * The onsets and rhymes were written down from common knowledge of the orthography and compared
 * with the syllables of the vietnews corpus: what they leave out there are abbreviations and words
 * of other languages. Of the two styles of placing the tone mark, "old" is hòa, khỏe, thủy and
 * "new" hoà, khoẻ, thuỷ. */
#ifndef GANLOC_VI_SYLLABLE_H
#define GANLOC_VI_SYLLABLE_H

#include "../bytes.h"
#include "letter.h"

enum { SYLLABLE_LETTERS = 7 }; /* of the longest one: nghiêng */

/* A word read as a syllable. */
struct syllable {
    uint8_t onset, rhyme; /* which of them; internal numbers */
    uint8_t tone;         /* enum tone */
    uint8_t tone_at;      /* the letter on which the tone mark was found, from 0 */
    uint8_t length;       /* letters */
    uint8_t onset_length; /* letters of the onset */
};

/* Reads a word (NFC, letters of any case) as a Vietnamese syllable, wherever in it the tone mark
 * stands. Returns false where its letters make none. */
bool syllable_parse(struct slice word, struct syllable *syllable);

/* The number of the onset that is spoken alike: k is c, gh is g, ngh is ng. 0: it begins with its
 * vowel. */
unsigned syllable_onset_sound(const struct syllable *syllable);

enum tone_style { TONE_STYLE_OLD, TONE_STYLE_NEW };

/* The letter, from 0, over which the tone mark belongs. */
unsigned syllable_tone_place(const struct syllable *syllable, enum tone_style style);

/* Reads the list of syllables and their counts. Returns false after a message. Must have succeeded
 * before syllable_count is called. */
bool syllable_load(void);

/* How often this syllable stands in ten million of newspaper text; 0: never seen. */
uint32_t syllable_count(const struct syllable *syllable);

#endif
