#include "lookalikes_around.h"

#include "unicode.h"

static bool is_operator(uint32_t character)
{
    switch (character) {
    case '+':
    case '/':
    case '<':
    case '=':
    case '>':
    case '^':
    case 0xB1: /* plus-minus */
    case 0xB2: /* superscript digits */
    case 0xB3:
    case 0xB9:
    case 0xD7: /* times */
    case 0xF7: /* divided by */
        return true;
    default: /* super- and subscript digits and signs; the block of mathematical operators */
        return (character >= 0x2070 && character < 0x208F && character != 0x2071 &&
                character != 0x207F) ||
               (character >= 0x2208 && character < 0x2300);
    }
}

static bool is_quote(uint32_t character)
{
    switch (character) {
    case '"':
    case '\'':
    case '(':
    case ')':
    case '[':
    case ']':
    case 0xAB:
    case 0xBB:
        return true;
    default:
        return character >= 0x2018 && character <= 0x201F;
    }
}

static uint32_t character_after(const struct line *line, size_t end, bool skips_space)
{
    struct slice rest = slice_from_offset(line->text, end);
    uint32_t character;
    while (unicode_next(&rest, &character))
        if (!skips_space || (character != ' ' && character != 0xA0))
            return character;
    return 0;
}

static uint32_t character_before(const struct line *line, size_t start, bool skips_space)
{
    struct slice rest = slice_of(line->text.bytes, start);
    uint32_t character = unicode_take_last(&rest);
    while (skips_space && (character == ' ' || character == 0xA0))
        character = unicode_take_last(&rest);
    return character;
}

/* A placeholder of printf or an escape; or text that is broken anyhow. */
static bool is_no_text(uint32_t before)
{
    return before == '%' || before == '\\' || before == UNICODE_REPLACEMENT;
}

/* Abbreviations with Eth are in the numbers of documents, 63/2016/NÐ-CP, not in formulas. */
static bool is_operator_of(const struct word *word, uint32_t character)
{
    return is_operator(character) &&
           !(character == '/' && lookalikes_has_only(word, LOOKALIKE_BIT(LATIN_D)));
}

/* A sign that begins the line begins an item of a list. */
static bool is_after_operator(const struct line *line, const struct word *word)
{
    uint32_t before = character_before(line, word->start, true);
    if (!is_operator_of(word, before))
        return false;
    struct slice start = slice_of(line->text.bytes, word->start);
    return before != '+' || slice_trim(start).length > 1;
}

/* A letter or two of Greek behind a number is a unit. */
static bool is_unit(const struct line *line, const struct word *word)
{
    uint32_t before = character_before(line, word->start, true);
    return before >= '0' && before <= '9' && word->letters <= 2 &&
           lookalikes_has_only(word, LOOKALIKE_BIT(GREEK) | LOOKALIKE_BIT(IPA));
}

void lookalikes_look_around(const struct line *line, struct word *word)
{
    word->is_quoted = is_quote(character_before(line, word->start, false)) ||
                      is_quote(character_after(line, word->end, false));
    word->is_beside_slash = character_before(line, word->start, false) == '/' ||
                            character_after(line, word->end, false) == '/';
    word->is_in_formula = is_no_text(character_before(line, word->start, false)) ||
                          is_after_operator(line, word) ||
                          is_operator_of(word, character_after(line, word->end, true)) ||
                          word->digits > word->of_kind[LOOKALIKE_DIGIT] || is_unit(line, word);
}

/* Marks the words from byte `start` to `end`; `*at` is the first word that is not before. */
static void mark_bracketed(struct line *line, size_t *at, size_t start, size_t end)
{
    while (*at < line->count && line->words[*at].start < start)
        ++*at;
    for (; *at < line->count && line->words[*at].start < end; ++*at)
        line->words[*at].is_bracketed = true;
}

static bool opens_slashes(const struct line *line, size_t at)
{
    return !lookalikes_is_word_character(character_before(line, at, false)) &&
           !unicode_is_space(character_after(line, at + 1, false));
}

static bool closes_slashes(const struct line *line, size_t at)
{
    return !unicode_is_space(character_before(line, at, false)) &&
           !lookalikes_is_word_character(character_after(line, at + 1, false));
}

void lookalikes_find_brackets(struct line *line)
{
    const char *bytes = line->text.bytes;
    size_t square = SIZE_MAX, slash = SIZE_MAX, word_of_square = 0, word_of_slash = 0;
    for (size_t i = 0; i < line->text.length; i++) {
        if (bytes[i] == '[') {
            square = i;
        } else if (bytes[i] == ']' && square != SIZE_MAX) {
            mark_bracketed(line, &word_of_square, square, i);
            square = SIZE_MAX;
        } else if (bytes[i] == '/' && slash != SIZE_MAX && closes_slashes(line, i)) {
            mark_bracketed(line, &word_of_slash, slash, i);
            slash = SIZE_MAX;
        } else if (bytes[i] == '/' && opens_slashes(line, i)) {
            slash = i;
        }
    }
}
