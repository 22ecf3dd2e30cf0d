/* The weights of roles, which tag loads. */
#ifndef TRAIN_ROLE_H
#define TRAIN_ROLE_H

#include "train.h"

/* Learns from records whose roles are known (settings->gold) and writes the file settings->out.
 * Needs the rules and lists of names of the language. Returns false after a message. */
bool train_role(const struct train_settings *settings);

#endif
