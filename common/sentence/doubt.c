#include "doubt.h"

#include "../unicode.h"

_Static_assert(DOUBT_FEATURES <= 64, "a feature is a bit");
_Static_assert(FEATURE_NEXT_DASH_OTHER - FEATURE_NEXT_UPPER + 1 == 4 * OPENERS,
               "the classes of the next character, behind each opener");

/* Sentences below are short, above are long; bytes. */
enum { SHORT = 24, LONG = 160 };

void open_marks_read(struct open_marks *open, struct slice text, size_t to)
{
    for (; open->at < to; open->at++) {
        const char *at = text.bytes + open->at;
        switch (*at) {
        case '"':
            open->quote = !open->quote;
            break;
        case '(':
            open->brackets++;
            break;
        case ')':
            open->brackets -= open->brackets > 0;
            break;
        case '\xE2': /* “ and ” are E2 80 9C and E2 80 9D */
            if (to - open->at >= 3 && at[1] == '\x80' && (at[2] == '\x9C' || at[2] == '\x9D'))
                open->curly = at[2] == '\x9C';
            break;
        default:
            break;
        }
    }
}

static void observe(struct doubt *doubt, enum doubt_feature feature, bool is_so)
{
    doubt->features |= (uint64_t) is_so << feature;
}

static void observe_before(struct doubt *doubt, const struct word *word)
{
    bool is_number = word->digits && !word->letters && !word->others;
    observe(doubt, FEATURE_APART, word->is_apart);
    observe(doubt, FEATURE_CAPITALS, word->letters && word->uppers == word->letters);
    observe(doubt, FEATURE_CAPITALIZED, word->uppers && word->uppers < word->letters);
    observe(doubt, FEATURE_LOWER, word->letters && !word->uppers);
    observe(doubt, FEATURE_ONE_LETTER, word->letters == 1);
    observe(doubt, FEATURE_TWO_LETTERS, word->letters == 2);
    observe(doubt, FEATURE_DOTTED, word->stops);
    observe(doubt, FEATURE_NO_VOWEL, word->letters && !word->has_vowel);
    observe(doubt, FEATURE_SHORT_NUMBER, is_number && word->digits <= 2);
    observe(doubt, FEATURE_LONG_NUMBER, is_number && word->digits > 2);
    observe(doubt, FEATURE_FIRST, word->is_first);
    observe(doubt, FEATURE_LISTED, word->is_listed);
    observe(doubt, FEATURE_ALONE, !word->text.length);
}

/* The word before the word that the stop is behind: `Nguyễn` in `Nguyễn A.` */
static void observe_previous(struct doubt *doubt, const struct surroundings *around)
{
    const char *start = around->before->text.bytes;
    uint32_t character;
    struct slice previous =
        stop_trailing_word(slice_of(around->text.bytes, (size_t) (start - around->text.bytes)));
    if (!unicode_next(&previous, &character))
        return;
    observe(doubt, FEATURE_PREVIOUS_UPPER, unicode_class_of(character) == UNICODE_UPPER);
    observe(doubt, FEATURE_PREVIOUS_LOWER, unicode_class_of(character) == UNICODE_LOWER);
}

static void observe_so_far(struct doubt *doubt, const struct surroundings *around)
{
    const struct stop *stop = around->stop;
    const struct open_marks *open = around->open;
    observe(doubt, FEATURE_CLOSES_QUOTE, stop->closes_quote);
    observe(doubt, FEATURE_CLOSES_BRACKET, stop->closes_bracket);
    observe(doubt, FEATURE_SEVERAL, stop->marks > 1);
    observe(doubt, FEATURE_IN_QUOTE, open->quote || open->curly);
    observe(doubt, FEATURE_IN_BRACKET, open->brackets);
    observe(doubt, FEATURE_SO_FAR_SHORT, stop->start < SHORT);
    observe(doubt, FEATURE_SO_FAR_LONG, stop->start > LONG);
}

/* The class of the next character, together with what opens before it. */
static enum doubt_feature class_feature(const struct following *following)
{
    unsigned place;
    switch (unicode_class_of(following->first)) {
    case UNICODE_UPPER:
        place = 0;
        break;
    case UNICODE_LOWER:
        place = 1;
        break;
    case UNICODE_DIGIT:
        place = 2;
        break;
    default:
        place = 3;
    }
    return (enum doubt_feature)(FEATURE_NEXT_UPPER + 4 * (unsigned) following->opener + place);
}

static bool begins_with_three_digits(struct slice text)
{
    size_t count = 0;
    uint32_t character;
    while (count < 4 && unicode_next(&text, &character) &&
           unicode_class_of(character) == UNICODE_DIGIT)
        count++;
    return count == 3;
}

static void observe_second_word(struct doubt *doubt, struct slice text)
{
    uint32_t character = stop_second_word(text);
    observe(doubt, FEATURE_SECOND_UPPER, unicode_class_of(character) == UNICODE_UPPER);
    observe(doubt, FEATURE_SECOND_LOWER, unicode_class_of(character) == UNICODE_LOWER);
}

/* Words of capitals and single letters are of no language. */
static bool is_foreign(const struct language *language, struct slice word, uint32_t second)
{
    return language && language->word_frequency && unicode_class_of(second) == UNICODE_LOWER &&
           !language->word_frequency(word);
}

static void observe_next_word(struct doubt *doubt, const struct sentence_weights *weights,
                              const struct surroundings *around)
{
    uint32_t first, second = 0;
    struct slice word = stop_leading_word(around->following->word), rest = word;
    if (!unicode_next(&rest, &first) || unicode_class_of(first) != UNICODE_UPPER)
        return;
    unicode_next(&rest, &second);
    observe(doubt, FEATURE_NEXT_LETTER, !second);
    observe(doubt, FEATURE_NEXT_CAPITALS, second && unicode_class_of(second) == UNICODE_UPPER);
    observe(doubt, FEATURE_NEXT_ABBREVIATION, around->is_next_listed);
    observe(doubt, FEATURE_FOREIGN, is_foreign(around->language, word, second));
    observe_second_word(doubt, around->following->word);
    bool is_known = sentence_weights_opens(weights, word, &doubt->opens);
    observe(doubt, FEATURE_UNKNOWN, !is_known);
    observe(doubt, FEATURE_OPENS, is_known);
}

static void observe_behind(struct doubt *doubt, const struct surroundings *around)
{
    const struct following *following = around->following;
    bool is_straight_quote = following->opener == OPENER_QUOTE && !following->is_curly;
    observe(doubt, class_feature(following), true);
    observe(doubt, FEATURE_NEXT_QUOTE_AGAIN, is_straight_quote && around->open->quote);
    observe(doubt, FEATURE_NEXT_QUOTE_APART, is_straight_quote && following->is_apart);
    observe(doubt, FEATURE_NEXT_THREE_DIGITS, begins_with_three_digits(following->word));
}

struct doubt doubt_observe(const struct sentence_weights *weights, enum doubt_kind kind,
                           const struct surroundings *around)
{
    struct doubt doubt = {.kind = kind, .features = 1U << FEATURE_ALWAYS};
    observe_before(&doubt, around->before);
    observe_previous(&doubt, around);
    observe_so_far(&doubt, around);
    observe_behind(&doubt, around);
    observe_next_word(&doubt, weights, around);
    return doubt;
}

int doubt_sum(const struct sentence_weights *weights, const struct doubt *doubt)
{
    const int *any = weights->of[DOUBT_ANY], *kind = weights->of[doubt->kind];
    int sum = 0;
    for (int feature = 0; feature < FEATURE_OPENS; feature++)
        if (doubt->features >> feature & 1)
            sum += any[feature] + kind[feature];
    return sum + doubt->opens * (any[FEATURE_OPENS] + kind[FEATURE_OPENS]);
}
