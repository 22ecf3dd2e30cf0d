#include "date_calendar.h"

enum {
    ERA_YEARS = 400, /* after which the calendar repeats itself */
    ERA_DAYS = 146097,
    EPOCH = 719468, /* days from 0000-03-01 to 1970-01-01 */
    YEAR_DAYS = 365,
    WEEK_DAYS = 7,
    THURSDAY = 4,
};

bool calendar_is_leap_year(int32_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % ERA_YEARS == 0);
}

int32_t calendar_month_length(int32_t year, int32_t month)
{
    static const int32_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return lengths[month - 1] + (month == 2 && calendar_is_leap_year(year));
}

/* Rounds down for negative numbers, too. */
static int32_t divide_down(int32_t number, int32_t by)
{
    return (number >= 0 ? number : number - by + 1) / by;
}

int32_t calendar_number(struct calendar_day day)
{
    int32_t year = day.year - (day.month <= 2);
    int32_t era = divide_down(year, ERA_YEARS);
    int32_t year_of_era = year - era * ERA_YEARS;
    int32_t day_of_year = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1;
    int32_t day_of_era =
        year_of_era * YEAR_DAYS + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * ERA_DAYS + day_of_era - EPOCH;
}

struct calendar_day calendar_day_of(int32_t number)
{
    int32_t shifted = number + EPOCH;
    int32_t era = divide_down(shifted, ERA_DAYS);
    int32_t day_of_era = shifted - era * ERA_DAYS;
    int32_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / YEAR_DAYS;
    int32_t day_of_year =
        day_of_era - (YEAR_DAYS * year_of_era + year_of_era / 4 - year_of_era / 100);
    int32_t month_from_march = (5 * day_of_year + 2) / 153;
    int32_t month = month_from_march + (month_from_march < 10 ? 3 : -9);
    return (struct calendar_day){
        .year = year_of_era + era * ERA_YEARS + (month <= 2),
        .month = month,
        .day = day_of_year - (153 * month_from_march + 2) / 5 + 1,
    };
}

int32_t calendar_weekday(int32_t number)
{
    int32_t from_monday = number + THURSDAY - 1; /* 1970-01-01 was a Thursday */
    return from_monday - divide_down(from_monday, WEEK_DAYS) * WEEK_DAYS + 1;
}

int32_t calendar_week(int32_t number, int32_t *year)
{
    int32_t thursday = number - calendar_weekday(number) + THURSDAY;
    *year = calendar_day_of(thursday).year;
    return (thursday - calendar_number((struct calendar_day){*year, 1, 1})) / WEEK_DAYS + 1;
}
