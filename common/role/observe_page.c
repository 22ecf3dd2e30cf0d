#include "observe.h"

#include "../tags.h"

/* Rules being observed. */
struct rule_filter {
    struct features *features;
    size_t least; /* the number of the first that counts */
};

static void observe_rule(void *context, size_t number)
{
    const struct rule_filter *filter = context;
    observe(filter->features, FEATURE_RULE + number, number >= filter->least);
}

void observe_rules(struct features *features, const struct rules *rules, size_t least,
                   struct slice text, const struct line_tokens *tokens, uint64_t first)
{
    struct rule_filter filter = {features, least};
    if (text.length <= RULES_LONGEST && least < rules_count(rules))
        rules_match(rules, text, tokens, first, observe_rule, &filter);
}

/* The hints of the tag `html`, and what they say. */
static const struct hint {
    struct slice name;
    enum feature feature;
} hints[] = {
    {SLICE("h1"), FEATURE_HTML_HEADING},    {SLICE("title"), FEATURE_HTML_HEADING},
    {SLICE("h2"), FEATURE_HTML_SUBHEADING}, {SLICE("h3"), FEATURE_HTML_SUBHEADING},
    {SLICE("h4"), FEATURE_HTML_SUBHEADING}, {SLICE("h5"), FEATURE_HTML_SUBHEADING},
    {SLICE("h6"), FEATURE_HTML_SUBHEADING}, {SLICE("nav"), FEATURE_HTML_NAV},
    {SLICE("header"), FEATURE_HTML_HEADER}, {SLICE("footer"), FEATURE_HTML_FOOTER},
    {SLICE("aside"), FEATURE_HTML_ASIDE},   {SLICE("figcaption"), FEATURE_HTML_FIGURE},
    {SLICE("time"), FEATURE_HTML_TIME},     {SLICE("address"), FEATURE_HTML_ADDRESS},
    {SLICE("form"), FEATURE_HTML_FORM},     {SLICE("button"), FEATURE_HTML_BUTTON},
    {SLICE("links"), FEATURE_HTML_LINKS},
};

static void observe_hints(struct features *features, struct slice values)
{
    bool is_given[FEATURE_COUNT] = {false};
    struct slice value;
    while (tags_next_value(&values, &value))
        for (size_t i = 0; i < sizeof hints / sizeof hints[0]; i++)
            is_given[hints[i].feature] |= slice_equal(value, hints[i].name);
    for (size_t feature = 0; feature < FEATURE_COUNT; feature++)
        observe(features, feature, is_given[feature]);
}

void observe_tags(struct features *features, struct slice tags)
{
    struct slice hint = tags_get(tags, SLICE("html"));
    struct slice links = tags_get(tags, SLICE("html.links"));
    struct slice field = tags_get(tags, SLICE("field"));
    if (hint.bytes)
        observe_hints(features, hint);
    observe(features, FEATURE_LINKED,
            slice_starts_with(links, SLICE("0.9")) || slice_starts_with(links, SLICE("1")));
    observe(features, FEATURE_FIELD_TITLE, slice_equal(field, SLICE("title")));
    observe(features, FEATURE_FIELD_LEAD, slice_equal(field, SLICE("lead")));
}

static void observe_repeats(struct features *features, const struct view *views,
                            const struct repeat *repeats, size_t number, size_t count)
{
    const struct line *line = &views[number].line;
    observe(features, FEATURE_REPEATS, repeats[number].is_repeat);
    observe(features, FEATURE_REPEATS_LONGER, repeats[number].has_counter);
    observe(features, FEATURE_REPEATED_LATER, repeats[number].is_counted);
    observe(features, FEATURE_REPEATED_NEXT,
            line->characters >= VIEW_TITLE && number + 1 < count &&
                line->key == views[number + 1].line.key);
    observe(features, FEATURE_UNDER_PICTURE, number > 0 && repeats[number - 1].has_counter);
}

static bool is_short(const struct view *view)
{
    return view->line.characters <= VIEW_SHORT;
}

static void observe_place(struct features *features, const struct view *views, size_t number,
                          size_t count)
{
    bool has_next = number + 1 < count;
    observe(features, FEATURE_FIRST, number == 0);
    observe(features, FEATURE_EARLY, number >= 1 && number <= 3);
    observe(features, FEATURE_LAST, !has_next);
    observe(features, FEATURE_LATE, has_next && number + 4 >= count);
    observe(features, FEATURE_HEADLINE, views[number].is_headline);
    observe(features, FEATURE_AFTER_PROSE, number > 0 && views[number - 1].is_prose);
    observe(features, FEATURE_BEFORE_PROSE, has_next && views[number + 1].is_prose);
    observe(features, FEATURE_AMONG_SHORT,
            is_short(&views[number]) && (number == 0 || is_short(&views[number - 1])) &&
                (!has_next || is_short(&views[number + 1])));
}

static bool is_headline_at(const struct view *views, size_t number, size_t count)
{
    return number < count && views[number].is_headline;
}

/* Lists of links stand above and below the text of a page, not in it: there, one headline behind
 * the other would be headings. */
static void observe_headlines(struct features *features, const struct view *views, size_t number,
                              size_t count)
{
    const struct view *view = &views[number];
    bool is_next = is_headline_at(views, number + 1, count);
    bool is_before = number > 0 && is_headline_at(views, number - 1, count);
    observe(features, FEATURE_AMONG_HEADLINES, view->is_headline && (is_next || is_before));
    observe(features, FEATURE_ABOVE_HEADLINES,
            !view->is_headline && is_short(view) && is_next &&
                is_headline_at(views, number + 2, count));
}

/* Menus and datelines are short: among what stands before the text, the title is the longest. */
static size_t longest_phrase(const struct view *views, size_t count)
{
    size_t longest = count, characters = 0;
    for (size_t i = 0; i < count; i++) {
        if (!views[i].is_phrase || views[i].line.characters <= characters)
            continue;
        longest = i;
        characters = views[i].line.characters;
    }
    return longest;
}

/* Without prose there is no telling what is before or past it. */
static void observe_bounds(struct features *features, const struct view *views, size_t count)
{
    size_t first = 0, end = count;
    while (first < count && !views[first].is_prose)
        first++;
    if (first == count)
        return;
    while (!views[end - 1].is_prose)
        end--;
    size_t longest = longest_phrase(views, first);
    for (size_t i = 0; i < first; i++) {
        observe(&features[i], FEATURE_LONGEST_EARLY, i == longest);
        observe(&features[i], FEATURE_BEFORE_ALL_PROSE, true);
    }
    for (size_t i = end; i < count; i++) {
        observe(&features[i], FEATURE_PAST_PROSE, true);
        observe(&features[i], FEATURE_JUST_PAST_PROSE, i == end);
        observe_headlines(&features[i], views, i, count);
    }
}

void observe_page(struct features *features, const struct view *views, const struct repeat *repeats,
                  size_t count, uint64_t page_title)
{
    for (size_t i = 0; i < count; i++) {
        observe_repeats(&features[i], views, repeats, i, count);
        observe_place(&features[i], views, i, count);
        bool is_title = views[i].line.key == page_title;
        observe(&features[i], FEATURE_PAGE_TITLE, page_title && is_title);
        observe(&features[i], FEATURE_OTHER_TITLE, page_title && !is_title);
    }
    observe_bounds(features, views, count);
}
