/* What was found of lines by themselves: the pages of a site have most of their short lines in
 * common. */
#ifndef GANLOC_ROLE_LINE_CACHE_H
#define GANLOC_ROLE_LINE_CACHE_H

#include "feature.h"
#include "view.h"

enum {
    LINE_CACHE_SLOTS = 4096,
    LINE_CACHE_TEXT = 160, /* bytes of the longest line that is kept */
    LINE_CACHE_HELD = 32,  /* features, at most */
    LINE_CACHE_WORDS = 96,
    LINE_CACHE_USES = 8,
};

/* A line that was looked at. Of those whose hash shares the slot one is kept: it leaves when as
 * many others have come as times it was found since. */
struct line_cache_entry {
    uint8_t length; /* of the text; 0: free */
    uint8_t uses;   /* up to LINE_CACHE_USES, less what came to replace it */
    uint8_t held_count, word_count;
    char text[LINE_CACHE_TEXT];
    struct view view;
    uint16_t held[LINE_CACHE_HELD];
    uint16_t words[LINE_CACHE_WORDS];
};

/* All zero is a valid empty cache. */
struct line_cache {
    struct line_cache_entry *entries; /* LINE_CACHE_SLOTS, once there is one */
};

/* What is known of a text; null where it is not kept. Valid until the next call of
 * line_cache_keep. */
const struct line_cache_entry *line_cache_find(struct line_cache *cache, struct slice text);

/* Keeps what was found of a text, if it has room. */
void line_cache_keep(struct line_cache *cache, struct slice text, const struct view *view,
                     const struct features *features);

void line_cache_release(struct line_cache *cache);

#endif
