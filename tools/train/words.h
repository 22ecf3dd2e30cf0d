/* Trains the model of words. */
#ifndef TRAIN_WORDS_H
#define TRAIN_WORDS_H

#include "train.h"

bool train_words(const struct train_settings *settings);

#endif
