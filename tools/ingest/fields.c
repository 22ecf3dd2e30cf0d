#include "fields.h"

#include "tags.h"

/* In the order of preference; ends with a null name. */
static const char *const usual[FIELD_COUNT][8] = {
    [FIELD_ID] = {"id", "_id"},
    [FIELD_URL] = {"url", "link", "source_url"},
    [FIELD_TEXT] = {"text", "content", "body", "maintext"},
    [FIELD_TITLE] = {"title", "headline"},
    [FIELD_LEAD] = {"sapo", "lead", "description", "summary"},
    [FIELD_DATE] = {"date", "publish", "published", "date_publish", "published_at",
                    "datePublished"},
    [FIELD_AUTHOR] = {"author", "authors"},
};

int fields_rank(const struct fields *fields, enum field field, struct slice name)
{
    const char *const *names = usual[field];
    if (fields->chosen[field])
        return slice_equal_ignoring_case(name, slice_from_string(fields->chosen[field]))
                   ? 0
                   : FIELD_NOT;
    for (int rank = 0; names[rank]; rank++)
        if (slice_equal_ignoring_case(name, slice_from_string(names[rank])))
            return rank;
    return FIELD_NOT;
}

struct slice fields_find_kept(const struct fields *fields, struct slice name)
{
    struct slice rest = fields->keep, kept;
    while (slice_cut(&rest, ',', &kept))
        if (slice_equal_ignoring_case(name, kept))
            return kept;
    return (struct slice){NULL, 0};
}

bool fields_keep(struct fields *fields, const char *names)
{
    struct slice rest = slice_from_string(names), name;
    fields->keep = rest;
    while (slice_cut(&rest, ',', &name))
        if (!tags_key_is_good(name))
            return false;
    return true;
}
