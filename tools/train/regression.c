#include "regression.h"

#include "memory.h"

#include <math.h>
#include <stdlib.h>

enum {
    ROUNDS = 1500, /* of descent; twice as many change nothing that is written */
    SCALE = 10,    /* weights are written as tenths of a log-odds */
};

/* On half the sum of the squared weights, for each doubt: it keeps the weights of what is seldom
 * observed small. Set by hand; a fifth of it changes single weights by up to 1.4. */
static const double penalty_each = 0.0005;

/* Of AdaGrad, which divides it by the gradients so far: it sets how fast the weights settle, not
 * where. After ROUNDS, half or twice of it change few weights, by a tenth. */
static const double learning_rate = 0.5;

/* Weights as they are learned, in log-odds. */
struct regression {
    double weight[DOUBT_KINDS][DOUBT_FEATURES];
    double gradient[DOUBT_KINDS][DOUBT_FEATURES];
    double squares[DOUBT_KINDS][DOUBT_FEATURES]; /* of all gradients so far */
};

static double value_of(const struct doubt *doubt, int feature)
{
    if (!(doubt->features >> feature & 1))
        return 0;
    return feature == FEATURE_OPENS ? doubt->opens : 1;
}

static void add_gradient(struct regression *regression, const struct judged_doubt *judged)
{
    const struct doubt *doubt = &judged->doubt;
    double sum = 0;
    for (int i = 0; i < DOUBT_FEATURES; i++)
        sum += value_of(doubt, i) *
               (regression->weight[DOUBT_ANY][i] + regression->weight[doubt->kind][i]);
    double likely = 1 / (1 + exp(-sum));
    double error = likely * (judged->ends + judged->goes_on) - judged->ends;
    for (int i = 0; i < DOUBT_FEATURES; i++) {
        regression->gradient[DOUBT_ANY][i] += error * value_of(doubt, i);
        regression->gradient[doubt->kind][i] += error * value_of(doubt, i);
    }
}

/* A step of AdaGrad (Duchi, Hazan and Singer, "Adaptive Subgradient Methods", 2011). `penalty` is
 * that for all doubts. */
static void step(struct regression *regression, double penalty)
{
    for (int kind = 0; kind < DOUBT_KINDS; kind++) {
        for (int i = 0; i < DOUBT_FEATURES; i++) {
            double gradient = regression->gradient[kind][i] + penalty * regression->weight[kind][i];
            regression->squares[kind][i] += gradient * gradient;
            if (gradient != 0)
                regression->weight[kind][i] -=
                    learning_rate * gradient / sqrt(regression->squares[kind][i]);
            regression->gradient[kind][i] = 0;
        }
    }
}

void regression_learn(struct sentence_weights *weights, const struct doubts *doubts)
{
    struct regression *regression = memory_new(1, sizeof *regression);
    double total = 0;
    for (size_t i = 0; i < doubts->count; i++)
        total += doubts->judged[i].ends + doubts->judged[i].goes_on;
    for (int round = 0; round < ROUNDS; round++) {
        for (size_t i = 0; i < doubts->count; i++)
            add_gradient(regression, &doubts->judged[i]);
        step(regression, penalty_each * total);
    }
    for (int kind = 0; kind < DOUBT_KINDS; kind++)
        for (int i = 0; i < DOUBT_FEATURES; i++)
            weights->of[kind][i] = (int) lround(regression->weight[kind][i] * SCALE);
    free(regression);
}
