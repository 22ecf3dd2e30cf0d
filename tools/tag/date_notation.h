/* Notations of a document's own date that no text has: digits alone, and URLs. Days are from 1990
 * to 2099; other numbers are something else. */
#ifndef TAG_DATE_NOTATION_H
#define TAG_DATE_NOTATION_H

#include "date_value.h"

/* The basic format of ISO 8601, with or without its T: 20241122, 20241122210345,
 * 20241122T210345Z. Returns false where the text is none. */
bool date_notation_basic(struct slice text, struct date *date);

/* Seconds (9 or 10 digits) or milliseconds (12 or 13) since 1970 in UTC. Returns false where the
 * text is none. */
bool date_notation_epoch(struct slice text, struct date *date);

/* The day in a URL: /2024/11/22/, 2024-11-22, 20241122, or in a number of 14 or 17 digits that is
 * a day with its time: 20241122210312, 20241122210312345. Numbers of other lengths are ids.
 * Returns false where there is none. */
bool date_notation_url(struct slice url, struct date *date);

#endif
