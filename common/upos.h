/* The universal part-of-speech tags, and how they stand behind a word. */
#ifndef GANLOC_UPOS_H
#define GANLOC_UPOS_H

#include "bytes.h"

/* The tags of Universal Dependencies 2 (universaldependencies.org/u/pos), by name. The numbers
 * stand in model files. */
enum upos {
    UPOS_ADJ,
    UPOS_ADP,
    UPOS_ADV,
    UPOS_AUX,
    UPOS_CCONJ,
    UPOS_DET,
    UPOS_INTJ,
    UPOS_NOUN,
    UPOS_NUM,
    UPOS_PART,
    UPOS_PRON,
    UPOS_PROPN,
    UPOS_PUNCT,
    UPOS_SCONJ,
    UPOS_SYM,
    UPOS_VERB,
    UPOS_X,
    UPOS_COUNT,
};

/* The name of a tag, static. */
struct slice upos_name(enum upos tag);

/* The tag with this name, or UPOS_COUNT. */
enum upos upos_find(struct slice name);

/* Splits WORD/TAG at its last slash. Without one of the tags behind it, or without a word before
 * it, *word is all of the token. Returns the tag, or UPOS_COUNT. */
enum upos upos_split(struct slice token, struct slice *word);

#endif
