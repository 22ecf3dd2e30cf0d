/* The layer ner: the persons, places and organisations that a text names. */
#include "layers.h"
#include "memory.h"
#include "name_finder.h"
#include "tags.h"
#include "word_set.h"

#include <stdlib.h>

/* What may be a name, found while the document was learned. */
struct found {
    size_t record;
    struct slice text; /* as it stands in the record; a null pointer: the record is to be looked at
                          again, as it shows its names only when the rest is known */
    struct name_candidate candidate;
};

enum { MOST_FOUND = 1 << 16 }; /* kept of a document; what comes behind is looked for again */

struct ner_layer {
    struct name_lexicon *lexicon;
    struct name_evidence evidence;
    struct name_tokens tokens;
    struct found *found; /* by record */
    size_t found_count, found_capacity;
    size_t record;                    /* the one that is looked at */
    size_t complete;                  /* of the records before this one, all is in `found` */
    struct buffer values[NAME_NONE];  /* of the record: the tags' values so far */
    struct word_set noted[NAME_NONE]; /* the same, to have each once */
    uint64_t counts[NAME_NONE];
};

static const char *const keys[NAME_NONE] = {"per", "loc", "org"};

static void ner_close(void *state)
{
    struct ner_layer *layer = state;
    name_lexicon_free(layer->lexicon);
    name_evidence_release(&layer->evidence);
    name_tokens_release(&layer->tokens);
    free(layer->found);
    for (size_t i = 0; i < NAME_NONE; i++) {
        buffer_release(&layer->values[i]);
        word_set_release(&layer->noted[i]);
    }
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

/* The syllables of the first word of a words field. */
static size_t first_word(struct slice words)
{
    struct slice word, syllable;
    size_t syllables = 0;
    if (!words.bytes || !slice_cut(&words, ' ', &word))
        return 0;
    while (slice_cut(&word, '_', &syllable))
        syllables++;
    return syllables;
}

/* Gives each candidate of the record to `take`; `known` as in struct name_finder. Returns false
 * where the text was in capitals, in some part. */
static bool go_through(struct ner_layer *layer, const struct page *page, size_t record,
                       const struct name_evidence *known, take_candidate *take)
{
    struct slice text = page->texts[record];
    size_t first = first_word(page->document->records[record].words);
    bool is_shouted = false;
    while (text.length) {
        size_t read = name_tokens_read(&layer->tokens, layer->lexicon, text);
        struct name_finder finder = {
            .text = {layer->lexicon, text, layer->tokens.tokens, layer->tokens.count},
            .known = known,
            .first_word = first,
        };
        finder.is_shouted = name_finder_is_shouted(&finder.text);
        is_shouted = is_shouted || finder.is_shouted;
        struct name_candidate candidate;
        while (name_finder_next(&finder, &candidate))
            take(layer, &finder.text, &candidate);
        text = slice_from_offset(text, read);
        first = 0;
    }
    return !is_shouted;
}

static struct slice text_of(const struct name_text *text, const struct name_candidate *candidate)
{
    const struct name_token *first = &text->tokens[candidate->first];
    const struct name_token *last = &text->tokens[candidate->end - 1];
    return slice_of(text->text.bytes + first->offset, last->offset + last->length - first->offset);
}

static void keep(struct ner_layer *layer, struct slice text, const struct name_candidate *candidate)
{
    if (layer->found_count == layer->found_capacity) {
        layer->found_capacity = layer->found_capacity ? layer->found_capacity * 2 : 256;
        layer->found =
            memory_resize_array(layer->found, layer->found_capacity, sizeof *layer->found);
    }
    layer->found[layer->found_count++] = (struct found){layer->record, text, *candidate};
}

static void learn(struct ner_layer *layer, const struct name_text *text,
                  const struct name_candidate *candidate)
{
    name_candidate_learn(text, candidate, &layer->evidence);
    if (layer->found_count < MOST_FOUND)
        keep(layer, text_of(text, candidate), candidate);
}

/* Menus, buttons and the like have capitals, but no names. Where roles are not known, all is read.
 */
static bool may_have_names(const struct page *page, size_t paragraph)
{
    if (paragraph == LAYER_METADATA)
        return true;
    switch (page->roles[paragraph]) {
    case ROLE_NAV:
    case ROLE_SHARE:
    case ROLE_AD:
    case ROLE_NOTICE:
        return false;
    default:
        return true;
    }
}

/* The paragraph of a record; `last` is that of the record before. */
static size_t paragraph_of(const struct document *document, size_t record, size_t last)
{
    size_t next = last == LAYER_METADATA ? 0 : last + 1;
    bool begins = next < document->paragraph_count &&
                  document->paragraphs[next].records == &document->records[record];
    return begins ? next : last;
}

static void ner_read(void *state, const struct page *page)
{
    struct ner_layer *layer = state;
    size_t paragraph = LAYER_METADATA;
    name_evidence_clear(&layer->evidence);
    layer->found_count = layer->complete = 0;
    for (layer->record = 0; layer->record < page->document->count; layer->record++) {
        paragraph = paragraph_of(page->document, layer->record, paragraph);
        if (may_have_names(page, paragraph) && !go_through(layer, page, layer->record, NULL, learn))
            keep(layer, (struct slice){0}, &(struct name_candidate){0});
        if (layer->found_count < MOST_FOUND)
            layer->complete = layer->record + 1;
    }
}

/* Adds a name to the values of its type. They are joined by line feeds: one inside of a name
 * would make two of it, which no text that is a line has. */
static void note(struct ner_layer *layer, struct slice value,
                 const struct name_candidate *candidate)
{
    enum name_type type = name_candidate_judge(candidate, &layer->evidence);
    if (type == NAME_NONE || !word_set_add(&layer->noted[type], value))
        return;
    struct buffer *values = &layer->values[type];
    if (values->length)
        buffer_append_byte(values, '\n');
    buffer_append(values, value);
    layer->counts[type]++;
}

static void note_anew(struct ner_layer *layer, const struct name_text *text,
                      const struct name_candidate *candidate)
{
    note(layer, text_of(text, candidate), candidate);
}

/* The first of layer->found that is of this record or a later one. */
static size_t first_found(const struct ner_layer *layer, size_t record)
{
    size_t low = 0, high = layer->found_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (layer->found[middle].record < record)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Notes what was found in a record. Returns false where it is to be looked at again. */
static bool note_found(struct ner_layer *layer, size_t record)
{
    size_t first = first_found(layer, record), end = first;
    while (end < layer->found_count && layer->found[end].record == record)
        if (!layer->found[end++].text.bytes)
            return false;
    for (size_t i = first; i < end; i++)
        note(layer, layer->found[i].text, &layer->found[i].candidate);
    return true;
}

static void add_values(const struct ner_layer *layer, enum name_type type, struct buffer *tags)
{
    struct slice rest = buffer_slice(&layer->values[type]), value;
    if (!rest.length)
        return;
    slice_cut(&rest, '\n', &value);
    tags_add(tags, slice_from_string(keys[type]), value);
    while (slice_cut(&rest, '\n', &value))
        tags_add_value(tags, value);
}

static void ner_add_tags(void *state, const struct page *page, const struct layer_record *at,
                         struct buffer *tags)
{
    struct ner_layer *layer = state;
    if (at->paragraph == LAYER_METADATA || !may_have_names(page, at->paragraph))
        return;
    for (size_t i = 0; i < NAME_NONE; i++) {
        buffer_clear(&layer->values[i]);
        word_set_clear(&layer->noted[i]);
    }
    if (at->number >= layer->complete || !note_found(layer, at->number))
        go_through(layer, page, at->number, &layer->evidence, note_anew);
    for (size_t i = 0; i < NAME_NONE; i++)
        add_values(layer, (enum name_type) i, tags);
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
    .cost = 128,
    .open = ner_open,
    .read = ner_read,
    .add_tags = ner_add_tags,
    .append_stats = ner_append_stats,
    .close = ner_close,
};
