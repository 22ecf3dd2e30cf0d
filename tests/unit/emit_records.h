/* What the tests of emit share: records in, bytes out. */
#ifndef GANLOC_UNIT_EMIT_RECORDS_H
#define GANLOC_UNIT_EMIT_RECORDS_H

#include "../../tools/emit/options.h"
#include "unit.h"

typedef void emit_format(struct input *input, struct writer *out,
                         const struct emit_options *options, struct emit_counts *counts);

static struct cli_settings settings = {.delimiter = '\n', .max_line = 1 << 20, .max_doc = 1 << 24};
static struct emit_options options;
static struct emit_counts counts; /* of the last call */
static enum status status;        /* likewise */

/* What the format makes of the records; valid until the next call. */
static inline struct slice emitted(emit_format *format, struct slice records)
{
    struct input input;
    struct writer out;
    int file = unit_file(SLICE(""));
    input_init_fd(&input, unit_file(records), "records", &settings);
    writer_init(&out, dup(file), "out", false);
    counts = (struct emit_counts){0};
    format(&input, &out, &options, &counts);
    status = input.status;
    input_close(&input);
    ck_assert(writer_close(&out));
    struct slice written = unit_contents(file);
    close(file);
    return written;
}

#endif
