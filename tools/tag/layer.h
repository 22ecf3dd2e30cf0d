/* A layer is one question that tag answers of a document: what role its paragraphs have, which
 * language it is in, and so on. Each is a module with one struct layer; layers.c lists them. */
#ifndef TAG_LAYER_H
#define TAG_LAYER_H

#include "cli.h"
#include "document.h"
#include "role.h"

/* What the layers share of one document. Valid until the next document is read. */
struct page {
    const struct document *document;
    const struct slice *texts; /* of each of document->records: plain, not escaped */
    enum role *roles; /* of each of document->paragraphs: what the layer role found, or where it
                         is not asked, the tag `role` of the records; else ROLE_COUNT */
};

/* What the command line set. */
struct layer_settings {
    const struct language *language;
    const struct cli_paths *rules; /* --rules: further rules for roles */
    unsigned least_confidence;     /* --min-conf: in hundredths */
};

/* A record to tag. */
struct layer_record {
    const struct record *record;
    size_t number;    /* its index in document->records and page->texts */
    size_t paragraph; /* the index of its paragraph; LAYER_METADATA for the metadata record */
};

#define LAYER_METADATA SIZE_MAX

enum { LAYER_KEYS = 3 };

/* Of the functions, add_tags and tag_words may be null. `state` is what open gave. */
struct layer {
    const char *name;             /* as --layers takes it */
    const char *keys[LAYER_KEYS]; /* of the tags it owns: what records had of them is taken away;
                                     the rest is null */

    bool tags_metadata; /* metadata records, too; else these keep what they have */
    size_t cost;        /* bytes that it holds of each paragraph, about */

    /* Loads what the layer needs. Returns its state, to be closed with close; null after
     * messages. */
    void *(*open)(const struct layer_settings *settings);

    /* Looks at a whole document. What it finds is kept until the next one. */
    void (*read)(void *state, const struct page *page);

    /* Adds the tags of one record to *tags (tags_add), which holds those of others. */
    void (*add_tags)(void *state, const struct page *page, const struct layer_record *at,
                     struct buffer *tags);

    /* Appends the record's words field (plain; with -t, the line) as the layer rewrites it. */
    void (*tag_words)(void *state, struct slice words, struct buffer *rewritten);

    /* Appends counts for --stats, such as "12 documents vi". May be null. */
    void (*append_stats)(void *state, struct buffer *text);

    void (*close)(void *state);
};

#endif
