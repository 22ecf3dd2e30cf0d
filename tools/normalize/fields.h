/* The fields of a record that hold text. */
#ifndef NORMALIZE_FIELDS_H
#define NORMALIZE_FIELDS_H

#include "record.h"
#include "repair.h"

/* Memory for the repaired fields of one record. All zero is valid. */
struct fields {
    struct buffer plain, text, words, word, tags, marked;
};

/* The text of a record, plain. Valid until the next call. */
struct slice fields_text(struct fields *fields, const struct record *record);

/* Hands over each text, plain, among the tags of a metadata record: its titles and authors. */
typedef void fields_take(void *context, struct slice text);
void fields_each_tag(struct fields *fields, const struct record *record, fields_take *take,
                     void *context);

/* Repairs the record's text, its words, and of a metadata record titles and authors; `steps` is
 * what repair_scan said of the text. A word stays one: a space that comes into it is written "_",
 * and words of which nothing is left go. Fields that change become slices of *fields, good until
 * the next call. With `mark` the tag `fix` names the steps that changed them, behind what it named
 * before. */
void fields_repair(struct fields *fields, struct repair *repair, struct record *record,
                   unsigned steps, bool mark);

void fields_release(struct fields *fields);

#endif
