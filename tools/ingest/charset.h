/* Character sets of pages and texts. */
#ifndef INGEST_CHARSET_H
#define INGEST_CHARSET_H

#include "bytes.h"

/* The character set of a text: by its byte order mark, else UTF-16 or UTF-32 by its NUL bytes, else
 * as declared outside of it (a name, may be empty). *mark is the length of the byte order mark. The
 * name is borrowed from the argument or static. */
struct slice charset_of_text(struct slice text, struct slice declared, size_t *mark);

/* The character set of a page: as of a text, else as a meta element among its first bytes says,
 * else UTF-8 where more of what is not ASCII is valid UTF-8 than is not, else windows-1252. The
 * name is borrowed from the arguments or static. */
struct slice charset_of_page(struct slice page, struct slice declared, size_t *mark);

/* True for the names of UTF-8, which needs no conversion. */
bool charset_is_utf8(struct slice name);

/* The value of the parameter charset in a content type such as text/html; charset=utf-8; empty
 * where there is none. */
struct slice charset_of_content_type(struct slice content_type);

#endif
