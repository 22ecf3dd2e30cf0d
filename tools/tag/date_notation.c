#include "date_notation.h"

#include "ascii.h"

enum {
    FIRST_YEAR = 1990, /* of a page of the web */
    LAST_YEAR = 2099,
    DAY_SECONDS = 86400,
};

static const unsigned whole_day = DATE_YEAR | DATE_MONTH | DATE_DAY;

static bool is_digits(struct slice text)
{
    for (size_t i = 0; i < text.length; i++)
        if (!ascii_is_digit(text.bytes[i]))
            return false;
    return text.length;
}

/* The number of digits from `at` on, `count` of them. */
static int32_t number_at(struct slice digits, size_t at, size_t count)
{
    int32_t number = 0;
    for (size_t i = at; i < at + count; i++)
        number = number * 10 + (digits.bytes[i] - '0');
    return number;
}

static bool is_likely_day(const struct date *date)
{
    return date->calendar.year >= FIRST_YEAR && date->calendar.year <= LAST_YEAR &&
           date_is_possible(date);
}

static void set_day(struct date *date, int32_t year, int32_t month, int32_t day)
{
    *date = (struct date){.known = whole_day, .calendar = {year, month, day}};
}

/* 20241122 at the beginning of digits. */
static bool parse_basic_day(struct slice digits, struct date *date)
{
    if (digits.length < 8)
        return false;
    set_day(date, number_at(digits, 0, 4), number_at(digits, 4, 2), number_at(digits, 6, 2));
    return is_likely_day(date);
}

/* 2103 or 210345 */
static bool parse_basic_time(struct slice digits, struct date *date)
{
    if (digits.length != 4 && digits.length != 6)
        return false;
    date->hour = number_at(digits, 0, 2);
    date->minute = number_at(digits, 2, 2);
    date->second = digits.length == 6 ? number_at(digits, 4, 2) : 0;
    date->known |= DATE_HOUR | DATE_MINUTE | (digits.length == 6 ? DATE_SECOND : 0);
    return date->hour < 24 && date->minute < 60 && date->second < 60;
}

bool date_notation_basic(struct slice text, struct date *date)
{
    struct slice day = slice_of(text.bytes, 8), time = slice_from_offset(text, 8);
    if (text.length < 8 || !is_digits(day) || !parse_basic_day(day, date))
        return false;
    if (!time.length)
        return true;
    if (time.bytes[0] == 'T')
        time = slice_from_offset(time, 1);
    bool is_utc = slice_ends_with(time, SLICE("Z"));
    time.length -= is_utc;
    if (!is_digits(time) || !parse_basic_time(time, date))
        return false;
    date->is_utc = is_utc;
    date->known |= is_utc ? DATE_ZONE : 0;
    return true;
}

bool date_notation_epoch(struct slice text, struct date *date)
{
    int64_t number = 0;
    bool is_milliseconds = text.length == 12 || text.length == 13;
    if (!is_digits(text) || !(is_milliseconds || text.length == 9 || text.length == 10))
        return false;
    for (size_t i = 0; i < text.length; i++)
        number = number * 10 + (text.bytes[i] - '0');
    int64_t seconds = is_milliseconds ? number / 1000 : number;
    int32_t of_day = (int32_t) (seconds % DAY_SECONDS);
    *date = date_of_number((int32_t) (seconds / DAY_SECONDS));
    date->hour = of_day / 3600;
    date->minute = of_day / 60 % 60;
    date->second = of_day % 60;
    date->known |= DATE_HOUR | DATE_MINUTE | DATE_SECOND | DATE_ZONE;
    date->is_utc = true;
    if (is_milliseconds && number % 1000) {
        date->fraction = (int32_t) (number % 1000);
        date->fraction_digits = 3;
        date->known |= DATE_FRACTION;
    }
    return is_likely_day(date);
}

static size_t digits_at(struct slice text, size_t at)
{
    size_t end = at;
    while (end < text.length && ascii_is_digit(text.bytes[end]))
        end++;
    return end - at;
}

/* A number that is a day, or a day and a time. */
static bool parse_url_number(struct slice digits, struct date *date)
{
    struct date with_time;
    if (digits.length == 8)
        return parse_basic_day(digits, date);
    if (digits.length != 14 && digits.length != 17)
        return false;
    if (!date_notation_basic(slice_of(digits.bytes, 14), &with_time))
        return false;
    return parse_basic_day(digits, date);
}

/* 2024/11/22 and 2024-11-22 */
static bool parse_url_parts(struct slice text, size_t at, struct date *date)
{
    size_t month = at + 5, day = at + 8;
    if (text.length < day + 2 || digits_at(text, at) != 4 || digits_at(text, month) != 2 ||
        digits_at(text, day) != 2)
        return false;
    char separator = text.bytes[at + 4];
    if ((separator != '/' && separator != '-') || text.bytes[at + 7] != separator)
        return false;
    set_day(date, number_at(text, at, 4), number_at(text, month, 2), number_at(text, day, 2));
    return is_likely_day(date);
}

bool date_notation_url(struct slice url, struct date *date)
{
    for (size_t at = 0; at < url.length;) {
        size_t length = digits_at(url, at);
        if (length == 4 && parse_url_parts(url, at, date))
            return true;
        if (length && parse_url_number(slice_of(url.bytes + at, length), date))
            return true;
        at += length ? length : 1;
    }
    return false;
}
