#include "html_hints.h"

#include "ascii.h"
#include "html_walk.h"

#include <stdlib.h>
#include <string.h>

static const char *const tag_hints[GUMBO_TAG_LAST] = {
    [GUMBO_TAG_ADDRESS] = "address",
    [GUMBO_TAG_ASIDE] = "aside",
    [GUMBO_TAG_BLOCKQUOTE] = "blockquote",
    [GUMBO_TAG_BUTTON] = "button",
    [GUMBO_TAG_FIGCAPTION] = "figcaption",
    [GUMBO_TAG_FOOTER] = "footer",
    [GUMBO_TAG_FORM] = "form",
    [GUMBO_TAG_H1] = "h1",
    [GUMBO_TAG_H2] = "h2",
    [GUMBO_TAG_H3] = "h3",
    [GUMBO_TAG_H4] = "h4",
    [GUMBO_TAG_H5] = "h5",
    [GUMBO_TAG_H6] = "h6",
    [GUMBO_TAG_HEADER] = "header",
    [GUMBO_TAG_LI] = "li",
    [GUMBO_TAG_NAV] = "nav",
    [GUMBO_TAG_TIME] = "time",
};

struct pair {
    const char *word, *hint;
};

static const struct pair role_hints[] = {
    {"banner", "header"},
    {"complementary", "aside"},
    {"contentinfo", "footer"},
    {"navigation", "nav"},
};

/* Words that sites all over the web put into class and id. Sorted by word. */
static const struct pair class_hints[] = {
    {"ad", ".ad"},
    {"ads", ".ad"},
    {"advert", ".ad"},
    {"advertisement", ".ad"},
    {"advertising", ".ad"},
    {"article", ".article"},
    {"author", ".author"},
    {"authors", ".author"},
    {"banner", ".banner"},
    {"breadcrumb", ".breadcrumb"},
    {"breadcrumbs", ".breadcrumb"},
    {"byline", ".byline"},
    {"caption", ".caption"},
    {"captions", ".caption"},
    {"categories", ".category"},
    {"category", ".category"},
    {"comment", ".comment"},
    {"comments", ".comment"},
    {"consent", ".cookie"},
    {"content", ".content"},
    {"cookie", ".cookie"},
    {"cookies", ".cookie"},
    {"copyright", ".copyright"},
    {"date", ".date"},
    {"dateline", ".dateline"},
    {"datetime", ".date"},
    {"entry", ".entry"},
    {"excerpt", ".lead"},
    {"figcaption", ".caption"},
    {"footer", ".footer"},
    {"gdpr", ".cookie"},
    {"header", ".header"},
    {"heading", ".heading"},
    {"headline", ".headline"},
    {"keywords", ".tag"},
    {"lead", ".lead"},
    {"login", ".login"},
    {"menu", ".menu"},
    {"modal", ".popup"},
    {"nav", ".nav"},
    {"navbar", ".nav"},
    {"navigation", ".nav"},
    {"newsletter", ".newsletter"},
    {"notice", ".notice"},
    {"pagination", ".pagination"},
    {"paging", ".pagination"},
    {"popup", ".popup"},
    {"promo", ".ad"},
    {"pubdate", ".date"},
    {"published", ".date"},
    {"rating", ".rating"},
    {"recommend", ".related"},
    {"recommended", ".related"},
    {"related", ".related"},
    {"search", ".search"},
    {"share", ".share"},
    {"sharing", ".share"},
    {"sidebar", ".sidebar"},
    {"social", ".share"},
    {"source", ".source"},
    {"sponsor", ".ad"},
    {"sponsored", ".ad"},
    {"standfirst", ".lead"},
    {"subhead", ".subtitle"},
    {"subscribe", ".newsletter"},
    {"subtitle", ".subtitle"},
    {"summary", ".lead"},
    {"tag", ".tag"},
    {"tags", ".tag"},
    {"time", ".date"},
    {"timestamp", ".date"},
    {"title", ".title"},
    {"toolbar", ".toolbar"},
    {"trending", ".related"},
    {"widget", ".widget"},
};

enum {
    ROLE_COUNT = sizeof role_hints / sizeof role_hints[0],
    CLASS_COUNT = sizeof class_hints / sizeof class_hints[0],
    LONGEST_WORD = 32,
};

static int compare_pairs(const void *a, const void *b)
{
    return strcmp(((const struct pair *) a)->word, ((const struct pair *) b)->word);
}

static const char *find_hint(const struct pair *pairs, size_t count, const char *word)
{
    struct pair wanted = {word, NULL};
    const struct pair *found = bsearch(&wanted, pairs, count, sizeof *pairs, compare_pairs);
    return found ? found->hint : NULL;
}

void html_hints_add(struct html_hints *hints, const char *name)
{
    for (size_t i = 0; i < hints->count; i++)
        if (strcmp(hints->names[i], name) == 0)
            return;
    if (hints->count < HTML_HINTS)
        hints->names[hints->count++] = name;
}

static void add_word(struct html_hints *hints, const char *word)
{
    const char *hint = find_hint(class_hints, CLASS_COUNT, word);
    if (hint)
        html_hints_add(hints, hint);
}

/* The words of article__related-news, articleRelatedNews and the like. */
static void add_words(struct html_hints *hints, struct slice names)
{
    char word[LONGEST_WORD];
    size_t length = 0;
    for (size_t i = 0; i <= names.length; i++) {
        char byte = i < names.length ? names.bytes[i] : ' ';
        bool begins_word = i && ascii_is_upper(byte) && !ascii_is_upper(names.bytes[i - 1]);
        if ((begins_word || !ascii_is_letter(byte)) && length) {
            if (length < sizeof word) {
                word[length] = '\0';
                add_word(hints, word);
            }
            length = 0;
        }
        if (ascii_is_letter(byte) && length < sizeof word)
            word[length++] = ascii_lower(byte);
    }
}

void html_hints_add_element(struct html_hints *hints, const GumboElement *element)
{
    struct slice role = html_attribute(element, "role");
    const char *role_hint = role.length ? find_hint(role_hints, ROLE_COUNT, role.bytes) : NULL;
    if (tag_hints[element->tag])
        html_hints_add(hints, tag_hints[element->tag]);
    if (role_hint)
        html_hints_add(hints, role_hint);
    /* what is said of the whole page says nothing of a paragraph */
    if (element->tag == GUMBO_TAG_HTML || element->tag == GUMBO_TAG_BODY)
        return;
    add_words(hints, html_attribute(element, "class"));
    add_words(hints, html_attribute(element, "id"));
}

void html_hints_keep_common(struct html_hints *hints, const struct html_hints *others)
{
    size_t common = 0;
    while (common < hints->count && common < others->count &&
           strcmp(hints->names[common], others->names[common]) == 0)
        common++;
    hints->count = common;
}
