#include "role.h"

#include "tags.h"

static const char *const names[ROLE_COUNT] = {
    "title",  "lead", "heading", "body",    "caption", "byline", "dateline",
    "source", "nav",  "share",   "related", "ad",      "notice", "footer",
};

const char *role_name(enum role role)
{
    return names[role];
}

enum role role_find(struct slice name)
{
    enum role role = ROLE_TITLE;
    while (role < ROLE_COUNT && !slice_equal(name, slice_from_string(names[role])))
        role++;
    return role;
}

enum role role_of_tags(struct slice tags)
{
    struct slice name = tags_get(tags, SLICE("role"));
    return name.length ? role_find(name) : ROLE_COUNT;
}

bool role_parse_set(struct slice list, unsigned *set)
{
    struct slice name;
    *set = 0;
    if (slice_equal(list, SLICE("none")))
        return true;
    while (slice_cut(&list, ',', &name)) {
        enum role role = role_find(name);
        if (role == ROLE_COUNT)
            return false;
        *set |= 1u << role;
    }
    return true;
}
