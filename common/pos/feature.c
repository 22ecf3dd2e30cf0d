#include "feature.h"

#include "../hash.h"

/* The numbers stand in model files. */
enum kind {
    KIND_ANY, /* the same for all words */
    KIND_WORD,
    KIND_CASED,
    KIND_FIRST_SYLLABLE,
    KIND_LAST_SYLLABLE,
    KIND_SHAPE,
    KIND_SHAPE_FIRST, /* the shape, and whether the word is the first */
    KIND_SYLLABLES,   /* their number */
    KIND_COARSE,
    KIND_FINE,
    KIND_FIRST_COARSE, /* of the first syllable as a word, */
    KIND_FIRST_FINE,
    KIND_LAST_COARSE, /* and the last one */
    KIND_LAST_FINE,
};

/* The features being listed. */
struct list {
    uint64_t *keys;
    size_t count;
    enum pos_place place;
};

static void add(struct list *list, enum kind kind, uint64_t value)
{
    uint64_t sort = (uint64_t) list->place << 8 | kind;
    list->keys[list->count++] = hash_mix(value + hash_mix(sort + 1)) | 1;
}

static void add_classes(struct list *list, enum kind coarse, enum kind fine,
                        struct word_classes classes)
{
    add(list, coarse, classes.coarse);
    add(list, fine, classes.fine);
}

static void add_syllables(struct list *list, const struct classes *classes,
                          const struct pos_word *word)
{
    add(list, KIND_FIRST_SYLLABLE, word->first);
    add(list, KIND_LAST_SYLLABLE, word->last);
    add_classes(list, KIND_FIRST_COARSE, KIND_FIRST_FINE, classes_find(classes, word->first));
    add_classes(list, KIND_LAST_COARSE, KIND_LAST_FINE, classes_find(classes, word->last));
}

static void add_here(struct list *list, const struct classes *classes, const struct pos_word *word,
                     bool is_first)
{
    add(list, KIND_ANY, 0);
    add(list, KIND_WORD, word->key);
    add(list, KIND_CASED, word->cased);
    add(list, KIND_SHAPE_FIRST, (uint64_t) word->shape << 1 | is_first);
    add(list, KIND_SYLLABLES, word->syllables);
    if (word->syllables > 1)
        add_syllables(list, classes, word);
}

size_t pos_features(const struct classes *classes, const struct pos_word *word, bool is_first,
                    enum pos_place place, uint64_t keys[POS_MOST_FEATURES])
{
    struct list list = {keys, 0, place};
    add(&list, KIND_SHAPE, word->shape);
    add_classes(&list, KIND_COARSE, KIND_FINE, classes_of(classes, word, is_first));
    if (place == POS_HERE)
        add_here(&list, classes, word, is_first);
    return list.count;
}
