#include "options.h"

#include "tags.h"

bool emit_wants(const struct emit_options *options, const struct record *record)
{
    return options->all || !tags_get(record->tags, SLICE("why")).bytes;
}

bool emit_is_metadata(const struct record *record)
{
    enum role role = role_of_tags(record->tags);
    return role == ROLE_BYLINE || role == ROLE_DATELINE || role == ROLE_SOURCE;
}
