/* Texts, numbers and dates in JSON, as MongoDB's extended JSON writes them too. */
#ifndef INGEST_SCALAR_H
#define INGEST_SCALAR_H

#include "arena.h"
#include "json_value.h"

/* As text: a string, a number, or what {"$oid": ...}, {"$numberLong": ...} and the like, or
 * {"$date": ...} stand for; a date in milliseconds as ISO 8601 in UTC. Empty for all else. Borrowed
 * from the value or taken from the arena. */
struct slice scalar_text(const struct json_value *value, struct arena *arena);

#endif
