/* The abbreviations of a language that end with a full stop. */
#ifndef GANLOC_ABBREVIATIONS_H
#define GANLOC_ABBREVIATIONS_H

#include "../arena.h"

enum abbreviation_kind {
    ABBREVIATION_NONE,  /* not in the list */
    ABBREVIATION_JOINS, /* its stop never ends a sentence */
    ABBREVIATION_ENDS,  /* its stop ends one where an upper-case letter follows */
};

/* All zero is a valid empty list. */
struct abbreviations {
    struct abbreviation *sorted;
    size_t count, capacity;
    struct arena names;
};

/* Reads the list of a language (abbreviations.txt of its folder). Returns false after messages. */
bool abbreviations_load(struct abbreviations *abbreviations, const char *language);

/* Looks up a word with its stop, such as "TP." */
enum abbreviation_kind abbreviations_find(const struct abbreviations *abbreviations,
                                          struct slice word);

void abbreviations_release(struct abbreviations *abbreviations);

#endif
