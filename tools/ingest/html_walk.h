/* A way through a parsed page in document order, without recursion. */
#ifndef INGEST_HTML_WALK_H
#define INGEST_HTML_WALK_H

#include "bytes.h"

#include <gumbo.h>

enum html_step {
    HTML_ENTER, /* an element begins */
    HTML_LEAVE, /* and ends */
    HTML_TEXT,  /* a text node */
    HTML_END,   /* that was all */
};

struct html_frame {
    const GumboNode *node;
    unsigned next; /* which of its children comes next */
};

/* Begins as html_walk_begin leaves it. */
struct html_walk {
    bool visible_only;         /* passes over what a reader does not see */
    struct html_frame *frames; /* the elements entered and not yet left, outermost first */
    size_t depth, capacity;
};

/* The tree is borrowed until html_walk_end. `visible_only`: elements that are not displayed, such
 * as script and what is hidden, are not entered. */
void html_walk_begin(struct html_walk *walk, const GumboOutput *tree, bool visible_only);

/* Goes on; *node is the node of the step. */
enum html_step html_walk_next(struct html_walk *walk, const GumboNode **node);

/* Gives the memory back. */
void html_walk_end(struct html_walk *walk);

/* The value of an element's attribute; null pointer where it has none. */
struct slice html_attribute(const GumboElement *element, const char *name);

/* True for an element that leads somewhere: a with an href. */
bool html_is_link(const GumboElement *element);

/* True for an element that begins and ends lines of its own: blocks, table cells, buttons, br. */
bool html_is_block(const GumboElement *element);

#endif
