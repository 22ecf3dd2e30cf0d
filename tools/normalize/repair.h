/* The repair of a text, step by step. */
#ifndef NORMALIZE_REPAIR_H
#define NORMALIZE_REPAIR_H

#include "charset.h"
#include "step.h"

/* All zero, but for what is said below, is a valid repair that has done nothing yet. */
struct repair {
    unsigned steps;         /* to be set: those to take, bits of STEP_BIT; STEP_UTF8 among them */
    enum spelling spelling; /* to be set: for the step tones */
    const struct language *language; /* to be set: its words must be loaded */
    struct charset_verdict verdict;  /* to be set: on the document of the texts that follow */
    uint64_t changed;                /* texts that were changed */
    uint64_t changed_by[STEP_COUNT]; /* and by which steps */
    struct buffer now, next;         /* the text between steps */
};

/* The steps that a text seems to need, as bits: of 0, it is clean. */
unsigned repair_scan(const struct repair *repair, struct slice text);

/* Repairs a plain (unescaped) text, beginning with what repair_scan said of it. Returns the steps
 * that changed it, as bits, and sets *repaired: to the text where there are none, else to memory
 * that lasts until the next call. A second pass over the result changes nothing, unless the text
 * was made to need more than ten. */
unsigned repair_text(struct repair *repair, struct slice text, unsigned steps,
                     struct slice *repaired);

/* Counts a text that these steps changed; 0: none did. */
void repair_count(struct repair *repair, unsigned changed);

/* Adds to the evidence what a text, of which repair_scan said `steps`, speaks for: as it is, with
 * its mojibake and entities undone, and repaired. */
void repair_observe(struct repair *repair, struct charset_evidence *evidence, struct slice text,
                    unsigned steps);

void repair_release(struct repair *repair);

#endif
