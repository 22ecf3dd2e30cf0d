/* What the whole of a document says of each name in it. */
#ifndef TAG_NAME_EVIDENCE_H
#define TAG_NAME_EVIDENCE_H

#include "name_lexicon.h"

/* How much speaks for each type, in eighths of a bit. */
struct name_scores {
    int of[NAME_TYPES];
};

/* All zero is a valid start. At most NAME_EVIDENCE_MOST names are kept of a document: what comes
 * later is judged by itself. */
struct name_evidence {
    struct name_entry *entries; /* open addressing; a key of 0 marks a free one */
    size_t capacity, count;
};

enum { NAME_EVIDENCE_MOST = 1 << 16 };

/* Forgets all names. */
void name_evidence_clear(struct name_evidence *evidence);

void name_evidence_release(struct name_evidence *evidence);

/* The name with this key (not 0) stands in the document: `itself` says what it is without its
 * surroundings, `around` what they say; `settled`: its type where they leave no doubt, else
 * NAME_TYPES. */
void name_evidence_add(struct name_evidence *evidence, uint64_t key,
                       const struct name_scores *itself, const struct name_scores *around,
                       enum name_type settled);

/* The name may stand in the document shortened to what has the key `part`. */
void name_evidence_add_part(struct name_evidence *evidence, uint64_t part, uint64_t key);

/* What a document says of a name. */
struct name_findings {
    struct name_scores around; /* what stands beside it, all in all */
    enum name_type whole;      /* of the person's or organisation's longer name that it is part of;
                                  NAME_NONE: it is not */
};

/* Returns false where the name does not stand in the document, neither in full nor as a part. */
bool name_evidence_get(const struct name_evidence *evidence, uint64_t key,
                       struct name_findings *findings);

/* The type of a name with these scores. */
enum name_type name_scores_decide(const struct name_scores *scores);

#endif
