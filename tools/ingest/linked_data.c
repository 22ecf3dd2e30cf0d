#include "linked_data.h"

/* Where what is found goes. */
struct search {
    struct arena *arena;
    struct metadata *metadata;
    bool wants_articles; /* else other kinds of page */
};

enum { DEEPEST_SEARCH = 4 /* arrays and graphs in each other; real ones have 2 */ };

static bool type_ends_with(const struct json_value *type, struct slice end)
{
    return slice_ends_with(json_value_string(type), end);
}

static bool is_article_type(const struct json_value *type)
{
    return type_ends_with(type, SLICE("Article")) || type_ends_with(type, SLICE("Posting")) ||
           type_ends_with(type, SLICE("Report"));
}

static bool is_article(const struct json_value *object)
{
    const struct json_value *type = json_value_member(object, "@type");
    bool found = is_article_type(type);
    for (size_t i = 0; i < json_value_count(type); i++)
        found = found || is_article_type(json_value_element(type, i));
    return found;
}

static void fill(struct search *search, struct slice *text, const struct json_value *value)
{
    struct slice found = json_value_string(value);
    if (!text->length && found.length)
        *text = arena_copy(search->arena, found);
}

static void take_object(struct search *search, const struct json_value *object)
{
    struct metadata *metadata = search->metadata;
    if (is_article(object) != search->wants_articles)
        return;
    fill(search, &metadata->date, json_value_member(object, "datePublished"));
    if (!search->wants_articles)
        return;
    fill(search, &metadata->title, json_value_member(object, "headline"));
    if (!metadata->authors.length)
        metadata_add_authors(metadata, json_value_member(object, "author"));
}

static void find_objects(struct search *search, const struct json_value *value, int depth)
{
    if (depth > DEEPEST_SEARCH)
        return;
    for (size_t i = 0; i < json_value_count(value); i++)
        find_objects(search, json_value_element(value, i), depth + 1);
    if (json_value_kind_of(value) == JSON_OBJECT) {
        take_object(search, value);
        find_objects(search, json_value_member(value, "@graph"), depth + 1);
    }
}

void linked_data_read(struct slice script, struct arena *arena, struct metadata *metadata)
{
    struct search search = {arena, metadata, true};
    struct json_parser *parser = json_parser_new(false);
    struct json_value *value;
    if (json_parse(parser, script, &value, NULL)) {
        find_objects(&search, value, 0);
        search.wants_articles = false;
        find_objects(&search, value, 0);
        json_value_free(value);
    }
    json_parser_free(parser);
}
