#include "name_score.h"

/* Names of none of the types are of many kinds, so that what was learned of their surroundings says
 * less. */
enum {
    NONE_SHARE = 3,
    FIRST_NAME = 40, /* what a first name of another country says for a person */
};

static void add(struct name_scores *scores, const int8_t *weights)
{
    for (size_t i = 0; weights && i < NAME_TYPES; i++)
        scores->of[i] += weights[i];
}

static const int8_t *weights_of(const struct name_text *text, uint32_t phrase,
                                enum name_place place)
{
    return phrase ? name_lexicon_phrase(text->lexicon, phrase)->weights[place] : NULL;
}

static bool is_any(const int8_t *weights)
{
    return weights && (weights[0] || weights[1] || weights[2] || weights[3]);
}

/* Of two words beside the name, what is known of both together, else of the nearer one. */
static const int8_t *weights_beside(const struct name_text *text, size_t first, size_t nearer,
                                    enum name_place place)
{
    const int8_t *weights = NULL;
    if (first + 1 < text->count)
        weights = weights_of(text,
                             name_lexicon_extend(text->lexicon, text->tokens[first].phrase,
                                                 text->tokens[first + 1].word),
                             place);
    return is_any(weights) ? weights : weights_of(text, text->tokens[nearer].phrase, place);
}

void name_score_around(const struct name_text *text, size_t first, size_t end, bool has_left,
                       struct name_scores *scores)
{
    if (has_left && first && !text->tokens[first].is_initial)
        add(scores,
            weights_beside(text, first > 1 ? first - 2 : text->count, first - 1, NAME_LEFT));
    if (end < text->count)
        add(scores, weights_beside(text, end, end, NAME_RIGHT));
    if (scores->of[NAME_NONE] > 0)
        scores->of[NAME_NONE] /= NONE_SHARE;
}

static void add_known(const struct name_text *text, size_t first, size_t end,
                      struct name_scores *scores)
{
    struct name_match match = name_match_at(text, first);
    if (match.known == end - first)
        add(scores, match.name->known);
}

void name_score_itself(const struct name_text *text, size_t first, size_t end,
                       struct name_scores *scores)
{
    bool is_native = true, is_capitals = true;
    size_t words = 0;
    for (size_t i = first; i < end; i++) {
        const struct name_token *token = &text->tokens[i];
        if (token->shape == NAME_MARK)
            continue;
        words++;
        is_capitals = is_capitals && token->shape == NAME_CAPITALS;
        if (token->is_native)
            continue;
        is_native = false;
        add(scores, name_lexicon_ending(text->lexicon, name_token_text(text->text, token)));
    }
    enum name_letters letters = is_capitals ? NAME_ALL_CAPITALS
                                : is_native ? NAME_NATIVE
                                            : NAME_FOREIGN;
    add(scores, name_lexicon_shape(text->lexicon, words ? words : 1, letters));
    add(scores, weights_of(text, text->tokens[first].phrase, NAME_FIRST));
    add(scores, weights_of(text, text->tokens[end - 1].phrase, NAME_LAST));
    add_known(text, first, end, scores);
    if (end - first > 1 && name_match_is_first_name(text, first))
        scores->of[NAME_PERSON] += FIRST_NAME;
}

uint64_t name_score_key(const struct name_text *text, size_t first, size_t end)
{
    uint64_t key = 0;
    for (size_t i = first; i < end; i++)
        key = (key ^ text->tokens[i].hash) * 0x9E3779B97F4A7C15u;
    return key ? key : 1;
}
