/* Records put aside in a temporary file, to be read a second time. */
#ifndef DEDUPE_SPOOL_H
#define DEDUPE_SPOOL_H

#include "writer.h"

struct spool {
    struct writer writer;
    int reading; /* descriptor at the file's start, from spool_finish on */
};

/* Makes a temporary file in `folder` (null: $TMPDIR, else /tmp), readable by its owner alone and
 * without a name from the start: it is gone when the program ends, however that may be. Returns
 * false after a message. */
bool spool_open(struct spool *spool, const char *folder);

/* Ends the writing. spool->reading is then the caller's to read and close. Returns false after a
 * message if anything could not be written. */
bool spool_finish(struct spool *spool);

#endif
