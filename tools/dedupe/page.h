/* A document as dedupe sees it: what each paragraph is, and the keys by which it is compared. */
#ifndef DEDUPE_PAGE_H
#define DEDUPE_PAGE_H

#include "document.h"
#include "role.h"

/* What matters of a paragraph's role here. */
enum kind {
    KIND_CONTENT,     /* no role, or one of content: heading, caption and the like */
    KIND_PROSE,       /* body or lead; or a long text without a role */
    KIND_TITLE,       /* the title */
    KIND_METADATA,    /* byline, dateline, source */
    KIND_BOILERPLATE, /* a role that is to be dropped */
};

struct line {
    enum kind kind;
    enum role role;     /* ROLE_COUNT without one */
    struct slice text;  /* comparison key, in the page's arena */
    size_t characters;  /* of the key */
    bool has_digits;    /* it has ASCII digits */
    uint64_t frequency; /* hash of site and key with its digits masked */
    uint64_t exact;     /* hash of the key */
    uint64_t linked;    /* the same without a label ("Read also:") before it and a date behind */
    uint64_t story;     /* the same without the agency or site that a lead names first */
};

/* All zero is a valid page. */
struct page {
    const struct document *document;
    struct slice site;   /* value of the tag; empty without one */
    struct slice title;  /* the document's title as a key: from a title paragraph, else from the
                            metadata record; empty where neither is */
    uint64_t title_hash; /* comparable with the `exact` of lines */
    struct line *lines;  /* as many as document->paragraphs */
    size_t capacity;
    struct arena keys;
    struct buffer scratch;
};

/* How paragraphs are compared and which roles are dropped. */
struct page_rules {
    unsigned fold; /* fold.h */
    const struct language *language;
    unsigned drop; /* roles, as bits: role.h */
    uint64_t seed; /* of the hashes */
};

/* Looks at a document; what the page holds is valid until the next call and as long as the
 * document. */
void page_read(struct page *page, const struct document *document, const struct page_rules *rules);

void page_release(struct page *page);

#endif
