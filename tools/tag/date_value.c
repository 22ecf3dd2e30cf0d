#include "date_value.h"

enum { MONTHS = 12, LEAP_YEAR = 2000 };

struct date date_of_number(int32_t number)
{
    return (struct date){
        .known = DATE_YEAR | DATE_MONTH | DATE_DAY,
        .calendar = calendar_day_of(number),
    };
}

int32_t date_number(const struct date *date)
{
    struct calendar_day day = date->calendar;
    if (!date_has(date, DATE_DAY))
        day.day = 1;
    return calendar_number(day);
}

bool date_is_possible(const struct date *date)
{
    int32_t year = date_has(date, DATE_YEAR) ? date->calendar.year : LEAP_YEAR;
    if (!date_has(date, DATE_MONTH))
        return true;
    if (date->calendar.month < 1 || date->calendar.month > MONTHS)
        return false;
    return !date_has(date, DATE_DAY) ||
           (date->calendar.day >= 1 &&
            date->calendar.day <= calendar_month_length(year, date->calendar.month));
}

void date_add_months(struct date *date, int32_t months)
{
    int32_t month = date->calendar.year * MONTHS + date->calendar.month - 1 + months;
    date->calendar.year = month / MONTHS;
    date->calendar.month = month % MONTHS + 1;
}

static void append_digits(struct buffer *out, int32_t number, int32_t width)
{
    char digits[10];
    for (int32_t i = width; i > 0; i--, number /= 10)
        digits[i - 1] = (char) ('0' + number % 10);
    buffer_append(out, slice_of(digits, (size_t) width));
}

/* A character and a number of two digits, where that part is known. */
static void append_part(struct buffer *out, const struct date *date, enum date_part part,
                        char before, int32_t number)
{
    if (!date_has(date, part))
        return;
    buffer_append_byte(out, before);
    append_digits(out, number, 2);
}

static void append_zone(struct buffer *out, const struct date *date)
{
    int32_t minutes = date->zone < 0 ? -date->zone : date->zone;
    if (date->is_utc) {
        buffer_append_byte(out, 'Z');
        return;
    }
    buffer_append_byte(out, date->zone < 0 ? '-' : '+');
    append_digits(out, minutes / 60, 2);
    buffer_append_byte(out, ':');
    append_digits(out, minutes % 60, 2);
}

static void append_time(struct buffer *out, const struct date *date)
{
    append_part(out, date, DATE_HOUR, 'T', date->hour);
    append_part(out, date, DATE_MINUTE, ':', date->minute);
    append_part(out, date, DATE_SECOND, ':', date->second);
    if (date_has(date, DATE_FRACTION)) {
        buffer_append_byte(out, '.');
        append_digits(out, date->fraction, date->fraction_digits);
    }
    if (date_has(date, DATE_ZONE))
        append_zone(out, date);
}

void date_append(struct buffer *out, const struct date *date)
{
    if (date_has(date, DATE_YEAR))
        append_digits(out, date->calendar.year, 4);
    else
        buffer_append_byte(out, '-');
    if (date_has(date, DATE_WEEK)) {
        buffer_append_string(out, "-W");
        append_digits(out, date->week, 2);
        return;
    }
    append_part(out, date, DATE_MONTH, '-', date->calendar.month);
    append_part(out, date, DATE_DAY, '-', date->calendar.day);
    append_time(out, date);
}

void date_span_append(struct buffer *out, const struct date_span *span)
{
    date_append(out, &span->first);
    if (!span->is_interval)
        return;
    buffer_append_byte(out, '/');
    date_append(out, &span->last);
}
