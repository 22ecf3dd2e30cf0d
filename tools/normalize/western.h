/* Bytes that may be windows-1252. */
#ifndef NORMALIZE_WESTERN_H
#define NORMALIZE_WESTERN_H

#include "bytes.h"

/* True where no byte is part of a UTF-8 sequence, be it a whole one or one cut off. A text of which
 * this is not true, and that is no UTF-8, may be damaged UTF-8. */
bool western_is_single_bytes(struct slice text);

/* True where the bytes that are no ASCII are single bytes and read as windows-1252: as letters,
 * most of them beside ASCII letters, and as signs and punctuation where such stand. */
bool western_is_likely(struct slice text);

#endif
