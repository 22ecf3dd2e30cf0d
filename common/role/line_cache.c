#include "line_cache.h"

#include "../hash.h"
#include "../memory.h"

#include <stdlib.h>

static size_t slot_of(struct slice text)
{
    return hash_bytes(text, 0) % LINE_CACHE_SLOTS;
}

static bool is_cached(struct slice text)
{
    return text.length && text.length <= LINE_CACHE_TEXT;
}

const struct line_cache_entry *line_cache_find(struct line_cache *cache, struct slice text)
{
    if (!cache->entries || !is_cached(text))
        return NULL;
    struct line_cache_entry *entry = &cache->entries[slot_of(text)];
    if (!slice_equal(slice_of(entry->text, entry->length), text))
        return NULL;
    entry->uses = (uint8_t) (entry->uses + (entry->uses < LINE_CACHE_USES));
    return entry;
}

void line_cache_keep(struct line_cache *cache, struct slice text, const struct view *view,
                     const struct features *features)
{
    if (!is_cached(text) || features->count > LINE_CACHE_HELD ||
        features->word_count > LINE_CACHE_WORDS)
        return;
    if (!cache->entries)
        cache->entries = memory_new(LINE_CACHE_SLOTS, sizeof *cache->entries);
    struct line_cache_entry *entry = &cache->entries[slot_of(text)];
    if (entry->uses) {
        entry->uses--;
        return;
    }
    entry->length = (uint8_t) text.length;
    memcpy(entry->text, text.bytes, text.length);
    entry->view = *view;
    entry->held_count = (uint8_t) features->count;
    memcpy(entry->held, features->held, features->count * sizeof *features->held);
    entry->word_count = (uint8_t) features->word_count;
    if (features->word_count)
        memcpy(entry->words, features->words, features->word_count * sizeof *features->words);
}

void line_cache_release(struct line_cache *cache)
{
    free(cache->entries);
    *cache = (struct line_cache){0};
}
