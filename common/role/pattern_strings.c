#include "pattern_strings.h"

#include "../hash.h"
#include "../memory.h"
#include "../unicode.h"
#include "hash_index.h"

#include <stdlib.h>

enum {
    STRINGS = 400,      /* alternatives that are followed at most */
    CLASS_MEMBERS = 12, /* of a bracketed class that stands for its members */
    DEPTH = 30,         /* of groups */
    MANY = 1000,        /* more than once */
};

struct parser {
    struct slice rest;
    size_t depth;
    bool failed; /* on syntax that is not known */
    pattern_choose *choose;
    void *context;
};

void pattern_strings_release(struct pattern_strings *strings)
{
    for (size_t i = 0; i < strings->count; i++)
        free(strings->strings[i].characters);
    free(strings->strings);
    *strings = (struct pattern_strings){0};
}

/* Adds a string that is the two one behind the other. */
static void add(struct pattern_strings *strings, const struct pattern_string *first,
                const struct pattern_string *second)
{
    if (strings->count == strings->capacity) {
        strings->capacity = strings->capacity ? strings->capacity * 2 : 4;
        strings->strings =
            memory_resize_array(strings->strings, strings->capacity, sizeof *strings->strings);
    }
    struct pattern_string *added = &strings->strings[strings->count++];
    *added = (struct pattern_string){NULL, first->length + second->length};
    if (!added->length)
        return;
    added->characters = memory_new(added->length, sizeof *added->characters);
    if (first->length)
        memcpy(added->characters, first->characters, first->length * sizeof *first->characters);
    if (second->length)
        memcpy(added->characters + first->length, second->characters,
               second->length * sizeof *second->characters);
}

static const struct pattern_string nothing = {NULL, 0};

static void add_character(struct pattern_strings *strings, uint32_t character)
{
    add(strings, &(struct pattern_string){&character, 1}, &nothing);
}

static struct pattern_strings one(uint32_t character)
{
    struct pattern_strings strings = {0};
    add_character(&strings, character);
    return strings;
}

static struct pattern_strings no_characters(void)
{
    struct pattern_strings strings = {0};
    add(&strings, &nothing, &nothing);
    return strings;
}

static struct pattern_strings product(const struct pattern_strings *first,
                                      const struct pattern_strings *second)
{
    struct pattern_strings strings = {0};
    for (size_t i = 0; i < first->count; i++)
        for (size_t k = 0; k < second->count; k++)
            add(&strings, &first->strings[i], &second->strings[k]);
    return strings;
}

/* Adds a string, with what stands at its ends, unless there is one with the same hash. */
static void add_new(struct pattern_strings *strings, struct hash_index *hashes,
                    const struct pattern_string *string, bool more_before, bool more_behind)
{
    static uint32_t anything = PATTERN_ANYTHING;
    const struct pattern_string more = {&anything, 1};
    uint64_t ends = (uint64_t) more_before * 2 + more_behind;
    uint64_t hash = hash_bytes(
        slice_of((const char *) string->characters, string->length * sizeof *string->characters),
        ends);
    size_t known = hashes->count;
    hash_index_add(hashes, hash | 1, 0);
    if (hashes->count == known)
        return;
    struct pattern_strings begun = {0};
    add(&begun, more_before ? &more : &nothing, string);
    add(strings, &begun.strings[0], more_behind ? &more : &nothing);
    pattern_strings_release(&begun);
}

/* Leaves of each string what is worth keeping, and of equal ones one. */
static void shorten(struct parser *parser, struct pattern_strings *strings)
{
    struct pattern_strings shorter = {0};
    struct hash_index hashes = {0};
    for (size_t i = 0; i < strings->count; i++) {
        const struct pattern_string *string = &strings->strings[i];
        struct pattern_part part = parser->choose(parser->context, string);
        struct pattern_string kept = {string->characters + part.start, part.length};
        add_new(&shorter, &hashes, &kept, part.start > 0,
                part.start + part.length < string->length);
    }
    hash_index_release(&hashes);
    pattern_strings_release(strings);
    *strings = shorter;
}

static uint64_t cost_of(const struct parser *parser, const struct pattern_strings *strings)
{
    uint64_t cost = 0;
    for (size_t i = 0; i < strings->count; i++)
        cost += parser->choose(parser->context, &strings->strings[i]).cost;
    return cost;
}

/* What strings show of themselves to others before or behind them: of each its last or first
 * character, unless that is in a token, and that there is more. */
static struct pattern_strings ends_of(const struct pattern_strings *strings, bool at_start)
{
    struct pattern_strings ends = {0};
    struct hash_index hashes = {0};
    for (size_t i = 0; i < strings->count; i++) {
        const struct pattern_string *string = &strings->strings[i];
        struct pattern_string end = nothing;
        if (string->length)
            end = (struct pattern_string){string->characters + (at_start ? 0 : string->length - 1),
                                          1};
        if (end.length && end.characters[0] < PATTERN_ANYTHING &&
            unicode_is_letter(end.characters[0]))
            end = nothing;
        add_new(&ends, &hashes, &end, string->length && !at_start, string->length && at_start);
    }
    hash_index_release(&hashes);
    return ends;
}

/* Where all pairs are too many: what is kept of one part with the ends of the other. */
static struct pattern_strings rough_product(struct parser *parser,
                                            const struct pattern_strings *first,
                                            const struct pattern_strings *second)
{
    struct pattern_strings ends = ends_of(first, false), starts = ends_of(second, true);
    struct pattern_strings with_first = product(first, &starts);
    struct pattern_strings with_second = product(&ends, second);
    pattern_strings_release(&ends);
    pattern_strings_release(&starts);
    if (cost_of(parser, &with_first) > cost_of(parser, &with_second)) {
        struct pattern_strings other = with_first;
        with_first = with_second;
        with_second = other;
    }
    pattern_strings_release(&with_second);
    shorten(parser, &with_first);
    return with_first;
}

/* What stands for `first` and `second` one behind the other; both are released. */
static struct pattern_strings sequence(struct parser *parser, struct pattern_strings first,
                                       struct pattern_strings second)
{
    if (first.count * second.count > STRINGS)
        shorten(parser, &first);
    struct pattern_strings joined = first.count * second.count <= STRINGS
                                        ? product(&first, &second)
                                        : rough_product(parser, &first, &second);
    pattern_strings_release(&first);
    pattern_strings_release(&second);
    return joined;
}

/* What stands for either; both are released. */
static struct pattern_strings either(struct pattern_strings first, struct pattern_strings second)
{
    for (size_t i = 0; i < second.count; i++)
        add(&first, &second.strings[i], &nothing);
    pattern_strings_release(&second);
    if (first.count <= STRINGS)
        return first;
    pattern_strings_release(&first);
    return one(PATTERN_ANYTHING);
}

static bool take(struct parser *parser, struct slice text)
{
    if (!slice_starts_with(parser->rest, text))
        return false;
    parser->rest = slice_from_offset(parser->rest, text.length);
    return true;
}

static bool is_among(char byte, const char *bytes)
{
    return byte && strchr(bytes, byte);
}

static struct pattern_strings read_alternatives(struct parser *parser);

static struct pattern_strings fail(struct parser *parser)
{
    parser->failed = true;
    parser->rest.length = 0;
    return one(PATTERN_ANYTHING);
}

static bool skip_behind(struct parser *parser, char end)
{
    struct slice part;
    slice_cut(&parser->rest, end, &part);
    return parser->rest.bytes != NULL;
}

/* Behind the alternatives of a group. */
static struct pattern_strings end_group(struct parser *parser, struct pattern_strings strings)
{
    if (!take(parser, SLICE(")")))
        parser->failed = true;
    return strings;
}

/* What it looks at takes no characters. */
static struct pattern_strings read_lookaround(struct parser *parser)
{
    struct pattern_strings strings = read_alternatives(parser);
    pattern_strings_release(&strings);
    return end_group(parser, no_characters());
}

/* Behind "(". */
static struct pattern_strings read_group(struct parser *parser)
{
    if (take(parser, SLICE("*")))
        return fail(parser);
    if (!take(parser, SLICE("?")))
        return end_group(parser, read_alternatives(parser));
    if (take(parser, SLICE("=")) || take(parser, SLICE("!")) || take(parser, SLICE("<=")) ||
        take(parser, SLICE("<!")))
        return read_lookaround(parser);
    if (take(parser, SLICE(":")) || take(parser, SLICE("-i:")) || take(parser, SLICE("i:")) ||
        take(parser, SLICE(">")) || take(parser, SLICE("|")))
        return end_group(parser, read_alternatives(parser));
    if (take(parser, SLICE("<")) || take(parser, SLICE("P<")))
        return skip_behind(parser, '>') ? end_group(parser, read_alternatives(parser))
                                        : fail(parser);
    if (parser->rest.length && is_among(parser->rest.bytes[0], "0123456789R&") &&
        skip_behind(parser, ')'))
        return one(PATTERN_ANYTHING); /* another group once more */
    return fail(parser);
}

/* Behind a backslash. */
static struct pattern_strings read_escape(struct parser *parser)
{
    uint32_t character;
    if (!unicode_next(&parser->rest, &character))
        return fail(parser);
    if (!unicode_is_letter(character) && unicode_class_of(character) != UNICODE_DIGIT)
        return one(character);
    switch (character) {
    case 'd':
        return one(PATTERN_NUMBER);
    case 'b': /* also W, white space and the ends of a text: no letter stands beyond */
    case 'W':
    case 's':
    case 'h':
    case 'v':
    case 'R':
    case 'n':
    case 't':
    case 'A':
    case 'z':
    case 'Z':
        return one(PATTERN_EDGE);
    case 'B':
    case 'K':
        return no_characters();
    case 'p':
    case 'P':
        if (take(parser, SLICE("{")) ? !skip_behind(parser, '}')
                                     : !unicode_next(&parser->rest, &character))
            return fail(parser);
        return one(PATTERN_ANYTHING);
    case 'w':
    case 'D':
    case 'S':
    case 'H':
    case 'V':
    case 'N':
        return one(PATTERN_ANYTHING);
    default:
        return fail(parser);
    }
}

/* One member of a class, with what follows a dash behind it. */
static struct pattern_strings read_member(struct parser *parser)
{
    uint32_t character = 0, last = 0;
    if (take(parser, SLICE("[:")))
        return fail(parser);
    if (take(parser, SLICE("\\")))
        return read_escape(parser);
    if (!unicode_next(&parser->rest, &character))
        return fail(parser);
    struct parser ahead = *parser;
    bool is_range = take(&ahead, SLICE("-")) && unicode_next(&ahead.rest, &last) && last != ']';
    if (!is_range)
        return one(character);
    *parser = ahead;
    if (last == '\\')
        return fail(parser);
    return one(character == '0' && last == '9' ? PATTERN_NUMBER : PATTERN_ANYTHING);
}

/* Behind "[". */
static struct pattern_strings read_class(struct parser *parser)
{
    bool is_negated = take(parser, SLICE("^"));
    struct pattern_strings members = {0};
    do
        members = either(members, read_member(parser));
    while (!parser->failed && !take(parser, SLICE("]")));
    if (!is_negated && members.count <= CLASS_MEMBERS)
        return members;
    pattern_strings_release(&members);
    return one(PATTERN_ANYTHING);
}

static struct pattern_strings read_atom(struct parser *parser)
{
    uint32_t character = 0;
    if (take(parser, SLICE("(")))
        return parser->depth < DEPTH ? read_group(parser) : fail(parser);
    if (take(parser, SLICE("[")))
        return read_class(parser);
    if (take(parser, SLICE("\\")))
        return read_escape(parser);
    if (take(parser, SLICE(".")))
        return one(PATTERN_ANYTHING);
    if (take(parser, SLICE("^")))
        return one(PATTERN_START);
    if (take(parser, SLICE("$")))
        return one(PATTERN_EDGE);
    if (take(parser, SLICE("{")))
        return fail(parser);
    unicode_next(&parser->rest, &character);
    return one(character);
}

struct repetition {
    unsigned least, most;
};

static unsigned read_number(struct parser *parser, unsigned otherwise)
{
    unsigned number = 0;
    bool is_given = false;
    while (parser->rest.length && parser->rest.bytes[0] >= '0' && parser->rest.bytes[0] <= '9') {
        number = number < MANY ? number * 10 + (unsigned) (parser->rest.bytes[0] - '0') : MANY;
        parser->rest = slice_from_offset(parser->rest, 1);
        is_given = true;
    }
    return is_given ? number : otherwise;
}

/* {3}, {3,}, {3,5}; of anything else in braces the version of PCRE2 says what it is. */
static bool read_braces(struct parser *parser, struct repetition *times)
{
    struct parser ahead = *parser;
    if (!take(&ahead, SLICE("{")))
        return false;
    times->least = read_number(&ahead, MANY + 1);
    times->most = take(&ahead, SLICE(",")) ? read_number(&ahead, MANY) : times->least;
    if (times->least > MANY || !take(&ahead, SLICE("}")))
        return false;
    *parser = ahead;
    return true;
}

static bool read_repetition(struct parser *parser, struct repetition *times)
{
    if (take(parser, SLICE("?")))
        *times = (struct repetition){0, 1};
    else if (take(parser, SLICE("*")))
        *times = (struct repetition){0, MANY};
    else if (take(parser, SLICE("+")))
        *times = (struct repetition){1, MANY};
    else if (!read_braces(parser, times))
        return false;
    if (!take(parser, SLICE("?"))) /* reluctant and possessive ones match no more */
        take(parser, SLICE("+"));
    return true;
}

/* Only edges: however many there are, they are an edge. */
static bool is_edge(const struct pattern_strings *strings)
{
    for (size_t i = 0; i < strings->count; i++)
        if (strings->strings[i].length != 1 || strings->strings[i].characters[0] != PATTERN_EDGE)
            return false;
    return true;
}

static struct pattern_strings repeated(struct parser *parser, struct pattern_strings strings,
                                       struct repetition times)
{
    if (times.most > 1 && !is_edge(&strings))
        strings = sequence(parser, strings, one(PATTERN_ANYTHING));
    return times.least ? strings : either(strings, no_characters());
}

static struct pattern_strings read_sequence(struct parser *parser)
{
    struct pattern_strings strings = no_characters();
    struct repetition times;
    while (parser->rest.length && parser->rest.bytes[0] != '|' && parser->rest.bytes[0] != ')') {
        struct pattern_strings atom = read_atom(parser);
        while (!parser->failed && read_repetition(parser, &times))
            atom = repeated(parser, atom, times);
        strings = sequence(parser, strings, atom);
    }
    return strings;
}

static struct pattern_strings read_alternatives(struct parser *parser)
{
    parser->depth++;
    struct pattern_strings strings = read_sequence(parser);
    while (take(parser, SLICE("|")))
        strings = either(strings, read_sequence(parser));
    parser->depth--;
    return strings;
}

bool pattern_strings_init(struct pattern_strings *strings, struct slice pattern,
                          pattern_choose *choose, void *context)
{
    struct parser parser = {.rest = pattern, .choose = choose, .context = context};
    *strings = read_alternatives(&parser);
    return !parser.failed && !parser.rest.length;
}

/* The length of what stands at the start of the rest of a class: an escape, a name such as
 * [:alpha:], or a byte. */
static size_t member_length(struct slice rest)
{
    struct slice name, behind = slice_from_offset(rest, 2);
    if (slice_starts_with(rest, SLICE("[:")) && slice_cut(&behind, ']', &name) &&
        slice_ends_with(name, SLICE(":")))
        return 2 + name.length + 1;
    return rest.bytes[0] == '\\' ? 2 : 1;
}

/* The length of what stands at the start of a pattern and is taken whole: an escape or a class. */
static size_t unit_length(struct slice pattern)
{
    size_t end = 1;
    if (pattern.bytes[0] == '\\')
        return pattern.length > 1 ? 2 : 1;
    if (pattern.bytes[0] != '[')
        return 1;
    end += end < pattern.length && pattern.bytes[end] == '^';
    end += end < pattern.length && pattern.bytes[end] == ']';
    while (end < pattern.length && pattern.bytes[end] != ']')
        end += member_length(slice_from_offset(pattern, end));
    return end < pattern.length ? end + 1 : pattern.length;
}

/* (?i), (?-s), (?R), (?1), (?-1): options for what follows, or another group once more. */
static bool sets_or_recurses(struct slice pattern)
{
    size_t end = 2;
    if (!slice_starts_with(pattern, SLICE("(?")))
        return false;
    while (end < pattern.length && is_among(pattern.bytes[end], "imsxnJUR^+-0123456789"))
        end++;
    return end < pattern.length && pattern.bytes[end] == ')';
}

/* Whether groups are referred to by number or name, or options are set that hold for what follows.
 */
static bool is_whole_only(struct slice pattern)
{
    static const char *const signs[] = {"(?&", "(?P", "(?(", "(*"};
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (slice_find(pattern, slice_from_string(signs[i])))
            return true;
    for (size_t i = 0; i < pattern.length; i++)
        if (sets_or_recurses(slice_from_offset(pattern, i)) ||
            (i && pattern.bytes[i - 1] == '\\' && is_among(pattern.bytes[i], "123456789gkQ")))
            return true;
    return false;
}

bool pattern_next_alternative(struct slice *rest, struct slice *alternative)
{
    if (!rest->bytes)
        return false;
    size_t depth = 0, end = is_whole_only(*rest) ? rest->length : 0;
    while (end < rest->length && (depth || rest->bytes[end] != '|')) {
        depth += rest->bytes[end] == '(';
        depth -= depth && rest->bytes[end] == ')';
        end += unit_length(slice_of(rest->bytes + end, rest->length - end));
    }
    *alternative = slice_of(rest->bytes, end);
    *rest = end < rest->length ? slice_from_offset(*rest, end + 1) : (struct slice){NULL, 0};
    return true;
}
