/* JSON Lines: one object a document. */
#ifndef EMIT_JSONL_H
#define EMIT_JSONL_H

#include "options.h"

/* Writes all documents of the input, each as
 *     {"id","url","site","title","date","authors","source"[,"lead"],"text"[,kept fields]}
 * with null for what is not known. Holds one document at a time; one that is too large is reported
 * by document_read and left out. */
void emit_jsonl(struct input *input, struct writer *out, const struct emit_options *options,
                struct emit_counts *counts);

#endif
