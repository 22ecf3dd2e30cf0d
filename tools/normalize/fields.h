/* The fields of a record that hold text. */
#ifndef NORMALIZE_FIELDS_H
#define NORMALIZE_FIELDS_H

#include "record.h"
#include "repair.h"

/* Hands over each text, plain, among the tags of a metadata record: its titles and authors. */
typedef void fields_take(void *context, struct slice text);
void fields_each_tag(const struct record *record, fields_take *take, void *context);

/* Repairs the record's texts, and its words where the text is changed; `steps` is what repair_scan
 * said of the (plain) text. Fields that change become slices of memory that lasts until the next
 * call. With `mark` the tag `fix` names the steps that changed them, beside those it named already.
 */
void fields_repair(struct repair *repair, struct record *record, unsigned steps, bool mark);

/* Releases that memory. */
void fields_release(void);

#endif
