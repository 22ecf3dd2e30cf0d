/* How deeply a page nests and how many attributes its tags have, found before it is parsed: the
 * parser's time grows with the square of both. */
#ifndef INGEST_HTML_NESTING_H
#define INGEST_HTML_NESTING_H

#include "bytes.h"

enum html_excess {
    HTML_NO_EXCESS,
    HTML_TOO_DEEP,
    HTML_TOO_MANY_ATTRIBUTES,
};

/* Whether more than `deepest` elements stand in each other or a tag has more than
 * `most_attributes`, whichever comes first. The tags are matched by a few of the rules of HTML, so
 * that what pages leave open by habit (p, li, td, span, font) does not add up. */
enum html_excess html_find_excess(struct slice page, size_t deepest, size_t most_attributes);

#endif
