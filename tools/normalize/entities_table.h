/* The named character references of HTML5 (HTML standard, section 13.5). */
#ifndef NORMALIZE_ENTITIES_TABLE_H
#define NORMALIZE_ENTITIES_TABLE_H

#include <stddef.h>

struct entity {
    const char *name; /* without '&' and ';' */
    const char *text; /* one or two characters, UTF-8; none of them is U+0000 */
};

/* In the byte order of the names. Written by make_entities.py. */
extern const struct entity entities_table[];
extern const size_t entities_count;

#endif
