#include "date_relative.h"

enum { WEEK_DAYS = 7 };

static const uint64_t shifts =
    DATE_IS(DATE_WORD_WEEK_SHIFT) | DATE_IS(DATE_WORD_MONTH_SHIFT) | DATE_IS(DATE_WORD_YEAR_SHIFT);

static bool is_of_another_day(const struct date_text *text, size_t at)
{
    const uint64_t counts = DATE_IS(DATE_WORD_COUNT) | DATE_IS(DATE_WORD_EVERY);
    return is_behind(text, at, counts) || token_is(text, at + 1, DATE_IS(DATE_WORD_THERE)) ||
           (at > 0 && token_at(text, at - 1)->kind == DATE_TOKEN_NUMBER);
}

static struct date shifted_week(int32_t day, int32_t weeks)
{
    struct date date = {.known = DATE_YEAR | DATE_WEEK};
    date.week = calendar_week(day + weeks * WEEK_DAYS, &date.calendar.year);
    return date;
}

size_t date_relative_read_shift(const struct date_text *text, size_t at, struct date *date)
{
    int32_t value = token_at(text, at)->value;
    *date = (struct date){0};
    if (!token_is(text, at, shifts))
        return at;
    if (!text->reference.is_known || is_of_another_day(text, at))
        return at + 1;
    if (token_is(text, at, DATE_IS(DATE_WORD_WEEK_SHIFT))) {
        *date = shifted_week(text->reference.day, value);
        return at + 1;
    }
    date->known = DATE_YEAR;
    date->calendar = calendar_day_of(text->reference.day);
    if (token_is(text, at, DATE_IS(DATE_WORD_MONTH_SHIFT))) {
        date->known |= DATE_MONTH;
        date_add_months(date, value);
    } else {
        date->calendar.year += value;
    }
    return at + 1;
}

/* The last such weekday up to `day`. */
static int32_t last_weekday(int32_t day, int32_t weekday)
{
    return day - (calendar_weekday(day) - weekday + WEEK_DAYS) % WEEK_DAYS;
}

size_t date_relative_read_weekday(const struct date_text *text, size_t at, int32_t weekday,
                                  struct date *date)
{
    enum date_side side = DATE_SIDE_ANY;
    int32_t today = text->reference.day, day;
    bool is_in_week = token_is(text, at, DATE_IS(DATE_WORD_WEEK_SHIFT));
    size_t end = is_in_week ? at + 1 : date_text_read_side(text, at, &side);
    if (is_in_week)
        day = today - calendar_weekday(today) + weekday + token_at(text, at)->value * WEEK_DAYS;
    else if (side == DATE_SIDE_FUTURE)
        day = last_weekday(today, weekday) + WEEK_DAYS;
    else
        day = last_weekday(side == DATE_SIDE_PAST ? today - 1 : today, weekday);
    *date = text->reference.is_known ? date_of_number(day) : (struct date){0};
    return end;
}
