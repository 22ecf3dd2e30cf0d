/* The abbreviations of a language that end with a full stop. */
#ifndef GANLOC_ABBREVIATIONS_H
#define GANLOC_ABBREVIATIONS_H

#include "../arena.h"

enum abbreviation_kind {
    ABBREVIATION_NONE,  /* not in the list */
    ABBREVIATION_JOINS, /* what follows belongs to it, if nothing speaks against that */
    ABBREVIATION_ENDS,  /* stands at the end of a phrase: its stop may end a sentence */
    /* What a user says holds without weighing it: */
    ABBREVIATION_JOINS_SURELY, /* its stop never ends a sentence */
    ABBREVIATION_ENDS_SURELY,  /* its stop ends one where an upper-case letter follows */
};

/* All zero is a valid empty list. */
struct abbreviations {
    struct abbreviation *sorted;
    size_t count, capacity;
    size_t read; /* entries that were read, with those that others replaced */
    struct arena names;
};

/* Reads the list of a language (abbreviations.txt of its folder). Returns false after messages. */
bool abbreviations_load(struct abbreviations *abbreviations, const char *language);

/* Adds a user's file of the same form, whose entries win over those that were read before. Returns
 * false after messages. */
bool abbreviations_read(struct abbreviations *abbreviations, const char *path);

/* Looks up a word with its stop, such as "TP." */
enum abbreviation_kind abbreviations_find(const struct abbreviations *abbreviations,
                                          struct slice word);

void abbreviations_release(struct abbreviations *abbreviations);

#endif
