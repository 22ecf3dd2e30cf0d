/* Finds what may be a name in a text. */
#ifndef TAG_NAME_FINDER_H
#define TAG_NAME_FINDER_H

#include "name_candidate.h"

/* All zero but `text` is the start. */
struct name_finder {
    struct name_text text;
    const struct name_evidence *known; /* of the document: for text in capitals, where nothing else
                                          tells names; null while it is being learned */
    size_t first_word; /* syllables of the text's first word as segment -w has it; 0: not known */
    bool is_shouted;   /* the text is in capitals */
    size_t at;         /* the next token to look at */
    uint32_t before;   /* enum name_kind of the word directly before it */
    size_t before_at;  /* the first token of that word */
    bool is_titled; /* an office stands before, and but names between: Bộ trưởng Bộ Y tế */
    uint32_t joined; /* what `before` was for the name that ends at joined_at, for a further one
                        behind "và" */
    size_t joined_at;
    enum name_type joined_type; /* of that name, as far as it tells by itself */
};

/* True where the letters of most words are capitals: a heading, which shows no names. */
bool name_finder_is_shouted(const struct name_text *text);

/* The next candidate, from left to right. Returns false at the end. */
bool name_finder_next(struct name_finder *finder, struct name_candidate *candidate);

#endif
