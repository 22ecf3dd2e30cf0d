#include "name_match.h"

static bool is_written_as_name(const struct name_phrase *phrase, uint16_t capitals,
                               uint16_t shouted)
{
    return !(phrase->capitals & ~capitals) && !(phrase->shouted & ~shouted);
}

static bool is_known(const struct name_phrase *phrase)
{
    for (size_t i = 0; i < NAME_TYPES; i++)
        if (phrase->known[i])
            return true;
    return false;
}

/* `is_lower`: no word but perhaps the first has a capital; `is_all_lower`: none has. */
static void take(struct name_match *match, const struct name_phrase *phrase, size_t length,
                 bool is_lower, bool is_all_lower)
{
    if (phrase->kinds & NAME_BESIDE) {
        match->beside = length;
        match->kinds = phrase->kinds;
    }
    if (phrase->kinds & (NAME_KIND_HEAD | NAME_KIND_STATE)) {
        match->head = length;
        match->head_kinds = phrase->kinds;
    }
    if ((phrase->kinds & (NAME_KIND_BODY | NAME_KIND_FORM)) ||
        ((phrase->kinds & NAME_KIND_WORD) && is_lower))
        match->inner = length;
    if ((phrase->kinds & NAME_KIND_INSIDE) && is_all_lower)
        match->inside = length;
    if (phrase->kinds & NAME_KIND_FORM)
        match->form = length;
}

struct name_match name_match_at(const struct name_text *text, size_t at)
{
    struct name_match match = {0};
    uint16_t capitals = 0, shouted = 0;
    uint32_t number = text->tokens[at].phrase;
    for (size_t length = 1; number; length++) {
        const struct name_token *last = &text->tokens[at + length - 1];
        const struct name_phrase *phrase = name_lexicon_phrase(text->lexicon, number);
        if (name_token_is_capital(last))
            capitals |= (uint16_t) (1u << (length - 1));
        if (last->shape == NAME_CAPITALS)
            shouted |= (uint16_t) (1u << (length - 1));
        take(&match, phrase, length, capitals <= 1, !capitals);
        if (capitals && is_known(phrase) && is_written_as_name(phrase, capitals, shouted)) {
            match.known = length;
            match.name = phrase;
        }
        if (!phrase->leads_on || at + length == text->count ||
            !name_phrase_may_extend(phrase, last[1].word))
            break;
        number = name_lexicon_extend(text->lexicon, number, last[1].word);
    }
    return match;
}

uint32_t name_match_kinds(const struct name_text *text, size_t at)
{
    uint32_t phrase = at < text->count ? text->tokens[at].phrase : 0;
    return phrase ? name_lexicon_phrase(text->lexicon, phrase)->kinds : 0;
}

bool name_match_is_capital(const struct name_text *text, size_t at)
{
    return at < text->count && name_token_is_capital(&text->tokens[at]);
}

bool name_match_is(const struct name_text *text, size_t at, struct slice word)
{
    return at < text->count && slice_equal(name_token_text(text->text, &text->tokens[at]), word);
}

bool name_match_is_first_name(const struct name_text *text, size_t at)
{
    if (!(name_match_kinds(text, at) & NAME_KIND_FIRST) || !name_match_is_capital(text, at) ||
        !name_match_is_capital(text, at + 1) || text->tokens[at + 1].is_native)
        return false;
    struct name_match match = name_match_at(text, at), behind = name_match_at(text, at + 1);
    if (match.known > 1)
        return match.name->known[NAME_PERSON];
    bool is_first_behind = name_match_kinds(text, at + 1) & NAME_KIND_FIRST;
    bool is_other = behind.known && !behind.name->known[NAME_PERSON];
    return match.known ? !is_first_behind && !is_other : is_first_behind || !is_other;
}
