/* What may be a name in a text, and what a document says of it. */
#ifndef TAG_NAME_CANDIDATE_H
#define TAG_NAME_CANDIDATE_H

#include "name_evidence.h"
#include "name_match.h"

enum { NAME_CERTAIN = 64 }; /* what a word says that leaves no doubt of the name behind it */

/* Tokens: those from `core` on are the name by which evidence is kept (sông | Hồng). */
struct name_span {
    size_t first, core, end;
};

/* Tokens that may be a name. */
struct name_candidate {
    size_t first, end; /* tokens */
    uint64_t key;      /* by which evidence of it is kept; 0: none is kept */
    unsigned listed;   /* bit i: a list has it as a name of type i */
    struct name_scores itself, around;
    enum name_type type; /* what its surroundings make it without doubt; NAME_TYPES: they do not */
    bool is_doubtful;    /* a single syllable of the language: a name only where the document has it
                            elsewhere, in a longer name or behind such a word as ông */
};

/* A candidate of which nothing is known yet but its words and those beside it. `before`: enum
 * name_kind of the word before it. */
struct name_candidate name_candidate_at(const struct name_text *text, struct name_span span,
                                        uint32_t before);

/* One whose surroundings leave no doubt. */
struct name_candidate name_candidate_settled(const struct name_text *text, struct name_span span,
                                             enum name_type type);

/* Its type without the rest of the document. */
enum name_type name_candidate_type_alone(const struct name_candidate *candidate);

/* Keeps evidence of a candidate, and of the shorter forms that its name may have. */
void name_candidate_learn(const struct name_text *text, const struct name_candidate *candidate,
                          struct name_evidence *evidence);

/* Its type, after the whole document has been learned. */
enum name_type name_candidate_judge(const struct name_candidate *candidate,
                                    const struct name_evidence *evidence);

#endif
