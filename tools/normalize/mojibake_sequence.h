/* UTF-8 sequences whose bytes were each read as a character of a single-byte code page. */
#ifndef NORMALIZE_MOJIBAKE_SEQUENCE_H
#define NORMALIZE_MOJIBAKE_SEQUENCE_H

#include "bytes.h"

/* The code pages that bytes are taken for. windows-1252, windows-1258 and Latin-1 are one here:
 * none has a character in the place of another one's, so that all three can be told at once. */
enum page { PAGE_WINDOWS, PAGE_MAC, PAGE_COUNT };

/* Bytes that sequences begin with, by the character that windows-1252 has for them. */
enum {
    LEAD_A_CIRCUMFLEX = 0xC2, /* Â, of U+0080 to U+00BF */
    LEAD_A_TILDE = 0xC3,      /* Ã, of À to ÿ */
    LEAD_A_DIAERESIS = 0xC4,  /* Ä, of Đ đ Ă ă */
    LEAD_A_ACUTE_SMALL = 0xE1,
    LEAD_A_CIRCUMFLEX_SMALL = 0xE2,
};

/* Bytes that end sequences, and the characters that windows-1252 has for them. */
enum { NO_BREAK_SPACE = 0xA0, SOFT_HYPHEN = 0xAD };

/* The byte that was read as this character, from 80 hex up; -1 where there is none. The tone marks
 * of windows-1258 are left out: they stand between letters and quotes in honest decomposed text. */
int page_byte(enum page page, uint32_t character);

/* The bytes of a sequence that begins with this one, which page_byte gave; 0 if none does. */
unsigned sequence_length(enum page page, int lead);

/* True where the byte that was read as this character stands in sequences, but begins none. */
bool sequence_may_go_on(enum page page, uint32_t character);

/* True where two neighbouring characters may begin a sequence. */
bool sequence_may_begin(enum page page, uint32_t first, uint32_t second);

/* A sequence, in the text that it was read from. */
struct sequence {
    uint32_t read_as[4]; /* what its bytes were taken for */
    unsigned count;      /* of these */
    uint32_t character;  /* what it stands for */
    struct slice rest;   /* the text behind it */
};

/* Reads the sequence that the text begins with. Returns false where none does. */
bool sequence_read(struct sequence *sequence, enum page page, struct slice text);

#endif
