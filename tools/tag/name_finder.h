/* Finds what may be a name in a text. */
#ifndef TAG_NAME_FINDER_H
#define TAG_NAME_FINDER_H

#include "name_evidence.h"
#include "name_match.h"

/* Tokens that may be a name. */
struct name_candidate {
    size_t first, end; /* tokens */
    uint64_t key;      /* by which evidence of it is kept; 0: none is kept */
    unsigned listed;   /* bit i: a list has it as a name of type i */
    struct name_scores itself, around;
    enum name_type type; /* what its surroundings make it without doubt; NAME_TYPES: they do not */
    bool is_doubtful;    /* a single syllable of the language: a name only where the document has it
                            elsewhere, in a longer name or behind such a word as ông */
};

/* All zero but `text` is the start. */
struct name_finder {
    struct name_text text;
    const struct name_evidence *known; /* of the document: for text in capitals, where nothing else
                                          tells names; null while it is being learned */
    bool is_shouted;                   /* the text is in capitals */
    size_t at;                         /* the next token to look at */
    uint32_t before;                   /* enum name_kind of the word directly before it */
    size_t before_at;                  /* the first token of that word */
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

/* Keeps evidence of a candidate, and of the shorter forms a person's name may have. */
void name_finder_learn(const struct name_text *text, const struct name_candidate *candidate,
                       struct name_evidence *evidence);

/* The type of a candidate, after the whole document has been learned. */
enum name_type name_finder_judge(const struct name_candidate *candidate,
                                 const struct name_evidence *evidence);

#endif
