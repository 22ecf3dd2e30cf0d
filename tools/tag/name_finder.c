#include "name_finder.h"

#include "name_run.h"
#include "name_score.h"

enum {
    LIKELY = 40,      /* what an office before a name says of it */
    COORDINATED = 24, /* and the type of a name that "và" joins it to */
    MOST_PERSON = 5,  /* words */
    LEAST_SHOUTED = 4,
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

static bool all_native(const struct name_finder *finder, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (!name_match_is_native(&finder->text, i))
            return false;
    return true;
}

/* What stands before the next name, an office that stands before other names included; but behind a
 * place, what follows is the person (ngoại binh người Brazil Wellington Prates). */
static uint32_t before_of(const struct name_finder *finder)
{
    bool is_behind_place =
        finder->at && finder->joined_at == finder->at && finder->joined_type == NAME_PLACE;
    return finder->before | (finder->is_titled && !is_behind_place ? NAME_KIND_TITLE : 0);
}

/* What stands behind "và" or a comma is likely of the type of the name before it. */
static void add_coordination(const struct name_finder *finder, size_t first,
                             struct name_candidate *candidate)
{
    if (first && finder->joined_at == first - 1 && finder->joined_type != NAME_NONE &&
        ((kinds_at(finder, first - 1) & NAME_KIND_AND) ||
         name_match_is(&finder->text, first - 1, SLICE(","))))
        candidate->around.of[finder->joined_type] += COORDINATED;
}

/* Where the word before leaves no doubt of the type, sets *candidate. */
static bool settle(const struct name_finder *finder, size_t first, size_t end,
                   struct name_candidate *candidate)
{
    struct name_match match = name_match_at(&finder->text, first);
    bool is_family = kinds_at(finder, first) & NAME_KIND_FAMILY;
    bool is_place = name_match_is_place(&match) && match.known == end - first &&
                    !match.name->known[NAME_ORGANISATION] &&
                    (!is_family || match.name->known[NAME_PLACE] >= NAME_LISTED);
    struct name_span alone = {first, first, end}, whole = {finder->before_at, first, end};
    uint32_t before = finder->before;
    if (before & NAME_KIND_ADDRESS)
        *candidate = name_candidate_settled(&finder->text, alone, NAME_PERSON);
    else if (!(before & NAME_KIND_AREA) && (before & (NAME_KIND_NATURE | NAME_KIND_FACILITY)))
        *candidate = name_candidate_settled(&finder->text, whole, NAME_PLACE);
    else if ((before & NAME_KIND_AREA) || ((before & NAME_KIND_TITLE) && is_place))
        *candidate = name_candidate_settled(&finder->text, alone, NAME_PLACE);
    else
        return false;
    if (whole.first == candidate->first && (before & NAME_KIND_FACILITY))
        candidate->key = 0; /* what is built says nothing of a place of the same name */
    return true;
}

/* Neither the name of a thing nor a unit of measure (48 MP) is what is looked for. */
static bool is_other(const struct name_finder *finder, size_t first, size_t end)
{
    struct name_match match = name_match_at(&finder->text, first);
    bool is_place = name_match_is_place(&match) && match.known == end - first;
    if ((finder->before & NAME_KIND_OTHER) && !is_place && !finder->is_titled)
        return true;
    return end == first + 1 && first && finder->text.tokens[first].shape == NAME_CAPITALS &&
           finder->text.tokens[first - 1].shape == NAME_DIGITS;
}

/* Adds what the place of a name and what is before it say for a person. */
static void add_person(const struct name_finder *finder, size_t first, size_t end,
                       struct name_candidate *candidate)
{
    int *person = &candidate->around.of[NAME_PERSON];
    bool is_all = first == 0 && end == finder->text.count && end > 1; /* who wrote the text */
    bool is_credited =
        (finder->before & NAME_KIND_CREDIT) &&
        (name_match_is(&finder->text, first - 1, SLICE(":")) || finder->joined_at + 1 == first);
    if (is_all || is_credited)
        *person += NAME_CERTAIN;
    bool is_abbreviation = end == first + 1 && finder->text.tokens[first].shape == NAME_CAPITALS;
    if (((finder->before & NAME_KIND_TITLE) || finder->is_titled) && !is_abbreviation)
        *person += LIKELY;
}

/* The name, with what the words before it say. */
static struct name_candidate name_behind(const struct name_finder *finder, size_t first, size_t end)
{
    struct name_candidate candidate;
    if (settle(finder, first, end, &candidate))
        return candidate;
    candidate =
        name_candidate_at(&finder->text, (struct name_span){first, first, end}, finder->before);
    if (is_other(finder, first, end)) {
        candidate.type = NAME_NONE;
        candidate.key = 0;
    }
    add_coordination(finder, first, &candidate);
    if (!candidate.listed)
        add_person(finder, first, end, &candidate);
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

/* Goes on behind a name that ends here, and remembers what it was. */
static void go_behind(struct name_finder *finder, size_t end,
                      const struct name_candidate *candidate)
{
    finder->joined = finder->before;
    finder->joined_at = end;
    finder->joined_type = candidate->is_doubtful ? NAME_NONE : name_candidate_type_alone(candidate);
    finder->before = NO_KINDS;
    finder->at = end;
}

/* The first name of the run of capitals that ends at `end`. */
static void take_name(struct name_finder *finder, size_t end, struct name_candidate *candidate)
{
    size_t at = finder->at;
    const struct name_token *token = &finder->text.tokens[at];
    if (name_run_has_other(&finder->text, at, end)) {
        *candidate =
            name_candidate_settled(&finder->text, (struct name_span){at, at, end}, NAME_NONE);
        go_behind(finder, end, candidate);
        return;
    }
    size_t tail = name_run_tail_end(&finder->text, at, end);
    bool is_organisation = tail > at && !(finder->before & NAME_KIND_ADDRESS) &&
                           name_match_at(&finder->text, at).known < tail - at;
    if (is_organisation)
        end = tail;
    if (is_organisation || name_run_is_branch(&finder->text, at, end, before_of(finder))) {
        *candidate = name_candidate_settled(&finder->text, (struct name_span){at, at, end},
                                            NAME_ORGANISATION);
        go_behind(finder, end, candidate);
        return;
    }
    bool is_titled = finder->before & NAME_KIND_TITLE;
    end = name_run_name_end(&finder->text, at, end, before_of(finder));
    if (finder->before & NAME_KIND_AREA)
        end = name_run_area_end(&finder->text, at, end);
    if ((finder->before & NAME_KIND_FACILITY) && is_dash(finder, end) &&
        is_capital(finder, end + 1))
        end = name_run_name_end(&finder->text, end + 1, name_run_end(&finder->text, end + 1), 0);
    *candidate = name_behind(finder, at, end);
    candidate->is_doubtful =
        end == at + 1 && candidate->type == NAME_TYPES && !is_titled &&
        (name_match_is_native(&finder->text, at) || token->length <= strlen("Đ") ||
         name_run_has_digit(&finder->text, at)) &&
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

/* A mark ends what stands before a name, but a colon behind a credit does not. The full stops of
 * abbreviations (TP.) are parts of phrases. */
static void pass_mark(struct name_finder *finder)
{
    bool is_colon = name_match_is(&finder->text, finder->at, SLICE(":"));
    finder->before = is_colon ? finder->before & NAME_KIND_CREDIT : NO_KINDS;
    finder->is_titled = false;
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

static bool has_any_capital(const struct name_finder *finder, size_t first, size_t end)
{
    while (first < end && !is_capital(finder, first))
        first++;
    return first < end;
}

static bool take_organisation(struct name_finder *finder, const struct name_match *match,
                              struct name_candidate *candidate)
{
    size_t at = finder->at;
    bool has_capital = has_any_capital(finder, at, at + match->head);
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
    bool is_foreign = finder->text.tokens[name].shape == NAME_CAPITAL &&
                      !name_match_is_native(&finder->text, name);
    bool is_outer = (!has_capital || (finder->text.tokens[at].is_initial && is_foreign)) &&
                    !match->known && (match->kinds & NAME_KIND_OUTER) &&
                    match->beside == match->head;
    *candidate = name_candidate_settled(
        &finder->text, (struct name_span){is_outer ? at + match->head : at, at, end},
        NAME_ORGANISATION);
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
    *candidate = name_candidate_settled(
        &finder->text, (struct name_span){finder->before_at, finder->before_at, finder->at + 1},
        NAME_PLACE);
    go_behind(finder, finder->at + 1, candidate);
    return true;
}

/* A name that begins in lower case: châu Âu. */
static bool take_known(struct name_finder *finder, const struct name_match *match,
                       struct name_candidate *candidate)
{
    if (!match->known || match->known < match->beside)
        return false;
    *candidate = name_candidate_at(
        &finder->text, (struct name_span){finder->at, finder->at, finder->at + match->known},
        finder->before);
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

/* True where the text's first word goes on in lower case, so that it is no name: Quang cảnh. */
static bool is_ordinary(const struct name_finder *finder)
{
    if (finder->at || finder->first_word < 2 || finder->first_word > finder->text.count)
        return false;
    for (size_t i = 1; i < finder->first_word; i++)
        if (finder->text.tokens[i].shape != NAME_LOWER)
            return false;
    return true;
}

static bool take_initials(struct name_finder *finder, const struct name_match *match,
                          struct name_candidate *candidate)
{
    size_t at = finder->at, end = name_run_initials_end(&finder->text, at);
    if (end == at || end <= at + match->known || (finder->before & NAME_KIND_AREA))
        return false;
    *candidate =
        name_candidate_settled(&finder->text, (struct name_span){at, at, end}, NAME_PERSON);
    go_behind(finder, end, candidate);
    return true;
}

static bool look_at_capital(struct name_finder *finder, struct name_candidate *candidate)
{
    struct name_match match = name_match_at(&finder->text, finder->at);
    if (take_organisation(finder, &match, candidate) || take_initials(finder, &match, candidate))
        return true;
    if (is_beside(finder, &match)) {
        pass_words(finder, match.beside, match.kinds);
        return false;
    }
    if (match.known < 2 && is_ordinary(finder)) {
        pass_words(finder, finder->first_word, NO_KINDS);
        return false;
    }
    if (match.known < 2 && match.inner > match.known && match.inner > 1 &&
        !is_capital(finder, finder->at + 1)) {
        pass_words(finder, match.inner, NO_KINDS);
        return false;
    }
    size_t end = name_run_end(&finder->text, finder->at);
    bool is_alone = end == finder->at + 1; /* perhaps a name that the document has elsewhere */
    if (match.known < 2 && !is_alone && is_mere_opener(finder, finder->at, end)) {
        pass_words(finder, 1, NO_KINDS);
        return false;
    }
    if (finder->at + match.known > end)
        end = finder->at + match.known;
    take_name(finder, end, candidate);
    return true;
}

/* What stood before one name counts for the next, too: xã A và B, Ảnh: A - B. */
static bool take_joint(struct name_finder *finder)
{
    if (finder->joined_at != finder->at ||
        !(finder->joined & (NAME_KIND_AREA | NAME_KIND_FACILITY | NAME_KIND_CREDIT)))
        return false;
    if (!is_dash(finder, finder->at) && !(kinds_at(finder, finder->at) & NAME_KIND_AND))
        return false;
    finder->at++;
    finder->before = finder->joined & (NAME_KIND_AREA | NAME_KIND_CREDIT);
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
    *candidate = name_candidate_at(&finder->text,
                                   (struct name_span){finder->at, finder->at, finder->at + length},
                                   finder->before);
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
