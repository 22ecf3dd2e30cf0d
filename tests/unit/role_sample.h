/* Texts drawn at random that a pattern matches, or nearly: for comparing ways to match. Knows as
 * much of the syntax as the rules of roles have; what it does not know gives other texts. */
#ifndef GANLOC_UNIT_ROLE_SAMPLE_H
#define GANLOC_UNIT_ROLE_SAMPLE_H

#include "bytes.h"
#include "unicode.h"

#include <stdlib.h>
#include <string.h>

/* xorshift64 (Marsaglia 2003); the same numbers in each run. */
static uint64_t sample_state = 88172645463325252u;

static inline size_t sample_below(size_t limit)
{
    sample_state ^= sample_state << 13;
    sample_state ^= sample_state >> 7;
    sample_state ^= sample_state << 17;
    return (size_t) ((sample_state >> 16) % limit);
}

static inline void sample_append(struct buffer *out, const char *const *choices, size_t count)
{
    buffer_append_string(out, choices[sample_below(count)]);
}

static inline void sample_any(struct buffer *out)
{
    static const char *const choices[] = {" ", "gà ", "Ở ", "7", ". ", "xe", "\xE2\x80\x93 ", ","};
    sample_append(out, choices, sizeof choices / sizeof choices[0]);
}

/* Characters that are neither letters nor digits. */
static inline void sample_between(struct buffer *out)
{
    static const char *const choices[] = {" ", " ", ": ", "- ", "/", "\xE2\x80\x9C", "(", ""};
    sample_append(out, choices, sizeof choices / sizeof choices[0]);
}

/* The length of the class at the start of a pattern. */
static inline size_t sample_class_length(struct slice pattern)
{
    size_t end = 1;
    end += pattern.bytes[end] == '^';
    end += pattern.bytes[end] == ']';
    while (pattern.bytes[end] != ']')
        end += pattern.bytes[end] == '\\' ? 2 : 1;
    return end + 1;
}

/* The length of the group, class, escape or character at the start of a pattern. */
static inline size_t sample_atom_length(struct slice pattern)
{
    uint32_t character;
    size_t end = 1;
    switch (pattern.bytes[0]) {
    case '\\':
        if (pattern.length > 2 && strchr("pP", pattern.bytes[1]) && pattern.bytes[2] == '{')
            return (size_t) (slice_find(pattern, SLICE("}")) - pattern.bytes) + 1;
        return 2;
    case '[':
        return sample_class_length(pattern);
    case '(':
        while (pattern.bytes[end] != ')')
            end += sample_atom_length(slice_from_offset(pattern, end));
        return end + 1;
    default:
        return unicode_decode(pattern.bytes, pattern.bytes + pattern.length, &character);
    }
}

/* One of the alternatives that stand beside each other in a pattern. */
static inline struct slice sample_alternative(struct slice pattern)
{
    struct slice alternatives[400];
    size_t count = 0, start = 0, end = 0;
    while (end < pattern.length) {
        if (pattern.bytes[end] == '|') {
            alternatives[count++] = slice_of(pattern.bytes + start, end - start);
            start = ++end;
        } else {
            end += sample_atom_length(slice_from_offset(pattern, end));
        }
    }
    alternatives[count++] = slice_of(pattern.bytes + start, end - start);
    return alternatives[sample_below(count)];
}

static inline void sample_class(struct buffer *out, struct slice class)
{
    class = slice_of(class.bytes + 1, class.length - 2);
    if (class.bytes[0] == '^') {
        sample_any(out);
        return;
    }
    uint32_t character = 0;
    for (size_t i = sample_below(class.length) + 1; class.length && i > 0; i--)
        unicode_next(&class, &character);
    if (character == '\\' || character == 'w')
        buffer_append_string(out, "8");
    else
        unicode_append(out, character);
}

static inline void sample_pattern(struct buffer *out, struct slice pattern);

/* Looking around is left to chance. */
static inline void sample_group(struct buffer *out, struct slice group)
{
    static const char *const signs[] = {"?:", "?-i:", "?>", "?|", NULL};
    group = slice_of(group.bytes + 1, group.length - 2);
    for (size_t i = 0; signs[i]; i++)
        if (slice_starts_with(group, slice_from_string(signs[i]))) {
            sample_pattern(out, slice_from_offset(group, strlen(signs[i])));
            return;
        }
    if (!group.length || group.bytes[0] != '?')
        sample_pattern(out, group);
}

static inline void sample_escape(struct buffer *out, struct slice escape)
{
    switch (escape.bytes[1]) {
    case 'd':
        buffer_append_byte(out, (char) ('0' + sample_below(10)));
        break;
    case 'w':
        buffer_append_string(out, "x");
        break;
    case 'p':
        buffer_append_string(out, "Đ");
        break;
    case 's':
        buffer_append_string(out, " ");
        break;
    case 'S':
    case 'W':
        sample_between(out);
        break;
    case 'b':
        buffer_append_string(out, sample_below(4) ? "" : " ");
        break;
    default:
        buffer_append(out, slice_from_offset(escape, 1));
    }
}

static inline void sample_atom(struct buffer *out, struct slice atom)
{
    switch (atom.bytes[0]) {
    case '(':
        sample_group(out, atom);
        break;
    case '[':
        sample_class(out, atom);
        break;
    case '\\':
        sample_escape(out, atom);
        break;
    case '.':
        sample_any(out);
        break;
    case '^':
    case '$':
        break;
    default:
        buffer_append(out, atom);
    }
}

/* Takes a quantifier off the start of a pattern; how often it repeats what is before it. */
static inline size_t sample_times(struct slice *pattern)
{
    size_t least = 1, most = 1;
    char sign = pattern->length ? pattern->bytes[0] : 'x';
    if (!strchr("?*+{", sign))
        return 1;
    *pattern = slice_from_offset(*pattern, 1);
    if (sign == '{') {
        struct slice braces, first;
        slice_cut(pattern, '}', &braces);
        slice_cut(&braces, ',', &first);
        least = most = (size_t) atoi(first.bytes);
        if (braces.bytes)
            most = braces.length ? (size_t) atoi(braces.bytes) : least + 3;
    } else {
        least = sign == '+';
        most = sign == '?' ? 1 : 3;
    }
    if (pattern->length && strchr("?+", pattern->bytes[0]))
        *pattern = slice_from_offset(*pattern, 1);
    most = most > least + 4 ? least + 4 : most;
    return least + sample_below(most - least + 1);
}

static inline void sample_pattern(struct buffer *out, struct slice pattern)
{
    struct slice rest = sample_alternative(pattern);
    while (rest.length) {
        size_t length = sample_atom_length(rest);
        struct slice atom = slice_of(rest.bytes, length);
        rest = slice_from_offset(rest, length);
        for (size_t times = sample_times(&rest); times > 0; times--)
            sample_atom(out, atom);
    }
}

#endif
