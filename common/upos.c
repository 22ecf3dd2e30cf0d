#include "upos.h"

static const struct slice names[UPOS_COUNT] = {
    SLICE("ADJ"),   SLICE("ADP"),   SLICE("ADV"), SLICE("AUX"),  SLICE("CCONJ"), SLICE("DET"),
    SLICE("INTJ"),  SLICE("NOUN"),  SLICE("NUM"), SLICE("PART"), SLICE("PRON"),  SLICE("PROPN"),
    SLICE("PUNCT"), SLICE("SCONJ"), SLICE("SYM"), SLICE("VERB"), SLICE("X"),
};

struct slice upos_name(enum upos tag)
{
    return names[tag];
}

enum upos upos_find(struct slice name)
{
    enum upos tag = 0;
    while (tag < UPOS_COUNT && !slice_equal(name, names[tag]))
        tag++;
    return tag;
}

enum { LONGEST_NAME = 5 };

enum upos upos_split(struct slice token, struct slice *word)
{
    size_t slash = token.length;
    *word = token;
    while (slash > 0 && token.bytes[slash - 1] != '/' && token.length - slash <= LONGEST_NAME)
        slash--;
    if (slash < 2 || token.bytes[slash - 1] != '/')
        return UPOS_COUNT;
    enum upos tag = upos_find(slice_from_offset(token, slash));
    if (tag < UPOS_COUNT)
        *word = slice_of(token.bytes, slash - 1);
    return tag;
}
