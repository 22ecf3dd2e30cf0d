#include "weights.h"

#include "../data.h"
#include "../memory.h"

#include <stdlib.h>

struct opening_word {
    struct slice word;
    int opens;
};

static const char *const kind_names[DOUBT_KINDS] = {
    [DOUBT_ANY] = "any",
    [DOUBT_ABBREVIATION] = "abbreviation",
    [DOUBT_PHRASE] = "phrase",
    [DOUBT_INITIAL] = "initial",
    [DOUBT_SHORT] = "short",
    [DOUBT_NUMBER] = "number",
    [DOUBT_PLAIN] = "plain",
    [DOUBT_CLOSED] = "closed",
    [DOUBT_ELLIPSIS] = "ellipsis",
    [DOUBT_QUESTION] = "question",
    [DOUBT_EXCLAMATION] = "exclamation",
};

static const char *const feature_names[DOUBT_FEATURES] = {
    [FEATURE_ALWAYS] = "always",
    [FEATURE_APART] = "apart",
    [FEATURE_CAPITALS] = "capitals",
    [FEATURE_CAPITALIZED] = "capitalized",
    [FEATURE_LOWER] = "lower",
    [FEATURE_ONE_LETTER] = "one-letter",
    [FEATURE_TWO_LETTERS] = "two-letters",
    [FEATURE_DOTTED] = "dotted",
    [FEATURE_NO_VOWEL] = "no-vowel",
    [FEATURE_SHORT_NUMBER] = "short-number",
    [FEATURE_LONG_NUMBER] = "long-number",
    [FEATURE_FIRST] = "first",
    [FEATURE_LISTED] = "listed",
    [FEATURE_ALONE] = "alone",
    [FEATURE_PREVIOUS_UPPER] = "previous-upper",
    [FEATURE_PREVIOUS_LOWER] = "previous-lower",
    [FEATURE_CLOSES_QUOTE] = "closes-quote",
    [FEATURE_CLOSES_BRACKET] = "closes-bracket",
    [FEATURE_SEVERAL] = "several",
    [FEATURE_IN_QUOTE] = "in-quote",
    [FEATURE_IN_BRACKET] = "in-bracket",
    [FEATURE_SO_FAR_SHORT] = "so-far-short",
    [FEATURE_SO_FAR_LONG] = "so-far-long",
    [FEATURE_NEXT_UPPER] = "next-upper",
    [FEATURE_NEXT_LOWER] = "next-lower",
    [FEATURE_NEXT_DIGIT] = "next-digit",
    [FEATURE_NEXT_OTHER] = "next-other",
    [FEATURE_NEXT_QUOTE_UPPER] = "next-quote-upper",
    [FEATURE_NEXT_QUOTE_LOWER] = "next-quote-lower",
    [FEATURE_NEXT_QUOTE_DIGIT] = "next-quote-digit",
    [FEATURE_NEXT_QUOTE_OTHER] = "next-quote-other",
    [FEATURE_NEXT_BRACKET_UPPER] = "next-bracket-upper",
    [FEATURE_NEXT_BRACKET_LOWER] = "next-bracket-lower",
    [FEATURE_NEXT_BRACKET_DIGIT] = "next-bracket-digit",
    [FEATURE_NEXT_BRACKET_OTHER] = "next-bracket-other",
    [FEATURE_NEXT_DASH_UPPER] = "next-dash-upper",
    [FEATURE_NEXT_DASH_LOWER] = "next-dash-lower",
    [FEATURE_NEXT_DASH_DIGIT] = "next-dash-digit",
    [FEATURE_NEXT_DASH_OTHER] = "next-dash-other",
    [FEATURE_NEXT_QUOTE_AGAIN] = "next-quote-again",
    [FEATURE_NEXT_QUOTE_APART] = "next-quote-apart",
    [FEATURE_NEXT_THREE_DIGITS] = "next-three-digits",
    [FEATURE_NEXT_CAPITALS] = "next-capitals",
    [FEATURE_NEXT_LETTER] = "next-letter",
    [FEATURE_NEXT_ABBREVIATION] = "next-abbreviation",
    [FEATURE_FOREIGN] = "foreign",
    [FEATURE_SECOND_UPPER] = "second-upper",
    [FEATURE_SECOND_LOWER] = "second-lower",
    [FEATURE_UNKNOWN] = "unknown",
    [FEATURE_OPENS] = "opens",
};

const char *doubt_kind_name(enum doubt_kind kind)
{
    return kind_names[kind];
}

const char *doubt_feature_name(enum doubt_feature feature)
{
    return feature_names[feature];
}

/* The place of a name in a table, or -1. */
static int find_name(struct slice name, const char *const *names, int count)
{
    for (int i = 0; i < count; i++)
        if (slice_equal(name, slice_from_string(names[i])))
            return i;
    return -1;
}

enum { LARGEST_WEIGHT = 1000 };

/* A whole number that stands alone. */
static bool read_number(struct slice text, int limit, int *number)
{
    bool is_negative = slice_starts_with(text, SLICE("-"));
    struct slice digits = slice_from_offset(text, is_negative);
    if (!digits.length || digits.length > 4)
        return false;
    *number = 0;
    for (size_t i = 0; i < digits.length; i++) {
        if (digits.bytes[i] < '0' || digits.bytes[i] > '9')
            return false;
        *number = *number * 10 + (digits.bytes[i] - '0');
    }
    *number = is_negative ? -*number : *number;
    return abs(*number) <= limit;
}

static const char *take_line(void *context, struct slice line)
{
    struct sentence_weights *weights = context;
    struct slice first, second;
    int number;
    slice_cut(&line, ' ', &first);
    slice_cut(&line, ' ', &second);
    if (slice_equal(first, SLICE("opens"))) {
        if (!second.length || !read_number(line, SENTENCE_OPENS, &number))
            return "expected 'opens', a word, and a number from -6 to 6";
        sentence_weights_add(weights, second, number);
        return NULL;
    }
    int kind = find_name(first, kind_names, DOUBT_KINDS);
    int feature = find_name(second, feature_names, DOUBT_FEATURES);
    if (kind < 0)
        return "expected 'opens' or a kind of doubt";
    if (feature < 0)
        return "expected an observation behind the kind of doubt";
    if (!read_number(line, LARGEST_WEIGHT, &number))
        return "expected a weight from -1000 to 1000";
    weights->of[kind][feature] = number;
    return NULL;
}

bool sentence_weights_load(struct sentence_weights *weights, const char *language)
{
    if (!data_load(language, "sentences.weights", take_line, weights))
        return false;
    sentence_weights_sort(weights);
    return true;
}

static int compare(const void *a, const void *b)
{
    const struct slice *left = &((const struct opening_word *) a)->word;
    const struct slice *right = &((const struct opening_word *) b)->word;
    if (left->length != right->length)
        return left->length < right->length ? -1 : 1;
    return memcmp(left->bytes, right->bytes, left->length);
}

void sentence_weights_add(struct sentence_weights *weights, struct slice word, int opens)
{
    if (weights->count == weights->capacity) {
        weights->capacity = weights->capacity ? weights->capacity * 2 : 1024;
        weights->sorted =
            memory_resize_array(weights->sorted, weights->capacity, sizeof *weights->sorted);
    }
    weights->sorted[weights->count++] =
        (struct opening_word){arena_copy(&weights->words, word), opens};
}

void sentence_weights_sort(struct sentence_weights *weights)
{
    if (weights->count)
        qsort(weights->sorted, weights->count, sizeof *weights->sorted, compare);
}

bool sentence_weights_opens(const struct sentence_weights *weights, struct slice word, int *opens)
{
    struct opening_word wanted = {.word = word};
    if (!word.length || !weights->count)
        return false;
    const struct opening_word *found =
        bsearch(&wanted, weights->sorted, weights->count, sizeof wanted, compare);
    if (found)
        *opens = found->opens;
    return found;
}

void sentence_weights_release(struct sentence_weights *weights)
{
    free(weights->sorted);
    arena_release(&weights->words);
    *weights = (struct sentence_weights){0};
}
