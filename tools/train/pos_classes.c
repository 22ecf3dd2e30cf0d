#include "pos_classes.h"

#include "memory.h"

#include <stdlib.h>

enum {
    LEAST_COUNT = 10,        /* what is rarer has too few neighbours to tell by */
    MOST_LENGTH = INT32_MAX, /* words of the text, see exchange.h; more are passed over */
    ID_EDGE = 0,
    ID_RARE = 1,
};

_Static_assert(ID_RARE < (int) EXCHANGE_FIXED, "rare words are not moved");

static void add_id(struct class_text *text, uint32_t id)
{
    if (text->count == text->capacity) {
        text->capacity = text->capacity ? text->capacity * 2 : 1 << 16;
        text->ids = memory_resize_array(text->ids, text->capacity, sizeof *text->ids);
    }
    text->ids[text->count++] = id;
}

void class_text_take(void *context, const struct annotated *sentence)
{
    struct class_text *text = context;
    struct annotated_word annotated;
    bool is_first = true;
    if (text->count > MOST_LENGTH - sentence->text.length)
        return;
    add_id(text, ID_EDGE);
    for (size_t at = 0; annotated_next(sentence, &at, &annotated);) {
        struct pos_word word = pos_words_read(text->words, annotated.text);
        struct form form = {.hash = classes_key(&word, is_first)};
        uint32_t index = vocabulary_add(&text->vocabulary, &form);
        text->vocabulary.words[index].count++;
        add_id(text, index + 1);
        is_first = is_first && word.is_mark;
    }
    text->sentence_count++;
}

/* Numbers the words in the order of their counts, from EXCHANGE_FIXED on. Returns how many words
 * there are, those included that have no number but ID_RARE. */
static uint32_t number_words(struct class_text *text, struct vocabulary_word **sorted)
{
    struct vocabulary *vocabulary = &text->vocabulary;
    uint32_t count = 0;
    for (size_t i = 0; i < vocabulary->count; i++) {
        vocabulary->words[i].number = ID_RARE;
        if (vocabulary->words[i].count >= LEAST_COUNT)
            sorted[count++] = &vocabulary->words[i];
    }
    qsort(sorted, count, sizeof(struct vocabulary_word *), vocabulary_compare);
    if (count > CLASSES_MOST_WORDS)
        count = CLASSES_MOST_WORDS;
    for (uint32_t i = 0; i < count; i++)
        sorted[i]->number = EXCHANGE_FIXED + i;
    for (size_t i = 0; i < text->count; i++)
        if (text->ids[i] != ID_EDGE)
            text->ids[i] = vocabulary->words[text->ids[i] - 1].number;
    return count;
}

static void put_classes(struct classes_slot *slots, const struct neighbours *neighbours,
                        struct vocabulary_word *const *sorted)
{
    uint16_t *coarse = memory_new(neighbours->words, sizeof *coarse);
    uint16_t *fine = memory_new(neighbours->words, sizeof *fine);
    exchange_words(neighbours, CLASSES_COARSE, coarse);
    exchange_words(neighbours, CLASSES_FINE, fine);
    for (uint32_t word = EXCHANGE_FIXED; word < neighbours->words; word++)
        classes_put(slots, sorted[word - EXCHANGE_FIXED]->hash,
                    (struct word_classes){coarse[word], fine[word]});
    free(coarse);
    free(fine);
}

uint32_t class_text_learn(struct class_text *text, struct classes_slot *slots)
{
    struct vocabulary_word **sorted =
        memory_new(text->vocabulary.count + 1, sizeof(struct vocabulary_word *));
    struct neighbours neighbours;
    add_id(text, ID_EDGE);
    uint32_t count = number_words(text, sorted);
    neighbours_count(&neighbours, text->ids, text->count, EXCHANGE_FIXED + count);
    put_classes(slots, &neighbours, sorted);
    neighbours_release(&neighbours);
    free(sorted);
    return count;
}

void class_text_release(struct class_text *text)
{
    vocabulary_release(&text->vocabulary);
    free(text->ids);
    *text = (struct class_text){0};
}
