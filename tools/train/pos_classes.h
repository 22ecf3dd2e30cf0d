/* Learns the classes of words from silver text, see pos/classes.h. */
#ifndef TRAIN_POS_CLASSES_H
#define TRAIN_POS_CLASSES_H

#include "exchange.h"
#include "pos/classes.h"
#include "train.h"
#include "vocabulary.h"

/* The text, as numbers of words once it is numbered. All zero is a valid empty one. */
struct class_text {
    struct pos_words *words; /* borrowed */
    struct vocabulary vocabulary;
    uint32_t *ids; /* index in the vocabulary plus 1; 0 between sentences */
    size_t count, capacity;
    size_t sentence_count;
};

/* A train_take: its context is a struct class_text. */
void class_text_take(void *context, const struct annotated *sentence);

/* Puts the most frequent words and their classes into `slots`, of CLASSES_SLOTS; the text is lost.
 * Returns how many there are. */
uint32_t class_text_learn(struct class_text *text, struct classes_slot *slots);

void class_text_release(struct class_text *text);

#endif
