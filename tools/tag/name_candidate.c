#include "name_candidate.h"

#include "name_organisation.h"
#include "name_score.h"

enum {
    PART = 140,           /* what it says of a name that it is part of a longer one */
    LEAST_FOR_PLACE = 12, /* what the surroundings of a club's name must say to make it a place */
    LISTED_SHARE = 4,     /* what stands beside a name counts so much less where one list has it */
};

/* The types that the lists give the name: bit i for type i. */
static unsigned listed_types(const struct name_text *text, size_t first, size_t end)
{
    struct name_match match = name_match_at(text, first);
    unsigned types = 0;
    for (size_t i = 0; match.known == end - first && i < NAME_TYPES; i++)
        types |= match.name->known[i] >= NAME_TEAM ? 1u << i : 0;
    return types;
}

struct name_candidate name_candidate_at(const struct name_text *text, struct name_span span,
                                        uint32_t before)
{
    struct name_candidate candidate = {.first = span.first, .end = span.end, .type = NAME_TYPES};
    candidate.key = name_score_key(text, span.core, span.end);
    candidate.listed = listed_types(text, span.core, span.end);
    name_score_itself(text, span.core, span.end, &candidate.itself);
    bool has_left = !(before & NAME_KIND_TITLE); /* what it says is known better */
    name_score_around(text, span.core, span.end, has_left, &candidate.around);
    return candidate;
}

struct name_candidate name_candidate_settled(const struct name_text *text, struct name_span span,
                                             enum name_type type)
{
    struct name_candidate candidate = name_candidate_at(text, span, 0);
    candidate.type = type;
    candidate.around.of[type] += NAME_CERTAIN;
    return candidate;
}

/* The type of a candidate by itself, without the rest of the document. */
enum name_type name_candidate_type_alone(const struct name_candidate *candidate)
{
    struct name_scores scores = candidate->itself;
    if (candidate->type < NAME_TYPES)
        return candidate->type;
    for (size_t i = 0; i < NAME_TYPES; i++)
        scores.of[i] += candidate->around.of[i];
    return name_scores_decide(&scores);
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

void name_candidate_learn(const struct name_text *text, const struct name_candidate *candidate,
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

enum name_type name_candidate_judge(const struct name_candidate *candidate,
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
