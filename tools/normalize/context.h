/* What language a text is in, as far as repairs depend on it. */
#ifndef NORMALIZE_CONTEXT_H
#define NORMALIZE_CONTEXT_H

#include "language.h"

/* Bytes of the longest word that context_word finds: no longer one is met in a language that has
 * spaces, and a text may be made of one. */
enum { CONTEXT_LONGEST_WORD = 64 };

/* The word (letters and marks in a row) that holds the character at byte `at` of the text, or
 * begins there; empty if that is none. */
struct slice context_word(struct slice text, size_t at);

/* The next run of characters of *rest that all belong, as `belongs` has it; *rest becomes what
 * follows it. Returns false where there are no more. */
bool context_next_run(struct slice *rest, bool (*belongs)(uint32_t character), struct slice *run);

/* The next word of *rest, which becomes what follows it. Returns false where there are no more. */
bool context_next_word(struct slice *rest, struct slice *word);

/* Whether a text is in the language. */
enum context {
    CONTEXT_FOREIGN,  /* it is not, or has no words to tell by */
    CONTEXT_LIKELY,   /* it has no letters that only the language has, but three quarters of its
                         words are in use in it, and one of these has more than ASCII letters */
    CONTEXT_PROBABLE, /* the same, but all of its words are, and two of them */
    CONTEXT_CERTAIN,  /* it has such letters, and most words that have them are in use */
};

enum context context_of(struct slice text, const struct language *language);

/* True for letters and marks, which words are made of. */
bool context_is_word_character(uint32_t character);

#endif
