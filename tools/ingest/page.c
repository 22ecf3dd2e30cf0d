#include "page.h"

#include "tags.h"
#include "unicode.h"

#include <inttypes.h>

void page_init(struct page *page, struct writer *out, struct report *report)
{
    *page = (struct page){.out = out, .report = report};
}

static void write_record(struct page *page, struct slice text)
{
    buffer_clear(&page->text);
    text_escape(&page->text, text);
    record_write(page->out, &(struct record){
                                .doc = buffer_slice(&page->doc),
                                .tags = buffer_slice(&page->tags),
                                .text = buffer_slice(&page->text),
                                .loc = {page->number, 0},
                            });
}

void page_begin(struct page *page, struct slice id, const struct metadata *metadata)
{
    page->documents++;
    page->number = 0;
    page->is_full = false;
    page->field = (struct slice){NULL, 0};
    buffer_clear(&page->doc);
    text_escape(&page->doc, id);
    buffer_clear(&page->tags);
    metadata_append_tags(&page->tags, metadata);
    write_record(page, (struct slice){NULL, 0});
}

static void report_full(struct page *page)
{
    if (!page->is_full)
        report_reject(page->report, (struct place){buffer_string(&page->doc), 0},
                      "more than %" PRIu32 " paragraphs in a document, the rest is passed over",
                      UINT32_MAX);
    page->is_full = true;
}

void page_add(struct page *page, struct slice tags, struct slice text)
{
    if (unicode_text_is_blank(text))
        return;
    if (page->number == UINT32_MAX) {
        report_full(page);
        return;
    }
    page->number++;
    page->paragraphs++;
    buffer_clear(&page->tags);
    if (page->field.length)
        tags_add(&page->tags, SLICE("field"), page->field);
    if (page->tags.length && tags.length)
        buffer_append_byte(&page->tags, '|');
    buffer_append(&page->tags, tags);
    write_record(page, text);
}

static size_t line_end_at(struct slice text, size_t at)
{
    if (text.bytes[at] == '\r' && at + 1 < text.length && text.bytes[at + 1] == '\n')
        return 2;
    return text.bytes[at] == '\n' || text.bytes[at] == '\r';
}

void page_add_lines(struct page *page, struct slice tags, struct slice text)
{
    size_t start = 0, at = 0;
    while (at < text.length) {
        size_t end = line_end_at(text, at);
        if (end) {
            page_add(page, tags, slice_of(text.bytes + start, at - start));
            start = at + end;
        }
        at += end ? end : 1;
    }
    page_add(page, tags, slice_from_offset(text, start));
}

void page_release(struct page *page)
{
    buffer_release(&page->doc);
    buffer_release(&page->tags);
    buffer_release(&page->text);
}
