/* Texts that stand on a page more than once. */
#ifndef GANLOC_ROLE_REPEATS_H
#define GANLOC_ROLE_REPEATS_H

#include "../document.h"
#include "../language.h"
#include "hash_index.h"
#include "view.h"

/* What is known of one paragraph. */
struct repeat {
    bool is_repeat;   /* an earlier paragraph has the same text */
    bool has_counter; /* it is an earlier text with a counter behind it (counter.h) */
    bool is_counted;  /* a later one is this text with a counter behind it */
};

/* All zero is a valid empty finder. */
struct repeat_finder {
    struct repeat *repeats;
    size_t capacity;
    struct hash_index seen; /* keys of earlier paragraphs */
    struct buffer key, other_key;
};

/* Looks through a page; `views` are those of its paragraphs. The answer, one a paragraph, is valid
 * until the next call. */
const struct repeat *repeat_finder_read(struct repeat_finder *finder,
                                        const struct document *document, const struct view *views,
                                        const struct language *language);

void repeat_finder_release(struct repeat_finder *finder);

#endif
