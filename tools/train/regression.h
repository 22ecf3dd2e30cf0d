/* Logistic regression: how much each observation at a doubtful stop speaks for the end of a
 * sentence. In floating point, with exp and sqrt: another libm may round a weight otherwise. */
#ifndef TRAIN_REGRESSION_H
#define TRAIN_REGRESSION_H

#include "doubts.h"

/* Sets weights->of, in tenths of a log-odds. */
void regression_learn(struct sentence_weights *weights, const struct doubts *doubts);

#endif
