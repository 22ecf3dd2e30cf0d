/* What a page says about itself. */
#include "ascii.h"
#include "html.h"
#include "html_walk.h"
#include "linked_data.h"

/* Meta elements that name the same thing, by property, name or itemprop; ends with a null. */
static const char *const title_names[] = {"og:title", NULL};
static const char *const url_names[] = {"og:url", NULL};
static const char *const author_names[] = {"author", NULL};
static const char *const article_author_names[] = {"article:author", NULL};
static const char *const published_names[] = {"article:published_time", NULL};
static const char *const date_names[] = {"pubdate",        "publishdate",  "publish-date",
                                         "publish_date",   "date",         "dc.date",
                                         "dc.date.issued", "dcterms.date", NULL};

/* Everything found, whichever will be chosen. The first of each counts. */
struct findings {
    struct arena *arena;
    struct slice meta_title, title;
    struct slice canonical, meta_url;
    struct slice author, article_author;
    struct slice published, meta_date, item_date;
    struct metadata linked;
};

/* The text with its white space as a browser shows it. */
static struct slice collapse(struct arena *arena, struct slice text)
{
    struct slice rest = slice_trim(text);
    char *out = arena_take(arena, rest.length);
    size_t length = 0;
    bool has_gap = false;
    for (size_t i = 0; i < rest.length; i++) {
        char byte = rest.bytes[i];
        bool is_white = ascii_is_space(byte);
        if (!is_white) {
            if (has_gap)
                out[length++] = ' ';
            out[length++] = byte;
        }
        has_gap = is_white;
    }
    return slice_of(out, length);
}

static void note(struct findings *findings, struct slice *place, struct slice text)
{
    if (!place->length && text.length)
        *place = collapse(findings->arena, text);
}

static bool is_named(struct slice name, const char *const *names)
{
    for (; *names; names++)
        if (slice_equal_ignoring_case(name, slice_from_string(*names)))
            return true;
    return false;
}

static void take_meta_named(struct findings *findings, struct slice name, struct slice content)
{
    if (is_named(name, title_names))
        note(findings, &findings->meta_title, content);
    else if (is_named(name, url_names))
        note(findings, &findings->meta_url, content);
    else if (is_named(name, author_names))
        note(findings, &findings->author, content);
    else if (is_named(name, article_author_names))
        note(findings, &findings->article_author, content);
    else if (is_named(name, published_names))
        note(findings, &findings->published, content);
    else if (is_named(name, date_names))
        note(findings, &findings->meta_date, content);
}

static void take_meta(struct findings *findings, const GumboElement *element)
{
    struct slice content = html_attribute(element, "content");
    take_meta_named(findings, html_attribute(element, "property"), content);
    take_meta_named(findings, html_attribute(element, "name"), content);
}

static struct slice text_of(const GumboElement *element)
{
    for (unsigned i = 0; i < element->children.length; i++) {
        const GumboNode *child = element->children.data[i];
        if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_CDATA)
            return slice_from_string(child->v.text.text);
    }
    return (struct slice){NULL, 0};
}

static void take_item(struct findings *findings, const GumboElement *element)
{
    if (!slice_equal_ignoring_case(html_attribute(element, "itemprop"), SLICE("datePublished")))
        return;
    note(findings, &findings->item_date, html_attribute(element, "content"));
    note(findings, &findings->item_date, html_attribute(element, "datetime"));
}

static void take_element(struct findings *findings, const GumboElement *element)
{
    if (element->tag_namespace != GUMBO_NAMESPACE_HTML)
        return;
    switch (element->tag) {
    case GUMBO_TAG_META:
        take_meta(findings, element);
        break;
    case GUMBO_TAG_TITLE:
        note(findings, &findings->title, text_of(element));
        break;
    case GUMBO_TAG_LINK:
        if (slice_equal_ignoring_case(html_attribute(element, "rel"), SLICE("canonical")))
            note(findings, &findings->canonical, html_attribute(element, "href"));
        break;
    case GUMBO_TAG_SCRIPT:
        if (slice_equal_ignoring_case(html_attribute(element, "type"),
                                      SLICE("application/ld+json")))
            linked_data_read(text_of(element), findings->arena, &findings->linked);
        break;
    default:
        break;
    }
    take_item(findings, element);
}

static void choose(struct slice *known, struct slice candidate)
{
    if (!known->length)
        *known = candidate;
}

/* Only a whole URL says where the page is. */
static void choose_url(struct slice *known, struct slice candidate)
{
    if (url_host(candidate).length)
        choose(known, candidate);
}

/* Facebook wants the address of a profile in article:author; that is no name. */
static void choose_author(struct metadata *metadata, struct slice candidate)
{
    if (!metadata->authors.length && !url_host(candidate).length)
        metadata_add_author(metadata, candidate);
}

static void fill_in(struct metadata *metadata, const struct findings *findings)
{
    choose(&metadata->title, findings->meta_title);
    choose(&metadata->title, collapse(findings->arena, findings->linked.title));
    choose(&metadata->title, findings->title);
    choose_url(&metadata->url, findings->canonical);
    choose_url(&metadata->url, findings->meta_url);
    choose(&metadata->date, findings->published);
    choose(&metadata->date, collapse(findings->arena, findings->linked.date));
    choose(&metadata->date, findings->meta_date);
    choose(&metadata->date, findings->item_date);
    choose_author(metadata, findings->author);
    choose_author(metadata, findings->article_author);
    if (!metadata->authors.length)
        buffer_append(&metadata->authors, buffer_slice(&findings->linked.authors));
}

void html_metadata(struct html *html, struct metadata *metadata)
{
    struct findings findings = {.arena = &html->arena};
    struct html_walk walk;
    const GumboNode *node;
    enum html_step step;
    html_walk_begin(&walk, html->tree, false);
    while ((step = html_walk_next(&walk, &node)) != HTML_END)
        if (step == HTML_ENTER)
            take_element(&findings, &node->v.element);
    html_walk_end(&walk);
    fill_in(metadata, &findings);
    metadata_release(&findings.linked);
}
