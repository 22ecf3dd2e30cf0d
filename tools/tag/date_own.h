/* The document's own date: when it was published. */
#ifndef TAG_DATE_OWN_H
#define TAG_DATE_OWN_H

#include "date_read.h"
#include "layer.h"

enum date_source {
    DATE_SOURCE_NONE, /* there is none */
    DATE_SOURCE_TAG,  /* the tag `date` of the metadata record, as date_own_parse reads it */
    DATE_SOURCE_TEXT, /* the dateline, or the byline, where roles are known; else a line near the
                         top or the bottom that is little but a date */
    DATE_SOURCE_URL,  /* the tag `url` of the metadata record */
};

/* Looks for it in the order of these sources. Unless DATE_SOURCE_NONE is returned, *date has at
 * least year, month and day. */
enum date_source date_own_find(struct date_reader *reader, const struct page *page,
                               struct date *date);

/* Reads a date with its year as dumps have it: ISO 8601, also in its basic format, RFC 2822,
 * 22/11/2024 21:03 GMT+7 and the like, seconds or milliseconds since 1970 in UTC. Returns false
 * where the text is none. */
bool date_own_parse(struct date_reader *reader, struct slice text, struct date *date);

/* The day of a date with year, month and day, at `home` minutes ahead of UTC: one that has a zone
 * is brought there. */
int32_t date_own_day(const struct date *date, int32_t home);

#endif
