/* Words of the language that misread text may be, whatever was lost of it. */
#ifndef NORMALIZE_MOJIBAKE_WORD_H
#define NORMALIZE_MOJIBAKE_WORD_H

#include "language.h"
#include "mojibake_sequence.h"

enum {
    WORD_LETTERS = 9, /* of the longest syllable, nghiêng, and two marks */
};

struct word {
    uint32_t letters[WORD_LETTERS];
    unsigned count;
};

/* What words are read with, from one line. To be set: all but the buffers, which are zero. */
struct word_reader {
    const struct language *language; /* its words must be loaded */
    enum page page;                  /* that the line was read as */
    unsigned intact;                 /* fragility bits: bytes of which the line has lost none */
    bool has_small;                  /* the line has small letters */
    bool is_partly_honest;           /* the line has honest letters */
    bool has_guillemet;              /* and guillemets by themselves, that others may close */
    struct buffer spelled, composed; /* a word, for word_frequency */
};

void word_reader_release(struct word_reader *reader);

/* The word that fits best. */
struct guess {
    uint64_t score;     /* by which guesses are compared; 0: there is no word */
    uint32_t frequency; /* of the word, as word_frequency tells it */
    struct word word;
    struct slice rest; /* the text behind it; all of it, where there is no word */
};

/* The best of all the words that the text may begin with. */
struct guess word_guess(struct word_reader *reader, struct slice text);

/* The word that the text begins with if nothing was lost. */
struct guess word_guess_intact(struct word_reader *reader, struct slice text);

/* How often the word that the text begins with is met as it stands, as word_frequency tells it. */
uint32_t word_frequency_as_is(struct word_reader *reader, struct slice text);

/* True where the text begins with a word whose no-break space became a space, and no one writes
 * what is left: `LÃ m`, or `LÃ  ` with two spaces. */
bool word_lost_its_space(struct word_reader *reader, struct slice text);

/* True where the guess is far commoner than what the text begins with as it stands. In a line of
 * capitals, or for a word in capitals, this does not tell: there the signs are as likely. */
bool word_is_far_commoner(struct word_reader *reader, const struct guess *guess, struct slice text);

#endif
