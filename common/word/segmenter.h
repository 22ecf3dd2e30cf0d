/* Splits sentences into words, all of one language.
 *
 * A text is cut into tokens (token.h); each is looked up by its bytes (surface.h) and, the first
 * time, read as a form (form.h), which has a number in the model (model.h). What the model counted
 * of neighbouring numbers and shapes gives features (feature.h), whose weights score the gaps
 * between tokens and the words they may make; the best split is found over all of them
 * (lattice.h). */
#ifndef GANLOC_WORD_SEGMENTER_H
#define GANLOC_WORD_SEGMENTER_H

#include "dictionary.h"
#include "model.h"
#include "token.h"

/* Not to be moved while in use. */
struct segmenter {
    struct forms forms;
    struct surfaces surfaces;
    struct tokenizer tokenizer;
    struct model model;
    struct dictionary dictionary;
    struct window *window; /* room for the tokens at hand */
};

/* Loads the lists and the model of a language. `abbreviations` is borrowed for the segmenter's
 * life. Returns false after messages. Release it in any case. */
bool segmenter_load(struct segmenter *segmenter, const struct language *language,
                    const struct abbreviations *abbreviations);

/* Adds a user's words: wherever their tokens stand in a row they are one word, the longest one from
 * the left. The form of the file stands in dictionary.h. Returns false after messages. */
bool segmenter_read_dictionary(struct segmenter *segmenter, const char *path);

/* Appends the words of a sentence: a space between words, and '_' where white space stands inside
 * of a word; but for that the bytes are those of the text. The text is plain (unescaped) and may be
 * any bytes; nothing is appended where it has no token. Memory does not grow with the text but for
 * what is appended. Returns the number of words. */
size_t segmenter_append_words(struct segmenter *segmenter, struct buffer *words, struct slice text);

void segmenter_release(struct segmenter *segmenter);

#endif
