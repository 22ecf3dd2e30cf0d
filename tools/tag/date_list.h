/* Dates that are named together, such as `ngày 21, 22 và 23/11`: each lends the others what they
 * lack, and the document's own date lends the year. */
#ifndef TAG_DATE_LIST_H
#define TAG_DATE_LIST_H

#include "date_value.h"

enum { DATE_LIST_MOST = 16 };

/* The day that dates are told from: the document's own. */
struct date_reference {
    bool is_known;
    int32_t day; /* its number (date_calendar.h) */
};

/* On which side of the document's day a date without year was said to lie. */
enum date_side {
    DATE_SIDE_ANY,
    DATE_SIDE_PAST,
    DATE_SIDE_FUTURE,
};

/* Whether something shows that numbers are a date. */
enum date_strength {
    DATE_BARE, /* nothing: a date must have its year */
    DATE_NEAR, /* a word before them that goes with fractions, too */
    DATE_SURE,
};

struct date_list {
    struct date dates[DATE_LIST_MOST];
    bool is_to_next[DATE_LIST_MOST]; /* an interval: from this to the next; false of the last */
    size_t count;
    enum date_side side;
};

/* Empties the list, without touching what it held. */
static inline void date_list_clear(struct date_list *list)
{
    list->count = 0;
    list->side = DATE_SIDE_ANY;
}

/* Gives every date the month and year that it lacks:
 *   a day without month those of the next;
 *   a date without year that of the next, or of the one before where its year was said, an
 *     interval running forward;
 *   else one told from the reference.
 * Without a reference, years stay unknown. Dates that no calendar has are dropped. */
void date_list_resolve(struct date_list *list, const struct date_reference *reference);

/* Gives a date with month but without year the year of the reference; another, where it would lie
 * more than 305 days before the reference or 183 days behind it: news look back. A side that was
 * said counts where it lies as near as that. 29 February goes to the next leap year around. */
void date_resolve_year(struct date *date, enum date_side side,
                       const struct date_reference *reference);

/* Takes the first span off the list from *at on: a date, or an interval that runs forward. Returns
 * false at the end. */
bool date_list_next(const struct date_list *list, size_t *at, struct date_span *span);

#endif
