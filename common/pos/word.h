/* Words, as the tagger of parts of speech sees them: by their letters alone. */
#ifndef GANLOC_POS_WORD_H
#define GANLOC_POS_WORD_H

#include "../word/surface.h"

/* The keys are hashes. Case, tone placement, composition and which digits make no difference to
 * them. */
struct pos_word {
    uint64_t key;         /* of the word; never 0 */
    uint64_t cased;       /* the same, but another where all of its syllables are capitalized */
    uint64_t first, last; /* the keys that its first and its last syllable have as words */
    uint32_t syllables;   /* at least one */
    uint8_t shape;        /* enum shape of the one syllable, or SHAPE_COUNT + enum word_class */
    bool is_mark;         /* punctuation or a symbol */
};

/* What stands before the first word of a sentence, and behind the last. */
extern const struct pos_word pos_word_edge;

struct pos_words {
    struct forms forms;
    struct surfaces surfaces; /* it borrows forms: the words must not move */
};

/* Returns false after messages. Release it in any case. */
bool pos_words_load(struct pos_words *words, const struct language *language);

/* Reads a word, which is any bytes, at least one: its syllables are joined by '_' or by spaces. */
struct pos_word pos_words_read(struct pos_words *words, struct slice text);

void pos_words_release(struct pos_words *words);

#endif
