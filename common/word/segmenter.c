#include "segmenter.h"

#include "../data.h"
#include "../memory.h"
#include "../unicode.h"
#include "lattice.h"

#include <stdlib.h>

enum {
    WINDOW = 4096, /* tokens split at once: hardly a sentence has more, and with dense weights of
                      16 bits their scores fit into an int */
    PADDED = WINDOW + 2 * MARGIN,
};

/* What may become of a gap. */
enum gap { GAP_OPEN, GAP_SPLIT, GAP_JOINED };

struct window {
    size_t count;
    struct token tokens[WINDOW];
    uint8_t gaps[WINDOW];   /* enum gap: between a token and the next one */
    uint8_t joined[WINDOW]; /* the answer */
    struct evidence evidence;
    uint32_t ids[PADDED];
    uint8_t shapes[PADDED];
    gram_record grams[GRAM_ORDERS][PADDED];
    uint64_t keys[PADDED];
    int gap_scores[WINDOW];
    int best[WINDOW + 1];
    uint8_t lengths[WINDOW + 1];
};

static uint32_t number_of(void *context, const struct form *form)
{
    return model_number(context, form);
}

bool segmenter_load(struct segmenter *segmenter, const struct language *language,
                    const struct abbreviations *abbreviations)
{
    *segmenter = (struct segmenter){0};
    if (!forms_load(&segmenter->forms, language))
        return false;
    struct buffer path = {0};
    bool good = data_find(&path, language->code, MODEL_NAME) &&
                model_open(&segmenter->model, buffer_string(&path));
    buffer_release(&path);
    if (!good)
        return false;
    surfaces_init(&segmenter->surfaces, &segmenter->forms, number_of, &segmenter->model);
    segmenter->tokenizer = (struct tokenizer){abbreviations, &segmenter->surfaces};
    segmenter->window = memory_new(1, sizeof *segmenter->window);
    struct window *window = segmenter->window;
    window->evidence = (struct evidence){
        .ids = window->ids + MARGIN,
        .shapes = window->shapes + MARGIN,
        .syllables = segmenter->model.syllables,
    };
    for (size_t order = 0; order < GRAM_ORDERS; order++)
        window->evidence.grams[order] = window->grams[order] + MARGIN;
    return true;
}

bool segmenter_read_dictionary(struct segmenter *segmenter, const char *path)
{
    return dictionary_read(&segmenter->dictionary, path, &segmenter->tokenizer);
}

/* Marks the words of the dictionary, from the left, the longest first. */
static void mark_dictionary(const struct dictionary *dictionary, struct window *window)
{
    for (size_t i = 0; i < window->count;) {
        size_t length = dictionary_match(dictionary, window->tokens + i, window->count - i);
        if (length) {
            if (i)
                window->gaps[i - 1] = GAP_SPLIT;
            memset(window->gaps + i, GAP_JOINED, length - 1);
            window->gaps[i + length - 1] = GAP_SPLIT;
        }
        i += length ? length : 1;
    }
}

static bool is_ascii(struct slice token)
{
    for (size_t i = 0; i < token.length; i++)
        if ((unsigned char) token.bytes[i] >= 0x80)
            return false;
    return true;
}

/* A text of another language: four words or more, most of them not known, and of the known none
 * that is not ASCII, as words of two languages may be the same. It has no words of several tokens.
 */
static bool is_foreign(const struct window *window, const char *text)
{
    size_t words = 0, known = 0;
    for (size_t i = 0; i < window->count; i++) {
        const struct token *token = &window->tokens[i];
        bool is_known = shape_is_known(token->shape);
        if (is_known && !is_ascii(slice_of(text + token->start, token->end - token->start)))
            return false;
        known += is_known;
        words += shape_is_word(token->shape) && token->shape != SHAPE_NUMBER;
    }
    return words >= 4 && known * 2 < words;
}

static void find_gaps(const struct dictionary *dictionary, struct window *window, const char *text)
{
    const struct token *tokens = window->tokens;
    bool foreign = is_foreign(window, text);
    for (size_t i = 0; i + 1 < window->count; i++)
        window->gaps[i] = !foreign && token_may_join(&tokens[i]) ? GAP_OPEN : GAP_SPLIT;
    window->gaps[window->count - 1] = GAP_SPLIT;
    if (dictionary->count)
        mark_dictionary(dictionary, window);
}

static void fill_evidence(struct window *window)
{
    struct evidence *evidence = &window->evidence;
    for (size_t i = 0; i < window->count; i++) {
        evidence->ids[i] = window->tokens[i].id;
        evidence->shapes[i] = window->tokens[i].shape;
    }
    shapes_adjust(evidence->shapes, window->count);
    for (size_t i = window->count; i < window->count + MARGIN; i++) {
        evidence->ids[i] = NUMBER_EDGE;
        evidence->shapes[i] = SHAPE_EDGE;
        for (size_t order = 0; order < GRAM_ORDERS; order++)
            evidence->grams[order][i] = 0;
    }
}

/* Looks up the n-grams of the sentence, an order at a time, so that the waits for memory overlap; a
 * longer one is known only where its beginning is. */
static void find_grams(const struct model *model, struct window *window)
{
    const uint32_t *ids = window->evidence.ids;
    uint64_t *keys = window->keys + MARGIN;
    ptrdiff_t end = (ptrdiff_t) window->count;
    for (ptrdiff_t i = FIRST_GRAM; i < end; i++) {
        keys[i] = gram_key_of_two(ids[i], ids[i + 1]);
        __builtin_prefetch(&model->buckets[bucket_of(keys[i], model->bucket_count)]);
    }
    for (size_t order = 0; order < GRAM_ORDERS; order++) {
        const gram_record *shorter = order ? window->evidence.grams[order - 1] : NULL;
        gram_record *grams = window->evidence.grams[order];
        for (ptrdiff_t i = FIRST_GRAM; i < end; i++) {
            grams[i] = shorter && !shorter[i] ? 0 : model_gram(model, keys[i]);
            if (!grams[i] || order + 1 == GRAM_ORDERS)
                continue;
            keys[i] = gram_key_longer(keys[i], ids[i + SHORTEST_GRAM + (ptrdiff_t) order]);
            __builtin_prefetch(&model->buckets[bucket_of(keys[i], model->bucket_count)]);
        }
    }
}

/* What the score of a word is made of. */
struct scorer {
    const struct evidence *evidence;
    const int16_t *dense;
};

/* The score of what is never a word: lower than that of anything else its tokens can be split into.
 */
enum { NO_WORD = -(1 << 28) };

/* Four tokens or more of which all that stand side by side are words, but which are not known
 * together: `mua bán buôn lậu` from mua bán, bán buôn and buôn lậu. The counts of the gaps say that
 * each may be joined; that not all of them can, they do not say. */
static bool is_chain_of_words(const struct evidence *evidence, ptrdiff_t first, size_t length,
                              gram_record record)
{
    enum { SHORTEST_CHAIN = 4 };
    if (length < SHORTEST_CHAIN || gram_word_level(record, length) > NEVER_WORD_LEVEL)
        return false;
    for (size_t i = 0; i + 1 < length; i++)
        if (gram_word_level(evidence->grams[0][first + (ptrdiff_t) i], 2) < KNOWN_WORD_LEVEL)
            return false;
    return true;
}

static int word_score(const void *context, ptrdiff_t first, size_t length, bool is_lower)
{
    const struct scorer *scorer = context;
    const struct evidence *evidence = scorer->evidence;
    gram_record record = word_record(evidence, first, length);
    uint32_t features[WORD_FEATURES];
    if (is_chain_of_words(evidence, first, length, record))
        return NO_WORD;
    word_features(evidence, first, length, is_lower, record, features);
    int weight = length == 1 ? evidence->syllables[evidence->ids[first]].word_weight
                             : gram_word_weight(record);
    return weight * WORD_WEIGHT_UNIT + scorer->dense[features[0]] + scorer->dense[features[1]];
}

static int gap_score(const struct scorer *scorer, ptrdiff_t gap)
{
    uint32_t features[GAP_FEATURES];
    int score = 0;
    gap_features(scorer->evidence, gap, features);
    for (size_t i = 0; i < GAP_FEATURES; i++)
        score += scorer->dense[features[i]];
    return score;
}

/* Splits the tokens between gaps that are settled. */
static void split_open(const struct model *model, struct window *window)
{
    struct scorer scorer = {&window->evidence, model->dense};
    ptrdiff_t count = (ptrdiff_t) window->count;
    for (ptrdiff_t begin = 0, end; begin < count; begin = end) {
        for (end = begin; window->gaps[end] == GAP_OPEN; end++)
            window->gap_scores[end] = gap_score(&scorer, end);
        end++;
        if (end - begin > 1)
            lattice_split(begin, end, window->gap_scores, window->evidence.shapes, word_score,
                          &scorer, window->best, window->lengths, window->joined);
        window->joined[end - 1] = window->gaps[end - 1] == GAP_JOINED;
    }
}

/* Of a text that goes on behind the window, leaves the last tokens to the next one: what they are
 * part of may go on, too. The cut is where no word can go over it, if there is such a place in the
 * second half. */
static void cut_window(struct window *window)
{
    size_t last = window->count > DICTIONARY_LONGEST ? window->count - DICTIONARY_LONGEST : 1;
    size_t cut = last;
    while (cut > last / 2 + 1 && window->gaps[cut - 1] != GAP_SPLIT)
        cut--;
    if (window->gaps[cut - 1] != GAP_SPLIT)
        for (cut = last; cut > 1 && window->gaps[cut - 1] == GAP_JOINED;)
            cut--;
    window->gaps[cut - 1] = GAP_SPLIT;
    window->count = cut;
}

/* Takes the tokens of a window off *rest and settles what can be said of the gaps between them. */
static void take_window(const struct segmenter *segmenter, const char *text, struct slice *rest)
{
    struct window *window = segmenter->window;
    const char *end = rest->bytes + rest->length;
    window->count = tokens_take(&segmenter->tokenizer, text, rest, window->tokens, WINDOW);
    if (!window->count)
        return;
    find_gaps(&segmenter->dictionary, window, text);
    if (!rest->length)
        return;
    cut_window(window);
    const char *taken = text + window->tokens[window->count - 1].end;
    *rest = slice_of(taken, (size_t) (end - taken));
}

/* Appends a token with '_' for the white space in it. */
static void append_torn(struct buffer *words, struct slice token)
{
    uint32_t character;
    bool in_space = false;
    while (token.length) {
        struct slice at = token;
        unicode_next(&token, &character);
        bool is_space = unicode_is_space(character);
        if (!is_space)
            buffer_append(words, slice_of(at.bytes, at.length - token.length));
        else if (!in_space)
            buffer_append_byte(words, '_');
        in_space = is_space;
    }
}

/* Returns the number of words. */
static size_t append_window(const struct window *window, struct buffer *words, const char *text)
{
    size_t count = 0;
    for (size_t i = 0; i < window->count; i++) {
        const struct token *token = &window->tokens[i];
        struct slice bytes = slice_of(text + token->start, token->end - token->start);
        if (token->is_torn)
            append_torn(words, bytes);
        else
            buffer_append(words, bytes);
        count += !window->joined[i];
        if (!window->joined[i])
            buffer_append_byte(words, ' ');
        else if (token[1].has_space)
            buffer_append_byte(words, '_');
    }
    return count;
}

size_t segmenter_append_words(struct segmenter *segmenter, struct buffer *words, struct slice text)
{
    struct window *window = segmenter->window;
    struct slice rest = text;
    size_t start = words->length, count = 0;
    for (;;) {
        take_window(segmenter, text.bytes, &rest);
        if (!window->count)
            break;
        fill_evidence(window);
        find_grams(&segmenter->model, window);
        split_open(&segmenter->model, window);
        count += append_window(window, words, text.bytes);
    }
    if (words->length > start) /* the space behind the last word */
        words->length--;
    return count;
}

void segmenter_release(struct segmenter *segmenter)
{
    forms_release(&segmenter->forms);
    surfaces_release(&segmenter->surfaces);
    dictionary_release(&segmenter->dictionary);
    model_close(&segmenter->model);
    free(segmenter->window);
    *segmenter = (struct segmenter){0};
}
