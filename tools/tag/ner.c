/* The layer ner: the persons, places and organisations that a text names. */
#include "layers.h"
#include "memory.h"
#include "name_finder.h"
#include "tags.h"

#include <stdlib.h>

struct ner_layer {
    struct name_lexicon *lexicon;
    struct name_evidence evidence;
    struct name_tokens tokens;
    struct buffer values[NAME_NONE]; /* of the record: the tags' values so far */
    uint64_t counts[NAME_NONE];
};

static const char *const keys[NAME_NONE] = {"per", "loc", "org"};

static void ner_close(void *state)
{
    struct ner_layer *layer = state;
    name_lexicon_free(layer->lexicon);
    name_evidence_release(&layer->evidence);
    name_tokens_release(&layer->tokens);
    for (size_t i = 0; i < NAME_NONE; i++)
        buffer_release(&layer->values[i]);
    free(layer);
}

static void *ner_open(const struct layer_settings *settings)
{
    struct ner_layer *layer = memory_new(1, sizeof *layer);
    layer->lexicon = name_lexicon_load(settings->language);
    if (layer->lexicon)
        return layer;
    ner_close(layer);
    return NULL;
}

typedef void take_candidate(struct ner_layer *layer, const struct name_text *text,
                            const struct name_candidate *candidate);

/* Gives each candidate of the text to `take`; `known` as in struct name_finder. */
static void go_through(struct ner_layer *layer, struct slice text,
                       const struct name_evidence *known, take_candidate *take)
{
    while (text.length) {
        size_t read = name_tokens_read(&layer->tokens, layer->lexicon, text);
        struct name_finder finder = {
            .text = {layer->lexicon, text, layer->tokens.tokens, layer->tokens.count},
            .known = known,
        };
        finder.is_shouted = name_finder_is_shouted(&finder.text);
        struct name_candidate candidate;
        while (name_finder_next(&finder, &candidate))
            take(layer, &finder.text, &candidate);
        text = slice_from_offset(text, read);
    }
}

static void learn(struct ner_layer *layer, const struct name_text *text,
                  const struct name_candidate *candidate)
{
    name_finder_learn(text, candidate, &layer->evidence);
}

static void ner_read(void *state, const struct page *page)
{
    struct ner_layer *layer = state;
    name_evidence_clear(&layer->evidence);
    for (size_t i = 0; i < page->document->count; i++)
        go_through(layer, page->texts[i], NULL, learn);
}

static bool has_value(const struct buffer *values, struct slice value)
{
    struct slice rest = buffer_slice(values), one;
    while (slice_cut(&rest, '\n', &one))
        if (slice_equal(one, value))
            return true;
    return false;
}

/* A value holds no line feed: names lie in one token or more of a text, and a line feed between
 * them becomes a space when the value is written. */
static void note(struct ner_layer *layer, const struct name_text *text,
                 const struct name_candidate *candidate)
{
    enum name_type type = name_finder_judge(candidate, &layer->evidence);
    if (type == NAME_NONE)
        return;
    const struct name_token *first = &text->tokens[candidate->first];
    const struct name_token *last = &text->tokens[candidate->end - 1];
    struct slice value = slice_of(text->text.bytes + first->offset,
                                  last->offset + last->length - first->offset);
    struct buffer *values = &layer->values[type];
    if (has_value(values, value))
        return;
    if (values->length)
        buffer_append_byte(values, '\n');
    buffer_append(values, value);
    layer->counts[type]++;
}

static void ner_add_tags(void *state, const struct page *page, const struct layer_record *at,
                         struct buffer *tags)
{
    struct ner_layer *layer = state;
    if (at->paragraph == LAYER_METADATA)
        return;
    for (size_t i = 0; i < NAME_NONE; i++)
        buffer_clear(&layer->values[i]);
    go_through(layer, page->texts[at->number], &layer->evidence, note);
    for (size_t i = 0; i < NAME_NONE; i++) {
        struct slice rest = buffer_slice(&layer->values[i]), value;
        if (!rest.length)
            continue;
        slice_cut(&rest, '\n', &value);
        tags_add(tags, slice_from_string(keys[i]), value);
        while (slice_cut(&rest, '\n', &value))
            tags_add_value(tags, value);
    }
}

static void ner_append_stats(void *state, struct buffer *text)
{
    const struct ner_layer *layer = state;
    buffer_append_string(text, "names: ");
    for (size_t i = 0; i < NAME_NONE; i++) {
        buffer_append_string(text, i ? ", " : "");
        buffer_append_string(text, keys[i]);
        buffer_append_byte(text, ' ');
        buffer_append_number(text, layer->counts[i]);
    }
}

const struct layer layer_ner = {
    .name = "ner",
    .keys = {"per", "loc", "org"},
    .open = ner_open,
    .read = ner_read,
    .add_tags = ner_add_tags,
    .append_stats = ner_append_stats,
    .close = ner_close,
};
