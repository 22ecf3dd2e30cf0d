#include "name_run.h"

#include "ascii.h"
#include "unicode.h"

enum {
    MOST_RUN = 12,   /* tokens */
    MOST_PERSON = 5, /* syllables of a native name */
    MOST_INITIALS = 5,
};

/* Initials and the like: a short word in capitals with a full stop and something directly behind
 * it (N.V.A, B.Bình Dương). */
static bool is_point_within(const struct name_text *text, size_t at)
{
    return name_match_is(text, at, SLICE(".")) && name_match_is_glued(text, at) &&
           name_match_is_glued(text, at + 1) && name_match_is_capital(text, at + 1) &&
           text->tokens[at - 1].length <= 3;
}

static bool is_joint(const struct name_text *text, size_t at)
{
    return (name_match_is(text, at, SLICE("-")) || name_match_is(text, at, SLICE("'")) ||
            name_match_is(text, at, SLICE("’"))) &&
           name_match_is_glued(text, at) && name_match_is_glued(text, at + 1) &&
           at + 1 < text->count && text->tokens[at + 1].shape != NAME_MARK;
}

static bool is_link(const struct name_text *text, size_t at)
{
    return (name_match_kinds(text, at) & NAME_KIND_LINK) && name_match_is_capital(text, at + 1) &&
           !text->tokens[at + 1].is_native && !text->tokens[at - 1].is_native;
}

static bool is_letter(const struct name_text *text, size_t at)
{
    if (!name_match_is_capital(text, at) || text->tokens[at].shape != NAME_CAPITAL)
        return false;
    struct slice word = name_token_text(text->text, &text->tokens[at]);
    uint32_t letter;
    return unicode_next(&word, &letter) && !word.length;
}

size_t name_run_initials_end(const struct name_text *text, size_t at)
{
    size_t end = at + 1, letters = 1;
    if (!is_letter(text, at))
        return at;
    while (name_match_is(text, end, SLICE(".")) && name_match_is_glued(text, end) &&
           is_letter(text, end + 1) && name_match_is_glued(text, end + 1)) {
        end += 2;
        letters++;
    }
    if (letters > 1 && is_point_within(text, end))
        end += 2; /* N.V.Tuấn */
    return letters > 1 && letters <= MOST_INITIALS ? end : at;
}

/* The Arabic article: al-Assad. */
static bool is_article(const struct name_text *text, size_t at)
{
    return (name_match_kinds(text, at) & NAME_KIND_LINK) &&
           name_match_is(text, at + 1, SLICE("-")) && name_match_is_glued(text, at + 1) &&
           name_match_is_glued(text, at + 2) && name_match_is_capital(text, at + 2) &&
           !text->tokens[at - 1].is_native;
}

/* The end of the words in capitals from `at` on, with what may stand between them. */
size_t name_run_end(const struct name_text *text, size_t at)
{
    size_t end = at + 1;
    while (end < text->count && end < at + MOST_RUN) {
        if (name_match_is_capital(text, end) &&
            !(text->tokens[end].is_initial && !name_match_is_glued(text, end)))
            end++;
        else if (is_point_within(text, end) || is_joint(text, end) || is_link(text, end))
            end += 2;
        else if (is_article(text, end))
            end += 3;
        else
            break;
    }
    return end;
}

bool name_run_has_digit(const struct name_text *text, size_t at)
{
    struct slice word = name_token_text(text->text, &text->tokens[at]);
    return ascii_is_digit(word.bytes[word.length - 1]);
}

/* A family name and two more words that are no place of their own: Hoàng Hải Vân. */
static bool is_native_person(const struct name_text *text, size_t at, size_t end)
{
    if (end != at + 3 || !(name_match_kinds(text, at) & NAME_KIND_FAMILY))
        return false;
    return name_match_is_native(text, at) && name_match_is_native(text, at + 1) &&
           name_match_is_native(text, at + 2) && !name_match_at(text, at + 2).known;
}

/* Whether a known name that ends before `next` is a name by itself, though more capitals follow it
 * up to `end`: Mỹ in Mỹ Donald Trump, but not in Mỹ Tâm. */
static bool stands_alone(const struct name_text *text, const struct name_match *match, size_t at,
                         size_t end, uint32_t before)
{
    size_t next = at + match->known;
    if (!name_match_is_capital(text, next))
        return false; /* Kim Jong-un, Vincent van Gogh */
    bool is_person = match->name->known[NAME_PERSON];
    if (is_person && (match->known == 1 || !name_match_is_native(text, next)))
        return false; /* Song Joong Ki, Ferdinand Marcos Jr */
    if (match->known == 1 && name_match_is_first_name(text, at))
        return false;
    if (match->known > 1)
        return !is_native_person(text, at, end);
    if (name_match_is_native(text, at))
        return !name_match_is_native(text, next) ||
               ((name_match_kinds(text, next) & NAME_KIND_FAMILY) && end - next > 2);
    return name_match_is_native(text, next) ||
           ((end - next > 1 || (before & NAME_KIND_TITLE)) && name_match_is_place(match));
}

/* The end of the native person's name that begins at `at` with a family name; `at` where it is
 * none. */
static size_t person_end(const struct name_text *text, size_t at, size_t end)
{
    size_t stop = at;
    while (stop < end && stop < at + MOST_PERSON && name_match_is_native(text, stop))
        stop++;
    if (stop < at + 2 || (stop < at + 3 && stop < end))
        return at;
    bool is_initial = stop < end && text->tokens[stop].length <= strlen("Đ");
    return stop + is_initial;
}

/* A known person of the language, who in a longer name is but part of it: Ân | Văn Toàn. */
static bool is_native_name(const struct name_text *text, size_t at, const struct name_match *match)
{
    return match->name->known[NAME_PERSON] && !match->name->known[NAME_PLACE] &&
           name_match_is_native(text, at);
}

/* The first known place or organisation of several words inside of a run, or its end. */
static size_t next_known(const struct name_text *text, size_t at, size_t end)
{
    for (size_t i = at + 1; i < end; i++) {
        struct name_match match = name_match_at(text, i);
        bool is_last = i + match.known == end && i == at + 1 && !name_match_is_first_name(text, at);
        if (match.known && is_native_name(text, i, &match))
            continue;
        if (match.known > 1 || (match.known && is_last &&
                                (text->tokens[at].is_initial || name_run_has_digit(text, at))))
            return i;
        if (match.head && match.head < match.known + 2 &&
            name_organisation_end(text, i, match.head, false) > i + match.head)
            return i;
    }
    return end;
}

size_t name_run_area_end(const struct name_text *text, size_t at, size_t end)
{
    bool is_more = end == at + 2 && name_match_is_capital(text, end) &&
                   !name_match_is_capital(text, end + 1) && !text->tokens[end].is_initial &&
                   !name_match_at(text, end).head;
    for (size_t i = at; is_more && i <= end; i++)
        is_more = name_match_is_native(text, i) && text->tokens[i].shape == NAME_CAPITAL;
    return end + is_more;
}

/* True where a known name that is none of the types stands in the run: AFC Champions League Two. */
bool name_run_has_other(const struct name_text *text, size_t at, size_t end)
{
    for (size_t i = at; i + 1 < end; i++) {
        struct name_match match = name_match_at(text, i);
        if (match.known > 1 && match.name->known[NAME_NONE] >= NAME_LISTED)
            return true;
    }
    return false;
}

/* True for a foreign name and a place behind it: Savills Việt Nam, Gamba Osaka. */
bool name_run_is_branch(const struct name_text *text, size_t at, size_t end, uint32_t before)
{
    struct name_match first = name_match_at(text, at);
    if ((before & (NAME_KIND_TITLE | NAME_KIND_ADDRESS)) || name_match_is_place(&first))
        return false;
    for (size_t i = at; i < end; i++) {
        struct name_match match = name_match_at(text, i);
        if (i > at && i + match.known == end && name_match_is_place(&match))
            return true;
        if (name_match_is_native(text, i) || text->tokens[i].shape == NAME_MARK ||
            name_run_has_digit(text, i))
            return false;
    }
    return false;
}

size_t name_run_tail_end(const struct name_text *text, size_t at, size_t end)
{
    for (size_t i = end; i-- > at + 1;)
        if ((name_match_kinds(text, i) & NAME_KIND_TAIL) && name_match_is_capital(text, i))
            return i + 1;
    return at;
}

size_t name_run_name_end(const struct name_text *text, size_t at, size_t end, uint32_t before)
{
    struct name_match match = name_match_at(text, at);
    if (match.known && at + match.known >= end)
        return at + match.known;
    bool is_addressed = before & NAME_KIND_ADDRESS;
    if (match.known && !is_addressed && stands_alone(text, &match, at, end, before))
        return at + match.known;
    if (name_match_kinds(text, at) & NAME_KIND_FAMILY) {
        size_t stop = person_end(text, at, end);
        if (stop > at)
            return stop;
    }
    return next_known(text, at, end);
}
