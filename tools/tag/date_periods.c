#include "date_periods.h"

enum { LAST_MONTH = 12, QUARTERS = 4, QUARTER_MONTHS = 3, DECADE = 10, CENTURY = 100 };

static const uint64_t things =
    DATE_IS(DATE_WORD_UNIT) | DATE_IS(DATE_WORD_NOUN) | DATE_IS(DATE_WORD_LUNAR);

static void add_date(struct date_list *list, unsigned known, int32_t year, int32_t month)
{
    list->is_to_next[list->count] = false;
    list->dates[list->count++] = (struct date){.known = known, .calendar = {year, month, 0}};
}

static void add_interval(struct date_list *list, int32_t first_year, int32_t last_year)
{
    add_date(list, DATE_YEAR, first_year, 0);
    list->is_to_next[list->count - 1] = true;
    add_date(list, DATE_YEAR, last_year, 0);
}

/* Reads I, IV, XVII; 0 where the word is no Roman numeral below 40. */
static int32_t roman_number(struct slice word)
{
    int32_t number = 0, last = 0;
    for (size_t i = word.length; i-- > 0;) {
        int32_t digit = word.bytes[i] == 'I'   ? 1
                        : word.bytes[i] == 'V' ? 5
                        : word.bytes[i] == 'X' ? 10
                                               : 0;
        if (!digit || number + digit >= 40)
            return 0;
        number += digit < last ? -digit : digit;
        last = digit;
    }
    return number;
}

/* An Arabic or Roman number from 1 to `most`, or 0. */
static int32_t number_at(const struct date_text *text, size_t at, int32_t most)
{
    const struct date_token *token = token_at(text, at);
    int32_t number = 0;
    if (token->kind == DATE_TOKEN_WORD)
        number = roman_number(token->text);
    else if (token_is_number(text, at, 1, (uint32_t) most, 2))
        number = token_number(text, at);
    return number <= most ? number : 0;
}

/* Months */

/* The number of a month behind the word for month: 1 to 12, and not the beginning of something
 * else. What follows it may be a year, or with '-' the next month. */
static bool is_month(const struct date_text *text, size_t at, struct date *year, size_t *end)
{
    if (!token_is_number(text, at, 1, LAST_MONTH, 2))
        return false;
    *end = date_text_read_year(text, at + 1, false, year);
    if (*end > at + 1)
        return true;
    return date_text_ends_clean(text, *end, '-') && !token_is(text, *end, things);
}

static size_t read_month(const struct date_text *text, size_t at, bool is_first,
                         struct date_list *list)
{
    struct date date = {0};
    size_t number = at + token_is(text, at, DATE_IS(DATE_WORD_MONTH)), end = at;
    int32_t month = token_at(text, at)->value;
    if (token_is(text, at, DATE_IS(DATE_WORD_SPELLED_MONTH)))
        end = date_text_read_year(text, at + 1, true, &date);
    else if ((number > at || !is_first) && is_month(text, number, &date, &end))
        month = token_number(text, number);
    if (end == at || (end == at + 1 && token_is(text, end, things)))
        return at;
    add_date(list, date.known | DATE_MONTH, date.calendar.year, month);
    return end;
}

/* November 2024 */
static size_t read_named_month(const struct date_text *text, size_t at, struct date_list *list)
{
    struct date date = {0};
    size_t year = at + 1 + token_is_glued_mark(text, at + 1, '.');
    size_t end = date_text_read_year(text, year, true, &date);
    if (end == year)
        return at;
    add_date(list, date.known | DATE_MONTH, date.calendar.year, token_at(text, at)->value);
    return end;
}

/* `3 tháng 2` and `ba tháng một lần` count months. */
static bool is_counted(const struct date_text *text, size_t at)
{
    return at > 0 && (token_at(text, at - 1)->kind == DATE_TOKEN_NUMBER ||
                      is_behind(text, at, DATE_IS(DATE_WORD_COUNT) | DATE_IS(DATE_WORD_EVERY)));
}

static size_t read_months(const struct date_text *text, size_t at, struct date_list *list)
{
    size_t end = at, start = at;
    bool is_interval = false;
    if (is_counted(text, at) || is_behind(text, at, DATE_IS(DATE_WORD_NAMED)))
        return at;
    while (list->count < DATE_LIST_MOST) {
        size_t next = read_month(text, start, list->count == 0, list);
        if (next == start)
            break;
        if (list->count > 1)
            list->is_to_next[list->count - 2] = is_interval;
        end = next;
        start = date_text_read_joint(text, end, &is_interval);
        if (start == end)
            break;
    }
    return list->count ? date_text_read_side(text, end, &list->side) : at;
}

/* Quarters */

static size_t read_quarter(const struct date_text *text, size_t at, struct date_list *list)
{
    struct date date = {.known = DATE_MONTH};
    int32_t number = number_at(text, at + 1, QUARTERS);
    if (!number)
        return at;
    size_t end = date_text_read_year(text, at + 2, false, &date);
    if (end == at + 2 && (!date_text_ends_clean(text, end, '-') || token_is(text, end, things)))
        return at;
    date.calendar.month = (number - 1) * QUARTER_MONTHS + 1;
    date_resolve_year(&date, DATE_SIDE_ANY, &text->reference);
    if (!date_has(&date, DATE_YEAR))
        return at;
    add_date(list, date.known, date.calendar.year, date.calendar.month);
    list->is_to_next[0] = true;
    add_date(list, date.known, date.calendar.year, date.calendar.month + QUARTER_MONTHS - 1);
    return end;
}

/* Years */

/* 2019-20 and 2019/20, of what runs over two years. */
static size_t read_short_end(const struct date_text *text, size_t at, struct date_list *list)
{
    bool is_joined = token_is_glued_mark(text, at, '-') || token_is_glued_mark(text, at, '/');
    int32_t first = token_number(text, at - 1);
    if (!is_joined || !token_is_glued_number(text, at + 1) ||
        !date_text_ends_clean(text, at + 2, 0))
        return at;
    int32_t last = token_number(text, at + 1);
    if (token_at(text, at + 1)->text.length == 2)
        last += first - first % CENTURY;
    if (last <= first || last > first + CENTURY)
        return at;
    list->count = 0;
    add_interval(list, first, last);
    return at + 2;
}

static bool is_next_year(const struct date_text *text, size_t at)
{
    return date_text_is_year(text, at) && date_text_ends_clean(text, at + 1, '-') &&
           !token_is(text, at + 1, things);
}

/* Years from the first number on: 2015, 2016 và 2018; 2010 đến năm 2015. */
static size_t read_years(const struct date_text *text, size_t at, struct date_list *list)
{
    bool is_interval;
    if (!date_text_is_year(text, at))
        return at;
    size_t end = at + 1, start;
    add_date(list, DATE_YEAR, token_number(text, at), 0);
    while (list->count < DATE_LIST_MOST &&
           (start = date_text_read_joint(text, end, &is_interval)) > end) {
        start += token_is(text, start, DATE_IS(DATE_WORD_YEAR));
        if (!is_next_year(text, start))
            break;
        list->is_to_next[list->count - 1] = is_interval;
        add_date(list, DATE_YEAR, token_number(text, start), 0);
        end = start + 1;
    }
    return end;
}

static size_t read_said_years(const struct date_text *text, size_t at, struct date_list *list)
{
    size_t end = read_years(text, at + 1, list);
    bool is_habit = is_behind(text, at, DATE_IS(DATE_WORD_EVERY)) && list->count == 1;
    if (end == at + 1 || is_habit || token_is(text, end, DATE_IS(DATE_WORD_UNIT)))
        return at;
    size_t short_end = end == at + 2 ? read_short_end(text, end, list) : end;
    return short_end > end || date_text_ends_clean(text, end, '-') ? short_end : at;
}

static size_t read_period(const struct date_text *text, size_t at, struct date_list *list)
{
    size_t start = at + 1 + token_is(text, at + 1, DATE_IS(DATE_WORD_YEAR)), end;
    if (!date_text_is_year(text, start))
        return at;
    if ((end = read_short_end(text, start + 1, list)) > start + 1)
        return end;
    end = read_years(text, start, list);
    return list->count > 1 ? end : at;
}

/* từ 2010 đến 2015: two numbers that could be anything else are years where they run forward. */
static size_t read_from_year(const struct date_text *text, size_t at, struct date_list *list)
{
    size_t end = read_years(text, at + 1, list);
    bool are_years = list->count == 2 && list->is_to_next[0] && !token_is(text, end, things) &&
                     date_text_ends_clean(text, end, 0) && list->dates[0].calendar.year >= 1800 &&
                     list->dates[1].calendar.year <= 2100;
    return are_years ? end : at;
}

/* (1890-1969) */
static size_t read_bracketed_years(const struct date_text *text, size_t at, struct date_list *list)
{
    size_t end = read_from_year(text, at, list);
    return token_is_mark(text, end, ')') ? end : at;
}

/* Tens and hundreds of years */

/* thập niên 1990; thập niên 90 is of the last century, as is every decade from the thirties on. */
static size_t read_decade(const struct date_text *text, size_t at, struct date_list *list)
{
    size_t start = at + 1;
    if (date_text_is_year(text, start) && token_number(text, start) % DECADE == 0)
        add_interval(list, token_number(text, start), token_number(text, start) + DECADE - 1);
    else if (token_at(text, start)->text.length == 2 && token_is_number(text, start, 30, 90, 2) &&
             token_number(text, start) % DECADE == 0)
        add_interval(list, 1900 + token_number(text, start),
                     1900 + token_number(text, start) + DECADE - 1);
    bool is_one = list->count && date_text_ends_clean(text, start + 1, 0) &&
                  !token_is(text, start + 1, things);
    bool goes_on =
        is_one && (token_is_mark(text, start + 1, '-') || token_is_mark(text, start + 1, ','));
    if (is_one && !(goes_on && date_text_is_year(text, start + 2)))
        return start + 1;
    list->count = 0;
    size_t end = read_years(text, start, list);
    return end > start ? end : at;
}

/* The 19th century ends with 1900. */
static size_t read_century(const struct date_text *text, size_t at, struct date_list *list)
{
    int32_t number = number_at(text, at + 1, 21);
    if (number < 11)
        return at;
    add_interval(list, (number - 1) * CENTURY + 1, number * CENTURY);
    return at + 2;
}

size_t date_periods_read(const struct date_text *text, size_t at, struct date_list *list)
{
    typedef size_t reader(const struct date_text *, size_t, struct date_list *);
    static const struct {
        uint64_t classes;
        reader *read;
    } readers[] = {
        {DATE_IS(DATE_WORD_MONTH) | DATE_IS(DATE_WORD_SPELLED_MONTH), read_months},
        {DATE_IS(DATE_WORD_NAMED_MONTH), read_named_month},
        {DATE_IS(DATE_WORD_QUARTER), read_quarter},
        {DATE_IS(DATE_WORD_YEAR), read_said_years},
        {DATE_IS(DATE_WORD_DECADE), read_decade},
        {DATE_IS(DATE_WORD_CENTURY), read_century},
        {DATE_IS(DATE_WORD_PERIOD), read_period},
        {DATE_IS(DATE_WORD_FROM), read_from_year},
    };
    date_list_clear(list);
    if (token_is_mark(text, at, '('))
        return read_bracketed_years(text, at, list);
    for (size_t i = 0; i < sizeof readers / sizeof readers[0]; i++) {
        size_t end = at;
        list->count = 0;
        if (token_is(text, at, readers[i].classes) && (end = readers[i].read(text, at, list)) > at)
            return end;
    }
    return at;
}
