#include "date_text.h"

enum {
    FIRST_YEAR = 1000,
    LAST_YEAR = 2999,
    FIRST_LIKELY_YEAR = 1900, /* of a number that nothing says is a year */
    LAST_LIKELY_YEAR = 2100,
    YEAR_DIGITS = 4,
};

bool date_text_is_year(const struct date_text *text, size_t at)
{
    return token_at(text, at)->text.length == YEAR_DIGITS &&
           token_is_number(text, at, FIRST_YEAR, LAST_YEAR, YEAR_DIGITS);
}

bool date_text_begins_clean(const struct date_text *text, size_t at)
{
    const struct date_token *token = token_at(text, at);
    if (!at || !token->is_glued)
        return true;
    const struct date_token *before = token_at(text, at - 1);
    return before->kind == DATE_TOKEN_MARK &&
           (!before->mark || !strchr("/-.,+&=_#%@$", before->mark));
}

bool date_text_ends_clean(const struct date_text *text, size_t at, char joint)
{
    const struct date_token *token = token_at(text, at);
    if (token_is_mark(text, at, '%'))
        return false;
    if (!token->is_glued || token->kind == DATE_TOKEN_END)
        return true;
    if (token->kind != DATE_TOKEN_MARK || strchr("/_=@", token->mark))
        return false;
    if (!strchr("-.,:", token->mark) || !token_at(text, at + 1)->is_glued)
        return true;
    enum date_token_kind next = token_at(text, at + 1)->kind;
    if (next == DATE_TOKEN_NUMBER)
        return token->mark == joint;
    return next != DATE_TOKEN_WORD || token->mark != '-';
}

size_t date_text_read_joint(const struct date_text *text, size_t at, bool *is_interval)
{
    *is_interval = token_is_mark(text, at, '-') || token_is(text, at, DATE_IS(DATE_WORD_TO));
    if (*is_interval)
        return at + 1;
    size_t end = at + (token_is_mark(text, at, ',') || token_is_mark(text, at, '&'));
    return end + token_is(text, end, DATE_IS(DATE_WORD_AND));
}

static void set_year(struct date *date, int32_t year)
{
    date->calendar.year = year;
    date->known |= DATE_YEAR;
}

/* A year that only its place tells. */
static bool is_loose_year(const struct date_text *text, size_t at)
{
    return token_is_number(text, at, FIRST_LIKELY_YEAR, LAST_LIKELY_YEAR, YEAR_DIGITS) &&
           !token_is(text, at + 1, DATE_IS(DATE_WORD_UNIT) | DATE_IS(DATE_WORD_NOUN)) &&
           date_text_ends_clean(text, at + 1, 0);
}

size_t date_text_read_year(const struct date_text *text, size_t at, bool is_loose,
                           struct date *date)
{
    size_t year = at + token_is_mark(text, at, ',');
    if (token_is(text, at, DATE_IS(DATE_WORD_YEAR_SHIFT))) {
        if (text->reference.is_known)
            set_year(date, calendar_day_of(text->reference.day).year + token_at(text, at)->value);
        return at + 1;
    }
    if (token_is(text, year, DATE_IS(DATE_WORD_YEAR)) && date_text_is_year(text, year + 1)) {
        set_year(date, token_number(text, year + 1));
        return year + 2;
    }
    bool is_glued = token_at(text, at)->is_glued && token_at(text, at)->mark &&
                    strchr("/-.", token_at(text, at)->mark) && token_is_glued_number(text, at + 1);
    if (is_glued && date_text_is_year(text, at + 1) && date_text_ends_clean(text, at + 2, '-')) {
        set_year(date, token_number(text, at + 1));
        return at + 2;
    }
    if (!is_loose || !is_loose_year(text, year))
        return at;
    set_year(date, token_number(text, year));
    return year + 1;
}

size_t date_text_read_side(const struct date_text *text, size_t at, enum date_side *side)
{
    bool is_past = token_is(text, at, DATE_IS(DATE_WORD_PAST));
    if (!is_past && !token_is(text, at, DATE_IS(DATE_WORD_FUTURE)))
        return at;
    *side = is_past ? DATE_SIDE_PAST : DATE_SIDE_FUTURE;
    return at + 1;
}
