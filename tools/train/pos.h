/* Trains the model of parts of speech. */
#ifndef TRAIN_POS_H
#define TRAIN_POS_H

#include "train.h"

/* Learns from the files of the settings and writes settings->out. Returns false after a message. */
bool train_pos(const struct train_settings *settings);

#endif
