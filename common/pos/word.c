#include "word.h"

#include "../hash.h"
#include "../word/shape.h"

enum { MOST_SHAPES = 64 }; /* syllables of a word whose shapes are compared */

const struct pos_word pos_word_edge = {
    .key = 1, .cased = 1, .first = 1, .last = 1, .syllables = 1, .shape = SHAPE_EDGE};

/* Syllables are told apart by so many bits of their hashes. */
static uint32_t number_of(void *context, const struct form *form)
{
    (void) context;
    return (uint32_t) (form->hash >> 32);
}

bool pos_words_load(struct pos_words *words, const struct language *language)
{
    *words = (struct pos_words){0};
    if (!forms_load(&words->forms, language))
        return false;
    surfaces_init(&words->surfaces, &words->forms, number_of, NULL);
    return true;
}

/* The key of a word from that of the syllables before, 0 without any. */
static uint64_t key_of(uint64_t before, uint32_t syllable)
{
    return hash_mix(before + syllable + 0x9E3779B97F4A7C15u) | 1;
}

static uint64_t key_of_capitalized(uint64_t key)
{
    return hash_mix(key + 1) | 1;
}

static bool is_separator(char byte)
{
    return byte == '_' || byte == ' ';
}

/* Takes the next syllable off *rest. Returns false at the end. A separator that stands alone is a
 * syllable. */
static bool take_syllable(struct slice *rest, struct slice *syllable)
{
    size_t start = 0, end;
    while (start < rest->length && is_separator(rest->bytes[start]))
        start++;
    for (end = start; end < rest->length && !is_separator(rest->bytes[end]);)
        end++;
    *syllable = slice_of(rest->bytes + start, end - start);
    *rest = slice_from_offset(*rest, end);
    return syllable->length > 0;
}

static bool is_capitalized(unsigned shape)
{
    return shape_is_capital(shape) || shape == SHAPE_UPPER_FOREIGN || shape == SHAPE_LETTER;
}

struct pos_word pos_words_read(struct pos_words *words, struct slice text)
{
    struct pos_word word = {0};
    struct slice rest = text, syllable;
    uint8_t shapes[MOST_SHAPES];
    bool all_capitalized = true;
    if (!take_syllable(&rest, &syllable))
        syllable = text;
    do {
        const struct surface *surface = surfaces_find(&words->surfaces, syllable);
        word.last = key_of(0, surface->id);
        if (!word.syllables)
            word.first = word.last;
        if (word.syllables < MOST_SHAPES)
            shapes[word.syllables] = surface->shape;
        word.key = key_of(word.key, surface->id);
        word.syllables++;
        all_capitalized = all_capitalized && is_capitalized(surface->shape);
    } while (take_syllable(&rest, &syllable));
    word.cased = all_capitalized ? key_of_capitalized(word.key) : word.key;
    word.is_mark = word.syllables == 1 && !shape_is_word(shapes[0]);
    word.shape = shapes[0];
    if (word.syllables > 1)
        word.shape = (uint8_t) (SHAPE_COUNT + shapes_word_class(shapes, word.syllables < MOST_SHAPES
                                                                            ? word.syllables
                                                                            : MOST_SHAPES));
    return word;
}

void pos_words_release(struct pos_words *words)
{
    surfaces_release(&words->surfaces);
    forms_release(&words->forms);
}
