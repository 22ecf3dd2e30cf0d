/* The layer lang: the language of a document, and of the paragraphs that are in another. */
#include "lang_evidence.h"
#include "layers.h"
#include "memory.h"
#include "tags.h"

#include <stdlib.h>

enum {
    PARAGRAPH_LEAD = 32, /* over the second language, in scores: leaves hardly a doubt */
    LEAST_VOTES = 32,    /* lead times length in bytes, of a document */
};

struct lang_layer {
    struct lang_reader *reader;
    enum lang document;  /* the language of the document that was read last */
    uint8_t *paragraphs; /* of each of its paragraphs */
    size_t capacity;
    uint64_t counts[LANG_COUNT + 1]; /* documents */
};

static void *lang_open(const struct layer_settings *settings)
{
    (void) settings;
    struct lang_layer *layer = memory_new(1, sizeof *layer);
    layer->reader = lang_reader_new();
    return layer;
}

static void lang_close(void *state)
{
    struct lang_layer *layer = state;
    lang_reader_free(layer->reader);
    free(layer->paragraphs);
    free(layer);
}

static void reserve(struct lang_layer *layer, size_t count)
{
    if (count <= layer->capacity)
        return;
    layer->capacity = count * 2;
    layer->paragraphs =
        memory_resize_array(layer->paragraphs, layer->capacity, sizeof *layer->paragraphs);
}

/* The language of a paragraph by itself; LANG_UND where it may as well be in its document's. */
static enum lang lang_of_paragraph(const struct lang_evidence *evidence)
{
    int64_t lead;
    enum lang lang = lang_best(evidence->scores, &lead);
    return lead >= PARAGRAPH_LEAD && lang_is_told(evidence, lang) ? lang : LANG_UND;
}

/* The text counts for its language by its length, and for less where it leaves doubt. */
static void vote(int64_t votes[LANG_COUNT], const struct lang_evidence *evidence, size_t length)
{
    int64_t lead;
    enum lang lang = lang_best(evidence->scores, &lead);
    votes[lang] += (int64_t) length * (lead < PARAGRAPH_LEAD ? lead : PARAGRAPH_LEAD);
}

/* LANG_UND where there is too little to tell. */
static enum lang lang_of_document(const int64_t votes[LANG_COUNT])
{
    int64_t lead;
    enum lang lang = lang_best(votes, &lead);
    return lead < LEAST_VOTES ? LANG_UND : lang;
}

static void lang_read(void *state, const struct page *page)
{
    struct lang_layer *layer = state;
    const struct document *document = page->document;
    int64_t votes[LANG_COUNT] = {0};
    reserve(layer, document->paragraph_count);
    for (size_t i = 0; i < document->paragraph_count; i++) {
        struct slice text = document->paragraphs[i].text;
        struct lang_evidence evidence;
        lang_reader_read(layer->reader, text, &evidence);
        layer->paragraphs[i] = (uint8_t) lang_of_paragraph(&evidence);
        vote(votes, &evidence, text.length);
    }
    layer->document = lang_of_document(votes);
    layer->counts[layer->document]++;
}

static void lang_add_tags(void *state, const struct page *page, const struct layer_record *at,
                          struct buffer *tags)
{
    const struct lang_layer *layer = state;
    enum lang lang = layer->document;
    bool is_asked = at->paragraph == LAYER_METADATA || !document_metadata(page->document);
    if (at->paragraph != LAYER_METADATA && layer->paragraphs[at->paragraph] != LANG_UND) {
        lang = (enum lang) layer->paragraphs[at->paragraph];
        is_asked = is_asked || lang != layer->document;
    }
    if (is_asked)
        tags_add(tags, SLICE("lang"), lang_code(lang));
}

static void lang_append_stats(void *state, struct buffer *text)
{
    const struct lang_layer *layer = state;
    const char *before = "languages of documents: ";
    for (size_t lang = 0; lang <= LANG_COUNT; lang++) {
        if (!layer->counts[lang])
            continue;
        buffer_append_string(text, before);
        buffer_append(text, lang_code((enum lang) lang));
        buffer_append_byte(text, ' ');
        buffer_append_number(text, layer->counts[lang]);
        before = ", ";
    }
}

const struct layer layer_lang = {
    .name = "lang",
    .keys = {"lang"},
    .open = lang_open,
    .read = lang_read,
    .add_tags = lang_add_tags,
    .append_stats = lang_append_stats,
    .close = lang_close,
};
