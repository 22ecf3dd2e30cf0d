#include "page.h"

#include "fold.h"
#include "hash.h"
#include "memory.h"
#include "tags.h"
#include "unicode.h"

#include <stdlib.h>

enum {
    PROSE_CHARACTERS = 100,
    AGENCY_CHARACTERS = 40, /* within so many of them an agency's name ends */
    LABEL_CHARACTERS = 30,  /* and a label */
};

static enum kind kind_of(const struct line *line, unsigned drop)
{
    if (line->role == ROLE_COUNT)
        return line->characters >= PROSE_CHARACTERS ? KIND_PROSE : KIND_CONTENT;
    if (drop >> line->role & 1)
        return KIND_BOILERPLATE;
    switch (line->role) {
    case ROLE_TITLE:
        return KIND_TITLE;
    case ROLE_BODY:
    case ROLE_LEAD:
        return KIND_PROSE;
    case ROLE_BYLINE:
    case ROLE_DATELINE:
    case ROLE_SOURCE:
        return KIND_METADATA;
    default:
        return KIND_CONTENT;
    }
}

static struct slice fold(struct page *page, struct slice text, unsigned what,
                         const struct language *language)
{
    buffer_clear(&page->scratch);
    fold_append(&page->scratch, text, what, language);
    return buffer_slice(&page->scratch);
}

/* A lead without what names the site or agency before it: "(TTX) - ", "HÀ NỘI – ". Each site puts
 * its own there, whatever the story. */
static struct slice without_agency(struct slice lead)
{
    struct slice rest = lead, behind = {NULL, 0};
    uint32_t character, before = 0;
    bool is_bracketed = lead.length && lead.bytes[0] == '(';
    for (size_t i = 0; i < AGENCY_CHARACTERS && unicode_next(&rest, &character); i++) {
        bool ends = is_bracketed ? character == ')' : unicode_is_dash(character) && before == ' ';
        if (ends) {
            behind = rest;
            break;
        }
        before = character;
    }
    return behind.bytes ? behind : lead;
}

/* A line without the label before a link: "Read also: ", "[More] ", ">> ". */
static struct slice without_label(struct slice text)
{
    struct slice rest = text;
    uint32_t character;
    for (size_t i = 0; i < LABEL_CHARACTERS && unicode_next(&rest, &character); i++)
        if (character == ':' || character == ']' || character == '>' || character == 0x00BB)
            return rest;
    return text;
}

/* A key without the numbers at its end, which are the date behind a link. */
static struct slice without_date(struct slice key)
{
    size_t length = key.length;
    while (length && ((key.bytes[length - 1] >= '0' && key.bytes[length - 1] <= '9') ||
                      key.bytes[length - 1] == ' '))
        length--;
    return slice_of(key.bytes, length);
}

static bool has_digits(struct slice key)
{
    for (size_t i = 0; i < key.length; i++)
        if (key.bytes[i] >= '0' && key.bytes[i] <= '9')
            return true;
    return false;
}

static struct line line_of(struct page *page, const struct paragraph *paragraph,
                           const struct page_rules *rules, uint64_t site_seed)
{
    struct line line = {.role = role_of_tags(paragraph->records[0].tags)};
    line.text = arena_copy(&page->keys, fold(page, paragraph->text, rules->fold, rules->language));
    line.characters = unicode_count(line.text);
    line.exact = hash_bytes(line.text, rules->seed);
    line.frequency =
        hash_bytes(fold(page, line.text, rules->fold | FOLD_DIGITS, rules->language), site_seed);
    line.has_digits = has_digits(line.text);
    line.linked = hash_bytes(
        without_date(fold(page, without_label(paragraph->text), rules->fold, rules->language)),
        rules->seed);
    line.story = line.exact;
    if (line.role == ROLE_LEAD)
        line.story = hash_bytes(
            fold(page, without_agency(paragraph->text), rules->fold, rules->language), rules->seed);
    line.kind = kind_of(&line, rules->drop);
    return line;
}

static struct slice metadata_title(struct page *page, const struct page_rules *rules,
                                   struct slice tags)
{
    struct buffer plain = {0};
    tags_unescape(&plain, tags_get(tags, SLICE("title")));
    struct slice key =
        arena_copy(&page->keys, fold(page, buffer_slice(&plain), rules->fold, rules->language));
    buffer_release(&plain);
    return key;
}

static struct slice title_of(struct page *page, const struct page_rules *rules,
                             const struct record *metadata)
{
    for (size_t i = 0; i < page->document->paragraph_count; i++) {
        struct slice tags = page->document->paragraphs[i].records[0].tags;
        if (page->lines[i].kind == KIND_TITLE ||
            slice_equal(tags_get(tags, SLICE("field")), SLICE("title")))
            return page->lines[i].text;
    }
    return metadata ? metadata_title(page, rules, metadata->tags) : SLICE("");
}

static void reserve(struct page *page, size_t count)
{
    if (count <= page->capacity)
        return;
    page->capacity = count * 2;
    page->lines = memory_resize_array(page->lines, page->capacity, sizeof *page->lines);
}

void page_read(struct page *page, const struct document *document, const struct page_rules *rules)
{
    const struct record *metadata = document_metadata(document);
    page->document = document;
    page->site = metadata ? tags_get(metadata->tags, SLICE("site")) : SLICE("");
    arena_clear(&page->keys);
    reserve(page, document->paragraph_count);
    uint64_t site_seed = hash_bytes(page->site, rules->seed);
    for (size_t i = 0; i < document->paragraph_count; i++)
        page->lines[i] = line_of(page, &document->paragraphs[i], rules, site_seed);
    page->title = title_of(page, rules, metadata);
    page->title_hash = hash_bytes(page->title, rules->seed);
}

void page_release(struct page *page)
{
    free(page->lines);
    arena_release(&page->keys);
    buffer_release(&page->scratch);
    *page = (struct page){0};
}
