/* The repair of a text, step by step. */
#ifndef NORMALIZE_REPAIR_H
#define NORMALIZE_REPAIR_H

#include "bytes.h"

/* The steps, in the order in which they are taken. */
enum repair_step {
    REPAIR_UTF8,     /* bytes that are not UTF-8 become U+FFFD */
    REPAIR_ENTITIES, /* HTML character references are decoded */
    REPAIR_CONTROLS, /* control and invisible characters go */
    REPAIR_COMPOSE,  /* Normalization Form C */
    REPAIR_SPACES,   /* white space of any kind becomes one space, none at the ends */
    REPAIR_STEPS,
};

extern const char *const repair_step_names[REPAIR_STEPS];

/* All zero is a valid repair that has done nothing yet. */
struct repair {
    uint64_t texts, changed;
    uint64_t changed_by[REPAIR_STEPS]; /* texts that a step changed */
    struct buffer now, next;           /* the text between steps */
};

/* Repairs a plain (unescaped) text. Returns true and sets *repaired, valid until the next call, if
 * it was changed; false if it was clean. A second pass over the result changes nothing. */
bool repair_text(struct repair *repair, struct slice text, struct slice *repaired);

void repair_release(struct repair *repair);

#endif
