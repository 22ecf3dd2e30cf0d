/* What the MongoDB shell prints instead of JSON. */
#ifndef INGEST_MONGO_H
#define INGEST_MONGO_H

#include "bytes.h"

/* Appends the line with the shell's calls, outside of strings, written as extended JSON:
 *     ISODate("2024-11-22T21:03:00Z")  {"$date":"2024-11-22T21:03:00Z"}   also Date and new Date
 *     ObjectId("6740f1")               {"$oid":"6740f1"}
 *     NumberLong(12)                   {"$numberLong":12}                 also NumberInt,
 * NumberDecimal Returns false where there were none. */
bool mongo_rewrite(struct buffer *out, struct slice line);

#endif
