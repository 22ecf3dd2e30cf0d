#include "verdict.h"

#include "counter.h"
#include "hash.h"
#include "tags.h"

static const char *const names[REASON_COUNT] = {"kept", "role", "repeat", "df", "related", "copy"};

const char *reason_name(enum reason reason)
{
    return names[reason];
}

/* The first kept paragraph that this line repeats, with a counter behind it or without; null where
 * there is none. */
static const struct paragraph *repeated(const struct page *page, const struct kept *kept,
                                        const struct line *line)
{
    const struct key_entry *same = key_table_find(&kept->lines, line->exact);
    if (same && slice_equal(page->lines[same->mark].text, line->text))
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

static bool is_frequent(uint32_t frequency, uint32_t documents, enum kind kind,
                        const struct limits *limits)
{
    uint64_t factor = kind == KIND_PROSE ? LIMITS_PROSE_FACTOR : 1;
    return frequency >= limits->min_documents * factor &&
           (uint64_t) frequency * 100 >= (uint64_t) documents * limits->min_share * factor;
}

static bool may_be_boilerplate(enum kind kind)
{
    return kind == KIND_CONTENT || kind == KIND_PROSE;
}

static struct verdict judge(const struct page *page, const struct index *index,
                            const struct limits *limits, const struct kept *kept,
                            const struct line *line)
{
    bool is_judged_alone = line->characters >= limits->min_characters;
    if (line->kind == KIND_BOILERPLATE)
        return (struct verdict){.reason = REASON_ROLE, .role = line->role};
    if (is_judged_alone) {
        const struct paragraph *original = repeated(page, kept, line);
        if (original)
            return (struct verdict){.reason = REASON_REPEAT, .of_loc = original->records[0].loc};
    }
    if (!may_be_boilerplate(line->kind))
        return (struct verdict){.reason = REASON_NONE};
    uint32_t frequency = index_frequency(index, line);
    if (is_frequent(frequency, index_site_documents(index, page), line->kind, limits))
        return (struct verdict){.reason = REASON_DF, .frequency = frequency};
    if (is_judged_alone && line->exact != page->title_hash) {
        struct slice titled = index_titled(index, line->exact);
        if (titled.bytes)
            return (struct verdict){.reason = REASON_RELATED, .of = titled};
    }
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

void verdict_add_tags(struct buffer *tags, const struct verdict *verdict, struct slice document)
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
