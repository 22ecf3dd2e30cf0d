/* Trains the model of words. */
#ifndef TRAIN_WORDS_H
#define TRAIN_WORDS_H

#include "train.h"

/* Learns from the files of the settings and writes settings->out. Returns false after a message. */
bool train_words(const struct train_settings *settings);

#endif
