/* CoNLL-U, as Universal Dependencies define it (version 2): a sentence a block of lines. */
#ifndef EMIT_CONLLU_H
#define EMIT_CONLLU_H

#include "options.h"

/* Writes the words of all records of the input. A record without words, or whose words are not
 * those of its text, is reported with its place and left out; the input's status is raised. */
void emit_conllu(struct input *input, struct writer *out, const struct emit_options *options,
                 struct emit_counts *counts);

#endif
