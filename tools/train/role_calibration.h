/* How sure the learned weights are. */
#ifndef TRAIN_ROLE_CALIBRATION_H
#define TRAIN_ROLE_CALIBRATION_H

#include "role_pages.h"

/* The scale (struct weights) under which roles on sites that were not learned from have been about
 * as likely as their confidence says: learns from some of the sites at a time and looks at the
 * others. Overwrites all weights. */
int16_t role_calibrate(struct weights *weights, const struct labelled_pages *pages);

#endif
