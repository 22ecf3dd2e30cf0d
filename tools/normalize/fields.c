#include "fields.h"

#include "tags.h"

static struct buffer plain, escaped, words, tags, marked;

/* People write titles and authors: they need the same repair as the text they stand for. */
static bool is_text_tag(struct slice key)
{
    return slice_equal(key, SLICE("title")) || slice_equal(key, SLICE("author"));
}

void fields_each_tag(const struct record *record, fields_take *take, void *context)
{
    struct slice all = record->tags, key, values, value;
    while (tags_next(&all, &key, &values)) {
        while (is_text_tag(key) && tags_next_value(&values, &value)) {
            buffer_clear(&plain);
            tags_unescape(&plain, value);
            take(context, buffer_slice(&plain));
        }
    }
}

static unsigned repair_plain(struct repair *repair, struct slice text, struct slice *repaired)
{
    return repair_text(repair, text, repair_scan(repair, text), repaired);
}

static unsigned repair_values(struct repair *repair, struct slice values)
{
    struct slice value, repaired;
    unsigned changed = 0;
    bool is_first = true;
    while (tags_next_value(&values, &value)) {
        if (!is_first)
            buffer_append_byte(&tags, ';');
        is_first = false;
        buffer_clear(&plain);
        tags_unescape(&plain, value);
        unsigned steps = repair_plain(repair, buffer_slice(&plain), &repaired);
        if (steps)
            tags_escape(&tags, repaired);
        else
            buffer_append(&tags, value);
        changed |= steps;
    }
    return changed;
}

static unsigned repair_tags(struct repair *repair, struct record *record)
{
    struct slice all = record->tags, key, values;
    unsigned changed = 0;
    buffer_clear(&tags);
    while (tags_next(&all, &key, &values)) {
        if (tags.length)
            buffer_append_byte(&tags, '|');
        buffer_append(&tags, key);
        buffer_append_byte(&tags, '=');
        if (is_text_tag(key))
            changed |= repair_values(repair, values);
        else
            buffer_append(&tags, values);
    }
    if (changed)
        record->tags = buffer_slice(&tags);
    return changed;
}

static unsigned repair_field(struct repair *repair, struct slice *text, unsigned steps)
{
    struct slice repaired;
    unsigned changed = repair_text(repair, text_plain(*text, &plain), steps, &repaired);
    if (!changed)
        return 0;
    buffer_clear(&escaped);
    text_escape(&escaped, repaired);
    *text = buffer_slice(&escaped);
    return changed;
}

/* Word by word, so that words stay words: a space between two is none of the text's. */
static void repair_words(struct repair *repair, struct slice *field)
{
    struct slice rest = *field, word, repaired;
    buffer_clear(&words);
    while (slice_cut(&rest, ' ', &word)) {
        size_t start = words.length;
        if (start)
            buffer_append_byte(&words, ' ');
        if (repair_plain(repair, text_plain(word, &plain), &repaired))
            text_escape(&words, repaired);
        else
            buffer_append(&words, word);
        if (words.length == start + (start > 0)) /* nothing is left of it */
            words.length = start;
    }
    *field = buffer_slice(&words);
}

static void add_fix(struct slice *all, unsigned changed)
{
    struct slice key = SLICE("fix"), values = tags_get(*all, key), rest = values, value;
    bool is_first = true;
    buffer_clear(&marked);
    tags_copy_without(&marked, *all, key);
    for (int step = 0; step < STEP_COUNT; step++) {
        struct slice name = slice_from_string(step_names[step]);
        bool is_named = (changed >> step & 1) != 0;
        for (rest = values; !is_named && tags_next_value(&rest, &value);)
            is_named = slice_equal(value, name);
        if (!is_named)
            continue;
        if (is_first)
            tags_add(&marked, key, name);
        else
            tags_add_value(&marked, name);
        is_first = false;
    }
    *all = buffer_slice(&marked);
}

void fields_repair(struct repair *repair, struct record *record, unsigned steps, bool mark)
{
    unsigned changed = record->loc.paragraph ? 0 : repair_tags(repair, record);
    unsigned text_changed = repair_field(repair, &record->text, steps);
    if (text_changed && record->words.bytes)
        repair_words(repair, &record->words);
    changed |= text_changed;
    if (mark && changed)
        add_fix(&record->tags, changed);
}

void fields_release(void)
{
    buffer_release(&plain);
    buffer_release(&escaped);
    buffer_release(&words);
    buffer_release(&tags);
    buffer_release(&marked);
}
