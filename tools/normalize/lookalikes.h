/* Words written with letters that only look like Latin ones, to get past filters. */
#ifndef NORMALIZE_LOOKALIKES_H
#define NORMALIZE_LOOKALIKES_H

#include "language.h"
#include "lookalikes_character.h"

/* Appends the text (valid UTF-8) with the words that are disguised so in Latin letters, in
 * Normalization Form C; all else as it was. Of several readings the word that is most frequent in
 * the language wins. A word is taken for disguised
 * - that mixes Latin letters with Cyrillic, Greek, Armenian, Cherokee or Lisu ones and is, so read,
 * a word of the language, or has but letters of the very same shape (pаypal);
 * - wholly of one such script only where it has marks that this script has not, or stands unquoted
 *   between words of the language in a line without honest words of the script;
 * - of small capitals, but for the letters of the phonetic alphabet in [ ] or / /;
 * - of three or more mathematical or enclosed letters, and of full-width ones in text without
 *   ideographs or kana, of two in the same line as such a word;
 * - that begins with Eth or the African D where it is, with Đ, a word of the language that only the
 *   language spells so, or the line is otherwise in the language; in such a line also an
 *   abbreviation of capital consonants (QÐ).
 * - that has Roman numerals or begins with a cent sign among its letters, or has letters of other
 * Latin alphabets, and is a word of the language in a line of it.
 * A single letter is read only between words that are; nothing is beside an operator or a digit
 * (formulas and units), but for words with marks that are in the language.
 *
 * A second call changes nothing. Takes time proportional to the text. language->load_words must
 * have succeeded. */
void lookalikes_read(struct buffer *out, struct slice text, const struct language *language);

#endif
