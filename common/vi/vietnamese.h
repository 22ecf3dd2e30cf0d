/* Vietnamese spelling. */
#ifndef GANLOC_VIETNAMESE_H
#define GANLOC_VIETNAMESE_H

#include "../language.h"

/* Moves the tone mark of the rhymes oa, oe and uy, at the end of a syllable, to where the older
 * style of spelling writes it: hoà, khoẻ, thuỷ become hòa, khỏe, thủy. The text is lower-case and
 * in NFC and is rewritten in place; returns its new length, which is never greater. It is meant for
 * comparing, not for display: quý becomes qúy. */
size_t vietnamese_unify_tone_placement(char *bytes, size_t length);

/* The hooks of struct language. What is written as one word in Vietnamese is a syllable. */
uint32_t vietnamese_word_frequency(struct slice word);

/* Onsets that are spoken alike are one (k and c, gh and g, ngh and ng); huyền, ngã and nặng are the
 * low tones. */
void vietnamese_read_sound(struct slice word, struct sound *sound);

/* A tone mark on a letter where neither style has it (lựơng, tòan, qủa) is wrong; of the rhymes oa,
 * oe and uy, one of the two styles is the other. Without a tone there is nothing to spell. */
enum misspelling vietnamese_check(struct slice word, enum spelling spelling);

/* With SPELLING_KEEP, moves a tone mark that is wrong; else one that stands as the other style has
 * it. */
bool vietnamese_respell(struct buffer *out, struct slice word, enum spelling spelling);

#endif
