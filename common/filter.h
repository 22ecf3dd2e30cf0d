/* What main does in every filter: operands in, standard output out. */
#ifndef GANLOC_FILTER_H
#define GANLOC_FILTER_H

#include "input.h"

/* Reads the input to its end, or until out->error is set, and writes what comes of it. */
typedef void filter_loop(struct input *input, struct writer *out);

/* Opens operands and standard output, runs `lines` with -t and else `records`, and closes both.
 * `lines` may be null in a program without -t. Returns the exit status; *input keeps its counts.
 * The names (an argv) and the settings are borrowed for the call. */
enum status filter_run(struct input *input, const struct cli_settings *settings, char **names,
                       int count, filter_loop *records, filter_loop *lines);

#endif
