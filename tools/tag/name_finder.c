#include "name_finder.h"

#include "ascii.h"
#include "name_organisation.h"
#include "name_score.h"

enum {
    CERTAIN = 64, /* what a word directly before a name says of it */
    LIKELY = 40,
    COORDINATED = 24,
    PART = 140, /* what it says of a name that it is part of a longer one */
    LEAST_FOR_PLACE = 12,
    MOST_PERSON = 5,  /* syllables of a native name */
    LISTED_SHARE = 4, /* what stands beside a name counts so much less where one list has it */
    MOST_RUN = 12,
    LEAST_SHOUTED = 4, /* words */
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
           is_glued(finder, at) && is_glued(finder, at + 1) && at + 1 < finder->text.count &&
           finder->text.tokens[at + 1].shape != NAME_MARK;
}

static bool is_link(const struct name_finder *finder, size_t at)
{
    return (kinds_at(finder, at) & NAME_KIND_LINK) && is_capital(finder, at + 1) &&
           !finder->text.tokens[at + 1].is_native && !finder->text.tokens[at - 1].is_native;
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
    return at < finder->text.count && finder->text.tokens[at].is_native;
}

static bool has_digit(const struct name_finder *finder, size_t at)
{
    struct slice word = name_token_text(finder->text.text, &finder->text.tokens[at]);
    return ascii_is_digit(word.bytes[word.length - 1]);
}

static bool all_native(const struct name_finder *finder, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (!is_native(finder, i))
            return false;
    return true;
}

/* Whether a known name that ends before `next` is a name by itself, though more capitals follow it
 * up to `end`: Mỹ in Mỹ Donald Trump, but not in Mỹ Tâm. */
static bool stands_alone(const struct name_finder *finder, const struct name_match *match,
                         size_t at, size_t end)
{
    size_t next = at + match->known;
    if (finder->text.tokens[next].shape == NAME_MARK)
        return false; /* Kim Jong-un */
    if (match->known > 1)
        return true;
    if (is_native(finder, at))
        return !is_native(finder, next) ||
               ((kinds_at(finder, next) & NAME_KIND_FAMILY) && end - next > 2);
    return is_native(finder, next) ||
           ((end - next > 1 || finder->is_titled) && name_match_is_place(match));
}

/* The end of the native person's name that begins at `at` with a family name; `at` where it is
 * none. */
static size_t person_end(const struct name_finder *finder, size_t at, size_t end)
{
    size_t stop = at;
    while (stop < end && stop < at + MOST_PERSON && is_native(finder, stop))
        stop++;
    if (stop < at + 2 || (stop < at + 3 && stop < end))
        return at;
    bool is_initial = stop < end && finder->text.tokens[stop].length <= strlen("Đ");
    return stop + is_initial;
}

/* The first known place or organisation of several words inside of a run, or its end. */
static size_t next_known(const struct name_finder *finder, size_t at, size_t end)
{
    for (size_t i = at + 1; i < end; i++) {
        struct name_match match = name_match_at(&finder->text, i);
        bool is_last = i + match.known == end && i == at + 1;
        if (match.known > 1 || (match.known && is_last &&
                                (finder->text.tokens[at].is_initial || has_digit(finder, at))))
            return i;
        if (match.head && match.head < match.known + 2 &&
            name_organisation_end(&finder->text, i, match.head, false) > i + match.head)
            return i;
    }
    return end;
}

/* True where a known name that is none of the types stands in the run: AFC Champions League Two. */
static bool has_other(const struct name_finder *finder, size_t at, size_t end)
{
    for (size_t i = at; i + 1 < end; i++) {
        struct name_match match = name_match_at(&finder->text, i);
        if (match.known > 1 && match.name->known[NAME_NONE] >= NAME_LISTED)
            return true;
    }
    return false;
}

/* True for a foreign name and a place behind it: Savills Việt Nam, Gamba Osaka. */
static bool is_branch(const struct name_finder *finder, size_t at, size_t end)
{
    struct name_match first = name_match_at(&finder->text, at);
    if (finder->is_titled || (finder->before & NAME_KIND_ADDRESS) || name_match_is_place(&first))
        return false;
    for (size_t i = at; i < end; i++) {
        struct name_match match = name_match_at(&finder->text, i);
        if (i > at && i + match.known == end && name_match_is_place(&match))
            return true;
        if (is_native(finder, i) || finder->text.tokens[i].shape == NAME_MARK ||
            has_digit(finder, i))
            return false;
    }
    return false;
}

static size_t name_end(const struct name_finder *finder, size_t at, size_t end)
{
    struct name_match match = name_match_at(&finder->text, at);
    if (match.known && at + match.known >= end)
        return at + match.known;
    bool is_addressed = finder->before & NAME_KIND_ADDRESS;
    if (match.known && !is_addressed && stands_alone(finder, &match, at, end))
        return at + match.known;
    if (kinds_at(finder, at) & NAME_KIND_FAMILY) {
        size_t stop = person_end(finder, at, end);
        if (stop > at)
            return stop;
    }
    return next_known(finder, at, end);
}

/* The types that the lists give the name: bit i for type i. */
static unsigned listed_types(const struct name_finder *finder, size_t first, size_t end)
{
    struct name_match match = name_match_at(&finder->text, first);
    unsigned types = 0;
    for (size_t i = 0; match.known == end - first && i < NAME_TYPES; i++)
        types |= match.name->known[i] >= NAME_LISTED ? 1u << i : 0;
    return types;
}

static struct name_candidate candidate_of(const struct name_finder *finder, size_t first,
                                          size_t core, size_t end)
{
    struct name_candidate candidate = {.first = first, .end = end, .type = NAME_TYPES};
    candidate.key = name_score_key(&finder->text, core, end);
    candidate.listed = listed_types(finder, core, end);
    name_score_itself(&finder->text, core, end, &candidate.itself);
    bool has_left = !(finder->before & NAME_KIND_TITLE); /* what it says is known better */
    name_score_around(&finder->text, core, end, has_left, &candidate.around);
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

/* What stands behind "và" or a comma is likely of the type of the name before it. */
static void add_coordination(const struct name_finder *finder, size_t first,
                             struct name_candidate *candidate)
{
    if (first && finder->joined_at == first - 1 && finder->joined_type != NAME_NONE &&
        (name_match_is(&finder->text, first - 1, SLICE("và")) ||
         name_match_is(&finder->text, first - 1, SLICE(","))))
        candidate->around.of[finder->joined_type] += COORDINATED;
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
    bool is_place_only = is_place && !match.name->known[NAME_ORGANISATION];
    if ((before & NAME_KIND_TITLE) && is_place_only)
        return settled(finder, first, first, end, NAME_PLACE);
    struct name_candidate candidate = candidate_of(finder, first, first, end);
    if ((before & NAME_KIND_OTHER) && !is_place && !finder->is_titled) {
        candidate.type = NAME_NONE;
        candidate.key = 0;
    }
    bool is_all = first == 0 && end == finder->text.count && end > 1;
    if (is_all && !candidate.listed) /* who wrote the text */
        candidate.around.of[NAME_PERSON] += CERTAIN;
    bool is_unit = end == first + 1 && first && finder->text.tokens[first].shape == NAME_CAPITALS &&
                   finder->text.tokens[first - 1].shape == NAME_DIGITS;
    if (is_unit) /* 48 MP */
        candidate.type = NAME_NONE;
    bool is_known = candidate.listed;
    add_coordination(finder, first, &candidate);
    if ((before & NAME_KIND_CREDIT) && !is_known &&
        name_match_is(&finder->text, first - 1, SLICE(":")))
        candidate.around.of[NAME_PERSON] += CERTAIN;
    if (((before & NAME_KIND_TITLE) || finder->is_titled) && !is_known)
        candidate.around.of[NAME_PERSON] += LIKELY;
    return candidate;
}

/* A word that begins a sentence before a name, or in its place, is hardly part of one. */
static bool is_mere_opener(const struct name_finder *finder, size_t at, size_t end)
{
    if (!finder->text.tokens[at].is_initial)
        return false;
    uint32_t kinds = kinds_at(finder, at);
    if (!(kinds & NAME_KIND_OPENER))
        return false;
    if (end > at + 1 && name_match_at(&finder->text, at + 1).known == end - at - 1)
        return true;
    return !((kinds & NAME_KIND_FAMILY) && end - at > 2 && all_native(finder, at, end));
}

static bool is_dash(const struct name_finder *finder, size_t at)
{
    return name_match_is(&finder->text, at, SLICE("-")) ||
           name_match_is(&finder->text, at, SLICE("–"));
}

/* The type of a candidate by itself, without the rest of the document. */
static enum name_type type_alone(const struct name_candidate *candidate)
{
    struct name_scores scores = candidate->itself;
    if (candidate->type < NAME_TYPES)
        return candidate->type;
    for (size_t i = 0; i < NAME_TYPES; i++)
        scores.of[i] += candidate->around.of[i];
    return name_scores_decide(&scores);
}

/* Goes on behind a name that ends here, and remembers what it was. */
static void go_behind(struct name_finder *finder, size_t end,
                      const struct name_candidate *candidate)
{
    finder->joined = finder->before;
    finder->joined_at = end;
    finder->joined_type = type_alone(candidate);
    finder->before = NO_KINDS;
    finder->at = end;
}

/* The first name of the run of capitals that ends at `end`. */
static void take_name(struct name_finder *finder, size_t end, struct name_candidate *candidate)
{
    size_t at = finder->at;
    const struct name_token *token = &finder->text.tokens[at];
    if (has_other(finder, at, end)) {
        *candidate = settled(finder, at, at, end, NAME_NONE);
        go_behind(finder, end, candidate);
        return;
    }
    if (is_branch(finder, at, end)) {
        *candidate = settled(finder, at, at, end, NAME_ORGANISATION);
        go_behind(finder, end, candidate);
        return;
    }
    bool is_titled = finder->before & NAME_KIND_TITLE;
    end = name_end(finder, at, end);
    if ((finder->before & NAME_KIND_FACILITY) && is_dash(finder, end) &&
        is_capital(finder, end + 1))
        end = name_end(finder, end + 1, run_end(finder, end + 1));
    *candidate = name_behind(finder, at, end);
    candidate->is_doubtful =
        end == at + 1 && candidate->type == NAME_TYPES &&
        (is_native(finder, at) || token->length <= strlen("Đ") || has_digit(finder, at)) &&
        !name_match_at(&finder->text, at).known;
    go_behind(finder, end, candidate);
}

static void pass_words(struct name_finder *finder, size_t length, uint32_t kinds)
{
    finder->before_at = finder->at;
    finder->before = kinds & NAME_BESIDE;
    if (kinds & NAME_KIND_TITLE)
        finder->is_titled = true;
    finder->at += length;
}

/* A mark: only what ends an abbreviation, or a colon behind a credit, lets the word before count.
 */
static void pass_mark(struct name_finder *finder)
{
    bool is_colon = name_match_is(&finder->text, finder->at, SLICE(":"));
    bool is_point =
        name_match_is(&finder->text, finder->at, SLICE(".")) && is_glued(finder, finder->at);
    if (is_colon)
        finder->before &= NAME_KIND_CREDIT;
    else if (!is_point)
        finder->before = NO_KINDS;
    else
        finder->before &= ~(uint32_t) (NAME_KIND_CREDIT | NAME_KIND_FACILITY | NAME_KIND_OTHER);
    finder->is_titled = finder->is_titled && is_point && finder->before;
    finder->at++;
}

/* The end of an organisation, with those that it is part of: Phòng Cảnh sát hình sự Công an tỉnh
 * Nghệ An. */
static size_t chain_end(const struct name_finder *finder, size_t at, size_t head)
{
    size_t end = name_organisation_end(&finder->text, at, head, finder->is_titled);
    if (end == at + head)
        return end;
    while (is_capital(finder, end)) {
        struct name_match match = name_match_at(&finder->text, end);
        size_t next = match.head && match.head >= match.known && match.head >= match.beside
                          ? name_organisation_end(&finder->text, end, match.head, finder->is_titled)
                          : 0;
        if (next <= end + match.head)
            break;
        end = next;
    }
    return end;
}

static bool take_organisation(struct name_finder *finder, const struct name_match *match,
                              struct name_candidate *candidate)
{
    size_t at = finder->at;
    bool has_capital = is_capital(finder, at);
    size_t name = at + match->head;
    if (!match->head || match->inner > match->head)
        return false;
    if (!has_capital && (!(match->head_kinds & NAME_KIND_HEAD) || !is_capital(finder, name)))
        return false;
    size_t end = chain_end(finder, at, match->head);
    if (end == name || end < at + match->known)
        return false;
    if (end == at + match->known && !match->name->known[NAME_ORGANISATION])
        return false; /* Đài Loan, Trường Sa */
    struct name_match behind = name_match_at(&finder->text, name);
    if (!has_capital && (match->head_kinds & NAME_KIND_COMMON) && name_match_is_place(&behind) &&
        name + behind.known == end)
        return false;
    bool is_outer = (!has_capital || finder->text.tokens[at].is_initial) && !match->known &&
                    (match->kinds & NAME_KIND_OUTER) && match->beside == match->head;
    *candidate = settled(finder, is_outer ? at + match->head : at, at, end, NAME_ORGANISATION);
    go_behind(finder, end, candidate);
    return true;
}

/* Quận 1. */
static bool take_numbered(struct name_finder *finder, struct name_candidate *candidate)
{
    const struct name_token *token = &finder->text.tokens[finder->at];
    if (token->shape != NAME_DIGITS || token->length > 2 || !(finder->before & NAME_KIND_AREA) ||
        !(kinds_at(finder, finder->before_at) & NAME_KIND_NUMBERED))
        return false;
    *candidate = settled(finder, finder->before_at, finder->before_at, finder->at + 1, NAME_PLACE);
    go_behind(finder, finder->at + 1, candidate);
    return true;
}

/* A name that begins in lower case: châu Âu. */
static bool take_known(struct name_finder *finder, const struct name_match *match,
                       struct name_candidate *candidate)
{
    if (!match->known || match->known < match->beside)
        return false;
    *candidate = candidate_of(finder, finder->at, finder->at, finder->at + match->known);
    go_behind(finder, finder->at + match->known, candidate);
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
    if (match->known)
        return false;
    if (token->shape == NAME_CAPITALS)
        return true;
    const uint32_t with_capital = NAME_KIND_ADDRESS | NAME_KIND_TITLE | NAME_KIND_AREA |
                                  NAME_KIND_NATURE | NAME_KIND_FACILITY | NAME_KIND_OTHER;
    return !(kinds_at(finder, finder->at) & NAME_KIND_FAMILY) && (match->kinds & with_capital);
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
    take_name(finder, end, candidate);
    return true;
}

/* What stood before one place counts for the next, too: xã A và B. */
static bool take_joint(struct name_finder *finder)
{
    if (finder->joined_at != finder->at ||
        !(finder->joined & (NAME_KIND_AREA | NAME_KIND_FACILITY)))
        return false;
    if (!is_dash(finder, finder->at) && !name_match_is(&finder->text, finder->at, SLICE("và")))
        return false;
    finder->at++;
    finder->before = finder->joined & NAME_KIND_AREA;
    return true;
}

static bool look_at_word(struct name_finder *finder, struct name_candidate *candidate)
{
    if (!name_match_may_be_at(&finder->text, finder->at) && finder->joined_at != finder->at) {
        finder->is_titled = false;
        pass_words(finder, 1, NO_KINDS);
        return false;
    }
    struct name_match match = name_match_at(&finder->text, finder->at);
    if (take_known(finder, &match, candidate) || take_organisation(finder, &match, candidate))
        return true;
    if (is_beside(finder, &match)) {
        pass_words(finder, match.beside, match.kinds);
        return false;
    }
    finder->is_titled = false;
    if (!take_joint(finder))
        pass_words(finder, match.inner > 1 ? match.inner : 1, NO_KINDS);
    return false;
}

/* In a text in capitals, only what is known, or what the document has elsewhere. */
static bool look_at_shouted(struct name_finder *finder, struct name_candidate *candidate)
{
    struct name_match match = name_match_at(&finder->text, finder->at);
    size_t length = match.known > 1 ? match.known : 0;
    for (size_t words = MOST_PERSON; !length && finder->known && words > 1; words--) {
        struct name_findings findings;
        size_t end = finder->at + words;
        if (end <= finder->text.count &&
            name_evidence_get(finder->known, name_score_key(&finder->text, finder->at, end),
                              &findings))
            length = words;
    }
    if (!length) {
        finder->at++;
        return false;
    }
    *candidate = candidate_of(finder, finder->at, finder->at, finder->at + length);
    go_behind(finder, finder->at + length, candidate);
    return true;
}

static bool look(struct name_finder *finder, struct name_candidate *candidate)
{
    if (finder->is_shouted)
        return look_at_shouted(finder, candidate);
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
        if (!take_joint(finder))
            pass_mark(finder);
        return false;
    }
}

bool name_finder_next(struct name_finder *finder, struct name_candidate *candidate)
{
    while (finder->at < finder->text.count)
        if (look(finder, candidate))
            return true;
    return false;
}

bool name_finder_is_shouted(const struct name_text *text)
{
    size_t words = 0, shouted = 0;
    for (size_t i = 0; i < text->count; i++) {
        words += text->tokens[i].shape < NAME_DIGITS;
        shouted += text->tokens[i].shape == NAME_CAPITALS;
    }
    return words >= LEAST_SHOUTED && shouted * 3 > words * 2;
}

/* The forms a person's name may have later: its last word or two, of foreign names each word. */
static void learn_parts(const struct name_text *text, const struct name_candidate *candidate,
                        struct name_evidence *evidence)
{
    size_t first = candidate->first, end = candidate->end;
    name_evidence_add_part(evidence, name_score_key(text, end - 1, end), candidate->key);
    if (end - first > 2)
        name_evidence_add_part(evidence, name_score_key(text, end - 2, end), candidate->key);
    if (text->tokens[end - 1].is_native)
        return;
    for (size_t i = first; i + 1 < end; i++)
        if (name_match_is_capital(text, i) && text->tokens[i].length > 2)
            name_evidence_add_part(evidence, name_score_key(text, i, i + 1), candidate->key);
}

/* The name of a company or club without the word for it: FPT of Tập đoàn FPT. */
static void learn_short_form(const struct name_text *text, const struct name_candidate *candidate,
                             struct name_evidence *evidence)
{
    size_t name = candidate->first;
    struct name_match match = name_match_at(text, name);
    if (!match.head || !(match.head_kinds & NAME_KIND_SHORT))
        return;
    bool is_club = match.head_kinds & NAME_KIND_CLUB;
    for (; match.head || match.form; match = name_match_at(text, name)) {
        name += match.head > match.form ? match.head : match.form;
        if (name >= candidate->end)
            return;
    }
    if (name_match_is_place(&match) && !is_club)
        return;
    for (size_t i = name; i < candidate->end; i++)
        if (!name_match_is_capital(text, i))
            return;
    name_evidence_add_part(evidence, name_score_key(text, name, candidate->end), candidate->key);
}

void name_finder_learn(const struct name_text *text, const struct name_candidate *candidate,
                       struct name_evidence *evidence)
{
    if (!candidate->key || candidate->is_doubtful)
        return;
    name_evidence_add(evidence, candidate->key, &candidate->itself, &candidate->around,
                      candidate->type);
    if (candidate->end - candidate->first < 2)
        return;
    if (candidate->type == NAME_PERSON || candidate->type == NAME_TYPES)
        learn_parts(text, candidate, evidence);
    if (candidate->type == NAME_ORGANISATION)
        learn_short_form(text, candidate, evidence);
}

/* What it says of a name that it is part of a longer one of type `whole`. That a place or an
 * organisation is in the lists counts more, unless what stands beside the name speaks against it
 * (CLB Hải Phòng, Hải Phòng; Lê Thị Nga, Nga). */
static int weight_of_part(const struct name_candidate *candidate, enum name_type whole)
{
    const int *around = candidate->around.of;
    bool is_listed_place = candidate->listed & 1u << NAME_PLACE;
    if (whole == NAME_ORGANISATION && is_listed_place)
        return around[NAME_PLACE] > around[NAME_ORGANISATION] + LEAST_FOR_PLACE ? 0 : PART;
    if (whole == NAME_PERSON && candidate->listed)
        return around[NAME_PERSON] > around[NAME_PLACE] &&
                       around[NAME_PERSON] > around[NAME_ORGANISATION]
                   ? PART
                   : 0;
    return PART;
}

enum name_type name_finder_judge(const struct name_candidate *candidate,
                                 const struct name_evidence *evidence)
{
    struct name_scores scores = candidate->itself;
    struct name_findings findings;
    if (candidate->type < NAME_TYPES)
        return candidate->type;
    bool is_met = candidate->key && name_evidence_get(evidence, candidate->key, &findings);
    if (candidate->is_doubtful && !is_met)
        return NAME_NONE;
    bool is_one = candidate->listed && !(candidate->listed & (candidate->listed - 1));
    int less = is_one ? LISTED_SHARE : 1;
    for (size_t i = 0; i < NAME_TYPES; i++)
        scores.of[i] += (is_met ? findings.around.of[i] + candidate->around.of[i] / 2
                                : candidate->around.of[i]) /
                        less;
    if (is_met && findings.whole != NAME_NONE)
        scores.of[findings.whole] += weight_of_part(candidate, findings.whole);
    return name_scores_decide(&scores);
}
