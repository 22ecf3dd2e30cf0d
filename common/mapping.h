/* Files mapped into memory, to be read only. */
#ifndef GANLOC_MAPPING_H
#define GANLOC_MAPPING_H

#include <stdbool.h>
#include <stddef.h>

/* All zero: none. */
struct mapping {
    const void *bytes; /* from the start of a page on */
    size_t size;       /* of the file */
};

/* Maps a regular file whole. Returns false after a message: then there is nothing to close. */
bool mapping_open(struct mapping *mapping, const char *path);

void mapping_close(struct mapping *mapping);

#endif
