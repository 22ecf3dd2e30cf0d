/* Whether a text that came without a type is HTML. */
#ifndef INGEST_MARKUP_H
#define INGEST_MARKUP_H

#include "bytes.h"

enum markup {
    MARKUP_NONE,
    MARKUP_INLINE, /* only elements that stand inside a line: line ends still end paragraphs */
    MARKUP_BLOCK,  /* elements that are paragraphs: line ends are white space */
};

/* A text is HTML where it holds a comment, a doctype or a start or end tag of a common HTML
 * element, complete up to its '>'. "a < b", "<3" and "<Tên>" are none. */
enum markup markup_find(struct slice text);

#endif
