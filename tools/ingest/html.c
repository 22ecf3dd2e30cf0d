#include "html.h"

#include "html_nesting.h"

#include <gumbo.h>
#include <setjmp.h>

/* A parse under way. gumbo cannot be told that memory is out, but it holds nothing else than the
 * arena's memory, so it can be left in the middle. */
struct attempt {
    struct html *html;
    size_t limit;
    jmp_buf too_large;
};

void html_init(struct html *html, size_t max_page)
{
    const size_t largest = (SIZE_MAX - HTML_TREE_LEAST) / HTML_TREE_FACTOR;
    *html = (struct html){
        .limit = (max_page < largest ? max_page : largest) * HTML_TREE_FACTOR + HTML_TREE_LEAST,
    };
}

static void *take_memory(void *context, size_t size)
{
    struct attempt *attempt = context;
    struct arena *arena = &attempt->html->arena;
    if (size > attempt->limit || arena->size > attempt->limit - size)
        longjmp(attempt->too_large, 1);
    return arena_take(arena, size);
}

/* The arena takes everything back at once. */
static void keep_memory(void *context, void *memory)
{
    (void) context;
    (void) memory;
}

/* A small page may not take what only a large one can need. */
static size_t limit_for(const struct html *html, struct slice page)
{
    if (page.length > (html->limit - HTML_TREE_LEAST) / HTML_TREE_PAGE_FACTOR)
        return html->limit;
    return page.length * HTML_TREE_PAGE_FACTOR + HTML_TREE_LEAST;
}

static bool build_tree(struct html *html, struct slice page, size_t limit)
{
    struct attempt attempt = {.html = html, .limit = limit};
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = take_memory;
    options.deallocator = keep_memory;
    options.userdata = &attempt;
    options.max_errors = 0;
    if (setjmp(attempt.too_large))
        return false;
    html->tree = gumbo_parse_with_options(&options, page.bytes, page.length);
    return true;
}

bool html_parse(struct html *html, struct slice page, struct report *report, struct place place)
{
    size_t limit = limit_for(html, page);
    arena_clear(&html->arena);
    switch (html_find_excess(page, HTML_DEEPEST, HTML_MOST_ATTRIBUTES)) {
    case HTML_TOO_DEEP:
        report_reject(report, place, "more than %d elements in each other, passed over",
                      HTML_DEEPEST);
        return false;
    case HTML_TOO_MANY_ATTRIBUTES:
        report_reject(report, place, "more than %d attributes in a tag, passed over",
                      HTML_MOST_ATTRIBUTES);
        return false;
    case HTML_NO_EXCESS:
        break;
    }
    if (page.length > UINT32_MAX || !build_tree(html, page, limit)) {
        report_reject(report, place, "page takes more than %zu bytes to parse%s, passed over",
                      limit, limit == html->limit ? " (see --max-doc)" : "");
        return false;
    }
    return true;
}

void html_release(struct html *html)
{
    arena_release(&html->arena);
    *html = (struct html){0};
}
