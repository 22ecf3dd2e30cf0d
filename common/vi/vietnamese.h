/* Vietnamese spelling. */
#ifndef GANLOC_VIETNAMESE_H
#define GANLOC_VIETNAMESE_H

#include <stddef.h>

/* Moves the tone mark of the rhymes oa, oe and uy, at the end of a syllable, to where the older
 * style of spelling writes it: hoà, khoẻ, thuỷ become hòa, khỏe, thủy. The text is lower-case and
 * in NFC and is rewritten in place; returns its new length, which is never greater. It is meant for
 * comparing, not for display: quý becomes qúy. */
size_t vietnamese_unify_tone_placement(char *bytes, size_t length);

#endif
