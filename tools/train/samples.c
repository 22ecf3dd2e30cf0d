#include "samples.h"

#include "memory.h"
#include "word/model.h"

#include <stdlib.h>

static void make_room(struct samples *samples, size_t tokens)
{
    if (samples->count + tokens > samples->capacity) {
        samples->capacity = (samples->count + tokens) * 3 / 2;
        samples->ids = memory_resize_array(samples->ids, samples->capacity, sizeof *samples->ids);
        samples->shapes = memory_resize(samples->shapes, samples->capacity);
        samples->labels = memory_resize(samples->labels, samples->capacity);
    }
    if (samples->sentence_count + 2 > samples->sentence_capacity) {
        samples->sentence_capacity = (samples->sentence_count + 2) * 2;
        samples->starts = memory_resize_array(samples->starts, samples->sentence_capacity,
                                              sizeof *samples->starts);
    }
}

static size_t tokenize(struct sampler *sampler, struct slice text)
{
    struct slice rest = text;
    size_t count = 0;
    while (rest.length) {
        if (count == sampler->capacity) {
            sampler->capacity = sampler->capacity ? sampler->capacity * 2 : 256;
            sampler->tokens =
                memory_resize_array(sampler->tokens, sampler->capacity, sizeof *sampler->tokens);
        }
        count += tokens_take(sampler->tokenizer, text.bytes, &rest, sampler->tokens + count,
                             sampler->capacity - count);
    }
    return count;
}

static unsigned label_of(const struct token *token, bool is_last, const bool *ends)
{
    bool is_open = !is_last && token[1].has_space && shape_is_word(token[0].shape) &&
                   shape_is_word(token[1].shape);
    unsigned label = 0;
    if (!ends[token->end - 1])
        label |= GAP_IS_JOINED;
    if (!is_open)
        label |= GAP_IS_CLOSED;
    return label;
}

void sampler_take(void *context, const struct annotated *sentence)
{
    struct sampler *sampler = context;
    struct samples *samples = sampler->samples;
    size_t count = tokenize(sampler, sentence->text);
    if (!count)
        return;
    make_room(samples, count);
    size_t start = samples->count;
    for (size_t i = 0; i < count; i++) {
        const struct token *token = &sampler->tokens[i];
        samples->ids[start + i] = token->id;
        samples->shapes[start + i] = token->shape;
        samples->labels[start + i] = (uint8_t) label_of(token, i + 1 == count, sentence->ends);
    }
    samples->count += count;
    samples->starts[samples->sentence_count++] = start;
    samples->starts[samples->sentence_count] = samples->count;
}

void samples_number(struct samples *samples, const struct vocabulary *vocabulary)
{
    for (size_t i = 0; i < samples->count; i++) {
        uint32_t number = vocabulary->words[samples->ids[i]].number;
        samples->ids[i] = number ? number : 0u + NUMBER_UNKNOWN + samples->shapes[i];
    }
    for (size_t i = 0; i < samples->sentence_count; i++)
        shapes_adjust(samples->shapes + samples->starts[i],
                      samples->starts[i + 1] - samples->starts[i]);
}

void samples_release(struct samples *samples)
{
    free(samples->ids);
    free(samples->shapes);
    free(samples->labels);
    free(samples->starts);
    *samples = (struct samples){0};
}
