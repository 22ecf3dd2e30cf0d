/* What is dropped from a page, and why. */
#ifndef DEDUPE_VERDICT_H
#define DEDUPE_VERDICT_H

#include "index.h"

enum reason {
    REASON_NONE,    /* kept */
    REASON_ROLE,    /* a boilerplate role */
    REASON_REPEAT,  /* stands in the document already */
    REASON_DF,      /* stands in many documents of the site */
    REASON_RELATED, /* the title of another document */
    REASON_COPY,    /* the whole document is a copy */
    REASON_MARKED,  /* it carries a `why` already: dedupe --mark has seen it before */
    REASON_COUNT,
};

struct verdict {
    enum reason reason;
    enum role role;     /* REASON_ROLE */
    uint32_t frequency; /* REASON_DF: in how many documents */
    struct slice of;    /* REASON_RELATED, _COPY: that document's id */
    struct loc of_loc;  /* REASON_REPEAT: the paragraph kept */
};

/* Where to draw the lines. */
struct limits {
    uint32_t min_documents; /* a line must stand in so many documents of a site to be boilerplate */
    uint32_t min_share;     /* and in so many per cent of them */
    size_t min_characters;  /* shorter lines are not judged as repeats or titles */
};

/* Prose that agencies and follow-up stories repeat is not boilerplate, nor is an author who wrote
 * much: what is body or lead, or long, and what is metadata must be this many times as frequent as
 * other lines. */
enum { LIMITS_RARE_FACTOR = 5 };

/* What each page should have for itself (title, byline, dateline, source), but stands on so many
 * pages of a site, in per cent, is a part of the frame. */
enum { LIMITS_UNIQUE_SHARE = 30 };

/* What is kept of the page so far; its memory serves page after page. All zero is a valid one. */
struct kept {
    struct key_table lines; /* of a line: mark is the first paragraph kept that has it */
    size_t title;           /* the first title kept, an index into the paragraphs */
    bool has_title;
};

/* Judges all paragraphs: `verdicts` has room for one each. The index must have learned this page
 * (and, for an exact answer, all others). Notes the page's kept text in the index. Returns true if
 * the whole document is a copy; then all verdicts say so, and so should the metadata record. */
bool verdict_judge(struct verdict *verdicts, const struct page *page, struct index *index,
                   const struct limits *limits, struct kept *kept);

/* Appends the tags of a record that is dropped: its own, with `why`, `of` and `sim` for this
 * verdict in place of any it has. The value of `of` is the id and the loc of what is kept, joined
 * by ';'. */
void verdict_append_tags(struct buffer *tags, const struct record *dropped,
                         const struct verdict *verdict);

/* True for a record with a tag `why`. */
bool verdict_is_marked(const struct record *record);

/* The name by which --stats calls a reason; static. */
const char *reason_name(enum reason reason);

#endif
