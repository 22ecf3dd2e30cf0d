/* Tags the words of a sentence with their parts of speech. */
#ifndef GANLOC_POS_TAGGER_H
#define GANLOC_POS_TAGGER_H

#include "model.h"

struct pos_tagger {
    struct pos_model model;
    struct pos_words words;
    struct pos_evidence *cache; /* of words met before */
    struct pos_window *window;
};

/* Loads the model of the language. Returns false after messages. Release it in any case. It must
 * not be moved. */
bool pos_tagger_load(struct pos_tagger *tagger, const struct language *language);

/* Takes a token of the sentence, as it stands there, and the tag of its word. */
typedef void pos_take(void *context, struct slice token, enum upos tag);

/* Hands the tokens of a sentence, parted by spaces, to `take`, in their order. A tag that one has
 * already (WORD/TAG, see upos_split) is no part of its word. The sentence may be any bytes and of
 * any length: longer ones than a thousand words are looked at in parts. */
void pos_tagger_tag(struct pos_tagger *tagger, struct slice sentence, pos_take *take,
                    void *context);

void pos_tagger_release(struct pos_tagger *tagger);

#endif
