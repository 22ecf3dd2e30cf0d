/* The options of normalize beside the shared ones. */
#ifndef NORMALIZE_OPTIONS_H
#define NORMALIZE_OPTIONS_H

#include "charset.h"
#include "cli.h"
#include "step.h"

struct options {
    unsigned steps; /* those to take, bits of STEP_BIT */
    enum spelling tones;
    struct charset_verdict charset; /* what every document is in; not forced: it is found out */
    bool mark;
};

/* What holds where no option says other. */
#define OPTIONS_DEFAULT ((struct options){STEPS_DEFAULT, SPELLING_OLD, CHARSET_UNDECIDED, false})

/* For struct cli_program: the table, and what takes one of them into the struct options that is its
 * context. */
extern const struct cli_option options_table[];
const char *options_take(void *context, int key, const char *value);

#endif
