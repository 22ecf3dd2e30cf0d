/* Legacy code pages that Vietnamese text comes in, and those it is misread as. */
#ifndef NORMALIZE_CODEPAGE_H
#define NORMALIZE_CODEPAGE_H

#include "bytes.h"

enum codepage {
    CODEPAGE_WINDOWS_1252, /* with C1 controls for the bytes that it has nothing for, as browsers
                              read it (WHATWG Encoding Standard) */
    CODEPAGE_WINDOWS_1258, /* likewise; most toned letters are a letter and a combining mark */
    CODEPAGE_VISCII,       /* RFC 1456 */
    CODEPAGE_TCVN3,        /* TCVN 5712:1993 VN3: the ABC fonts, .VnTime */
    CODEPAGE_VPS,          /* Vietnamese Professionals Society */
    CODEPAGE_VNI,          /* VNI for Windows: a vowel and its marks are two bytes */
    CODEPAGE_MAC_ROMAN,
    CODEPAGE_COUNT
};

/* windows-1252 windows-1258 viscii tcvn3 vps vni mac-roman */
extern const char *const codepage_names[CODEPAGE_COUNT];

/* Sets *page to the code page of that name or of a usual other name (cp1252, latin1, iso-8859-1,
 * abc, vni-windows, macintosh and more); case and all but letters and digits are ignored. Returns
 * false, and leaves *page, for a name that is none of them. */
bool codepage_from_name(const char *name, enum codepage *page);

/* Appends the bytes, decoded, as UTF-8 in Normalization Form C. A byte that stands for nothing, or
 * is a VNI mark that does not fit the letter before, gives U+FFFD. ASCII stays, but for the letters
 * that VISCII and VPS have below 20 hex.
 *
 * TCVN3 has no toned capitals: fonts that show all as capitals made up for them. So the case of
 * toned letters is lost, and is told by the others of the word:
 * - one of them is small: the word is not in capitals;
 * - all are capitals, one of them not the word's first letter: the word is;
 * - only the first letter is known, or none: the word is where the nearest words of its line, on
 *   either side, that tell are. (Capitals that are no syllable, but an abbreviation, do not tell.)
 * A word without capitals whose first letter is toned gets a capital at the start of the text, and
 * behind '.', '!' or '?' and white space, be there a quotation mark before the word or not; not
 * behind an ellipsis.
 *
 * Programs that know all of TCVN 5712 (VN1: iconv's TCVN5712-1) wrote toned capitals at 80 to 9F,
 * where others wrote the signs of windows-1252. Such a byte is a capital where it makes one
 * syllable with the letters beside it, all of them capitals or small letters behind it; a quotation
 * mark, dash, ellipsis or bullet only within a word, or where it cannot stand behind one. By itself
 * it is a one-letter word (at the start of a sentence, or among words in capitals) where Vietnamese
 * has such. A byte that windows-1252 has no sign for is the capital anywhere.
 *
 * VISCII and VPS have a few capitals that Windows programs could not hold, and wrote small: in
 * words in capitals they become capitals in the same way, at the start of a sentence they do not.
 */
void codepage_decode(struct buffer *out, enum codepage page, struct slice bytes);

/* The byte that codepage_decode reads as this character, in CODEPAGE_WINDOWS_1252,
 * CODEPAGE_WINDOWS_1258 (where letters that it composes of two bytes have none) and
 * CODEPAGE_MAC_ROMAN. -1 where there is none, and for the other code pages. */
int codepage_byte(enum codepage page, uint32_t character);

#endif
