/* A date as precise as it was said, and how ISO 8601 writes it. */
#ifndef TAG_DATE_VALUE_H
#define TAG_DATE_VALUE_H

#include "bytes.h"
#include "date_calendar.h"

/* What of a date is known. A year may be unknown where month and day are known. */
enum date_part {
    DATE_YEAR = 1 << 0,
    DATE_MONTH = 1 << 1,
    DATE_DAY = 1 << 2,
    DATE_WEEK = 1 << 3, /* then `week` counts, and `calendar.year` is the year of the week */
    DATE_HOUR = 1 << 4,
    DATE_MINUTE = 1 << 5,
    DATE_SECOND = 1 << 6,
    DATE_FRACTION = 1 << 7,
    DATE_ZONE = 1 << 8,
    DATE_TIME = DATE_HOUR | DATE_MINUTE | DATE_SECOND | DATE_FRACTION | DATE_ZONE,
};

struct date {
    unsigned known; /* date_part values or-ed */
    struct calendar_day calendar;
    int32_t week;
    int32_t hour, minute, second;
    int32_t fraction, fraction_digits; /* of a second: 25, 3 is .025; at most 9 digits */
    int32_t zone;                      /* minutes that local time is ahead of UTC */
    bool is_utc;                       /* the zone was written as Z */
};

/* One date, or the time from `first` to `last`, both included. */
struct date_span {
    struct date first;
    struct date last;
    bool is_interval;
};

static inline bool date_has(const struct date *date, unsigned parts)
{
    return (date->known & parts) == parts;
}

/* The day with this number (date_calendar.h). */
struct date date_of_number(int32_t number);

/* The number of the day, whose year, month and day are known; of a month, that of its first day. */
int32_t date_number(const struct date *date);

/* True where month and day are in the calendar: of a year, where it is known, else of any. */
bool date_is_possible(const struct date *date);

/* Moves a date of year and month by months. */
void date_add_months(struct date *date, int32_t months);

/* Appends the date in ISO 8601, extended format: 2024, 2024-11, 2024-11-22, 2024-W47, with the time
 * as far as it is known. Without its year, --11-22 and --11: the truncated representation of ISO
 * 8601:2000, 5.2.1.3 (vCard, RFC 6350 section 4.3.1, has it still), with a hyphen in --11-22. */
void date_append(struct buffer *out, const struct date *date);

/* The same of a span; an interval as first/last (ISO 8601-1:2019, 5.5). */
void date_span_append(struct buffer *out, const struct date_span *span);

#endif
