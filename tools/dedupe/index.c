#include "index.h"

#include "hash.h"
#include "memory.h"

#include <stdlib.h>

static uint64_t site_key(struct slice site)
{
    return hash_bytes(site, 0);
}

static uint32_t note_id(struct index *index, struct slice id)
{
    if (index->id_count == index->id_capacity) {
        index->id_capacity = index->id_capacity ? index->id_capacity * 2 : 1024;
        index->ids = memory_resize_array(index->ids, index->id_capacity, sizeof *index->ids);
    }
    index->ids[index->id_count] = arena_copy(&index->names, id);
    return (uint32_t) index->id_count++;
}

/* A line counts once for a document, however often it stands there. */
static void count_line(struct key_table *table, const struct line *line, uint32_t document)
{
    struct key_entry *entry = key_table_add(table, line->frequency);
    if (entry->mark == document)
        return;
    entry->mark = document;
    entry->count++;
}

static void note_title(struct index *index, const struct page *page, uint64_t title)
{
    struct key_entry *entry = key_table_add(&index->titles, title);
    if (entry->count++ == 0)
        entry->mark = note_id(index, page->document->id);
}

void index_learn(struct index *index, const struct page *page)
{
    index->document++;
    key_table_add(&index->sites, site_key(page->site))->count++;
    for (size_t i = 0; i < page->document->paragraph_count; i++) {
        const struct line *line = &page->lines[i];
        count_line(&index->lines, line, index->document);
        if (line->kind == KIND_TITLE)
            count_line(&index->title_lines, line, index->document);
    }
    if (page->title.length)
        note_title(index, page, page->title_hash);
}

uint32_t index_site_documents(const struct index *index, const struct page *page)
{
    const struct key_entry *entry = key_table_find(&index->sites, site_key(page->site));
    return entry ? entry->count : 0;
}

uint32_t index_frequency(const struct index *index, const struct line *line)
{
    const struct key_entry *entry = key_table_find(
        line->kind == KIND_TITLE ? &index->title_lines : &index->lines, line->frequency);
    return entry ? entry->count : 0;
}

struct slice index_titled(const struct index *index, uint64_t title)
{
    const struct key_entry *entry = key_table_find(&index->titles, title);
    return entry ? index->ids[entry->mark] : (struct slice){NULL, 0};
}

struct slice index_same_text(struct index *index, uint64_t text, struct slice document)
{
    struct key_entry *entry = key_table_add(&index->texts, text);
    if (entry->count++)
        return index->ids[entry->mark];
    entry->mark = note_id(index, document);
    return (struct slice){NULL, 0};
}

void index_release(struct index *index)
{
    key_table_release(&index->sites);
    key_table_release(&index->lines);
    key_table_release(&index->title_lines);
    key_table_release(&index->titles);
    key_table_release(&index->texts);
    free(index->ids);
    arena_release(&index->names);
    *index = (struct index){0};
}
