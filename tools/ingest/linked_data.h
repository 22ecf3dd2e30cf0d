/* JSON-LD: what the scripts of type application/ld+json say of an article (schema.org). */
#ifndef INGEST_LINKED_DATA_H
#define INGEST_LINKED_DATA_H

#include "arena.h"
#include "metadata.h"

/* Fills in title, date and authors, as far as *metadata does not know them yet, from the articles
 * in a script, and the date from its other pages. What is not JSON says nothing. Texts are copied
 * into the arena. */
void linked_data_read(struct slice script, struct arena *arena, struct metadata *metadata);

#endif
