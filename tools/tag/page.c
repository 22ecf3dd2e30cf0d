#include "page.h"

#include "memory.h"

#include <stdlib.h>

static void reserve(struct page_reader *reader, size_t records, size_t paragraphs)
{
    if (records > reader->text_capacity) {
        reader->text_capacity = records * 2;
        reader->texts =
            memory_resize_array(reader->texts, reader->text_capacity, sizeof *reader->texts);
    }
    if (paragraphs > reader->role_capacity) {
        reader->role_capacity = paragraphs * 2;
        reader->roles =
            memory_resize_array(reader->roles, reader->role_capacity, sizeof *reader->roles);
    }
}

/* Lines of plain text (document_read_text) have no fields. */
static struct slice plain_text(struct page_reader *reader, const struct record *record)
{
    if (!record->doc.bytes)
        return record->line;
    struct slice text = text_plain(record->text, &reader->plain);
    return text.bytes == record->text.bytes ? text : arena_copy(&reader->arena, text);
}

const struct page *page_read(struct page_reader *reader, const struct document *document)
{
    arena_clear(&reader->arena);
    reserve(reader, document->count, document->paragraph_count);
    for (size_t i = 0; i < document->count; i++)
        reader->texts[i] = plain_text(reader, &document->records[i]);
    for (size_t i = 0; i < document->paragraph_count; i++)
        reader->roles[i] = role_of_tags(document->paragraphs[i].records[0].tags);
    reader->page = (struct page){document, reader->texts, reader->roles};
    return &reader->page;
}

void page_reader_release(struct page_reader *reader)
{
    free(reader->texts);
    free(reader->roles);
    arena_release(&reader->arena);
    buffer_release(&reader->plain);
    *reader = (struct page_reader){0};
}
