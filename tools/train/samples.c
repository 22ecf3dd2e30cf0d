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

/* Joins names by order of birth with the given name behind them, where each of the two is a word by
 * itself: programs that split words take Hai and Ba for numbers, people read ông Hai Lúa. */
static void join_birth_names(const uint8_t *shapes, uint8_t *labels, size_t count)
{
    size_t first = 0;
    while (first < count && !shape_is_word(shapes[first]))
        first++;
    for (size_t i = first + 1; i + 1 < count; i++)
        if (shapes[i] == SHAPE_CAPITAL_BIRTH && shape_is_capital(shapes[i + 1]) && labels[i] == 0 &&
            !(labels[i - 1] & GAP_IS_JOINED) && !(labels[i + 1] & GAP_IS_JOINED))
            labels[i] = GAP_IS_JOINED;
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
    if (sampler->is_silver)
        join_birth_names(samples->shapes + start, samples->labels + start, count);
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
