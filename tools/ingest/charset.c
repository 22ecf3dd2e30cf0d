#include "charset.h"

#include "ascii.h"
#include "unicode.h"
#include "wide.h"

enum {
    DECLARATION_WITHIN = 4096, /* bytes of a page in which its meta element is looked for */
};

static bool is_name_byte(char byte)
{
    return ascii_is_letter(byte) || ascii_is_digit(byte) || memchr("-_.:+", byte, 5);
}

/* What stands behind the next `word`, in either case; null pointer where there is none. */
static struct slice after_word(struct slice text, struct slice word)
{
    for (; text.length >= word.length; text = slice_from_offset(text, 1))
        if (ascii_lower(text.bytes[0]) == word.bytes[0] &&
            slice_equal_ignoring_case(slice_of(text.bytes, word.length), word))
            return slice_from_offset(text, word.length);
    return (struct slice){NULL, 0};
}

struct slice charset_of_content_type(struct slice content_type)
{
    struct slice rest = content_type;
    while ((rest = after_word(rest, SLICE("charset"))).bytes) {
        struct slice value = slice_trim(rest);
        if (!value.length || value.bytes[0] != '=')
            continue;
        value = slice_trim(slice_from_offset(value, 1));
        if (value.length && (value.bytes[0] == '"' || value.bytes[0] == '\''))
            value = slice_trim(slice_from_offset(value, 1));
        size_t length = 0;
        while (length < value.length && is_name_byte(value.bytes[length]))
            length++;
        if (length)
            return slice_of(value.bytes, length);
    }
    return (struct slice){NULL, 0};
}

/* A declaration that can be read as ASCII is in none of these, whatever it says. */
static bool is_wide(struct slice name)
{
    return after_word(name, SLICE("utf-16")).bytes || after_word(name, SLICE("utf-32")).bytes;
}

/* What a meta element says, in either form:
 * charset="utf-8", or http-equiv="content-type" content="text/html; charset=utf-8". */
static struct slice declared_in(struct slice page)
{
    struct slice rest =
        page.length > DECLARATION_WITHIN ? slice_of(page.bytes, DECLARATION_WITHIN) : page;
    while ((rest = after_word(rest, SLICE("<meta"))).bytes) {
        const char *end = rest.length ? memchr(rest.bytes, '>', rest.length) : NULL;
        struct slice element = end ? slice_of(rest.bytes, (size_t) (end - rest.bytes)) : rest;
        struct slice name = charset_of_content_type(element);
        if (name.length)
            return is_wide(name) ? SLICE("utf-8") : name;
    }
    return (struct slice){NULL, 0};
}

/* Other character sets hardly ever form UTF-8 by chance, and pages in UTF-8 may have bad spots. */
static bool is_mostly_utf8(struct slice text)
{
    const char *at = text.bytes, *end = text.bytes + text.length;
    size_t good = 0, bad = 0;
    uint32_t character;
    while (at < end) {
        size_t length = unicode_decode(at, end, &character);
        good += length > 1;
        bad += !length;
        at += length ? length : 1;
    }
    return good >= bad;
}

struct slice charset_of_text(struct slice text, struct slice declared, size_t *mark)
{
    if (slice_starts_with(text, SLICE("\xef\xbb\xbf"))) {
        *mark = 3;
        return SLICE("utf-8");
    }
    const char *wide = wide_find(text, mark);
    return wide ? slice_from_string(wide) : declared;
}

struct slice charset_of_page(struct slice page, struct slice declared, size_t *mark)
{
    struct slice name = charset_of_text(page, declared, mark);
    if (!name.length)
        name = declared_in(page);
    if (name.length)
        return name;
    return is_mostly_utf8(page) ? SLICE("utf-8") : SLICE("windows-1252");
}

bool charset_is_utf8(struct slice name)
{
    return slice_equal_ignoring_case(name, SLICE("utf-8")) ||
           slice_equal_ignoring_case(name, SLICE("utf8"));
}
