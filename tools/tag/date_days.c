#include "date_days.h"

#include "date_clock.h"

enum { LAST_DAY = 31, LAST_MONTH = 12, MOST_WORDS = 4, CENTURY = 100 };

/* A day that is being read. */
struct reading {
    const struct date_text *text;
    enum date_strength strength;
    struct date date;
    char separator;   /* between day and month */
    bool is_credible; /* what a fraction cannot be */
};

static void set(struct date *date, unsigned known, int32_t year, int32_t month, int32_t day)
{
    *date = (struct date){.known = known, .calendar = {year, month, day}};
}

static char separator_at(const struct date_text *text, size_t at)
{
    const struct date_token *token = token_at(text, at);
    bool is_one = token->is_glued && token->mark && strchr("/-.", token->mark) &&
                  token_is_glued_number(text, at + 1);
    return is_one ? token->mark : 0;
}

/* ISO 8601, and with other separators. */
static size_t read_year_first(struct reading *reading, size_t at)
{
    const struct date_text *text = reading->text;
    char separator = separator_at(text, at + 1);
    if (!separator || separator_at(text, at + 3) != separator || !date_text_is_year(text, at) ||
        !token_is_number(text, at + 2, 1, LAST_MONTH, 2) ||
        !token_is_number(text, at + 4, 1, LAST_DAY, 2))
        return at;
    const struct date_token *behind = token_at(text, at + 5);
    bool has_time = behind->kind == DATE_TOKEN_WORD && behind->text.bytes[0] == 'T';
    if (!has_time && !date_text_ends_clean(text, at + 5, 0))
        return at;
    set(&reading->date, DATE_YEAR | DATE_MONTH | DATE_DAY, token_number(text, at),
        token_number(text, at + 2), token_number(text, at + 4));
    return at + 5;
}

/* The year of two digits that lies nearest to the reference; without one, as POSIX (strptime, %y)
 * has it: 1969 to 2068. */
static int32_t full_year(const struct date_text *text, int32_t two_digits)
{
    if (!text->reference.is_known)
        return two_digits + (two_digits < 69 ? 2000 : 1900);
    int32_t now = calendar_day_of(text->reference.day).year;
    int32_t year = now - now % CENTURY + two_digits;
    return year > now + CENTURY / 2 ? year - CENTURY
                                    : year + (year < now - CENTURY / 2 ? CENTURY : 0);
}

/* The year of d/m/yyyy at `at`, or with a word before it of d/m/yy; 0 for none. */
static int32_t year_of(const struct reading *reading, size_t at)
{
    const struct date_text *text = reading->text;
    if (date_text_is_year(text, at))
        return token_number(text, at);
    bool is_short = token_at(text, at)->text.length == 2 && reading->strength == DATE_SURE &&
                    reading->separator != '.';
    return is_short ? full_year(text, token_number(text, at)) : 0;
}

/* 22/11/2024; 11/22/2024 can only be meant as the same. */
static size_t read_with_year(struct reading *reading, size_t at)
{
    const struct date_text *text = reading->text;
    if (separator_at(text, at + 3) != reading->separator || !token_is_number(text, at, 1, 31, 2) ||
        !token_is_number(text, at + 2, 1, LAST_DAY, 2) || !date_text_ends_clean(text, at + 5, '-'))
        return at;
    int32_t day = token_number(text, at), month = token_number(text, at + 2);
    int32_t year = year_of(reading, at + 4);
    bool is_swapped = month > LAST_MONTH && day <= LAST_MONTH;
    set(&reading->date, DATE_YEAR | DATE_MONTH | DATE_DAY, year, is_swapped ? day : month,
        is_swapped ? month : day);
    return year ? at + 5 : at;
}

/* True where what stands behind day and month shows that they are something else. */
static bool is_of_something(const struct reading *reading, size_t at, bool is_ascending)
{
    const uint64_t things = DATE_IS(DATE_WORD_UNIT) | DATE_IS(DATE_WORD_NOUN);
    const struct date_text *text = reading->text;
    size_t word = at + token_is_mark(text, at, '(');
    if (token_is(text, word, DATE_IS(DATE_WORD_LUNAR)))
        return true;
    if (reading->strength != DATE_SURE || (reading->separator == '-' && is_ascending))
        return token_is(text, at, things);
    return reading->separator == '.' && token_is(text, at, DATE_IS(DATE_WORD_UNIT));
}

/* Fractions are less than one, and few scores have more than twelve points on one side only. */
static bool is_credible(const struct date_text *text, size_t at, char separator)
{
    int32_t day = token_number(text, at), month = token_number(text, at + 2);
    if (separator == '-')
        return day > LAST_MONTH;
    return separator == '/' && (day > month || token_at(text, at)->text.bytes[0] == '0');
}

/* 22/11. 5-7/8 and 5-7 tháng 8 begin with a day alone. */
static size_t read_without_year(struct reading *reading, size_t at)
{
    const struct date_text *text = reading->text;
    size_t end = at + 3;
    int32_t day = token_number(text, at), month = token_number(text, at + 2);
    bool goes_on = separator_at(text, end) || (token_is(text, end, DATE_IS(DATE_WORD_MONTH)) &&
                                               token_is_number(text, end + 1, 1, LAST_MONTH, 2));
    char joint = reading->separator == '-' ? 0 : '-';
    if (!token_is_number(text, at, 1, LAST_DAY, 2) ||
        !token_is_number(text, at + 2, 1, LAST_MONTH, 2) ||
        (goes_on && separator_at(text, end) != joint) || !date_text_ends_clean(text, end, joint))
        return at;
    set(&reading->date, DATE_MONTH | DATE_DAY, 0, month, day);
    size_t year_end = date_text_read_year(text, end, false, &reading->date);
    if (year_end == end && is_of_something(reading, end, day < month))
        return at;
    reading->is_credible = is_credible(text, at, reading->separator);
    return year_end;
}

/* 2 tháng 9 năm 1945, 22 Nov 2024. Between `2 tháng` and `3 ngày` no month is named. */
static size_t read_with_month_word(struct reading *reading, size_t at)
{
    const struct date_text *text = reading->text;
    size_t month = at + 1 + token_is(text, at + 1, DATE_IS(DATE_WORD_ORDINAL_END)), end = month + 1;
    bool is_named = token_is(text, month, DATE_IS(DATE_WORD_NAMED_MONTH));
    if (!token_is_number(text, at, 1, LAST_DAY, 2))
        return at;
    set(&reading->date, DATE_MONTH | DATE_DAY, 0, token_at(text, month)->value,
        token_number(text, at));
    if (token_is(text, month, DATE_IS(DATE_WORD_MONTH)) &&
        token_is_number(text, end, 1, LAST_MONTH, 2))
        reading->date.calendar.month = token_number(text, end++);
    else if (!is_named && !token_is(text, month, DATE_IS(DATE_WORD_SPELLED_MONTH)))
        return at;
    end += is_named && (token_is_glued_mark(text, end, '.') || token_is_mark(text, end, '-'));
    size_t year_end = date_text_read_year(text, end, true, &reading->date);
    if (year_end > end)
        return year_end;
    bool is_said = reading->strength == DATE_SURE && !is_named &&
                   !token_is(text, end, DATE_IS(DATE_WORD_LUNAR) | DATE_IS(DATE_WORD_UNIT));
    return is_said && date_text_ends_clean(text, end, '-') ? end : at;
}

/* November 22, 2024; Tháng Mười Một 22, 2024. */
static size_t read_month_first(struct reading *reading, size_t at)
{
    const struct date_text *text = reading->text;
    size_t day = at + 1 + token_is_glued_mark(text, at + 1, '.');
    if (!token_is(text, at, DATE_IS(DATE_WORD_NAMED_MONTH) | DATE_IS(DATE_WORD_SPELLED_MONTH)) ||
        !token_is_number(text, day, 1, LAST_DAY, 2))
        return at;
    set(&reading->date, DATE_MONTH | DATE_DAY, 0, token_at(text, at)->value,
        token_number(text, day));
    size_t end = day + 1 + token_is(text, day + 1, DATE_IS(DATE_WORD_ORDINAL_END));
    size_t year_end = date_text_read_year(text, end, true, &reading->date);
    return year_end > end ? year_end : at;
}

static size_t read_day_alone(struct reading *reading, size_t at)
{
    const struct date_text *text = reading->text;
    if (reading->strength == DATE_BARE || !token_is_number(text, at, 1, LAST_DAY, 2))
        return at;
    set(&reading->date, DATE_DAY, 0, 0, token_number(text, at));
    return at + 1;
}

/* Reads one day, the longest notation first. */
static size_t read_day(struct reading *reading, size_t at)
{
    const struct date_text *text = reading->text;
    size_t end = read_month_first(reading, at);
    if (end > at || token_at(text, at)->kind != DATE_TOKEN_NUMBER)
        return end;
    if ((end = read_year_first(reading, at)) > at)
        return end;
    reading->separator = separator_at(text, at + 1);
    if (reading->separator && (end = read_with_year(reading, at)) > at)
        return end;
    if (reading->separator && reading->strength != DATE_BARE &&
        (end = read_without_year(reading, at)) > at)
        return end;
    if ((end = read_with_month_word(reading, at)) > at)
        return end;
    return read_day_alone(reading, at);
}

/* Between the days of a list: `ngày`, `sáng`, `5h ngày`. */
static size_t skip_words(const struct date_text *text, size_t at, struct date *time)
{
    const uint64_t words = DATE_IS(DATE_WORD_DAY) | DATE_IS(DATE_WORD_PART) | DATE_IS(DATE_WORD_AT);
    size_t end = date_clock_read(text, at, time);
    for (unsigned i = 0; i < MOST_WORDS && token_is(text, end, words); i++)
        end++;
    return end;
}

static void add(struct date_list *list, const struct reading *reading, const struct date *time)
{
    struct date *date = &list->dates[list->count];
    *date = reading->date;
    if (date_has(date, DATE_MONTH) && time->known)
        date_clock_set(date, time);
    list->is_to_next[list->count++] = false;
}

/* A list that only a word announces which goes with fractions, too, needs one date that is none. */
static bool is_believed(const struct date_list *list, enum date_strength strength,
                        bool has_credible)
{
    if (strength == DATE_SURE || has_credible)
        return true;
    for (size_t i = 0; i < list->count; i++)
        if (date_has(&list->dates[i], DATE_YEAR))
            return true;
    return false;
}

size_t date_days_read(const struct date_text *text, size_t at, enum date_strength strength,
                      struct date_list *list)
{
    struct reading reading = {.text = text, .strength = strength};
    struct date time = {0};
    size_t end = at, start = at, good_end = at, good_count = 0;
    bool has_credible = false, is_interval = false;
    date_list_clear(list);
    while (list->count < DATE_LIST_MOST && (end = read_day(&reading, start)) > start) {
        if (list->count)
            list->is_to_next[list->count - 1] = is_interval;
        add(list, &reading, &time);
        if (date_has(&reading.date, DATE_MONTH)) {
            has_credible = has_credible || reading.is_credible;
            good_count = list->count;
            good_end = end;
        }
        if (reading.strength == DATE_BARE)
            reading.strength = DATE_NEAR;
        reading.is_credible = false;
        size_t joint = date_text_read_joint(text, end, &is_interval);
        if (joint == end)
            break;
        start = skip_words(text, joint, &time);
    }
    list->count = good_count;
    if (!good_count || !is_believed(list, strength, has_credible))
        return at;
    good_end = date_text_read_side(text, good_end, &list->side);
    return good_count > 1 ? good_end : date_clock_read_behind(text, good_end, &list->dates[0]);
}
