#include "../../tools/tag/date_calendar.h"
#include "unit.h"

static int32_t number(int32_t year, int32_t month, int32_t day)
{
    return calendar_number((struct calendar_day){year, month, day});
}

START_TEST(leap_years)
{
    ck_assert(calendar_is_leap_year(2024));
    ck_assert(calendar_is_leap_year(2000));
    ck_assert(calendar_is_leap_year(1600));
    ck_assert(!calendar_is_leap_year(2023));
    ck_assert(!calendar_is_leap_year(1900));
    ck_assert(!calendar_is_leap_year(2100));
    ck_assert_int_eq(calendar_month_length(2024, 2), 29);
    ck_assert_int_eq(calendar_month_length(2023, 2), 28);
    ck_assert_int_eq(calendar_month_length(2023, 4), 30);
    ck_assert_int_eq(calendar_month_length(2023, 12), 31);
}
END_TEST

START_TEST(numbers_of_known_days)
{
    ck_assert_int_eq(number(1970, 1, 1), 0);
    ck_assert_int_eq(number(1970, 1, 2), 1);
    ck_assert_int_eq(number(1969, 12, 31), -1);
    ck_assert_int_eq(number(2000, 1, 1), 10957);
    ck_assert_int_eq(number(2024, 2, 29), 19782);
    ck_assert_int_eq(number(0, 3, 1), -719468);
    ck_assert_int_eq(number(1, 1, 1), -719162);
    ck_assert_int_eq(number(-400, 3, 1), -719468 - 146097);
}
END_TEST

/* Each day is one more than the day before, through leap years and ends of centuries. */
START_TEST(every_day_follows_the_one_before)
{
    int32_t last = number(1580, 12, 31);
    for (int32_t year = 1581; year <= 2420; year++)
        for (int32_t month = 1; month <= 12; month++)
            for (int32_t day = 1; day <= calendar_month_length(year, month); day++) {
                ck_assert_int_eq(number(year, month, day), ++last);
                struct calendar_day back = calendar_day_of(last);
                ck_assert(back.year == year && back.month == month && back.day == day);
            }
}
END_TEST

START_TEST(days_long_ago)
{
    for (int32_t number_of = -1000000; number_of < -700000; number_of += 37) {
        struct calendar_day day = calendar_day_of(number_of);
        ck_assert_int_eq(calendar_number(day), number_of);
    }
}
END_TEST

START_TEST(weekdays)
{
    ck_assert_int_eq(calendar_weekday(number(1970, 1, 1)), 4);
    ck_assert_int_eq(calendar_weekday(number(2024, 11, 22)), 5);
    ck_assert_int_eq(calendar_weekday(number(2024, 11, 24)), 7);
    ck_assert_int_eq(calendar_weekday(number(1945, 9, 2)), 7);
    ck_assert_int_eq(calendar_weekday(number(1900, 1, 1)), 1);
}
END_TEST

/* The examples of ISO 8601 and of its annex, where the year of the week is another. */
START_TEST(weeks)
{
    static const struct {
        int32_t year, month, day, week_year, week;
    } cases[] = {
        {2024, 11, 22, 2024, 47}, {2024, 12, 30, 2025, 1}, {2023, 1, 1, 2022, 52},
        {2021, 1, 3, 2020, 53},   {2021, 1, 4, 2021, 1},   {2008, 12, 28, 2008, 52},
        {2008, 12, 29, 2009, 1},  {2010, 1, 3, 2009, 53},  {1985, 4, 12, 1985, 15},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int32_t year;
        ck_assert_int_eq(calendar_week(number(cases[i].year, cases[i].month, cases[i].day), &year),
                         cases[i].week);
        ck_assert_int_eq(year, cases[i].week_year);
    }
}
END_TEST

int main(void)
{
    return unit_run("tag_date_calendar", (const TTest *const[]){
                                             leap_years,
                                             numbers_of_known_days,
                                             every_day_follows_the_one_before,
                                             days_long_ago,
                                             weekdays,
                                             weeks,
                                             NULL,
                                         });
}
