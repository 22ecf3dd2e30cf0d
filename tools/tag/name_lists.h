/* How a lexicon is filled, from the lists that name_lexicon_load reads. */
#ifndef TAG_NAME_LISTS_H
#define TAG_NAME_LISTS_H

#include "name_token.h"

/* An empty lexicon. To be freed with name_lexicon_free. */
struct name_lexicon *name_lexicon_new(const struct language *language);

/* Bit i: word i of a phrase has a capital; has two letters or more, all of them capitals. */
struct name_capitals {
    uint16_t capitals, shouted;
};

/* The phrase of the text, made where there is none; null where it has no word or too many. What is
 * looked for in texts, and not only beside names, is_sought. Valid until the next phrase. */
struct name_phrase *name_lexicon_add(struct name_lexicon *lexicon, struct slice text,
                                     bool is_sought, struct name_capitals *letters);

void name_lexicon_add_syllable(struct name_lexicon *lexicon, struct slice syllable);

/* The weights of the ending of a foreign word, to be set. Valid until the next phrase. */
int8_t *name_lexicon_add_ending(struct name_lexicon *lexicon, struct slice ending);

/* The weights that name_lexicon_shape gives, to be set. */
int8_t *name_lexicon_shape_weights(struct name_lexicon *lexicon, size_t words,
                                   enum name_letters letters);

#endif
