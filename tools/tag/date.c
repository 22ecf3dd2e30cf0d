/* The layer date: when a document was published, and which dates its text names. */
#include "date_own.h"
#include "layers.h"
#include "memory.h"
#include "tags.h"
#include "word_set.h"

#include <stdlib.h>

enum { MOST_DATES = 1000 }; /* of one record: no text names more */

static const struct slice key = {.bytes = "date", .length = 4};

struct date_layer {
    struct date_words *words;
    struct date_reader *reader;
    enum date_source source;
    struct date own; /* the document's, unless there is no source */
    struct date_reference reference;
    struct word_set seen; /* the values that a record has */
    struct buffer value;
    struct buffer *tags;       /* of the record that is being tagged */
    uint64_t documents, dates; /* with a date of their own; named in text */
};

static void date_close(void *state)
{
    struct date_layer *layer = state;
    date_reader_free(layer->reader);
    date_words_free(layer->words);
    word_set_release(&layer->seen);
    buffer_release(&layer->value);
    free(layer);
}

static void *date_open(const struct layer_settings *settings)
{
    struct date_layer *layer = memory_new(1, sizeof *layer);
    layer->words = date_words_load(settings->language->code);
    if (layer->words) {
        layer->reader = date_reader_new(layer->words);
        return layer;
    }
    date_close(layer);
    return NULL;
}

static void date_read(void *state, const struct page *page)
{
    struct date_layer *layer = state;
    layer->source = date_own_find(layer->reader, page, &layer->own);
    layer->reference.is_known = layer->source != DATE_SOURCE_NONE;
    if (!layer->reference.is_known)
        return;
    layer->reference.day = date_own_day(&layer->own, date_words_home(layer->words));
    layer->documents++;
}

/* Adds the value of layer->value, unless the record has it. */
static void add_value(struct date_layer *layer)
{
    struct slice value = buffer_slice(&layer->value);
    if (!word_set_add(&layer->seen, value))
        return;
    if (layer->seen.count == 1)
        tags_add(layer->tags, key, value);
    else
        tags_add_value(layer->tags, value);
}

static bool take_date(void *context, const struct date_span *span, struct slice where)
{
    struct date_layer *layer = context;
    (void) where;
    buffer_clear(&layer->value);
    date_span_append(&layer->value, span);
    add_value(layer);
    return layer->seen.count < MOST_DATES;
}

/* The values that ingest left, none of which could be read. */
static void add_old_values(struct date_layer *layer, struct slice values)
{
    struct slice value;
    while (values.length && tags_next_value(&values, &value)) {
        buffer_clear(&layer->value);
        tags_unescape(&layer->value, value);
        add_value(layer);
    }
}

/* A date that cannot be read stays as it was, even where another was found. */
static void add_own_date(struct date_layer *layer, const struct record *metadata)
{
    struct slice old = tags_get(metadata->tags, key);
    if (old.length && layer->source != DATE_SOURCE_TAG) {
        add_old_values(layer, old);
    } else if (layer->source != DATE_SOURCE_NONE) {
        buffer_clear(&layer->value);
        date_append(&layer->value, &layer->own);
        add_value(layer);
    }
}

static void date_add_tags(void *state, const struct page *page, const struct layer_record *at,
                          struct buffer *tags)
{
    struct date_layer *layer = state;
    word_set_clear(&layer->seen);
    layer->tags = tags;
    if (at->paragraph == LAYER_METADATA) {
        add_own_date(layer, at->record);
        return;
    }
    date_reader_read(layer->reader, page->texts[at->number], &layer->reference, take_date, layer);
    layer->dates += layer->seen.count;
}

static void date_append_stats(void *state, struct buffer *text)
{
    const struct date_layer *layer = state;
    buffer_append_number(text, layer->documents);
    buffer_append_string(text, " documents with a date, ");
    buffer_append_number(text, layer->dates);
    buffer_append_string(text, " dates in their text");
}

const struct layer layer_date = {
    .name = "date",
    .keys = {"date"},
    .cost = 64,
    .tags_metadata = true,
    .open = date_open,
    .read = date_read,
    .add_tags = date_add_tags,
    .append_stats = date_append_stats,
    .close = date_close,
};
