/* Text struck through or decorated with combining marks, as it is laid on to get past filters. */
#ifndef NORMALIZE_OVERLAY_H
#define NORMALIZE_OVERLAY_H

#include "bytes.h"

/* Appends the text (valid UTF-8) without the combining marks that decorate it. A mark is
 * decoration where it stands on all, or nearly all, letters of a word:
 * - of a word of two letters or more, if it strikes letters through or encloses them;
 * - of three or more Latin letters, a vowel and a consonant among them, if it is any other mark;
 *   a consonant counts that no spelling or romanization writes so beside such a vowel (the Yoruba
 *   word ọṣẹ is not decorated);
 * - of three letters or more, if there are two marks to a letter, whichever they are.
 * A mark that decorates a word of the text is taken from digits, spaces and punctuation too, and
 * from words that are too short to tell by. Of Vietnamese tone and vowel marks one is taken from
 * each letter, so that a dot below everything leaves the second dot of ạ̣.
 *
 * Letters that lose a mark come out in Normalization Form C, all else as it was. A second call
 * changes nothing. Takes time proportional to the text. */
void overlay_strip(struct buffer *out, struct slice text);

#endif
