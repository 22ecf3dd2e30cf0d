/* Finds the dates in a text. */
#ifndef TAG_DATE_READ_H
#define TAG_DATE_READ_H

#include "date_list.h"
#include "date_words.h"

struct date_reader; /* owned by whom date_reader_new gave it to */

/* `words` must live as long as the reader. */
struct date_reader *date_reader_new(const struct date_words *words);

/* Takes a date that was found. `where` is the part of the text that names it; that of a list is
 * the same for each. Returns false to end the search. */
typedef bool date_found(void *context, const struct date_span *span, struct slice where);

/* Finds the dates in the text, in order. */
void date_reader_read(struct date_reader *reader, struct slice text,
                      const struct date_reference *reference, date_found *found, void *context);

/* Null is fine. */
void date_reader_free(struct date_reader *reader);

#endif
