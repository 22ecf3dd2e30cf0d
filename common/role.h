/* The 14 roles that a paragraph of a page can have. */
#ifndef GANLOC_ROLE_H
#define GANLOC_ROLE_H

#include "bytes.h"

enum role {
    ROLE_TITLE,
    ROLE_LEAD,
    ROLE_HEADING,
    ROLE_BODY,
    ROLE_CAPTION,
    ROLE_BYLINE,
    ROLE_DATELINE,
    ROLE_SOURCE,
    ROLE_NAV,
    ROLE_SHARE,
    ROLE_RELATED,
    ROLE_AD,
    ROLE_NOTICE,
    ROLE_FOOTER,
    ROLE_COUNT,
};

/* The name as it stands in the tag `role`; static. */
const char *role_name(enum role role);

/* The role with this name, or ROLE_COUNT. */
enum role role_find(struct slice name);

/* The role in a record's tags, or ROLE_COUNT where it has none or an unknown one. */
enum role role_of_tags(struct slice tags);

/* Reads names joined by ',' into a set: bit 1 << role. "none" is the empty set. Returns false where
 * a name is not a role's. */
bool role_parse_set(struct slice list, unsigned *set);

#endif
