#include "stop.h"

#include "../unicode.h"

enum mark { MARK_NONE, MARK_STOP, MARK_OTHER, MARK_WIDE };

static enum mark mark_of(uint32_t character)
{
    switch (character) {
    case '.':
        return MARK_STOP;
    case '!':
    case '?':
    case 0x2026: /* horizontal ellipsis */
    case 0x203C: /* double exclamation and its kin */
    case 0x2047:
    case 0x2048:
    case 0x2049:
        return MARK_OTHER;
    case 0x3002: /* ideographic full stop, full-width and half-width forms */
    case 0xFF01:
    case 0xFF0E:
    case 0xFF1F:
    case 0xFF61:
        return MARK_WIDE;
    default:
        return MARK_NONE;
    }
}

bool stop_is_mark(uint32_t character)
{
    return mark_of(character) != MARK_NONE;
}

enum closer { CLOSER_NONE, CLOSER_QUOTE, CLOSER_BRACKET };

static enum closer closer_of(uint32_t character)
{
    switch (character) {
    case '"':
    case '\'':
    case 0x00BB: /* » */
    case 0x2019: /* ’ */
    case 0x201D: /* ” */
    case 0x203A: /* › */
    case 0x300D: /* CJK corner brackets quote */
    case 0x300F:
        return CLOSER_QUOTE;
    case ')':
    case ']':
    case '}':
    case 0xFF09:
        return CLOSER_BRACKET;
    default:
        return CLOSER_NONE;
    }
}

static enum opener opener_of(uint32_t character)
{
    switch (character) {
    case '"':
    case '\'':
    case 0x00AB: /* « */
    case 0x2018: /* ‘ */
    case 0x201C: /* “ */
        return OPENER_QUOTE;
    case '(':
    case '[':
    case '{':
        return OPENER_BRACKET;
    case '-':
    case '*':
    case 0x2013: /* dashes open the lines of a dialogue */
    case 0x2014:
    case 0x2022: /* bullet */
        return OPENER_DASH;
    default:
        return OPENER_NONE;
    }
}

/* The first bytes of all marks. */
static const bool may_begin_mark[256] = {
    ['.'] = true, ['!'] = true, ['?'] = true, [0xE2] = true, [0xE3] = true, [0xEF] = true,
};

/* The offset of the next byte that may begin a mark, from `at` on; the text's length if none. */
static size_t skip_to_mark(struct slice text, size_t at)
{
    while (at < text.length && !may_begin_mark[(unsigned char) text.bytes[at]])
        at++;
    return at;
}

/* Where the next mark stands; the text's length if there is none. */
static size_t find_mark(struct slice text, size_t at)
{
    uint32_t character;
    for (at = skip_to_mark(text, at); at < text.length; at = skip_to_mark(text, at + 1)) {
        struct slice rest = slice_from_offset(text, at);
        if (unicode_decode(rest.bytes, rest.bytes + rest.length, &character) &&
            stop_is_mark(character))
            break;
    }
    return at;
}

/* `./.` closes official texts: its slash belongs to the run. */
static bool is_closing_slash(struct slice rest)
{
    return rest.length >= 2 && rest.bytes[0] == '/' && rest.bytes[1] == '.';
}

bool stop_find(struct slice text, size_t at, struct stop *stop)
{
    uint32_t character;
    at = find_mark(text, at);
    if (at == text.length)
        return false;
    struct slice rest = slice_from_offset(text, at);
    *stop = (struct stop){.start = at, .end = at};
    size_t stops = 0, ellipses = 0;
    bool is_closing = false;
    while (rest.length) {
        if (!is_closing && stop->marks && is_closing_slash(rest)) {
            rest = slice_from_offset(rest, 1);
            stop->is_slashed = true;
            continue;
        }
        unicode_next(&rest, &character);
        enum mark mark = mark_of(character);
        enum closer closer = closer_of(character);
        if (mark == MARK_NONE && closer == CLOSER_NONE)
            break;
        if (!stop->marks)
            stop->mark = character;
        is_closing = mark == MARK_NONE;
        stop->closes_quote = stop->closes_quote || closer == CLOSER_QUOTE;
        stop->closes_bracket = stop->closes_bracket || closer == CLOSER_BRACKET;
        stop->is_wide = stop->is_wide || mark == MARK_WIDE;
        stop->marks += !is_closing;
        stops += mark == MARK_STOP;
        ellipses += character == 0x2026;
        stop->end = text.length - rest.length;
    }
    stop->is_single = stop->marks == 1 && stops == 1;
    stop->is_ellipsis = !stop->is_single && !stop->is_slashed && stops + ellipses == stop->marks;
    return true;
}

struct following stop_following(struct slice text, const struct stop *stop)
{
    struct following following = {0};
    struct slice rest = slice_from_offset(text, stop->end);
    while (rest.length) {
        following.word = rest;
        unicode_next(&rest, &following.first);
        enum opener opener = opener_of(following.first);
        if (unicode_is_blank(following.first)) {
            following.has_space = true;
            following.is_apart = following.opener != OPENER_NONE;
        } else if (opener != OPENER_NONE) {
            following.opener = opener;
            following.is_apart = false;
            following.is_curly = following.first >= 0x80;
        } else {
            return following;
        }
    }
    following.first = 0;
    return following;
}

struct slice stop_leading_word(struct slice text)
{
    struct slice rest = text, after = text;
    uint32_t character;
    while (text.length - rest.length < 40 && unicode_next(&after, &character) &&
           (unicode_is_letter(character) || unicode_class_of(character) == UNICODE_MARK))
        rest = after;
    return slice_of(text.bytes, text.length - rest.length);
}

uint32_t stop_second_word(struct slice text)
{
    struct slice behind = slice_from_offset(text, stop_leading_word(text).length);
    uint32_t character;
    bool is_apart = unicode_next(&behind, &character) && unicode_is_blank(character);
    return is_apart && unicode_next(&behind, &character) ? character : 0;
}

enum { LONGEST_WORD = 80 };

/* White space, an opening mark or a separator: what a word begins behind. */
static bool parts_words(struct slice before)
{
    unsigned char byte = (unsigned char) before.bytes[before.length - 1];
    if (byte < 0x80)
        return byte <= ' ' || byte == '(' || byte == '"' || byte == '[' || byte == '/' ||
               byte == ',' || byte == ';' || byte == ':';
    if (byte != 0xA0 && byte != 0x9C && byte != 0x98 && byte != 0x93 && byte != 0x94)
        return false;
    uint32_t character = unicode_last(before);
    return character == 0x00A0 || character == 0x201C || character == 0x2018 ||
           unicode_is_dash(character);
}

static size_t word_start(struct slice text, size_t end)
{
    size_t start = end;
    while (start > 0 && end - start < LONGEST_WORD && !parts_words(slice_of(text.bytes, start)))
        start--;
    return start;
}

static void count_characters(struct word *word)
{
    struct slice rest = word->text;
    uint32_t character;
    while (unicode_next(&rest, &character)) {
        enum unicode_class class = unicode_class_of(character);
        switch (class) {
        case UNICODE_UPPER:
        case UNICODE_LOWER:
        case UNICODE_LETTER:
            word->letters++;
            word->uppers += class == UNICODE_UPPER;
            word->has_vowel = word->has_vowel || unicode_is_vowel(character);
            break;
        case UNICODE_MARK:
            break;
        case UNICODE_DIGIT:
            word->digits++;
            break;
        default:
            word->stops += character == '.';
            word->others += character != '.';
        }
        word->last = character;
    }
}

/* Without the white space at its end, of which no more is looked at than of a word. */
static struct slice before_blanks(struct slice text)
{
    struct slice rest = text, shorter = text;
    while (text.length - rest.length < LONGEST_WORD &&
           unicode_is_blank(unicode_take_last(&shorter)) && shorter.length < rest.length)
        rest = shorter;
    return rest;
}

/* What stands before the word, from `start` on back. */
static void look_before(struct word *word, struct slice text, size_t start)
{
    struct slice before = slice_of(text.bytes, start), rest = before_blanks(before);
    bool is_spaced = rest.length < start;
    char last = rest.length ? rest.bytes[rest.length - 1] : '\0';
    word->is_first = !rest.length;
    word->is_in_path = last == '/' && !is_spaced;
    word->is_behind_stop = last == '.';
    word->is_listed = is_spaced && (last == ';' || last == ':');
}

struct word stop_word_before(struct slice text, const struct stop *stop)
{
    struct slice before = slice_of(text.bytes, stop->start), rest = before_blanks(before);
    size_t start = word_start(text, rest.length);
    struct word word = {.text = slice_from_offset(rest, start)};
    word.is_apart = rest.length < before.length;
    word.with_stop = word.is_apart ? word.text : slice_of(word.text.bytes, word.text.length + 1);
    look_before(&word, text, start);
    count_characters(&word);
    return word;
}

struct slice stop_trailing_word(struct slice text)
{
    struct slice before = before_blanks(text), rest = before, shorter = before;
    while (before.length - rest.length < LONGEST_WORD &&
           unicode_is_letter(unicode_take_last(&shorter)))
        rest = shorter;
    return slice_from_offset(before, rest.length);
}
