#include "confidence.h"

enum {
    STEPS_PER_SCALE = 8,
    ONE = 65536,
    STEP_DOWN = 57835, /* ONE * e to the -1/8 */
};

void confidence_init(struct confidence *confidence, int scale)
{
    if (confidence->scale == scale)
        return;
    uint32_t power = ONE;
    confidence->scale = scale;
    for (size_t i = 0; i < CONFIDENCE_STEPS; i++) {
        confidence->power[i] = power;
        power = (uint32_t) ((uint64_t) power * STEP_DOWN / ONE);
    }
}

/* e to the power of -distance / scale. */
static uint32_t likelihood(const struct confidence *confidence, int distance)
{
    int step = distance * STEPS_PER_SCALE / confidence->scale;
    return step < CONFIDENCE_STEPS ? confidence->power[step] : 0;
}

uint8_t confidence_of(const struct confidence *confidence, const int16_t scores[ROLE_LANES],
                      enum role role)
{
    uint32_t sum = 0;
    for (size_t other = 0; other < ROLE_COUNT; other++) {
        int distance = scores[role] - scores[other];
        sum += likelihood(confidence, distance > 0 ? distance : 0);
    }
    uint32_t hundredths = (uint32_t) (100u * (uint64_t) ONE / sum);
    return (uint8_t) (hundredths > 99 ? 99 : hundredths);
}
