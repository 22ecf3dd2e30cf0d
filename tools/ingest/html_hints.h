/* What elements say about the paragraphs in them: the values of the tag html. */
#ifndef INGEST_HTML_HINTS_H
#define INGEST_HTML_HINTS_H

#include <gumbo.h>
#include <stdbool.h>
#include <stddef.h>

enum {
    HTML_HINTS = 64, /* at most so many hold at one place; far more than there are in a page */
};

/* The hints that hold, outermost first, each once. All zero: none. The names are static. */
struct html_hints {
    const char *names[HTML_HINTS];
    size_t count;
};

/* Adds one, unless it holds already. */
void html_hints_add(struct html_hints *hints, const char *name);

/* Adds those of an element: from its tag or ARIA role (h1, nav, figcaption, ...), and from the
 * words of its class and id (.caption, .related, ...). */
void html_hints_add_element(struct html_hints *hints, const GumboElement *element);

/* Drops from *hints all from the first on that `others` does not have at the same place. */
void html_hints_keep_common(struct html_hints *hints, const struct html_hints *others);

#endif
