/* What the modules that read dates off tokens share. They take the number of a token, and return
 * that of the first token behind what they read: the number they were given, where it was nothing.
 */
#ifndef TAG_DATE_TEXT_H
#define TAG_DATE_TEXT_H

#include "date_list.h"
#include "date_tokens.h"

struct date_text {
    const struct date_token *tokens; /* ended by a DATE_TOKEN_END */
    struct date_reference reference;
};

static inline const struct date_token *token_at(const struct date_text *text, size_t at)
{
    return &text->tokens[at];
}

static inline bool token_is(const struct date_text *text, size_t at, uint64_t classes)
{
    return text->tokens[at].classes & classes;
}

/* The token before `at` is of one of the classes. */
static inline bool is_behind(const struct date_text *text, size_t at, uint64_t classes)
{
    return at > 0 && text->tokens[at - 1].classes & classes;
}

static inline bool token_is_mark(const struct date_text *text, size_t at, char mark)
{
    return text->tokens[at].mark == mark;
}

static inline bool token_is_glued_mark(const struct date_text *text, size_t at, char mark)
{
    return text->tokens[at].mark == mark && text->tokens[at].is_glued;
}

/* A number from `low` to `high` of at most `digits` digits. */
static inline bool token_is_number(const struct date_text *text, size_t at, uint32_t low,
                                   uint32_t high, size_t digits)
{
    const struct date_token *token = &text->tokens[at];
    return token->kind == DATE_TOKEN_NUMBER && token->text.length <= digits &&
           token->number >= low && token->number <= high;
}

static inline bool token_is_glued_number(const struct date_text *text, size_t at)
{
    return text->tokens[at].kind == DATE_TOKEN_NUMBER && text->tokens[at].is_glued;
}

static inline int32_t token_number(const struct date_text *text, size_t at)
{
    return (int32_t) text->tokens[at].number;
}

/* A year of four digits, from 1000 to 2999. */
bool date_text_is_year(const struct date_text *text, size_t at);

/* True where a number that begins at `at` is not the rest of something: F-16, 1.22, A12. */
bool date_text_begins_clean(const struct date_text *text, size_t at);

/* True where numbers that end before `at` do not go on there: 3b, 2/NĐ, 5.000. What a `joint`
 * joins may go on: that of 28/2-3/3 is '-'. 0 for none. */
bool date_text_ends_clean(const struct date_text *text, size_t at, char joint);

/* Reads what stands between two dates: '-' or a word for an interval, ',' or a word for a list. */
size_t date_text_read_joint(const struct date_text *text, size_t at, bool *is_interval);

/* Reads a year behind a day or month: `năm 2024`, `, năm 2024`, `/2024`, `năm ngoái`. With
 * `is_loose`, `, 2024` and ` 2024` as well. Where a year is said that cannot be told for want of a
 * reference, it is read and stays unknown. */
size_t date_text_read_year(const struct date_text *text, size_t at, bool is_loose,
                           struct date *date);

/* Reads a word for the past or the future behind a date. */
size_t date_text_read_side(const struct date_text *text, size_t at, enum date_side *side);

#endif
