/* Plain text: a paragraph or a sentence a line, a blank line between documents. */
#ifndef EMIT_TEXT_H
#define EMIT_TEXT_H

#include "options.h"

/* Writes all records of the input. Memory does not grow with the input. */
void emit_text(struct input *input, struct writer *out, const struct emit_options *options,
               struct emit_counts *counts);

/* Appends a record's text as a part of one line: its escapes undone, line breaks as spaces. */
void emit_append_line(struct buffer *line, struct slice text);

/* Appends what stood between this sentence and the next of its paragraph, line breaks as spaces. */
void emit_append_gap(struct buffer *line, const struct record *record);

#endif
