#include "date_clock.h"

#include "ascii.h"

enum { LAST_HOUR = 24, LAST_MINUTE = 59, NOON = 12, MOST_FRACTION = 9, HOUR_MINUTES = 60 };

/* Two digits behind a glued ':'. */
static bool is_sixtieth(const struct date_text *text, size_t at)
{
    return token_is_glued_mark(text, at, ':') && token_is_glued_number(text, at + 1) &&
           token_at(text, at + 1)->text.length == 2 &&
           token_is_number(text, at + 1, 0, LAST_MINUTE, 2);
}

static size_t read_fraction(const struct date_text *text, size_t at, struct date *time)
{
    if (!token_is_glued_mark(text, at, '.') || !token_is_glued_number(text, at + 1) ||
        token_at(text, at + 1)->text.length > MOST_FRACTION)
        return at;
    time->fraction = token_number(text, at + 1);
    time->fraction_digits = (int32_t) token_at(text, at + 1)->text.length;
    time->known |= DATE_FRACTION;
    return at + 2;
}

/* Behind the hour: :03, :03:45, :03:45.000. */
static size_t read_colons(const struct date_text *text, size_t at, struct date *time)
{
    if (!is_sixtieth(text, at))
        return at;
    time->minute = token_number(text, at + 1);
    time->known |= DATE_MINUTE;
    if (!is_sixtieth(text, at + 2))
        return at + 2;
    time->second = token_number(text, at + 3);
    time->known |= DATE_SECOND;
    return read_fraction(text, at + 4, time);
}

/* Behind `21h` or `8 giờ`: minutes that are glued, or that have their word, or are the whole of
 * what follows. */
static size_t read_minutes(const struct date_text *text, size_t at, struct date *time)
{
    if (!token_is_number(text, at, 0, LAST_MINUTE, 2))
        return at;
    bool has_word = token_is(text, at + 1, DATE_IS(DATE_WORD_MINUTE));
    bool may_be_date = !token_at(text, at)->is_glued &&
                       (token_at(text, at + 1)->is_glued || token_at(text, at)->text.length < 2);
    if (!has_word && may_be_date)
        return at;
    time->minute = token_number(text, at);
    time->known |= DATE_MINUTE;
    return at + 1 + has_word;
}

static void add_half_day(struct date *time, int32_t first, int32_t last)
{
    if (time->hour >= first && time->hour <= last)
        time->hour += NOON;
}

/* AM, PM, and what stands for them. */
static size_t read_noon(const struct date_text *text, size_t at, struct date *time)
{
    if (!token_is(text, at, DATE_IS(DATE_WORD_NOON)) || time->hour > NOON)
        return at;
    time->hour = time->hour % NOON + token_at(text, at)->value;
    return at + 1;
}

/* 12 giờ đêm is the end of the day or its beginning: who knows. */
static void heed_part(const struct date_text *text, size_t at, struct date *time)
{
    const struct date_token *part = token_at(text, at);
    if (!token_is(text, at, DATE_IS(DATE_WORD_PART)) || !part->value)
        return;
    if (time->hour == NOON && part->last == NOON - 1 && part->value > 1)
        time->known = 0;
    add_half_day(time, part->value, part->last);
}

static size_t read_time(const struct date_text *text, size_t at, struct date *time)
{
    if (!token_is_number(text, at, 0, LAST_HOUR, 2))
        return at;
    time->hour = token_number(text, at);
    time->known = DATE_HOUR;
    size_t end = read_colons(text, at + 1, time);
    if (end == at + 1 && token_is(text, end, DATE_IS(DATE_WORD_HOUR)))
        end = read_minutes(text, end + 1, time);
    if (end == at + 1 && !token_is(text, end, DATE_IS(DATE_WORD_NOON)))
        return at;
    size_t noon = read_noon(text, end, time);
    if (noon == end)
        heed_part(text, end, time);
    if (time->hour == LAST_HOUR)
        time->known = 0;
    return noon;
}

size_t date_clock_read(const struct date_text *text, size_t at, struct date *time)
{
    *time = (struct date){0};
    size_t end = read_time(text, at, time);
    if (end == at)
        time->known = 0;
    return end;
}

/* +07:00, +0700, +7. */
static size_t read_offset(const struct date_text *text, size_t at, bool is_named, struct date *date)
{
    bool is_negative = token_is_mark(text, at, '-');
    size_t number = at + 1, end = at + 2;
    if ((!is_negative && !token_is_mark(text, at, '+')) || !token_is_glued_number(text, number))
        return at;
    int32_t minutes = token_number(text, number);
    if (token_at(text, number)->text.length == 4) {
        minutes = minutes / 100 * HOUR_MINUTES + minutes % 100;
    } else if (is_sixtieth(text, end)) {
        minutes = minutes * HOUR_MINUTES + token_number(text, end + 1);
        end += 2;
    } else if (is_named && token_at(text, number)->text.length <= 2) {
        minutes *= HOUR_MINUTES;
    } else {
        return at;
    }
    if (minutes > 14 * HOUR_MINUTES)
        return at;
    date->zone = is_negative ? -minutes : minutes;
    date->known |= DATE_ZONE;
    return end;
}

static size_t read_zone(const struct date_text *text, size_t at, struct date *date)
{
    bool is_bracketed = token_is_mark(text, at, '(') || token_is_mark(text, at, '[');
    size_t start = at + is_bracketed, end;
    bool is_named = token_is(text, start, DATE_IS(DATE_WORD_ZONE));
    struct slice word = token_at(text, start)->text;
    if (is_named || (word.length == 1 && word.bytes[0] == 'Z' && token_at(text, start)->is_glued)) {
        end = read_offset(text, start + 1, true, date);
        date->is_utc = end == start + 1;
        date->known |= DATE_ZONE;
    } else {
        end = read_offset(text, start, false, date);
        if (end == start)
            return at;
    }
    return end + (is_bracketed && (token_is_mark(text, end, ')') || token_is_mark(text, end, ']')));
}

void date_clock_set(struct date *date, const struct date *time)
{
    date->known |= time->known & DATE_TIME;
    date->hour = time->hour;
    date->minute = time->minute;
    date->second = time->second;
    date->fraction = time->fraction;
    date->fraction_digits = time->fraction_digits;
}

/* What may stand between a date and its time. */
static size_t skip_joint(const struct date_text *text, size_t at, bool *is_said)
{
    const struct date_token *token = token_at(text, at);
    *is_said = false;
    if (token->kind == DATE_TOKEN_WORD && token->is_glued && token->text.length == 1 &&
        ascii_lower(token->text.bytes[0]) == 't')
        return at + 1;
    if (token->mark && strchr(",-|(", token->mark))
        at++;
    *is_said = token_is(text, at, DATE_IS(DATE_WORD_AT));
    return at + *is_said;
}

size_t date_clock_read_behind(const struct date_text *text, size_t at, struct date *date)
{
    bool is_said;
    struct date time;
    size_t start = skip_joint(text, at, &is_said);
    size_t end = date_clock_read(text, start, &time);
    if (end == start || !(is_said || date_has(&time, DATE_MINUTE)))
        return at;
    date_clock_set(date, &time);
    return date_has(&time, DATE_HOUR) ? read_zone(text, end, date) : end;
}
