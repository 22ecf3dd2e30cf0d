#include "repeats.h"

#include "../counter.h"
#include "../fold.h"
#include "../memory.h"

#include <stdlib.h>

enum {
    SEARCH = 15,         /* paragraphs among which the title is looked for, for counters */
    COUNTER_LETTERS = 16 /* letters and digits that a counter has at most */
};

static void reserve(struct repeat_finder *finder, size_t count)
{
    if (count <= finder->capacity)
        return;
    finder->capacity = count * 2;
    finder->repeats =
        memory_resize_array(finder->repeats, finder->capacity, sizeof *finder->repeats);
}

static void fold(struct buffer *key, struct slice text, const struct language *language)
{
    buffer_clear(key);
    fold_append(key, text, FOLD_TEXT, language);
}

/* Whether the longer line may be the shorter one with a counter, behind or before it. Most pairs
 * differ too much for that, which is told at once. */
static bool may_be_counted(const struct line *shorter, const struct line *longer)
{
    return shorter->characters >= VIEW_TITLE && shorter->key_length &&
           longer->key_length > shorter->key_length &&
           longer->key_length <= shorter->key_length + COUNTER_LETTERS &&
           (longer->start == shorter->start || longer->end == shorter->end);
}

static bool is_counted(struct repeat_finder *finder, const struct document *document,
                       const struct view *views, size_t shorter, size_t longer,
                       const struct language *language)
{
    if (!may_be_counted(&views[shorter].line, &views[longer].line))
        return false;
    fold(&finder->key, document->paragraphs[longer].text, language);
    fold(&finder->other_key, document->paragraphs[shorter].text, language);
    return counter_is_repeat(buffer_slice(&finder->key), buffer_slice(&finder->other_key));
}

static void find_counters(struct repeat_finder *finder, const struct document *document,
                          const struct view *views, const struct language *language)
{
    for (size_t i = 1; i < document->paragraph_count; i++) {
        size_t original = 0, end = i < SEARCH ? i : SEARCH;
        while (original < end && !is_counted(finder, document, views, original, i, language))
            original++;
        if (original == end)
            continue;
        finder->repeats[i].has_counter = true;
        finder->repeats[original].is_counted = true;
    }
}

const struct repeat *repeat_finder_read(struct repeat_finder *finder,
                                        const struct document *document, const struct view *views,
                                        const struct language *language)
{
    size_t count = document->paragraph_count;
    reserve(finder, count);
    hash_index_clear(&finder->seen);
    for (size_t i = 0; i < count; i++) {
        uint32_t first = hash_index_add(&finder->seen, views[i].line.key | 1, (uint32_t) i);
        finder->repeats[i] =
            (struct repeat){.is_repeat = first < i && views[i].line.characters >= VIEW_TITLE};
    }
    find_counters(finder, document, views, language);
    return finder->repeats;
}

void repeat_finder_release(struct repeat_finder *finder)
{
    free(finder->repeats);
    hash_index_release(&finder->seen);
    buffer_release(&finder->key);
    buffer_release(&finder->other_key);
    *finder = (struct repeat_finder){0};
}
