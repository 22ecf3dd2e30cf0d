/* The layer lang: the language of a document, and of the paragraphs that are in another. */
#include "lang_reader.h"
#include "layers.h"
#include "memory.h"
#include "tags.h"

#include <stdlib.h>

enum {
    PARAGRAPH_LEAD = 32, /* over the second language, in scores: leaves hardly a doubt */
    /* Of a document; a vote is a byte of text and a unit of lead. */
    LEAST_VOTES = 32,
    MANY_VOTES = 6400, /* with which paragraphs of names need not be looked at */
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

/* The language of a paragraph by itself; LANG_UND where it may as well be its document's. */
static enum lang lang_of_paragraph(const struct lang_verdict *verdict)
{
    return verdict->is_running && verdict->lead >= PARAGRAPH_LEAD ? verdict->lang : LANG_UND;
}

/* LANG_UND where there is too little to tell. */
static enum lang lang_of_document(const uint64_t votes[LANG_COUNT])
{
    size_t best = 0;
    for (size_t lang = 1; lang < LANG_COUNT; lang++)
        if (votes[lang] > votes[best])
            best = lang;
    return votes[best] < LEAST_VOTES ? LANG_UND : (enum lang) best;
}

static void lang_read(void *state, const struct page *page)
{
    struct lang_layer *layer = state;
    const struct document *document = page->document;
    uint64_t votes[LANG_COUNT + 1] = {0}, most = 0;
    reserve(layer, document->paragraph_count);
    for (size_t i = 0; i < document->paragraph_count; i++) {
        struct slice text = document->paragraphs[i].text;
        struct lang_verdict verdict = lang_reader_judge(layer->reader, text, most < MANY_VOTES);
        unsigned lead = verdict.lead < PARAGRAPH_LEAD ? verdict.lead : PARAGRAPH_LEAD;
        uint64_t *of_lang = &votes[verdict.lang];
        *of_lang += (uint64_t) lead * text.length;
        most = *of_lang > most ? *of_lang : most;
        layer->paragraphs[i] = (uint8_t) lang_of_paragraph(&verdict);
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
    .cost = 32,
    .tags_metadata = true,
    .open = lang_open,
    .read = lang_read,
    .add_tags = lang_add_tags,
    .append_stats = lang_append_stats,
    .close = lang_close,
};
