/* What differs from language to language and cannot be a list: one entry a language. Lists and
 * rules of a language are files in its folder, see data.h. */
#ifndef GANLOC_LANGUAGE_H
#define GANLOC_LANGUAGE_H

#include "bytes.h"

/* Where a language has two styles of spelling: in Vietnamese hòa and hoà. */
enum spelling {
    SPELLING_KEEP, /* either; only what is wrong in both is put right */
    SPELLING_OLD,
    SPELLING_NEW,
};

enum misspelling {
    SPELLED_WELL,
    SPELLED_OTHERWISE, /* in the other style */
    SPELLED_WRONG,     /* in both */
    SPELLED_UNKNOWN,   /* it is no word of the language that is in use */
};

/* The parts of a syllable, as far as words are made by doubling syllables that share some. */
struct sound {
    uint8_t onset;  /* 0: the word is no syllable of the language */
    uint8_t rhyme;  /* without its tone */
    uint8_t tone;   /* below 8 */
    bool is_low;    /* the register that the tone belongs to */
    bool has_onset; /* it begins with a consonant */
};

struct language {
    const char *code; /* ISO 639-1; also the name of its data folder */

    /* Rewrites lower-case text (in NFC) in place so that spellings that count as the same word
     * become the same bytes. Returns the new length, never greater. Null: nothing to unify. */
    size_t (*unify_spelling)(char *bytes, size_t length);

    /* Reads the list behind word_frequency. Returns false after a message. */
    bool (*load_words)(void);

    /* How often a word, or what is written as one, is met in ten million; 0: it is none of the
     * language. The word is letters of any case, in NFC. load_words must have succeeded. */
    uint32_t (*word_frequency)(struct slice word);

    /* Takes apart a word, which word_frequency takes and knows. */
    void (*read_sound)(struct slice word, struct sound *sound);

    /* True for a letter that hardly another language has. */
    bool (*owns_letter)(uint32_t letter);

    /* What is wrong with the spelling of a word, which word_frequency takes. */
    enum misspelling (*check)(struct slice word, enum spelling spelling);

    /* Appends the word as `spelling` has it, in its case, and returns true; false where nothing is
     * wrong with it, or it is none of the language. */
    bool (*respell)(struct buffer *out, struct slice word, enum spelling spelling);
};

/* The language with this code, or null. The answer is static. */
const struct language *language_find(const char *code);

#endif
