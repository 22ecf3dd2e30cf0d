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

/* The next word of *rest, which becomes what follows it. Returns false where there are no more. */
bool context_next_word(struct slice *rest, struct slice *word);

/* True where the text reads as one of this language: most of its words with letters that only this
 * language has are in use in it; without such words, most of all its words are, and one of them has
 * more than ASCII letters. */
bool context_is_language(struct slice text, const struct language *language);

#endif
