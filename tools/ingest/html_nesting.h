/* How deeply a page nests, found before it is parsed: the parser's time grows with the square of
 * the depth. */
#ifndef INGEST_HTML_NESTING_H
#define INGEST_HTML_NESTING_H

#include "bytes.h"

/* True where more than `limit` elements stand in each other. The tags are matched by a few of the
 * rules of HTML, so that what pages leave open by habit (p, li, td, span, font) does not add up. */
bool html_nests_deeper(struct slice page, size_t limit);

#endif
