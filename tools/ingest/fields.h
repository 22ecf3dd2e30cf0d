/* Which JSON fields of a document mean what. */
#ifndef INGEST_FIELDS_H
#define INGEST_FIELDS_H

#include "bytes.h"

enum field {
    FIELD_ID,
    FIELD_URL,
    FIELD_TEXT,
    FIELD_TITLE,
    FIELD_LEAD,
    FIELD_DATE,
    FIELD_AUTHOR,
    FIELD_COUNT,
};

/* All zero: the usual names, nothing kept. */
struct fields {
    const char *chosen[FIELD_COUNT]; /* the name to use instead of the usual ones; null: those */
    struct slice keep;               /* names, joined by ',' */
};

enum {
    FIELD_NOT = -1, /* no rank */
};

/* How good a field of this name is for what `field` means: 0 for the best name, FIELD_NOT where
 * it does not mean that. Names are compared without regard to case. */
int fields_rank(const struct fields *fields, enum field field, struct slice name);

/* The name, as it was asked for, of the field to keep that `name` is, without regard to case; null
 * pointer where it is none. */
struct slice fields_find_kept(const struct fields *fields, struct slice name);

/* Takes over the names to keep, joined by ','; borrowed. Returns false where one cannot stand in
 * a tag's key. */
bool fields_keep(struct fields *fields, const char *names);

#endif
