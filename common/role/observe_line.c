#include "observe.h"

#include "../data.h"
#include "../unicode.h"

#include <assert.h>

void observe(struct features *features, size_t feature, bool is_true)
{
    assert(features->count < FEATURE_HELD);
    if (is_true)
        features->held[features->count++] = (uint16_t) feature;
}

static const char *take_name(void *context, struct slice name)
{
    uint64_t hash = line_token_hash(name);
    if (!hash)
        return "expected a name";
    hash_index_add(context, hash, 0);
    return NULL;
}

bool name_lists_load(struct name_lists *names, const struct language *language)
{
    return data_load(language->code, "family_names.txt", take_name, &names->family) &&
           data_load(language->code, "given_names.txt", take_name, &names->given);
}

void name_lists_release(struct name_lists *names)
{
    hash_index_release(&names->family);
    hash_index_release(&names->given);
}

static void observe_length(struct features *features, size_t characters)
{
    static const size_t longest[] = {3, 15, 30, 60, 120, 200, 280};
    size_t bin = 0;
    while (bin < sizeof longest / sizeof longest[0] && characters > longest[bin])
        bin++;
    observe(features, FEATURE_LENGTH_3 + bin, true);
}

static void observe_start(struct features *features, const struct line *line)
{
    enum unicode_class class = unicode_class_of(line->first);
    bool is_bracket = line->first == '(' || line->first == '[';
    bool is_quote = line->first == '"' || line->first == 0x201C || line->first == 0x00AB;
    bool is_dash = unicode_is_dash(line->first);
    observe(features, FEATURE_STARTS_LOWER, class == UNICODE_LOWER);
    observe(features, FEATURE_STARTS_DIGIT, class == UNICODE_DIGIT);
    observe(features, FEATURE_STARTS_DASH, is_dash && line->first_word.length <= 3);
    observe(features, FEATURE_STARTS_BRACKET, is_bracket);
    observe(features, FEATURE_STARTS_SYMBOL,
            (class == UNICODE_SYMBOL || class == UNICODE_PUNCTUATION) && !is_quote && !is_dash &&
                !is_bracket);
}

static void observe_end(struct features *features, const struct line *line, struct slice text)
{
    enum unicode_class class = unicode_class_of(line->last);
    bool is_ellipsis = line->last == 0x2026 || slice_ends_with(text, SLICE("..."));
    observe(features, FEATURE_ENDS_STOP, view_is_stop(line->last) && !is_ellipsis);
    observe(features, FEATURE_ENDS_ELLIPSIS, is_ellipsis);
    observe(features, FEATURE_ENDS_QUESTION, line->last == '?');
    observe(features, FEATURE_ENDS_EXCLAMATION, line->last == '!');
    observe(features, FEATURE_ENDS_QUOTE, view_is_closing_quote(line->last));
    observe(features, FEATURE_ENDS_COLON, line->last == ':');
    observe(features, FEATURE_ENDS_BRACKET, line->last == ')' || line->last == ']');
    observe(features, FEATURE_ENDS_DIGIT, class == UNICODE_DIGIT);
    observe(features, FEATURE_ENDS_LETTER,
            class == UNICODE_LOWER || class == UNICODE_UPPER || class == UNICODE_LETTER);
}

static bool has_name(const struct hash_index *names, struct slice word)
{
    return hash_index_find(names, line_token_hash(word)) != HASH_INDEX_NONE;
}

/* Of a line that may be the name of a person and nothing else. */
static void observe_names(struct features *features, const struct line *line,
                          const struct name_lists *names)
{
    bool may_be_name = line->words >= 2 && line->words <= 6 &&
                       line->capitalized_words == line->words && !line->digits && !line->commas;
    if (!may_be_name)
        return;
    observe(features, FEATURE_FAMILY_NAME, has_name(&names->family, line->first_word));
    observe(features, FEATURE_GIVEN_NAME, has_name(&names->given, line->last_word));
}

static void observe_case(struct features *features, const struct line *line)
{
    bool is_capitalized = line->capitalized_words == line->words;
    observe(features, FEATURE_ALL_CAPITALS, line->uppers >= 4 && !line->lowers);
    observe(features, FEATURE_CAPITALIZED,
            is_capitalized && line->words >= 2 && line->words <= 7 && line->lowers);
    observe(features, FEATURE_MOSTLY_CAPITALIZED,
            !is_capitalized && line->words >= 3 && line->capitalized_words * 2 >= line->words);
}

void observe_line(struct features *features, const struct line *line, struct slice text,
                  const struct name_lists *names)
{
    observe(features, FEATURE_ALWAYS, true);
    observe_length(features, line->characters);
    observe_start(features, line);
    observe_end(features, line, text);
    observe_case(features, line);
    observe_names(features, line, names);
    observe(features, FEATURE_DIGITS, line->digits);
    observe(features, FEATURE_MANY_DIGITS,
            line->digits && line->digits * 10 >= (line->digits + line->letters) * 3);
    observe(features, FEATURE_NO_LETTERS, !line->letters);
    observe(features, FEATURE_ASCII, line->letters >= 6 && !line->has_foreign);
    observe(features, FEATURE_SEPARATED, view_is_separated(line));
    observe(features, FEATURE_LABEL, line->has_label);
    observe(features, FEATURE_SENTENCE, line->words >= 7 && view_is_stop(line->last));
    observe(features, FEATURE_SENTENCES, line->stops_inside);
    observe(features, FEATURE_COMMA, line->commas == 1);
    observe(features, FEATURE_COMMAS, line->commas >= 2);
    observe(features, FEATURE_QUOTED, line->has_quote);
}
