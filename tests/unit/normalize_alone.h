/* A text that is a document of its own, as the tests of normalize have it. */
#ifndef UNIT_NORMALIZE_ALONE_H
#define UNIT_NORMALIZE_ALONE_H

#include "../../tools/normalize/repair.h"
#include "unit.h"

/* A repair that takes these steps of Vietnamese, whose words are loaded. */
static inline struct repair repair_for(unsigned steps, enum spelling spelling)
{
    return (struct repair){
        .steps = steps | STEP_BIT(STEP_UTF8),
        .spelling = spelling,
        .language = language_find("vi"),
        .verdict = CHARSET_UNDECIDED,
    };
}

/* Repairs the text, its code page being told by itself. Returns as repair_text does. */
static inline unsigned repair_alone(struct repair *repair, struct slice text,
                                    struct slice *repaired)
{
    struct charset_evidence evidence = {0};
    unsigned steps = repair_scan(repair, text);
    repair->verdict = CHARSET_UNDECIDED;
    if (repair->steps & STEP_BIT(STEP_CHARSET)) {
        repair_observe(repair, &evidence, text, steps);
        repair->verdict = charset_decide(&evidence);
    }
    unsigned changed = repair_text(repair, text, steps, repaired);
    repair_count(repair, changed);
    return changed;
}

#endif
