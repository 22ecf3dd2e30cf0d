#include "fields.h"

#include "tags.h"

enum { WORD_TURNS = 4 };

/* People write titles and authors: they need the same repair as the text they stand for. */
static bool is_text_tag(struct slice key)
{
    return slice_equal(key, SLICE("title")) || slice_equal(key, SLICE("author"));
}

/* A value of a tag, plain. */
static struct slice plain_value(struct fields *fields, struct slice value)
{
    buffer_clear(&fields->plain);
    tags_unescape(&fields->plain, value);
    return buffer_slice(&fields->plain);
}

struct slice fields_text(struct fields *fields, const struct record *record)
{
    return text_plain(record->text, &fields->plain);
}

void fields_each_tag(struct fields *fields, const struct record *record, fields_take *take,
                     void *context)
{
    struct slice all = record->tags, key, values, value;
    while (tags_next(&all, &key, &values))
        while (is_text_tag(key) && tags_next_value(&values, &value))
            take(context, plain_value(fields, value));
}

static unsigned repair_values(struct fields *fields, struct repair *repair, struct slice values)
{
    struct slice value, repaired;
    unsigned changed = 0;
    bool is_first = true;
    while (tags_next_value(&values, &value)) {
        struct slice plain = plain_value(fields, value);
        unsigned more = repair_text(repair, plain, repair_scan(repair, plain), &repaired);
        if (!is_first)
            buffer_append_byte(&fields->tags, ';');
        is_first = false;
        if (more)
            tags_escape(&fields->tags, repaired);
        else
            buffer_append(&fields->tags, value);
        repair_count(repair, more);
        changed |= more;
    }
    return changed;
}

static unsigned repair_tags(struct fields *fields, struct repair *repair, struct record *record)
{
    struct slice all = record->tags, key, values;
    unsigned changed = 0;
    buffer_clear(&fields->tags);
    while (tags_next(&all, &key, &values)) {
        if (fields->tags.length)
            buffer_append_byte(&fields->tags, '|');
        buffer_append(&fields->tags, key);
        buffer_append_byte(&fields->tags, '=');
        if (is_text_tag(key))
            changed |= repair_values(fields, repair, values);
        else
            buffer_append(&fields->tags, values);
    }
    if (changed)
        record->tags = buffer_slice(&fields->tags);
    return changed;
}

static unsigned repair_record_text(struct fields *fields, struct repair *repair,
                                   struct record *record, unsigned steps)
{
    struct slice repaired;
    unsigned changed = repair_text(repair, fields_text(fields, record), steps, &repaired);
    if (changed) {
        buffer_clear(&fields->text);
        text_escape(&fields->text, repaired);
        record->text = buffer_slice(&fields->text);
    }
    repair_count(repair, changed);
    return changed;
}

static void join_syllables(struct buffer *word)
{
    for (size_t i = 0; i < word->length; i++)
        if (word->bytes[i] == ' ')
            word->bytes[i] = '_';
}

/* Repairs a word, and once more as it is written: '_' is no space to its neighbours. */
static unsigned repair_word(struct fields *fields, struct repair *repair, struct slice word)
{
    struct slice text = text_plain(word, &fields->plain), repaired;
    unsigned changed = 0, more = 1;
    buffer_clear(&fields->word);
    buffer_append(&fields->word, text);
    for (int turn = 0; more && turn < WORD_TURNS; turn++) {
        text = buffer_slice(&fields->word);
        more = repair_text(repair, text, repair_scan(repair, text), &repaired);
        if (more) {
            buffer_clear(&fields->word);
            buffer_append(&fields->word, repaired);
            join_syllables(&fields->word);
        }
        changed |= more;
    }
    return changed;
}

static unsigned repair_words(struct fields *fields, struct repair *repair, struct record *record)
{
    struct slice rest = record->words, word;
    unsigned changed = 0;
    if (!rest.length || !repair_scan(repair, text_plain(rest, &fields->plain)))
        return 0;
    buffer_clear(&fields->words);
    buffer_reserve(&fields->words, 1); /* the field is there, be it empty */
    while (slice_cut(&rest, ' ', &word)) {
        changed |= repair_word(fields, repair, word);
        if (fields->word.length && fields->words.length)
            buffer_append_byte(&fields->words, ' ');
        text_escape(&fields->words, buffer_slice(&fields->word));
    }
    if (changed)
        record->words = buffer_slice(&fields->words);
    return changed;
}

static bool has_value(struct slice values, struct slice wanted)
{
    struct slice value;
    while (tags_next_value(&values, &value))
        if (slice_equal(value, wanted))
            return true;
    return false;
}

static void add_fix(struct fields *fields, struct record *record, unsigned changed)
{
    struct slice key = SLICE("fix"), before = tags_get(record->tags, key);
    struct buffer *tags = &fields->marked;
    bool is_first = !before.length;
    buffer_clear(tags);
    tags_copy_without(tags, record->tags, key);
    if (!is_first) {
        tags_add(tags, key, SLICE(""));
        buffer_append(tags, before); /* escaped already */
    }
    for (int step = 0; step < STEP_COUNT; step++) {
        struct slice name = slice_from_string(step_names[step]);
        if (!(changed >> step & 1) || has_value(before, name))
            continue;
        if (is_first)
            tags_add(tags, key, name);
        else
            tags_add_value(tags, name);
        is_first = false;
    }
    record->tags = buffer_slice(tags);
}

void fields_repair(struct fields *fields, struct repair *repair, struct record *record,
                   unsigned steps, bool mark)
{
    unsigned changed = record->loc.paragraph ? 0 : repair_tags(fields, repair, record);
    changed |= repair_record_text(fields, repair, record, steps);
    if (record->words.bytes)
        changed |= repair_words(fields, repair, record);
    if (mark && changed)
        add_fix(fields, record, changed);
}

void fields_release(struct fields *fields)
{
    buffer_release(&fields->plain);
    buffer_release(&fields->text);
    buffer_release(&fields->words);
    buffer_release(&fields->word);
    buffer_release(&fields->tags);
    buffer_release(&fields->marked);
}
