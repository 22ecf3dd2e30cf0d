/* The proleptic Gregorian calendar: its rules of today applied to all years (ISO 8601, 4.3.2.1).
 * No locale, time zone or clock of the machine has a part in it. */
#ifndef TAG_DATE_CALENDAR_H
#define TAG_DATE_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

struct calendar_day {
    int32_t year;
    int32_t month; /* 1 to 12 */
    int32_t day;   /* 1 to 31 */
};

bool calendar_is_leap_year(int32_t year);

/* How many days the month has. */
int32_t calendar_month_length(int32_t year, int32_t month);

/* Days since 1970-01-01, which is 0; years from -1,000,000 to 1,000,000. The algorithm is
 * days_from_civil of Howard Hinnant, "chrono-compatible low-level date algorithms": the year
 * begins in March, so that the leap day is its last. */
int32_t calendar_number(struct calendar_day day);

/* The inverse: civil_from_days there. */
struct calendar_day calendar_day_of(int32_t number);

/* 1 for Monday to 7 for Sunday, as ISO 8601 counts. */
int32_t calendar_weekday(int32_t number);

/* The week of ISO 8601 (1 to 53) that the day is in, and *year, the year that the week counts to:
 * that of its Thursday. */
int32_t calendar_week(int32_t number, int32_t *year);

#endif
