/* From scores to how likely a role is: softmax (Bridle 1990), in whole numbers. */
#ifndef GANLOC_ROLE_CONFIDENCE_H
#define GANLOC_ROLE_CONFIDENCE_H

#include "weights.h"

enum { CONFIDENCE_STEPS = 96 };

struct confidence {
    int scale;
    uint32_t power[CONFIDENCE_STEPS]; /* of e, to -i/8, times 65536 */
};

/* `scale` is that of struct weights. */
void confidence_init(struct confidence *confidence, int scale);

/* How likely `role` is, in hundredths, where the best way through each role has these scores. 100
 * is never reached: nothing is that sure. */
uint8_t confidence_of(const struct confidence *confidence, const int16_t scores[ROLE_LANES],
                      enum role role);

#endif
