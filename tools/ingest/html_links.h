/* Which elements of a page are lists of links. */
#ifndef INGEST_HTML_LINKS_H
#define INGEST_HTML_LINKS_H

#include "bytes.h"

#include <gumbo.h>

/* An answer for each container (ul, ol, dl, menu, nav, div, section) that is displayed, in document
 * order. All zero is empty; the memory is reused. */
struct html_links {
    bool *is_list;
    size_t count, capacity;
};

/* True for an element that *links has an answer for. */
bool html_is_container(const GumboElement *element);

/* Finds the answers for a page: a container is a list of links where at least 3 links hold at least
 * three quarters of its characters, white space not counted. */
void html_links_find(struct html_links *links, const GumboOutput *tree);

void html_links_release(struct html_links *links);

/* The characters of a text that are not white space. */
size_t html_count_ink(struct slice text);

#endif
