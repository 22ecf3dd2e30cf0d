/* The layer role: what every paragraph of a page is. */
#include "layers.h"
#include "memory.h"
#include "role/decode.h"
#include "tags.h"

#include <stdlib.h>

struct role_layer {
    struct rules *rules;
    struct weights weights;
    struct feature_reader *reader;
    struct decoder *decoder;
    struct decision *decisions; /* of the document at hand */
    size_t capacity;
    unsigned least_confidence;
    uint64_t counts[ROLE_COUNT]; /* paragraphs */
};

static void role_close(void *state)
{
    struct role_layer *layer = state;
    decoder_free(layer->decoder);
    free(layer->decisions);
    feature_reader_free(layer->reader);
    weights_release(&layer->weights);
    rules_free(layer->rules);
    free(layer);
}

/* Those of the language, then the user's. All wrong lines are reported. */
static bool load_rules(struct role_layer *layer, const struct layer_settings *settings)
{
    layer->rules = rules_load(settings->language);
    bool good = layer->rules;
    for (size_t i = 0; layer->rules && i < settings->rules->count; i++)
        good = rules_read(layer->rules, settings->rules->paths[i]) && good;
    return good;
}

static bool load(struct role_layer *layer, const struct layer_settings *settings)
{
    if (!load_rules(layer, settings) ||
        !weights_load(&layer->weights, settings->language->code, layer->rules))
        return false;
    weights_trust_user(&layer->weights, layer->rules);
    layer->reader = feature_reader_new(layer->rules, &layer->weights.lexicon, settings->language);
    layer->decoder = decoder_new(&layer->weights);
    return layer->reader;
}

static void *role_open(const struct layer_settings *settings)
{
    struct role_layer *layer = memory_new(1, sizeof *layer);
    layer->least_confidence = settings->least_confidence;
    if (load(layer, settings))
        return layer;
    role_close(layer);
    return NULL;
}

static void reserve(struct role_layer *layer, size_t count)
{
    if (count <= layer->capacity)
        return;
    layer->capacity = count * 2;
    layer->decisions =
        memory_resize_array(layer->decisions, layer->capacity, sizeof *layer->decisions);
}

/* A user's rule is right, wherever on the page. Where several match, one of them is. */
static struct decision overruled(const struct role_layer *layer, struct decision decision,
                                 const struct features *features)
{
    enum { CERTAIN = 99 };
    size_t users = FEATURE_RULE + rules_of_user(layer->rules);
    size_t end = FEATURE_RULE + rules_count(layer->rules);
    for (size_t i = 0; i < features->count; i++) {
        size_t feature = features->held[i];
        if (feature < users || feature >= end)
            continue;
        decision.role = rules_users_role(layer->rules, feature - FEATURE_RULE);
        decision.confidence = CERTAIN;
    }
    return decision;
}

static void role_read(void *state, const struct page *page)
{
    struct role_layer *layer = state;
    const struct features *features = feature_reader_read(layer->reader, page->document);
    size_t count = page->document->paragraph_count;
    const struct decision *decisions = decoder_decode(layer->decoder, features, count);
    reserve(layer, count);
    for (size_t i = 0; i < count; i++) {
        layer->decisions[i] = overruled(layer, decisions[i], &features[i]);
        page->roles[i] = layer->decisions[i].role;
        layer->counts[page->roles[i]]++;
    }
}

static void role_add_tags(void *state, const struct page *page, const struct layer_record *at,
                          struct buffer *tags)
{
    const struct role_layer *layer = state;
    (void) page;
    if (at->paragraph == LAYER_METADATA)
        return;
    struct decision decision = layer->decisions[at->paragraph];
    if (decision.confidence < layer->least_confidence)
        return;
    const char confidence[] = {'0', '.', (char) ('0' + decision.confidence / 10),
                               (char) ('0' + decision.confidence % 10)};
    tags_add(tags, SLICE("role"), slice_from_string(role_name(decision.role)));
    tags_add(tags, SLICE("conf"), slice_of(confidence, sizeof confidence));
}

static void role_append_stats(void *state, struct buffer *text)
{
    const struct role_layer *layer = state;
    buffer_append_string(text, "paragraphs: ");
    for (size_t role = 0; role < ROLE_COUNT; role++) {
        buffer_append_string(text, role ? ", " : "");
        buffer_append_string(text, role_name((enum role) role));
        buffer_append_byte(text, ' ');
        buffer_append_number(text, layer->counts[role]);
    }
}

const struct layer layer_role = {
    .name = "role",
    .keys = {"role", "conf"},
    .cost = 1024,
    .open = role_open,
    .read = role_read,
    .add_tags = role_add_tags,
    .append_stats = role_append_stats,
    .close = role_close,
};
