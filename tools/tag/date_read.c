#include "date_read.h"

#include "date_clock.h"
#include "date_days.h"
#include "date_periods.h"
#include "date_relative.h"
#include "date_text.h"
#include "memory.h"

#include <stdlib.h>

struct date_reader {
    const struct date_words *words;
    struct date_tokens tokens;
};

/* What stands before a day of a month: words that show that it is one, and what they say. */
struct lead {
    uint64_t classes;      /* of its words, or-ed; DATE_WORD_EVERY of the word before as well */
    bool has_relative_day; /* hôm qua: `days` behind the document's */
    bool has_weekday, is_weekday_sure;
    int32_t days, weekday;
    struct date time;
    unsigned times;     /* two are the ends of a span of hours */
    size_t end;         /* behind the last word */
    size_t weekday_end; /* behind the weekday */
};

enum { MOST_WORDS = 10 };

#define LEAD_WORDS                                                                                 \
    (DATE_IS(DATE_WORD_DAY) | DATE_IS(DATE_WORD_PART) | DATE_IS(DATE_WORD_FEAST) |                 \
     DATE_IS(DATE_WORD_NEAR) | DATE_IS(DATE_WORD_AT) | DATE_IS(DATE_WORD_WEEKDAY) |                \
     DATE_IS(DATE_WORD_WEEKDAY_NUMBER) | DATE_IS(DATE_WORD_RELATIVE_DAY))

#define SHIFT_WORDS                                                                                \
    (DATE_IS(DATE_WORD_WEEK_SHIFT) | DATE_IS(DATE_WORD_MONTH_SHIFT) | DATE_IS(DATE_WORD_YEAR_SHIFT))

static bool has_word(const struct lead *lead, uint64_t classes)
{
    return lead->classes & classes;
}

static enum date_strength strength_of(const struct lead *lead)
{
    const uint64_t sure =
        DATE_IS(DATE_WORD_DAY) | DATE_IS(DATE_WORD_PART) | DATE_IS(DATE_WORD_FEAST);
    if (has_word(lead, sure) || lead->has_relative_day || lead->times || lead->is_weekday_sure)
        return DATE_SURE;
    return has_word(lead, DATE_IS(DATE_WORD_NEAR)) || lead->has_weekday ? DATE_NEAR : DATE_BARE;
}

/* Behind `ngày` an ordinal may follow: ngày thứ hai is the second day. */
static void take_weekday(struct lead *lead, int32_t weekday, bool is_sure, size_t end)
{
    lead->weekday_end = end;
    lead->has_weekday = true;
    lead->weekday = weekday;
    lead->is_weekday_sure =
        is_sure || has_word(lead, DATE_IS(DATE_WORD_PART) | DATE_IS(DATE_WORD_AT));
}

/* thứ 6, T7 */
static size_t read_weekday_number(const struct date_text *text, size_t at, struct lead *lead)
{
    const struct date_token *word = token_at(text, at);
    if (!token_is_number(text, at + 1, 2, 7, 1) || !date_text_ends_clean(text, at + 2, '-') ||
        (word->text.length == 1 && !token_at(text, at + 1)->is_glued))
        return at;
    take_weekday(lead, token_number(text, at + 1) - word->value, false, at + 2);
    return at + 2;
}

static void take_relative_day(struct lead *lead, int32_t days)
{
    lead->has_relative_day = true;
    lead->days = days;
}

static bool is_sure_weekday(const struct date_token *token)
{
    return !(token->classes & DATE_IS(DATE_WORD_ORDINAL)) || date_words_end_is_capital(token->text);
}

static size_t read_lead_word(const struct date_text *text, size_t at, struct lead *lead)
{
    const struct date_token *token = token_at(text, at);
    bool is_relative = token_is(text, at, DATE_IS(DATE_WORD_RELATIVE_DAY));
    if (token_is(text, at, DATE_IS(DATE_WORD_WEEKDAY_NUMBER)))
        return read_weekday_number(text, at, lead);
    if (!token_is(text, at, LEAD_WORDS) || (lead->has_relative_day && is_relative))
        return at;
    lead->classes |= token->classes;
    if (is_relative)
        take_relative_day(lead, token->value);
    if (token_is(text, at, DATE_IS(DATE_WORD_WEEKDAY)))
        take_weekday(lead, token->value, is_sure_weekday(token), at + 1);
    bool is_part_of_day = token_is(text, at, DATE_IS(DATE_WORD_PART)) &&
                          token_is(text, at + 1, DATE_IS(DATE_WORD_PART_DAY));
    if (is_part_of_day)
        take_relative_day(lead, token_at(text, at + 1)->value);
    return at + 1 + is_part_of_day;
}

/* 1-3h sáng nay */
static bool is_end_of_span(const struct date_text *text, size_t at)
{
    return at > 1 && token_is_mark(text, at - 1, '-') &&
           token_at(text, at - 2)->kind == DATE_TOKEN_NUMBER;
}

static size_t read_time(const struct date_text *text, size_t at, struct lead *lead)
{
    struct date time;
    size_t end = date_clock_read(text, at, &time);
    if (end == at)
        return at;
    lead->time = time;
    if (lead->times++ || is_end_of_span(text, at))
        lead->time.known = 0;
    return end;
}

/* A mark may stand behind a weekday, a relative day or a time (thứ sáu - 22/11), a bracket behind
 * any word that is sure: ngày hôm sau (20/11). */
static size_t skip_mark(const struct date_text *text, size_t at, const struct lead *lead)
{
    char mark = token_at(text, at)->mark;
    bool may_stand = lead->has_weekday || lead->has_relative_day || lead->times;
    if (mark == '(')
        return at + (strength_of(lead) == DATE_SURE);
    return at + (may_stand && mark && strchr(",-|:", mark));
}

/* Returns where the day of the month may begin. */
static size_t read_lead(const struct date_text *text, size_t at, struct lead *lead)
{
    *lead = (struct lead){.end = at};
    if (is_behind(text, at, DATE_IS(DATE_WORD_EVERY)))
        lead->classes = DATE_IS(DATE_WORD_EVERY);
    for (unsigned i = 0; i < MOST_WORDS; i++) {
        size_t start = skip_mark(text, at, lead), end = read_time(text, start, lead);
        if (end == start)
            end = read_lead_word(text, start, lead);
        if (end == start)
            return start;
        at = lead->end = end;
    }
    return at;
}

/* The time before the days is that of the first; of a list, only where the others have theirs. */
static void set_time(struct date_list *list, const struct lead *lead)
{
    struct date *first = &list->dates[0];
    bool is_fit = date_has(first, DATE_MONTH | DATE_DAY) && !date_has(first, DATE_HOUR) &&
                  (list->count == 1 || date_has(&list->dates[1], DATE_HOUR));
    if (is_fit && lead->time.known)
        date_clock_set(first, &lead->time);
}

static size_t read_days(const struct date_text *text, size_t at, size_t start,
                        const struct lead *lead, struct date_list *list)
{
    size_t end = date_days_read(text, start, strength_of(lead), list);
    if (end == start || !date_text_begins_clean(text, start))
        return at;
    set_time(list, lead);
    return end;
}

static void list_one(struct date_list *list, const struct date *date)
{
    date_list_clear(list);
    list->count = date->known != 0;
    list->dates[0] = *date;
    list->is_to_next[0] = false;
}

/* chiều thứ Hai, thứ Hai tuần trước, thứ Hai tới; not thứ Hai hằng tuần, nor thứ Hai alone, nor kỳ
 * họp thứ hai vừa qua. */
static size_t read_weekday(const struct date_text *text, size_t at, const struct lead *lead,
                           struct date *date)
{
    const uint64_t day_words =
        DATE_IS(DATE_WORD_DAY) | DATE_IS(DATE_WORD_PART) | DATE_IS(DATE_WORD_AT);
    size_t end = date_relative_read_weekday(text, lead->weekday_end, lead->weekday, date);
    bool is_in_week = token_is(text, lead->weekday_end, DATE_IS(DATE_WORD_WEEK_SHIFT));
    int signs = lead->is_weekday_sure + has_word(lead, day_words) + (end > lead->weekday_end);
    bool is_said = is_in_week || signs >= 2;
    return is_said && !token_is(text, end, DATE_IS(DATE_WORD_EVERY)) ? end : at;
}

/* What the words before a day of a month say where no such day follows. */
static size_t read_lead_alone(const struct date_text *text, size_t at, const struct lead *lead,
                              struct date_list *list)
{
    struct date date = {0};
    size_t end = at;
    if (has_word(lead, DATE_IS(DATE_WORD_EVERY)) || is_behind(text, at, DATE_IS(DATE_WORD_COUNT)))
        return at;
    if (lead->has_relative_day) {
        end = lead->end;
        if (text->reference.is_known)
            date = date_of_number(text->reference.day + lead->days);
    } else if (lead->has_weekday) {
        end = read_weekday(text, at, lead, &date);
    }
    if (date.known)
        date_clock_set(&date, &lead->time);
    list_one(list, &date);
    return end;
}

static size_t read_at(const struct date_text *text, size_t at, struct date_list *list)
{
    struct lead lead;
    struct date date;
    size_t start = read_lead(text, at, &lead), end = read_days(text, at, start, &lead, list);
    if (end == at && (end = read_lead_alone(text, at, &lead, list)) == at &&
        (end = date_periods_read(text, at, list)) == at &&
        (end = date_relative_read_shift(text, at, &date)) > at)
        list_one(list, &date);
    return end;
}

/* Most tokens begin no date: that is seen at once. */
static bool may_begin(const struct date_text *text, size_t at)
{
    const struct date_token *token = token_at(text, at);
    if (token->kind == DATE_TOKEN_NUMBER)
        return true;
    return (token->classes & (LEAD_WORDS | SHIFT_WORDS | DATE_PERIOD_WORDS)) || token->mark == '(';
}

static bool give(const struct date_text *text, size_t at, size_t end, struct date_list *list,
                 date_found *found, void *context)
{
    struct date_span span;
    size_t number = 0;
    struct slice first = token_at(text, at)->text, last = token_at(text, end - 1)->text;
    struct slice where = slice_of(first.bytes, (size_t) (last.bytes + last.length - first.bytes));
    date_list_resolve(list, &text->reference);
    while (date_list_next(list, &number, &span))
        if (!found(context, &span, where))
            return false;
    return true;
}

static bool read_part(const struct date_text *text, size_t count, date_found *found, void *context)
{
    struct date_list list;
    for (size_t at = 0; at < count;) {
        size_t end = may_begin(text, at) ? read_at(text, at, &list) : at;
        if (end > at && !give(text, at, end, &list, found, context))
            return false;
        at = end > at ? end : at + 1;
    }
    return true;
}

struct date_reader *date_reader_new(const struct date_words *words)
{
    struct date_reader *reader = memory_new(1, sizeof *reader);
    reader->words = words;
    date_tokens_init(&reader->tokens);
    return reader;
}

void date_reader_read(struct date_reader *reader, struct slice text,
                      const struct date_reference *reference, date_found *found, void *context)
{
    struct date_text tokens = {.tokens = reader->tokens.tokens, .reference = *reference};
    while (date_tokens_read(&reader->tokens, reader->words, &text))
        if (!read_part(&tokens, reader->tokens.count, found, context))
            return;
}

void date_reader_free(struct date_reader *reader)
{
    if (!reader)
        return;
    date_tokens_release(&reader->tokens);
    free(reader);
}
