#include "name_organisation.h"

enum {
    MOST_PARTS = 8,
    LONGEST_PLACE = 4, /* words of a place that is not listed */
    LONGEST_NUMBER = 3,
    LONGEST_INSIDE = 14, /* words in lower case within a name */
};

struct walk {
    const struct name_text *text;
    size_t first; /* the token behind the head, and behind what is in lower case there */
    bool is_titled, is_company;
    bool is_complete; /* the last part was an organisation by itself */
};

bool name_match_is_place(const struct name_match *match)
{
    if (!match->known)
        return false;
    const int8_t *known = match->name->known;
    return known[NAME_PLACE] > known[NAME_PERSON] && known[NAME_PLACE] > known[NAME_NONE] &&
           known[NAME_PLACE] >= known[NAME_ORGANISATION];
}

static size_t capitals_end(const struct name_text *text, size_t at)
{
    size_t end = at;
    while (end < at + LONGEST_PLACE && name_match_is_capital(text, end))
        end++;
    return end;
}

/* True for one syllable that is a country and here the first of another place: Mỹ | Thuận. */
static bool is_cut_short(const struct name_text *text, size_t at, const struct name_match *match)
{
    size_t next = at + match->known;
    if (match->known > 1 || !name_match_is_native(text, at) || !name_match_is_native(text, next))
        return false;
    struct name_match behind = name_match_at(text, next);
    return text->tokens[next].shape == NAME_CAPITAL && !text->tokens[next].is_initial &&
           !(name_match_kinds(text, next) & NAME_KIND_FAMILY) && !behind.known && !behind.head &&
           behind.beside < 2 && !name_match_is_capital(text, next + 1);
}

size_t name_place_end(const struct name_text *text, size_t at)
{
    struct name_match match = name_match_at(text, at);
    if (name_match_is_place(&match))
        return at + match.known + is_cut_short(text, at, &match);
    if (!(match.kinds & NAME_KIND_AREA))
        return at;
    size_t name = at + match.beside;
    if (name == text->count)
        return at;
    if (text->tokens[name].shape == NAME_DIGITS && (match.kinds & NAME_KIND_NUMBERED))
        return name + 1;
    struct name_match behind = name_match_at(text, name);
    if (name_match_is_place(&behind))
        return name + behind.known;
    size_t end = capitals_end(text, name);
    return end == name ? at : end;
}

/* The end of what stands at `at` and may belong to the name; `at` where nothing does. */
static size_t part_end(const struct name_text *text, size_t at)
{
    if (at >= text->count || text->tokens[at].shape == NAME_MARK)
        return at;
    struct name_match match = name_match_at(text, at);
    if (!name_match_is_capital(text, at))
        return at + match.form;
    size_t inner = match.inner > match.known ? match.inner : match.known;
    return at + (inner ? inner : 1);
}

/* A family name with capitals behind it: hardly part of what stands before. */
static bool is_full_name(const struct walk *walk, size_t at)
{
    if (!(name_match_kinds(walk->text, at) & NAME_KIND_FAMILY))
        return false;
    size_t more = walk->is_titled && !walk->is_company ? 1 : 2;
    for (size_t i = 1; i <= more; i++)
        if (!name_match_is_capital(walk->text, at + i))
            return false;
    return true;
}

/* True where the name ends before `at`, in spite of a capital there. */
static bool begins_anew(const struct walk *walk, size_t at)
{
    if (at == walk->first)
        return false;
    struct name_match match = name_match_at(walk->text, at);
    if (match.head >= match.known && match.head > match.form && match.head >= match.inner)
        return true;
    if ((match.kinds & (NAME_KIND_TITLE | NAME_KIND_ADDRESS)) && match.beside > 1 &&
        match.beside > match.known && match.beside >= match.inner)
        return true;
    if (match.known && match.name->known[NAME_PERSON] > match.name->known[NAME_ORGANISATION])
        return true;
    if (!walk->is_company && match.known < 2 && name_match_is_first_name(walk->text, at))
        return true;
    return (walk->is_titled && walk->is_complete) || is_full_name(walk, at);
}

/* Behind a mark or a word that joins the parts of a name, the end of the next part; `at` where
 * none follows. */
static size_t joined_end(const struct walk *walk, size_t at)
{
    const struct name_text *text = walk->text;
    bool is_and = (name_match_kinds(text, at) & NAME_KIND_AND);
    bool is_comma = name_match_is(text, at, SLICE(","));
    bool is_sign = name_match_is(text, at, SLICE("&"));
    bool is_dash = name_match_is(text, at, SLICE("-")) || name_match_is(text, at, SLICE("–"));
    size_t next = at + 1;
    if (!(is_and || is_comma || is_sign || is_dash) || at == walk->first ||
        !name_match_is_capital(text, next) || begins_anew(walk, next))
        return at;
    size_t end = part_end(text, next);
    if (is_sign || (is_dash && text->tokens[at].is_glued && text->tokens[next].is_glued))
        return end;
    if (is_and && text->tokens[at - 1].shape == NAME_CAPITALS &&
        text->tokens[next].shape == NAME_CAPITALS)
        return end;
    struct name_match match = name_match_at(text, next);
    if (match.inner < 2 || match.known > match.inner)
        return at;
    if (is_comma &&
        !((name_match_kinds(text, end) & NAME_KIND_AND) && name_match_is_capital(text, end + 1)))
        return at;
    return end;
}

/* True for the second syllable of a word that has a capital and is not in the lists (Sầu | riêng).
 */
static bool is_half_word(const struct walk *walk, size_t at)
{
    const struct name_text *text = walk->text;
    if (at <= walk->first || text->tokens[at - 1].shape != NAME_CAPITAL ||
        text->tokens[at].shape != NAME_LOWER)
        return false;
    return text->tokens[at - 1].is_native && text->tokens[at].is_native &&
           !name_match_at(text, at - 1).inner && !name_match_may_be_at(text, at);
}

/* The end of the words in lower case that stand at `at` in the middle of a name, before a place or
 * an organisation that ends it (Hiệp hội Xúc tiến | phát triển điện ảnh | Việt Nam); `at` where
 * there are none. */
static size_t inside_end(const struct walk *walk, size_t at)
{
    const struct name_text *text = walk->text;
    size_t end = at;
    bool is_word = false;
    while (end < text->count && end < at + LONGEST_INSIDE) {
        struct name_match match = name_match_at(text, end);
        bool is_joint = (name_match_kinds(text, end) & NAME_KIND_AND) ||
                        name_match_is(text, end, SLICE(",")) ||
                        name_match_is(text, end, SLICE("-"));
        if (match.inside)
            end += match.inside;
        else if (is_half_word(walk, end) || (is_joint && end > at && is_word))
            end++;
        else
            break;
        is_word = !is_joint;
    }
    if (end == at || !is_word || !name_match_is_capital(text, end))
        return at;
    struct name_match match = name_match_at(text, end);
    bool is_organisation = match.known && match.name->known[NAME_ORGANISATION] > 0;
    bool is_end = match.form || is_organisation || name_place_end(text, end) > end ||
                  (at == walk->first && !begins_anew(walk, end));
    return is_end ? end : at;
}

/* A short whole number (Nhi đồng 2), neither the beginning of another one (1,5) nor of what it
 * counts (80 triệu). */
static bool is_number(const struct name_text *text, size_t at)
{
    bool is_digits = at < text->count && text->tokens[at].shape == NAME_DIGITS &&
                     text->tokens[at].length <= LONGEST_NUMBER;
    return is_digits && !(name_match_kinds(text, at + 1) & NAME_KIND_QUANTITY) &&
           !(at + 2 < text->count && text->tokens[at + 1].is_glued &&
             text->tokens[at + 2].is_glued && text->tokens[at + 2].shape == NAME_DIGITS);
}

size_t name_organisation_end(const struct name_text *text, size_t at, size_t head, bool is_titled)
{
    bool is_company = name_match_at(text, at).head_kinds & NAME_KIND_SHORT;
    struct walk walk = {text, at + head, is_titled, is_company, false};
    bool is_named = false;
    size_t end = walk.first, named = end; /* behind the last part with a capital */
    if ((name_match_at(text, at).head_kinds & NAME_KIND_NUMBERED) && is_number(text, end))
        named = end = walk.first = end + 1;
    for (size_t parts = 0; end < text->count && parts < MOST_PARTS; parts++) {
        size_t place = name_place_end(text, end), part = part_end(text, end);
        if (end > walk.first && !is_company && name_match_is_first_name(text, end))
            break;
        if (place > end && place >= part) {
            named = end = place;
            bool goes_on = end < text->count && (is_company || name_place_end(text, end) > end);
            if (!goes_on || !name_match_is_capital(text, end) || is_full_name(&walk, end))
                return end;
            continue;
        }
        if (part > end && begins_anew(&walk, end))
            break;
        if (part == end)
            part = joined_end(&walk, end);
        if (part == end && (end > walk.first || name_match_is_capital(text, at))) {
            part = inside_end(&walk, end);
            if (part > end) {
                walk.first = end == walk.first ? part : walk.first;
                end = part;
                continue;
            }
        }
        if (part == end)
            break;
        struct name_match match = name_match_at(text, end);
        walk.is_complete =
            match.known && match.name->known[NAME_ORGANISATION] > match.name->known[NAME_PLACE];
        bool is_form = match.form && !name_match_is_capital(text, end);
        end = part + is_number(text, part);
        if (!is_form) {
            named = end;
            is_named = true;
        } else if (is_named) {
            break; /* lower case stands between head and name only */
        } else {
            walk.first = end;
        }
    }
    return named;
}
