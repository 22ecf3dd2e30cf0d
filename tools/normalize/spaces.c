#include "spaces.h"

#include "ascii.h"
#include "context.h"
#include "unicode.h"

static bool is_space(uint32_t character)
{
    return character == 0x0085 || unicode_is_space(character);
}

static void fold_runs(struct buffer *out, struct slice text)
{
    bool space_due = false;
    size_t start = out->length;
    uint32_t character;
    while (text.length) {
        const char *at = text.bytes;
        unicode_next(&text, &character);
        if (is_space(character)) {
            space_due = true;
            continue;
        }
        if (space_due && out->length > start)
            buffer_append_byte(out, ' ');
        space_due = false;
        buffer_append(out, slice_of(at, (size_t) (text.bytes - at)));
    }
}

static bool is_stop(char byte)
{
    return byte && strchr(",.;:!?", byte);
}

static bool is_opening(char byte)
{
    return byte && strchr("([{", byte);
}

static bool is_closing(char byte)
{
    return byte && strchr(")]}", byte);
}

/* The byte at an offset; NUL past the end. */
static char byte_at(struct slice text, size_t at)
{
    return at < text.length ? text.bytes[at] : '\0';
}

/* The byte before an offset; NUL at the start. */
static char byte_before(struct slice text, size_t at)
{
    return at ? text.bytes[at - 1] : '\0';
}

/* True where the stops that begin at `at` end a phrase: not those of ".NET", ":-)" and "3 : 0". An
 * ellipsis may stand free. */
static bool ends_phrase(struct slice text, size_t at)
{
    size_t end = at;
    while (end < text.length && is_stop(text.bytes[end]))
        end++;
    char first = text.bytes[at], next = byte_at(text, end);
    if (first == '.' && byte_at(text, at + 1) == '.')
        return false;
    bool is_between_digits = next == ' ' && ascii_is_digit(byte_before(text, at - 1)) &&
                             ascii_is_digit(byte_at(text, end + 1));
    if (is_between_digits && end == at + 1 && (first == ':' || first == '.' || first == ','))
        return false;
    if (is_closing(next) || next == '(')
        return first != ':' && first != ';';
    struct slice rest = slice_from_offset(text, end);
    return end == text.length || next == ' ' || next == '"' || next == '\'' ||
           slice_starts_with(rest, SLICE("\xE2\x80\x9D")) || /* closing quotes */
           slice_starts_with(rest, SLICE("\xE2\x80\x99")) ||
           slice_starts_with(rest, SLICE("\xC2\xBB"));
}

/* True for the space at `at`, which is neither first nor last. */
static bool is_unwanted(struct slice text, size_t at)
{
    char before = text.bytes[at - 1], behind = text.bytes[at + 1];
    if (is_opening(before)) /* but not behind a smiley */
        return !is_closing(behind) && !is_stop(behind) && !is_stop(byte_before(text, at - 1));
    if (is_closing(behind))
        return !is_stop(before) || byte_at(text, at - 1) == '.';
    return is_stop(behind) && !is_opening(before) && ends_phrase(text, at + 1);
}

void spaces_fold(struct buffer *out, struct slice text, const struct language *language)
{
    struct buffer folded = {0};
    fold_runs(&folded, text);
    struct slice rest = buffer_slice(&folded);
    if (context_of(rest, language) < CONTEXT_PROBABLE) {
        buffer_append(out, rest);
        buffer_release(&folded);
        return;
    }
    for (size_t i = 0; i < rest.length; i++)
        if (rest.bytes[i] != ' ' || !is_unwanted(rest, i))
            buffer_append_byte(out, rest.bytes[i]);
    buffer_release(&folded);
}
