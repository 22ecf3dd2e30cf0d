/* What is known of a document as a whole. */
#ifndef INGEST_METADATA_H
#define INGEST_METADATA_H

#include "json_value.h"

/* All zero knows nothing. The slices are borrowed, the buffers owned. */
struct metadata {
    struct slice url;
    struct slice folder; /* stands in for the site where the URL has no host; may be empty */
    struct slice title;
    struct slice date;
    struct buffer authors; /* as a tag value: escaped, joined by ';' */
    struct buffer kept;    /* further tags, as tags_add writes them */
};

/* Adds an author. Blank ones are passed over. */
void metadata_add_author(struct metadata *metadata, struct slice name);

/* Adds those that a JSON value names: a string, an object with a name, or an array of such. */
void metadata_add_authors(struct metadata *metadata, const struct json_value *authors);

/* Appends the tags url, site, title, date, author, as far as they are known, and the kept ones. */
void metadata_append_tags(struct buffer *tags, const struct metadata *metadata);

/* Forgets all, keeping the memory for the next document. */
void metadata_clear(struct metadata *metadata);

void metadata_release(struct metadata *metadata);

/* The host of a URL, without user and port, in its own case; empty where the text has none. */
struct slice url_host(struct slice url);

#endif
