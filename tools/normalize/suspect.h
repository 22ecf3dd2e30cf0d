/* The fast road: finding the few places of a text at which a step may have something to do. */
#ifndef NORMALIZE_SUSPECT_H
#define NORMALIZE_SUSPECT_H

#include "bytes.h"

/* What may be there. */
enum suspicion {
    SUSPECT_CHARACTER = 1 << 0, /* a control, a broken sequence, or a character that is not among
                                   those that Vietnamese is written with every day */
    SUSPECT_SPACE = 1 << 1,     /* spaces in a row, or one that punctuation does not want */
    SUSPECT_REFERENCE = 1 << 2, /* '&' and the start of a name or number */
    SUSPECT_MOJIBAKE = 1 << 3,  /* a letter that is rarely followed by what follows it here */
    SUSPECT_ACCENT = 1 << 4,    /* a vowel and a combining mark that it may have in Vietnamese */
    SUSPECT_SPELLING = 1 << 5,  /* letters on which a tone mark may stand wrong */
};

/* Finds the first place from *at on where one of `kinds` (suspicion, or-ed) may be. Returns false
 * if there is none; else sets *at to it and *found to what it may be: a character or space at *at,
 * or the spelling of the word that holds the byte behind *at. To go on, begin behind *at. Nothing
 * is missed but blanks at either end of the text; much of what is found is harmless. */
bool suspect_next(struct slice text, unsigned kinds, size_t *at, unsigned *found);

#endif
