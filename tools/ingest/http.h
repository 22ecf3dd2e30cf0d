/* Headers as HTTP and WARC have them, and HTTP responses. */
#ifndef INGEST_HTTP_H
#define INGEST_HTTP_H

#include "report.h"
#include "stream.h"

/* The value of the first "Name: value" line with this name, in either case, without white space
 * around it; null pointer where there is none. Lines end with LF or CR LF. */
struct slice headers_get(struct slice headers, const char *name);

/* The media type of a content type, such as text/html, without parameters. */
struct slice media_type(struct slice content_type);

/* A response taken apart. All slices are borrowed from it. */
struct http_response {
    unsigned status; /* such as 200 */
    struct slice headers;
    struct slice body; /* as it was sent */
};

/* Returns false where the bytes do not begin as a response. The body may be cut off. */
bool http_parse(struct http_response *response, struct slice bytes);

/* Appends the body with its transfer and content codings (chunked, gzip, deflate) undone, at most
 * `limit` bytes. Crawlers often store a body decoded with its headers unchanged: it is then taken
 * as it is. Reports, as of `name`, what is damaged, too large, or coded in another way, and returns
 * false. */
bool http_decode(struct buffer *out, const struct http_response *response, size_t limit,
                 const char *name, struct report *report);

#endif
