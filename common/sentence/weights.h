/* What the learned decision knows: how much each observation at a doubtful stop speaks for the end
 * of a sentence, and which words open sentences rather than stand inside as names. */
#ifndef GANLOC_SENTENCE_WEIGHTS_H
#define GANLOC_SENTENCE_WEIGHTS_H

#include "../arena.h"

/* Why a stop is in doubt. */
enum doubt_kind {
    DOUBT_ANY,          /* holds for all kinds: weights only */
    DOUBT_ABBREVIATION, /* of the list, that is usually joined with what follows: TP. */
    DOUBT_PHRASE,       /* of the list, that may end a phrase: v.v. */
    DOUBT_INITIAL,      /* A. or N.V.T. */
    DOUBT_SHORT,        /* a word of capitals or without a vowel: ĐH. */
    DOUBT_NUMBER,
    DOUBT_PLAIN,  /* a word with a usual full stop: what follows is unusual */
    DOUBT_CLOSED, /* a full stop, and a quote or bracket that closes behind it */
    DOUBT_ELLIPSIS,
    DOUBT_QUESTION,
    DOUBT_EXCLAMATION,
    DOUBT_KINDS,
};

enum doubt_feature {
    FEATURE_ALWAYS,
    /* the word before the stop */
    FEATURE_APART,
    FEATURE_CAPITALS,
    FEATURE_CAPITALIZED,
    FEATURE_LOWER,
    FEATURE_ONE_LETTER,
    FEATURE_TWO_LETTERS,
    FEATURE_DOTTED,
    FEATURE_NO_VOWEL,
    FEATURE_SHORT_NUMBER,
    FEATURE_LONG_NUMBER,
    FEATURE_FIRST,
    FEATURE_LISTED,
    FEATURE_ALONE,
    FEATURE_PREVIOUS_UPPER,
    FEATURE_PREVIOUS_LOWER,
    /* the marks */
    FEATURE_CLOSES_QUOTE,
    FEATURE_CLOSES_BRACKET,
    FEATURE_SEVERAL,
    /* the sentence so far */
    FEATURE_IN_QUOTE,
    FEATURE_IN_BRACKET,
    FEATURE_SHORT,
    FEATURE_LONG,
    /* what follows: class of the next character behind each kind of opener */
    FEATURE_UPPER,
    FEATURE_LOWER_NEXT,
    FEATURE_DIGIT,
    FEATURE_OTHER,
    FEATURE_QUOTE_UPPER,
    FEATURE_QUOTE_LOWER,
    FEATURE_QUOTE_DIGIT,
    FEATURE_QUOTE_OTHER,
    FEATURE_BRACKET_UPPER,
    FEATURE_BRACKET_LOWER,
    FEATURE_BRACKET_DIGIT,
    FEATURE_BRACKET_OTHER,
    FEATURE_DASH_UPPER,
    FEATURE_DASH_LOWER,
    FEATURE_DASH_DIGIT,
    FEATURE_DASH_OTHER,
    FEATURE_QUOTE_AGAIN,
    FEATURE_QUOTE_APART,
    FEATURE_THREE_DIGITS,
    FEATURE_NEXT_CAPITALS,
    FEATURE_NEXT_LETTER,
    FEATURE_NEXT_LISTED,
    FEATURE_SECOND_UPPER,
    FEATURE_SECOND_LOWER,
    FEATURE_REPEATS,
    FEATURE_UNKNOWN,
    FEATURE_OPENS,
    DOUBT_FEATURES,
};

/* All zero is valid: all weights are 0. */
struct sentence_weights {
    int of[DOUBT_KINDS][DOUBT_FEATURES];
    struct opening_word *sorted;
    size_t count, capacity;
    struct arena words;
};

const char *doubt_kind_name(enum doubt_kind kind);
const char *doubt_feature_name(enum doubt_feature feature);

/* Reads sentences.weights of a language. Returns false after messages. */
bool sentence_weights_load(struct sentence_weights *weights, const char *language);

/* How much a word, as it stands with its capital, opens sentences rather than stand inside: a
 * log-odds, rounded, from -SENTENCE_OPENS to SENTENCE_OPENS. Returns false where it is not known.
 */
bool sentence_weights_opens(const struct sentence_weights *weights, struct slice word, int *opens);

enum { SENTENCE_OPENS = 6 };

/* Adds a word, which must not be there yet; sentence_weights_sort must follow before words are
 * looked up. */
void sentence_weights_add(struct sentence_weights *weights, struct slice word, int opens);
void sentence_weights_sort(struct sentence_weights *weights);

void sentence_weights_release(struct sentence_weights *weights);

#endif
