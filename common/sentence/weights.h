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

/* What is observed. In the file, a name is in lower case, with `-` for `_`. */
enum doubt_feature {
    FEATURE_ALWAYS,

    /* The word before the stop */
    FEATURE_APART,          /* white space stands between them */
    FEATURE_CAPITALS,       /* all its letters are upper-case */
    FEATURE_CAPITALIZED,    /* some are */
    FEATURE_LOWER,          /* none is */
    FEATURE_ONE_LETTER,     /* it has one letter, */
    FEATURE_TWO_LETTERS,    /* or two */
    FEATURE_DOTTED,         /* it has full stops inside */
    FEATURE_NO_VOWEL,       /* it has letters, but no vowel */
    FEATURE_SHORT_NUMBER,   /* it is a number of one or two digits, */
    FEATURE_LONG_NUMBER,    /* or of more */
    FEATURE_FIRST,          /* it is the first of the sentence */
    FEATURE_LISTED,         /* `;` or `:` stands before it */
    FEATURE_ALONE,          /* there is none, the stop stands alone */
    FEATURE_PREVIOUS_UPPER, /* the word before it begins with an upper-case letter, */
    FEATURE_PREVIOUS_LOWER, /* or a lower-case one */

    /* The marks */
    FEATURE_CLOSES_QUOTE,   /* a quotation mark or */
    FEATURE_CLOSES_BRACKET, /* a bracket closes behind them */
    FEATURE_SEVERAL,        /* there are two or more */

    /* The sentence so far */
    FEATURE_IN_QUOTE,     /* a quotation mark, or */
    FEATURE_IN_BRACKET,   /* a bracket is open at the stop's end */
    FEATURE_SO_FAR_SHORT, /* it is a few words, */
    FEATURE_SO_FAR_LONG,  /* or some twenty and more */

    /* What follows: the class of the next character, behind nothing or an opening quotation mark,
     * bracket or dash */
    FEATURE_NEXT_UPPER,
    FEATURE_NEXT_LOWER,
    FEATURE_NEXT_DIGIT,
    FEATURE_NEXT_OTHER,
    FEATURE_NEXT_QUOTE_UPPER,
    FEATURE_NEXT_QUOTE_LOWER,
    FEATURE_NEXT_QUOTE_DIGIT,
    FEATURE_NEXT_QUOTE_OTHER,
    FEATURE_NEXT_BRACKET_UPPER,
    FEATURE_NEXT_BRACKET_LOWER,
    FEATURE_NEXT_BRACKET_DIGIT,
    FEATURE_NEXT_BRACKET_OTHER,
    FEATURE_NEXT_DASH_UPPER,
    FEATURE_NEXT_DASH_LOWER,
    FEATURE_NEXT_DASH_DIGIT,
    FEATURE_NEXT_DASH_OTHER,
    FEATURE_NEXT_QUOTE_AGAIN,  /* the quotation mark may close the one that is open */
    FEATURE_NEXT_QUOTE_APART,  /* white space stands behind it, too */
    FEATURE_NEXT_THREE_DIGITS, /* as after the full stop in 25 . 000 */

    /* The next word, where it has a capital */
    FEATURE_NEXT_CAPITALS,     /* its second letter is upper-case, too */
    FEATURE_NEXT_LETTER,       /* it is a single letter */
    FEATURE_NEXT_ABBREVIATION, /* it is one of the list */
    FEATURE_FOREIGN,           /* it is no word of the language: Mumbai */
    FEATURE_SECOND_UPPER,      /* the word behind it begins with an upper-case letter, */
    FEATURE_SECOND_LOWER,      /* or a lower-case one */
    FEATURE_UNKNOWN,           /* nothing is known of how it opens sentences */
    FEATURE_OPENS,             /* how much it does: not yes or no, but a number */
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
