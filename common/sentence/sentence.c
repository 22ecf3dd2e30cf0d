#include "sentence.h"

#include "../unicode.h"

#include <ctype.h>

/* A place where a sentence may end: a run of closing marks such as `.`, `?!`, `...”` or `./.` */
struct stop {
    size_t start, end;   /* of the run, with the quotes and brackets that close behind it */
    bool is_single_stop; /* one '.' and no other mark: may belong to an abbreviation or a number */
    bool is_wide;        /* a CJK mark: no space follows it */
    bool has_closer;     /* a quote or bracket closes behind the marks */
    size_t first;        /* where the text's first visible character is */
};

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

static bool is_closer(uint32_t character)
{
    switch (character) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case '}':
    case 0x00BB: /* » */
    case 0x2019: /* ’ */
    case 0x201D: /* ” */
    case 0x203A: /* › */
    case 0x300D: /* CJK corner brackets and full-width parenthesis */
    case 0x300F:
    case 0xFF09:
        return true;
    default:
        return false;
    }
}

static bool is_opener(uint32_t character)
{
    switch (character) {
    case '"':
    case '\'':
    case '(':
    case '[':
    case '{':
    case '-':
    case '*':
    case 0x00AB: /* « */
    case 0x2013: /* dashes open the lines of a dialogue */
    case 0x2014:
    case 0x2018: /* ‘ */
    case 0x201C: /* “ */
    case 0x2022: /* bullet */
        return true;
    default:
        return false;
    }
}

/* The offset of the next byte that may begin a mark, from `at` on; the text's length if none. */
static size_t skip_to_mark(struct slice text, size_t at)
{
    for (; at < text.length; at++) {
        unsigned char byte = (unsigned char) text.bytes[at];
        if (byte == '.' || byte == '!' || byte == '?' || byte == 0xE2 || byte == 0xE3 ||
            byte == 0xEF)
            break;
    }
    return at;
}

/* `./.` closes official texts: its slash belongs to the run. */
static bool is_closing_slash(struct slice rest, size_t marks)
{
    return marks && rest.length >= 2 && rest.bytes[0] == '/' && rest.bytes[1] == '.';
}

/* Finds the next run of marks from `at` on. Returns false when there is none. */
static bool find_stop(struct slice text, size_t at, struct stop *stop)
{
    uint32_t character;
    for (;; at++) {
        at = skip_to_mark(text, at);
        if (at == text.length)
            return false;
        struct slice rest = slice_from_offset(text, at);
        size_t length = unicode_decode(rest.bytes, rest.bytes + rest.length, &character);
        if (length && mark_of(character) != MARK_NONE)
            break;
    }
    size_t marks = 0, stops = 0;
    bool is_closing = false;
    struct slice rest = slice_from_offset(text, at);
    *stop = (struct stop){.start = at, .end = at};
    while (rest.length) {
        if (!is_closing && is_closing_slash(rest, marks)) {
            rest = slice_from_offset(rest, 1);
            marks++;
            continue;
        }
        unicode_next(&rest, &character);
        enum mark mark = mark_of(character);
        if (mark == MARK_NONE && !is_closer(character))
            break;
        /* In `."...` the second run of marks begins the next sentence's quote. */
        is_closing = mark == MARK_NONE;
        stop->has_closer = stop->has_closer || is_closing;
        stop->is_wide = stop->is_wide || mark == MARK_WIDE;
        marks += !is_closing;
        stops += mark == MARK_STOP;
        stop->end = text.length - rest.length;
    }
    stop->is_single_stop = marks == 1 && stops == 1;
    return true;
}

/* What stands behind a stop. */
struct following {
    bool has_space;
    bool has_opener;
    uint32_t first;    /* the first character of the next word; 0: none */
    struct slice word; /* from that character on to the end of the text */
};

static struct following look_behind_stop(struct slice text, const struct stop *stop)
{
    struct following following = {0};
    struct slice rest = slice_from_offset(text, stop->end);
    while (rest.length) {
        following.word = rest;
        unicode_next(&rest, &following.first);
        if (unicode_is_blank(following.first))
            following.has_space = true;
        else if (is_opener(following.first))
            following.has_opener = true;
        else
            return following;
    }
    following.first = 0;
    return following;
}

/* Words over this length in bytes are no abbreviations or numbers; they are not looked at whole, or
 * a text without spaces would take the square of its length. */
enum { LONGEST_WORD = 80 };

/* The word that a single stop ends, with the stop: back to white space or an opening mark. */
static struct slice word_before(struct slice text, const struct stop *stop)
{
    size_t start = stop->start;
    while (start > 0 && stop->start - start < LONGEST_WORD) {
        unsigned char byte = (unsigned char) text.bytes[start - 1];
        if (byte <= ' ' || byte == '(' || byte == '"' || byte == '[' || byte == '/' || byte == ',')
            break;
        /* NBSP and curly quotes part words too */
        struct slice before = slice_of(text.bytes, start);
        uint32_t character = byte < 0x80 ? byte : unicode_last(before);
        if (character == 0x00A0 || character == 0x201C || character == 0x2018)
            break;
        start--;
    }
    return slice_of(text.bytes + start, stop->start + 1 - start);
}

/* Shapes of the word before a single stop. */
struct word_shape {
    size_t letters, uppers, digits, stops, others;
    uint32_t last; /* the character before the stop */
};

static struct word_shape shape_of(struct slice word)
{
    struct word_shape shape = {0};
    struct slice rest = slice_of(word.bytes, word.length - 1);
    uint32_t character;
    while (unicode_next(&rest, &character)) {
        switch (unicode_class_of(character)) {
        case UNICODE_UPPER:
            shape.uppers++;
            shape.letters++;
            break;
        case UNICODE_LOWER:
        case UNICODE_LETTER:
            shape.letters++;
            break;
        case UNICODE_MARK:
            break;
        case UNICODE_DIGIT:
            shape.digits++;
            break;
        default:
            if (character == '.')
                shape.stops++;
            else
                shape.others++;
        }
        shape.last = character;
    }
    return shape;
}

/* The length of the white space and invisible characters that the text begins with. */
static size_t blank_length(struct slice text)
{
    struct slice rest = text, after = text;
    uint32_t character;
    while (unicode_next(&after, &character) && unicode_is_blank(character))
        rest = after;
    return text.length - rest.length;
}

/* `1.`, `IV.`, `a.` at the start of a sentence number what follows. */
static bool is_list_mark(const struct word_shape *shape, struct slice word)
{
    if (shape->others || shape->stops > 2)
        return false;
    if (shape->digits)
        return shape->digits <= 2 && !shape->letters;
    if (shape->letters == 1)
        return true;
    for (size_t i = 0; i + 1 < word.length; i++)
        if (!strchr("IVX", word.bytes[i]))
            return false;
    return true;
}

/* The last parts of addresses, which people write with a capital, too. */
static bool is_domain(struct slice text)
{
    static const struct slice domains[] = {
        SLICE("com"), SLICE("net"), SLICE("org"),  SLICE("vn"),
        SLICE("edu"), SLICE("gov"), SLICE("info"),
    };
    size_t length = 0;
    while (length < text.length &&
           (text.bytes[length] & 0x80 || isalnum((unsigned char) text.bytes[length])))
        length++;
    for (size_t i = 0; i < sizeof domains / sizeof domains[0]; i++)
        if (slice_equal_ignoring_case(slice_of(text.bytes, length), domains[i]))
            return true;
    return false;
}

/* A stop with no space behind it ends a sentence only between a lower-case word and a capitalized
 * one (`xong.Sau đó`), not inside addresses and numbers (`example.Com`, `a.vn/b.Html`, `1.5`). */
static bool is_glued_end(struct slice text, const struct stop *stop,
                         const struct following *following)
{
    uint32_t next;
    struct slice rest = following->word;
    struct slice before = word_before(text, stop);
    struct word_shape shape = shape_of(before);
    bool is_path = before.bytes > text.bytes && before.bytes[-1] == '/';
    if (unicode_class_of(shape.last) != UNICODE_LOWER || shape.stops || shape.digits ||
        shape.others || shape.uppers > 1 || unicode_class_of(following->first) != UNICODE_UPPER ||
        following->has_opener || is_path || is_domain(following->word))
        return false;
    unicode_next(&rest, &next);
    if (!unicode_next(&rest, &next))
        return true;
    return unicode_class_of(next) == UNICODE_LOWER || unicode_is_space(next);
}

/* `PGS.TS.` is what its last part is. */
static enum abbreviation_kind kind_of(const struct abbreviations *abbreviations, struct slice word)
{
    enum abbreviation_kind kind = abbreviations_find(abbreviations, word);
    size_t start = word.length - 1;
    while (start > 0 && word.bytes[start - 1] != '.')
        start--;
    if (kind != ABBREVIATION_NONE || start == 0)
        return kind;
    return abbreviations_find(abbreviations, slice_from_offset(word, start));
}

static bool single_stop_ends(const struct abbreviations *abbreviations, struct slice text,
                             const struct stop *stop, const struct following *following)
{
    struct slice word = word_before(text, stop);
    struct word_shape shape = shape_of(word);
    switch (kind_of(abbreviations, word)) {
    case ABBREVIATION_JOINS:
        return false;
    case ABBREVIATION_ENDS:
        return unicode_class_of(following->first) == UNICODE_UPPER;
    case ABBREVIATION_NONE:
        break;
    }
    if (word.length == 1) /* a stop on its own */
        return true;
    if (word.bytes <= text.bytes + stop->first && is_list_mark(&shape, word))
        return false;
    bool is_initial = shape.letters == 1 && shape.uppers == 1 && !shape.digits && !shape.others;
    bool is_dotted =
        shape.stops && shape.letters == shape.uppers && shape.letters == shape.stops + 1;
    return !is_initial && !is_dotted;
}

static bool stop_ends_sentence(const struct abbreviations *abbreviations, struct slice text,
                               const struct stop *stop)
{
    struct following following = look_behind_stop(text, stop);
    if (!following.first)
        return true;
    if (stop->is_wide)
        return true;
    if (!following.has_space)
        return stop->is_single_stop && !stop->has_closer && is_glued_end(text, stop, &following);
    if (unicode_class_of(following.first) == UNICODE_LOWER)
        return false;
    if (unicode_class_of(following.first) == UNICODE_PUNCTUATION &&
        mark_of(following.first) == MARK_NONE)
        return false;
    if (stop->is_single_stop && !stop->has_closer)
        return single_stop_ends(abbreviations, text, stop, &following);
    return true;
}

size_t sentence_length(const struct abbreviations *abbreviations, struct slice text)
{
    struct stop stop;
    size_t at = 0, first = blank_length(text);
    while (find_stop(text, at, &stop)) {
        stop.first = first;
        if (stop_ends_sentence(abbreviations, text, &stop))
            return stop.end;
        at = stop.end;
    }
    return text.length;
}
