#include "date_list.h"

enum {
    MOST_BACK = 305,  /* days */
    MOST_AHEAD = 183, /* days */
    HALF_YEAR = 6,    /* months */
    LEAP_YEARS = 8,   /* at most so many years from one leap year to the next */
};

/* How far date lies ahead of `day` in this year, in days. */
static int32_t days_ahead(struct date date, int32_t year, int32_t day)
{
    date.calendar.year = year;
    return date_number(&date) - day;
}

/* For a month, its days count as one: a month that has begun is not past. */
static int32_t year_on_side(const struct date *date, enum date_side side, int32_t year, int32_t day)
{
    struct calendar_day today = calendar_day_of(day);
    if (!date_has(date, DATE_DAY))
        day -= today.day - 1;
    int32_t ahead = days_ahead(*date, year, day);
    if (side == DATE_SIDE_FUTURE && ahead < 0 && ahead + 365 <= MOST_AHEAD)
        return year + 1;
    if (side == DATE_SIDE_PAST && ahead > 0 && ahead - 365 >= -MOST_BACK)
        return year - 1;
    if (ahead > MOST_AHEAD)
        return year - 1;
    return ahead < -MOST_BACK ? year + 1 : year;
}

static int32_t nearest_possible(struct date date, int32_t year)
{
    for (int32_t distance = 0; distance <= LEAP_YEARS; distance++) {
        date.calendar.year = year - distance;
        if (date_is_possible(&date))
            return year - distance;
        date.calendar.year = year + distance;
        if (date_is_possible(&date))
            return year + distance;
    }
    return year;
}

void date_resolve_year(struct date *date, enum date_side side,
                       const struct date_reference *reference)
{
    if (!reference->is_known || date_has(date, DATE_YEAR) || !date_has(date, DATE_MONTH) ||
        !date_is_possible(date))
        return;
    int32_t year = calendar_day_of(reference->day).year;
    date->known |= DATE_YEAR;
    date->calendar.year = nearest_possible(*date, year_on_side(date, side, year, reference->day));
}

/* Less than, equal to or greater than 0 as the month and day of a lie before, on or behind b's. */
static int32_t compare_in_year(const struct date *a, const struct date *b)
{
    int32_t months = a->calendar.month - b->calendar.month;
    return months || !date_has(a, DATE_DAY) || !date_has(b, DATE_DAY)
               ? months
               : a->calendar.day - b->calendar.day;
}

/* The years from one date to a later one that is named with it: an interval runs forward, and a
 * list may go over New Year. */
static int32_t years_between(const struct date *date, const struct date *later, bool is_interval)
{
    if (is_interval)
        return compare_in_year(date, later) > 0;
    return date->calendar.month - later->calendar.month > HALF_YEAR;
}

static void set_year(struct date *date, int32_t year)
{
    date->calendar.year = year;
    date->known |= DATE_YEAR;
}

static void borrow_from_next(struct date *date, const struct date *next, bool is_interval)
{
    if (!date_has(date, DATE_MONTH) && date_has(date, DATE_DAY)) {
        date->calendar.month = next->calendar.month;
        date->known |= DATE_MONTH;
    }
    if (!date_has(date, DATE_YEAR) && date_has(next, DATE_YEAR))
        set_year(date, next->calendar.year - years_between(date, next, is_interval));
}

static void drop_impossible(struct date_list *list)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++) {
        if (!date_is_possible(&list->dates[i])) {
            if (kept)
                list->is_to_next[kept - 1] = false;
            continue;
        }
        list->is_to_next[kept] = list->is_to_next[i];
        list->dates[kept++] = list->dates[i];
    }
    list->count = kept;
}

/* The end of an interval follows its beginning; another date only follows a year that was said. */
static void resolve_years(struct date_list *list, const struct date_reference *reference)
{
    bool is_said = false;
    for (size_t i = 0; i < list->count; i++) {
        struct date *date = &list->dates[i];
        bool is_end = i && list->is_to_next[i - 1];
        if (date_has(date, DATE_YEAR))
            is_said = true;
        else if (i && (is_end || is_said) && date_has(&date[-1], DATE_YEAR))
            set_year(date, date[-1].calendar.year + years_between(&date[-1], date, is_end));
        else
            date_resolve_year(date, list->side, reference);
    }
}

void date_list_resolve(struct date_list *list, const struct date_reference *reference)
{
    for (size_t i = list->count; i-- > 1;)
        borrow_from_next(&list->dates[i - 1], &list->dates[i], list->is_to_next[i - 1]);
    drop_impossible(list);
    resolve_years(list, reference);
    drop_impossible(list);
}

/* Without a year, 28/12 - 3/1 runs forward, too. */
static bool runs_forward(const struct date *first, const struct date *last)
{
    if (!date_has(first, DATE_YEAR) || !date_has(last, DATE_YEAR))
        return date_has(first, DATE_YEAR) == date_has(last, DATE_YEAR);
    if (first->calendar.year != last->calendar.year)
        return first->calendar.year < last->calendar.year;
    return compare_in_year(first, last) <= 0;
}

bool date_list_next(const struct date_list *list, size_t *at, struct date_span *span)
{
    if (*at >= list->count)
        return false;
    *span = (struct date_span){.first = list->dates[(*at)++]};
    if (*at < list->count && list->is_to_next[*at - 1] &&
        runs_forward(&span->first, &list->dates[*at])) {
        span->last = list->dates[(*at)++];
        span->is_interval = true;
    }
    return true;
}
