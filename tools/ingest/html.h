/* HTML pages, and texts with markup in them: the parsed tree, and what can be had from it. Only the
 * html_ files call gumbo. */
#ifndef INGEST_HTML_H
#define INGEST_HTML_H

#include "arena.h"
#include "metadata.h"
#include "page.h"
#include "report.h"

struct GumboInternalOutput;

/* A parsed page. */
struct html {
    struct arena arena; /* where the tree lies, and texts made for it */
    size_t limit;       /* bytes that the arena may grow to for any page */
    struct GumboInternalOutput *tree;
};

enum {
    HTML_DEEPEST = 512,          /* elements in each other, as in browsers */
    HTML_MOST_ATTRIBUTES = 1000, /* in a tag */
    HTML_TREE_FACTOR = 4,        /* a tree may take so many times the largest page allowed, ... */
    HTML_TREE_PAGE_FACTOR = 128, /* ... and so many times the page itself (most take 10), ... */
    HTML_TREE_LEAST = 16 << 20,  /* ... and so many bytes more */
};

/* `max_page`: bytes of the largest page allowed. */
void html_init(struct html *html, size_t max_page);

/* Parses a page in UTF-8, which is borrowed until the next call. Reports, with this place, a page
 * that nests too deeply, has too many attributes in a tag or whose tree takes too much memory, and
 * returns false. */
bool html_parse(struct html *html, struct slice page, struct report *report, struct place place);

/* Fills in what *metadata does not know yet: title, URL, date and authors as far as the page says
 * them (OpenGraph, JSON-LD, meta, link and title elements). Valid as long as the tree. */
void html_metadata(struct html *html, struct metadata *metadata);

/* Writes the paragraphs that a reader would see, with the tags html and html.links. Where
 * `keeps_lines`, line ends in the text end paragraphs too. */
void html_paragraphs(struct html *html, struct page *page, bool keeps_lines);

void html_release(struct html *html);

#endif
