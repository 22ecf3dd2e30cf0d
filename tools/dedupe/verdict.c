#include "verdict.h"

#include "counter.h"
#include "hash.h"
#include "tags.h"

static const char *const names[REASON_COUNT] = {"kept",    "role", "repeat", "df",
                                                "related", "copy", "marked"};

bool verdict_is_marked(const struct record *record)
{
    return tags_get(record->tags, SLICE("why")).bytes;
}

const char *reason_name(enum reason reason)
{
    return names[reason];
}

/* The first kept paragraph that this line repeats, or null: a line that is long enough repeats any,
 * a shorter one the title, with or without a counter. */
static const struct paragraph *repeated(const struct page *page, const struct kept *kept,
                                        const struct line *line, bool is_judged_alone)
{
    const struct key_entry *same = key_table_find(&kept->lines, line->exact);
    if (is_judged_alone && same && slice_equal(page->lines[same->mark].text, line->text))
        return &page->document->paragraphs[same->mark];
    if (kept->has_title && counter_is_repeat(line->text, page->lines[kept->title].text))
        return &page->document->paragraphs[kept->title];
    return NULL;
}

static void keep(struct kept *kept, const struct line *line, size_t number)
{
    struct key_entry *entry = key_table_add(&kept->lines, line->exact);
    if (entry->count++ == 0)
        entry->mark = (uint32_t) number;
    if (line->kind == KIND_TITLE && !kept->has_title) {
        kept->has_title = true;
        kept->title = number;
    }
}

/* What each page should have for itself. */
static bool is_of_one_page(const struct line *line)
{
    return line->kind == KIND_TITLE || line->kind == KIND_METADATA;
}

static bool is_frequent(uint32_t frequency, uint32_t documents, const struct line *line,
                        const struct limits *limits)
{
    bool needs_more = line->kind == KIND_PROSE || line->kind == KIND_METADATA;
    uint64_t factor = needs_more ? LIMITS_RARE_FACTOR : 1;
    uint64_t share = limits->min_share * factor;
    if (is_of_one_page(line) && share < LIMITS_UNIQUE_SHARE)
        share = LIMITS_UNIQUE_SHARE;
    return frequency >= limits->min_documents * factor &&
           (uint64_t) frequency * 100 >= documents * share;
}

/* Masked digits make all datelines of a site the same, and the titles of daily reports. */
static bool may_be_frame(const struct line *line)
{
    return line->kind != KIND_BOILERPLATE && !(is_of_one_page(line) && line->has_digits);
}

/* The document that a line links to: it is its title, or its title with a label and a date. */
static struct slice linked_document(const struct page *page, const struct index *index,
                                    const struct line *line)
{
    if (line->exact == page->title_hash || line->linked == page->title_hash)
        return (struct slice){NULL, 0};
    struct slice titled = index_titled(index, line->exact);
    return titled.bytes ? titled : index_titled(index, line->linked);
}

static struct verdict judge(const struct page *page, const struct index *index,
                            const struct limits *limits, const struct kept *kept,
                            const struct line *line)
{
    bool is_judged_alone = line->characters >= limits->min_characters;
    if (line->kind == KIND_BOILERPLATE)
        return (struct verdict){.reason = REASON_ROLE, .role = line->role};
    const struct paragraph *original = repeated(page, kept, line, is_judged_alone);
    if (original)
        return (struct verdict){.reason = REASON_REPEAT, .of_loc = original->records[0].loc};
    if (!may_be_frame(line))
        return (struct verdict){.reason = REASON_NONE};
    uint32_t frequency = index_frequency(index, line);
    if (is_frequent(frequency, index_site_documents(index, page), line, limits))
        return (struct verdict){.reason = REASON_DF, .frequency = frequency};
    struct slice linked = is_judged_alone && !is_of_one_page(line)
                              ? linked_document(page, index, line)
                              : (struct slice){NULL, 0};
    if (linked.bytes)
        return (struct verdict){.reason = REASON_RELATED, .of = linked};
    return (struct verdict){.reason = REASON_NONE};
}

/* A hash of what is kept, without who wrote it, when and where: that differs between copies.
 * Returns false where nothing is kept. */
static bool kept_text(const struct page *page, const struct verdict *verdicts, uint64_t *hash)
{
    bool has_text = false;
    *hash = 0;
    for (size_t i = 0; i < page->document->paragraph_count; i++) {
        if (verdicts[i].reason != REASON_NONE || page->lines[i].kind == KIND_METADATA)
            continue;
        uint64_t story = page->lines[i].story;
        *hash = hash_bytes(slice_of((const char *) &story, sizeof story), *hash);
        has_text = has_text || page->lines[i].characters;
    }
    return has_text;
}

bool verdict_judge(struct verdict *verdicts, const struct page *page, struct index *index,
                   const struct limits *limits, struct kept *kept)
{
    size_t count = page->document->paragraph_count;
    uint64_t text;
    key_table_clear(&kept->lines);
    kept->has_title = false;
    for (size_t i = 0; i < count; i++) {
        if (verdict_is_marked(&page->document->paragraphs[i].records[0]))
            verdicts[i] = (struct verdict){.reason = REASON_MARKED};
        else
            verdicts[i] = judge(page, index, limits, kept, &page->lines[i]);
        if (verdicts[i].reason == REASON_NONE)
            keep(kept, &page->lines[i], i);
    }
    if (!kept_text(page, verdicts, &text))
        return false;
    struct slice original = index_same_text(index, text, page->document->id);
    if (!original.bytes)
        return false;
    for (size_t i = 0; i < count; i++)
        if (verdicts[i].reason != REASON_MARKED)
            verdicts[i] = (struct verdict){.reason = REASON_COPY, .of = original};
    return true;
}

static void add_original(struct buffer *tags, struct slice document, struct loc loc)
{
    struct buffer text = {0};
    loc_format(&text, loc);
    tags_add(tags, SLICE("of"), document);
    tags_add_value(tags, buffer_slice(&text));
    buffer_release(&text);
}

static void add_verdict(struct buffer *tags, const struct verdict *verdict, struct slice document)
{
    struct buffer why = {0};
    buffer_append_string(&why, names[verdict->reason]);
    if (verdict->reason == REASON_ROLE) {
        buffer_append_byte(&why, ':');
        buffer_append_string(&why, role_name(verdict->role));
    } else if (verdict->reason == REASON_DF) {
        buffer_append_byte(&why, ':');
        buffer_append_number(&why, verdict->frequency);
    }
    tags_add(tags, SLICE("why"), buffer_slice(&why));
    if (verdict->reason == REASON_REPEAT)
        add_original(tags, document, verdict->of_loc);
    else if (verdict->of.bytes)
        add_original(tags, verdict->of, (struct loc){0, 0});
    if (verdict->reason == REASON_COPY)
        tags_add(tags, SLICE("sim"), SLICE("1"));
    buffer_release(&why);
}

static bool is_of_verdict(struct slice key)
{
    return slice_equal(key, SLICE("why")) || slice_equal(key, SLICE("of")) ||
           slice_equal(key, SLICE("sim"));
}

void verdict_append_tags(struct buffer *tags, const struct record *dropped,
                         const struct verdict *verdict)
{
    struct slice rest = dropped->tags, key, value;
    while (tags_next(&rest, &key, &value)) {
        if (is_of_verdict(key))
            continue;
        if (tags->length)
            buffer_append_byte(tags, '|');
        buffer_append(tags, slice_of(key.bytes, key.length + 1 + value.length));
    }
    add_verdict(tags, verdict, dropped->doc);
}
