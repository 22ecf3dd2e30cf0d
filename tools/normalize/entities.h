/* HTML character references left in text. */
#ifndef NORMALIZE_ENTITIES_H
#define NORMALIZE_ENTITIES_H

#include "bytes.h"

/* Appends the text with its character references (&amp; &#233; &#xE9;, with their semicolon)
 * decoded. What comes out holds no reference any more: a doubly escaped one (&amp;lt;) is decoded
 * as often as it was escaped. Numbers are read as the HTML standard says (section 13.2.5.80: 128 to
 * 159 as windows-1252). Those in the query of a URL and in plain source code stay. With
 * `drops_litter`, controls and the like (controls.h) that part other references go at once, so
 * that no depth of nesting needs a further pass. Returns how many were decoded. */
size_t entities_decode(struct buffer *out, struct slice text, bool drops_litter);

#endif
