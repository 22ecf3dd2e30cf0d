/* The lists and rules that programs read at the start: one entry a line, '#' begins a comment line.
 */
#ifndef GANLOC_DATA_H
#define GANLOC_DATA_H

#include "bytes.h"

/* Finds the file `name` of a language's folder, the first that can be read of
 *     $GANLOC_DATA/CODE/NAME             (where the variable is set, only there)
 *     DIR/../share/ganloc/CODE/NAME      (DIR: the folder of the running program)
 *     the folder given by `make install`
 * Puts the path into *path. Returns false with a message when there is none. */
bool data_find(struct buffer *path, const char *language, const char *name);

/* Takes one line of a data file, trimmed, neither empty nor a comment. Returns null, or what is
 * wrong with the line and was expected. */
typedef const char *data_take(void *context, struct slice line);

/* Reads the data file at `path`. Returns false after a message with file and line if it cannot be
 * read or `take` refused a line; the first 20 refused lines are reported. A byte order mark at its
 * start is passed over. */
bool data_read(const char *path, data_take *take, void *context);

/* data_find, then data_read. */
bool data_load(const char *language, const char *name, data_take *take, void *context);

#endif
