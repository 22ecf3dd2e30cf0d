/* How features are found. Each function adds those that hold; each feature is added at most once.
 */
#ifndef GANLOC_ROLE_OBSERVE_H
#define GANLOC_ROLE_OBSERVE_H

#include "feature.h"
#include "repeats.h"

/* Names that lines may begin or end with: hashes of tokens. */
struct name_lists {
    struct hash_index family, given;
};

/* Reads family_names.txt and given_names.txt. Returns false after messages; release in any case. */
bool name_lists_load(struct name_lists *names, const struct language *language);
void name_lists_release(struct name_lists *names);

/* Adds a feature, where it holds. */
void observe(struct features *features, size_t feature, bool is_true);

/* Of the text itself. */
void observe_line(struct features *features, const struct line *line, struct slice text,
                  const struct name_lists *names);

/* Of the tags html, html.links and field. */
void observe_tags(struct features *features, struct slice tags);

/* Rules that match, from number `least` on; `first` is the start of struct line. */
void observe_rules(struct features *features, const struct rules *rules, size_t least,
                   struct slice text, const struct line_tokens *tokens, uint64_t first);

/* Of `count` paragraphs beside each other. `page_title` is the key of the page's title, 0 where it
 * is not known. */
void observe_page(struct features *features, const struct view *views, const struct repeat *repeats,
                  size_t count, uint64_t page_title);

#endif
