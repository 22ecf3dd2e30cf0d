/* The paragraphs of a page, as far as their features are about each other. */
#ifndef GANLOC_ROLE_VIEW_H
#define GANLOC_ROLE_VIEW_H

#include "line.h"

enum {
    VIEW_TITLE = 16, /* characters of the shortest text that may be a title, or is a repeat */
    VIEW_PROSE = 90, /* a paragraph this long that ends a sentence is prose */
    VIEW_SHORT = 40, /* the longest text that heads a list of links, or stands in a menu */
};

struct view {
    struct line line;
    bool is_prose;
    bool is_phrase;   /* neither a menu nor mostly digits, and no full stop at its end */
    bool is_headline; /* a phrase as headlines are: 5 to 25 words, mostly lower-case, open end */
};

/* A full stop, an ellipsis or an ideographic full stop. */
bool view_is_stop(uint32_t character);

bool view_is_closing_quote(uint32_t character);

/* Short parts with separators between them, as menus and breadcrumbs have: at least two parts of at
 * most six words each. */
bool view_is_separated(const struct line *line);

/* What a line is by itself; `line` is copied but for its words, which may not last. */
void view_init(struct view *view, const struct line *line);

#endif
