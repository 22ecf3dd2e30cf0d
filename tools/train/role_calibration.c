#include "role_calibration.h"

#include "memory.h"
#include "role_perceptron.h"

#include <stdlib.h>

enum {
    FOLDS = 3,
    SCALES = 24,
    FIRST_SCALE = 8,
};

/* How wrong the confidences were under each scale: the sum of squares (Brier 1950). */
struct faults {
    int scales[SCALES];
    uint64_t squares[SCALES];
};

static void measure(struct faults *faults, struct weights *weights,
                    const struct labelled_pages *pages, const bool *left_out)
{
    struct decoder *decoder = decoder_new(weights);
    for (size_t s = 0; s < SCALES; s++) {
        weights->scale = (int16_t) faults->scales[s];
        for (size_t i = 0; i < pages->count; i++) {
            const struct labelled_page *page = &pages->pages[i];
            if (!left_out[page->site])
                continue;
            const struct decision *found =
                decoder_decode(decoder, &pages->features[page->first], page->count);
            for (size_t k = 0; k < page->count; k++) {
                unsigned fault = found[k].role == pages->roles[page->first + k]
                                     ? 100u - found[k].confidence
                                     : found[k].confidence;
                faults->squares[s] += (uint64_t) fault * fault;
            }
        }
    }
    decoder_free(decoder);
}

static int best_scale(const struct faults *faults)
{
    size_t best = 0;
    for (size_t s = 1; s < SCALES; s++)
        if (faults->squares[s] < faults->squares[best])
            best = s;
    return faults->scales[best];
}

int16_t role_calibrate(struct weights *weights, const struct labelled_pages *pages)
{
    struct faults faults = {.scales = {FIRST_SCALE}};
    bool *left_out = memory_new(pages->site_count, sizeof *left_out);
    for (size_t s = 1; s < SCALES; s++)
        faults.scales[s] = faults.scales[s - 1] * 6 / 5;
    for (size_t fold = 0; fold < FOLDS; fold++) {
        for (size_t site = 0; site < pages->site_count; site++)
            left_out[site] = site % FOLDS == fold;
        role_learn(weights, pages, left_out);
        measure(&faults, weights, pages, left_out);
    }
    free(left_out);
    return (int16_t) best_scale(&faults);
}
