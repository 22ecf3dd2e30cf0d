/* A stop that rules cannot decide, and what is observed about it.
 *
 * The decision is log-linear (maximum entropy, as in Reynar and Ratnaparkhi, "A Maximum Entropy
 * Approach to Identifying Sentence Boundaries", 1997): the weights of what is observed are added,
 * each for all kinds of doubt and for this kind (Daume III, "Frustratingly Easy Domain Adaptation",
 * 2007), and a sum above 0 ends the sentence. How often a word opens sentences rather than stands
 * inside is learned from text without marks, as in Kiss and Strunk, "Unsupervised Multilingual
 * Sentence Boundary Detection", 2006. */
#ifndef GANLOC_DOUBT_H
#define GANLOC_DOUBT_H

#include "../language.h"
#include "stop.h"
#include "weights.h"

/* What stands open in a sentence up to some place. */
struct open_marks {
    size_t at; /* up to where the text was looked at */
    bool quote, curly;
    unsigned brackets;
};

/* Reads on from open->at to `to`. */
void open_marks_read(struct open_marks *open, struct slice text, size_t to);

/* What is observed: a bit for each feature, and the value of FEATURE_OPENS. */
struct doubt {
    enum doubt_kind kind;
    uint64_t features;
    int opens;
};

/* The surroundings of a doubtful stop. */
struct surroundings {
    struct slice text; /* begins with the sentence */
    const struct stop *stop;
    const struct word *before;
    const struct following *following;
    const struct open_marks *open;   /* at the stop's end */
    bool is_next_listed;             /* the next word is an abbreviation */
    const struct language *language; /* null: whether a word is of it is not observed */
};

struct doubt doubt_observe(const struct sentence_weights *weights, enum doubt_kind kind,
                           const struct surroundings *around);

/* The sum of the weights. */
int doubt_sum(const struct sentence_weights *weights, const struct doubt *doubt);

#endif
