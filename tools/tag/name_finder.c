#include "name_finder.h"

#include "name_organisation.h"
#include "name_score.h"

enum {
    CERTAIN = 64, /* what a word directly before a name says of it */
    LIKELY = 24,
    MOST_PERSON = 5, /* syllables of a native person's name */
    MOST_RUN = 12,
    NO_KINDS = 0,
};

static uint32_t kinds_at(const struct name_finder *finder, size_t at)
{
    return name_match_kinds(&finder->text, at);
}

static bool is_capital(const struct name_finder *finder, size_t at)
{
    return name_match_is_capital(&finder->text, at);
}

static bool is_glued(const struct name_finder *finder, size_t at)
{
    return at < finder->text.count && finder->text.tokens[at].is_glued;
}

/* Initials and the like: a short word in capitals with a full stop and something directly behind
 * it (N.V.A, B.Bình Dương). */
static bool is_point_within(const struct name_finder *finder, size_t at)
{
    return name_match_is(&finder->text, at, SLICE(".")) && is_glued(finder, at) &&
           is_glued(finder, at + 1) && is_capital(finder, at + 1) &&
           finder->text.tokens[at - 1].length <= 3;
}

static bool is_joint(const struct name_finder *finder, size_t at)
{
    return (name_match_is(&finder->text, at, SLICE("-")) ||
            name_match_is(&finder->text, at, SLICE("'")) ||
            name_match_is(&finder->text, at, SLICE("’"))) &&
           is_glued(finder, at) && is_glued(finder, at + 1) &&
           at + 1 < finder->text.count && finder->text.tokens[at + 1].shape != NAME_MARK;
}

static bool is_link(const struct name_finder *finder, size_t at)
{
    return (kinds_at(finder, at) & NAME_KIND_LINK) && is_capital(finder, at + 1) &&
           !name_score_is_native(&finder->text, at + 1) &&
           !name_score_is_native(&finder->text, at - 1);
}

/* The end of the words in capitals from `at` on, with what may stand between them. */
static size_t run_end(const struct name_finder *finder, size_t at)
{
    size_t end = at + 1;
    while (end < finder->text.count && end < at + MOST_RUN) {
        if (is_capital(finder, end) &&
            !(finder->text.tokens[end].is_initial && !is_glued(finder, end)))
            end++;
        else if (is_point_within(finder, end) || is_joint(finder, end) || is_link(finder, end))
            end += 2;
        else
            break;
    }
    return end;
}

static bool is_native(const struct name_finder *finder, size_t at)
{
    return at < finder->text.count && name_score_is_native(&finder->text, at);
}

static bool all_native(const struct name_finder *finder, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (!is_native(finder, i))
            return false;
    return true;
}

/* Whether a known name of `length` tokens at `at` is a name by itself, though more capitals follow
 * it up to `end`: Mỹ in Mỹ Donald Trump, but not in Mỹ Tâm. */
static bool stands_alone(const struct name_finder *finder, size_t at, size_t length, size_t end)
{
    if (length > 1)
        return true;
    if (!is_native(finder, at + 1))
        return is_native(finder, at);
    return is_native(finder, at) ? (kinds_at(finder, at + 1) & NAME_KIND_FAMILY) && end - at > 3
                                 : true;
}

/* The end of the person's name that begins at `at` with a family name. */
static size_t person_end(const struct name_finder *finder, size_t at, size_t end)
{
    size_t stop = at + 1;
    while (stop < end && stop < at + MOST_PERSON &&
           (is_native(finder, stop) || !is_native(finder, at)))
        stop++;
    /* a last initial: Hoàng A */
    if (stop < end && stop < at + MOST_PERSON && finder->text.tokens[stop].length == 1)
        stop++;
    return stop;
}

/* The first known place or organisation of several words inside of a run, or its end. */
static size_t next_known(const struct name_finder *finder, size_t at, size_t end)
{
    for (size_t i = at + 1; i < end; i++) {
        struct name_match match = name_match_at(&finder->text, i);
        if (match.known > 1 || (match.known && i + match.known == end && i == at + 1 &&
                                finder->text.tokens[at].is_initial))
            return i;
        if (match.head && match.head < match.known + 2 &&
            name_organisation_end(&finder->text, i, match.head, false) > i + match.head)
            return i;
    }
    return end;
}

static size_t name_end(const struct name_finder *finder, size_t at, size_t end)
{
    struct name_match match = name_match_at(&finder->text, at);
    if (match.known && at + match.known >= end)
        return at + match.known;
    bool is_addressed = finder->before & NAME_KIND_ADDRESS;
    if (match.known && !is_addressed && stands_alone(finder, at, match.known, end))
        return at + match.known;
    bool is_family = (kinds_at(finder, at) & NAME_KIND_FAMILY) && is_native(finder, at + 1);
    if (is_family && end - at > 1) {
        size_t stop = person_end(finder, at, end);
        if (stop > at + 1)
            return stop;
    }
    return next_known(finder, at, end);
}

static struct name_candidate candidate_of(const struct name_finder *finder, size_t first,
                                          size_t core, size_t end)
{
    struct name_candidate candidate = {.first = first, .end = end, .type = NAME_TYPES};
    candidate.key = name_score_key(&finder->text, core, end);
    name_score_itself(&finder->text, core, end, &candidate.itself);
    name_score_around(&finder->text, core, end, &candidate.around);
    return candidate;
}

static struct name_candidate settled(const struct name_finder *finder, size_t first, size_t core,
                                     size_t end, enum name_type type)
{
    struct name_candidate candidate = candidate_of(finder, first, core, end);
    candidate.type = type;
    candidate.around.of[type] += CERTAIN;
    return candidate;
}

/* What the word before says of the name. */
static struct name_candidate name_behind(const struct name_finder *finder, size_t first, size_t end)
{
    uint32_t before = finder->before;
    struct name_match match = name_match_at(&finder->text, first);
    bool is_place = name_match_is_place(&match) && match.known == end - first;
    if (before & NAME_KIND_ADDRESS)
        return settled(finder, first, first, end, NAME_PERSON);
    if (before & NAME_KIND_AREA)
        return settled(finder, first, first, end, NAME_PLACE);
    if (before & NAME_KIND_NATURE)
        return settled(finder, finder->before_at, first, end, NAME_PLACE);
    if (before & NAME_KIND_FACILITY) {
        struct name_candidate built = settled(finder, finder->before_at, first, end, NAME_PLACE);
        built.key = 0;
        return built;
    }
    struct name_candidate candidate = candidate_of(finder, first, first, end);
    if ((before & NAME_KIND_OTHER) && !is_place) {
        candidate.type = NAME_NONE;
        candidate.key = 0;
    }
    if ((before & NAME_KIND_CREDIT) && !match.known)
        candidate.around.of[NAME_PERSON] += CERTAIN;
    if (((before & NAME_KIND_TITLE) || finder->is_titled) && !match.known)
        candidate.around.of[NAME_PERSON] += LIKELY;
    return candidate;
}

/* A word that begins a sentence before a name, or in its place, is hardly part of one. */
static bool is_mere_opener(const struct name_finder *finder, size_t at, size_t end)
{
    if (!finder->text.tokens[at].is_initial)
        return false;
    uint32_t kinds = kinds_at(finder, at);
    if (kinds & NAME_KIND_OPENER)
        return !((kinds & NAME_KIND_FAMILY) && end - at > 2 && all_native(finder, at, end));
    return false;
}

/* The next name of the run that ends at run_end. */
static bool next_of_run(struct name_finder *finder, struct name_candidate *candidate)
{
    size_t at = finder->at, end = name_end(finder, at, finder->run_end);
    *candidate = name_behind(finder, at, end);
    const struct name_token *token = &finder->text.tokens[at];
    candidate->is_doubtful = end == at + 1 && token->is_initial && candidate->type == NAME_TYPES &&
                             !finder->before && is_native(finder, at) &&
                             !name_match_at(&finder->text, at).known;
    finder->at = end;
    finder->before = NO_KINDS;
    if (end >= finder->run_end)
        finder->run_end = 0;
    return true;
}

static void pass_words(struct name_finder *finder, size_t length, uint32_t kinds)
{
    if (!finder->before || !(kinds & NAME_BESIDE))
        finder->before_at = finder->at;
    else
        finder->before_at = finder->at;
    finder->before = kinds & NAME_BESIDE;
    if (kinds & NAME_KIND_TITLE)
        finder->is_titled = true;
    finder->at += length;
}

/* A mark: only what ends an abbreviation, or a colon behind a credit, lets the word before count. */
static void pass_mark(struct name_finder *finder)
{
    bool is_colon = name_match_is(&finder->text, finder->at, SLICE(":"));
    bool is_point = name_match_is(&finder->text, finder->at, SLICE(".")) &&
                    is_glued(finder, finder->at);
    if (is_colon)
        finder->before &= NAME_KIND_CREDIT;
    else if (!is_point)
        finder->before = NO_KINDS;
    else
        finder->before &= ~(uint32_t) (NAME_KIND_CREDIT | NAME_KIND_FACILITY | NAME_KIND_OTHER);
    finder->is_titled = finder->is_titled && is_point && finder->before;
    finder->at++;
}

static bool take_organisation(struct name_finder *finder, const struct name_match *match,
                              struct name_candidate *candidate)
{
    size_t at = finder->at;
    bool has_capital = is_capital(finder, at);
    if (!match->head || (!has_capital && (match->is_state || !is_capital(finder, at + match->head))))
        return false;
    if (match->inner > match->head)
        return false;
    size_t end = name_organisation_end(&finder->text, at, match->head, finder->is_titled);
    if (end == at + match->head || end < at + match->known)
        return false;
    bool is_outer = !has_capital && (match->kinds & NAME_KIND_OUTER) && match->beside == match->head;
    *candidate = settled(finder, is_outer ? at + match->head : at, at, end, NAME_ORGANISATION);
    finder->at = end;
    finder->before = NO_KINDS;
    return true;
}

/* Quận 1. */
static bool take_numbered(struct name_finder *finder, struct name_candidate *candidate)
{
    const struct name_token *token = &finder->text.tokens[finder->at];
    if (token->shape != NAME_DIGITS || token->length > 2 || !(finder->before & NAME_KIND_AREA) ||
        !(kinds_at(finder, finder->before_at) & NAME_KIND_NUMBERED))
        return false;
    *candidate =
        settled(finder, finder->before_at, finder->before_at, finder->at + 1, NAME_PLACE);
    finder->at++;
    finder->before = NO_KINDS;
    return true;
}

/* A name that begins in lower case: châu Âu. */
static bool take_known(struct name_finder *finder, const struct name_match *match,
                       struct name_candidate *candidate)
{
    if (!match->known || match->known < match->beside)
        return false;
    *candidate = candidate_of(finder, finder->at, finder->at, finder->at + match->known);
    finder->at += match->known;
    finder->before = NO_KINDS;
    return true;
}

static bool is_beside(const struct name_finder *finder, const struct name_match *match)
{
    if (!match->beside || match->inner > match->beside)
        return false;
    const struct name_token *token = &finder->text.tokens[finder->at];
    if (!name_token_is_capital(token))
        return true;
    if (match->known > match->beside)
        return false;
    if (match->beside > 1 || token->is_initial)
        return match->known < match->beside || token->is_initial;
    return !match->known && token->shape == NAME_CAPITALS;
}

static bool look_at_capital(struct name_finder *finder, struct name_candidate *candidate)
{
    struct name_match match = name_match_at(&finder->text, finder->at);
    if (take_organisation(finder, &match, candidate))
        return true;
    if (is_beside(finder, &match)) {
        pass_words(finder, match.beside, match.kinds);
        return false;
    }
    if (match.known < 2 && match.inner > match.known && match.inner > 1 &&
        !is_capital(finder, finder->at + 1)) {
        pass_words(finder, match.inner, NO_KINDS);
        return false;
    }
    size_t end = run_end(finder, finder->at);
    if (match.known < 2 && is_mere_opener(finder, finder->at, end)) {
        pass_words(finder, 1, NO_KINDS);
        return false;
    }
    if (finder->at + match.known > end)
        end = finder->at + match.known;
    finder->run_end = end;
    return next_of_run(finder, candidate);
}

static bool look_at_word(struct name_finder *finder, struct name_candidate *candidate)
{
    struct name_match match = name_match_at(&finder->text, finder->at);
    if (take_known(finder, &match, candidate) || take_organisation(finder, &match, candidate))
        return true;
    if (is_beside(finder, &match)) {
        pass_words(finder, match.beside, match.kinds);
        return false;
    }
    finder->is_titled = false;
    pass_words(finder, match.inner > 1 ? match.inner : 1, NO_KINDS);
    return false;
}

static bool look(struct name_finder *finder, struct name_candidate *candidate)
{
    switch (finder->text.tokens[finder->at].shape) {
    case NAME_CAPITAL:
    case NAME_CAPITALS:
        return look_at_capital(finder, candidate);
    case NAME_LOWER:
        return look_at_word(finder, candidate);
    case NAME_DIGITS:
        if (take_numbered(finder, candidate))
            return true;
        finder->is_titled = false;
        pass_words(finder, 1, NO_KINDS);
        return false;
    default:
        pass_mark(finder);
        return false;
    }
}

bool name_finder_next(struct name_finder *finder, struct name_candidate *candidate)
{
    while (finder->at < finder->text.count) {
        if (finder->run_end ? look_at_capital(finder, candidate) : look(finder, candidate))
            return true;
    }
    return false;
}

void name_finder_learn(const struct name_text *text, const struct name_candidate *candidate,
                       struct name_evidence *evidence)
{
    if (!candidate->key || candidate->is_doubtful)
        return;
    name_evidence_add(evidence, candidate->key, &candidate->itself, &candidate->around);
    size_t first = candidate->first, end = candidate->end;
    if (end - first < 2 || candidate->type < NAME_TYPES ? candidate->type != NAME_PERSON : false)
        return;
    if (end - first < 2)
        return;
    bool native = name_score_is_native(text, end - 1);
    name_evidence_add_part(evidence, name_score_key(text, end - 1, end), candidate->key);
    if (end - first > 2)
        name_evidence_add_part(evidence, name_score_key(text, end - 2, end), candidate->key);
    if (!native)
        for (size_t i = first; i + 1 < end; i++)
            if (name_token_is_capital(&text->tokens[i]) && text->tokens[i].length > 2)
                name_evidence_add_part(evidence, name_score_key(text, i, i + 1), candidate->key);
}

enum name_type name_finder_judge(const struct name_candidate *candidate,
                                 const struct name_evidence *evidence)
{
    struct name_scores scores = candidate->itself;
    if (candidate->type < NAME_TYPES)
        return candidate->type;
    for (size_t i = 0; i < NAME_TYPES; i++)
        scores.of[i] += candidate->around.of[i];
    bool is_met = candidate->key && name_evidence_get(evidence, candidate->key, &scores);
    if (candidate->is_doubtful && !is_met)
        return NAME_NONE;
    return name_scores_decide(&scores);
}
