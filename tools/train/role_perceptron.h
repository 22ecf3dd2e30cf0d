/* Learns weights of roles: an averaged structured perceptron (Collins 2002) whose parts of the page
 * are latent (Sun et al. 2009), with a margin. */
#ifndef TRAIN_ROLE_PERCEPTRON_H
#define TRAIN_ROLE_PERCEPTRON_H

#include "role/decode.h"
#include "role_pages.h"

/* Learns from the pages for which left_out is false (by site; null: from all). weights->feature has
 * its final size; all weights in it are overwritten. */
void role_learn(struct weights *weights, const struct labelled_pages *pages, const bool *left_out);

#endif
