#include "view.h"

#include "../unicode.h"

enum { PART_WORDS = 6 };

bool view_is_stop(uint32_t character)
{
    return character == '.' || character == 0x2026 || character == 0x3002;
}

bool view_is_closing_quote(uint32_t character)
{
    return character == '"' || character == 0x201D || character == 0x00BB;
}

bool view_is_separated(const struct line *line)
{
    return line->separators && line->parts >= 2 && line->longest_part <= PART_WORDS;
}

static bool closes_sentence(uint32_t character)
{
    return view_is_stop(character) || character == '?' || character == '!' ||
           view_is_closing_quote(character);
}

/* Names and menus have most words capitalized, sentences end with a stop. */
static bool is_headline(const struct line *line)
{
    return line->words >= 5 && line->words <= 25 && line->last != ':' &&
           line->capitalized_words * 10 <= line->words * 6 && line->digits * 5 <= line->letters &&
           !line->stops_inside && unicode_class_of(line->first) != UNICODE_LOWER;
}

void view_init(struct view *view, const struct line *line)
{
    view->line = *line;
    view->line.first_word = view->line.last_word = (struct slice){NULL, 0}; /* not theirs to keep */
    view->is_phrase =
        !view_is_separated(line) && !view_is_stop(line->last) && line->letters > line->digits * 3;
    view->is_headline = view->is_phrase && is_headline(line);
    view->is_prose = line->characters >= VIEW_PROSE && closes_sentence(line->last);
}
