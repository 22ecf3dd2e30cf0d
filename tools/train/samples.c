#include "samples.h"

#include "memory.h"
#include "silver.h"
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

/* Whether a word ends with the token, or with the white space behind it. */
static bool word_ends(const struct annotated *sentence, const struct token *token,
                      size_t next_start)
{
    for (size_t i = token->end - 1; i < next_start; i++)
        if (sentence->ends[i])
            return true;
    return false;
}

/* The label of the gap behind a token with another one behind it. */
static uint8_t label_of(const struct annotated *sentence, const struct token *token)
{
    unsigned label = 0;
    if (!word_ends(sentence, token, token[1].start))
        label |= GAP_IS_JOINED;
    if (!token_may_join(token))
        label |= GAP_IS_CLOSED;
    return (uint8_t) label;
}

/* How many of the tokens go before the last word, which may go on behind them; all where there is
 * but one word. */
static size_t count_before_last_word(const struct annotated *sentence, const struct token *tokens,
                                     size_t count)
{
    for (size_t before = count - 1; before; before--)
        if (word_ends(sentence, &tokens[before - 1], tokens[before].start))
            return before;
    return count;
}

static void add_sample(struct samples *samples, const struct annotated *sentence,
                       const struct token *tokens, size_t count, bool is_silver)
{
    make_room(samples, count);
    for (size_t i = 0; i < count; i++) {
        bool is_last = i + 1 == count;
        samples->ids[samples->count + i] = tokens[i].id;
        samples->shapes[samples->count + i] = tokens[i].shape;
        samples->labels[samples->count + i] =
            is_last ? (uint8_t) GAP_IS_CLOSED : label_of(sentence, &tokens[i]);
    }
    if (is_silver)
        silver_correct(samples->shapes + samples->count, samples->labels + samples->count, count);
    samples->starts[samples->sentence_count++] = samples->count;
    samples->count += count;
    samples->starts[samples->sentence_count] = samples->count;
}

void sampler_take(void *context, const struct annotated *sentence)
{
    struct sampler *sampler = context;
    struct slice text = sentence->text, rest = text;
    while (rest.length) {
        size_t count =
            tokens_take(sampler->tokenizer, text.bytes, &rest, sampler->tokens, SAMPLE_LIMIT);
        if (!count)
            break; /* nothing but white space was left */
        if (rest.length) {
            count = count_before_last_word(sentence, sampler->tokens, count);
            rest = slice_from_offset(text, sampler->tokens[count - 1].end);
        }
        add_sample(sampler->samples, sentence, sampler->tokens, count, sampler->is_silver);
    }
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
