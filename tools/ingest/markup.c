#include "markup.h"

static const char *const block_names[] = {
    "article", "aside",  "blockquote", "body", "br",    "center", "dd", "div", "dl",
    "dt",      "figure", "footer",     "form", "h1",    "h2",     "h3", "h4",  "h5",
    "h6",      "header", "hr",         "html", "li",    "main",   "ol", "p",   "pre",
    "section", "table",  "tbody",      "td",   "tfoot", "th",     "tr", "ul",
};

static const char *const inline_names[] = {
    "a",      "abbr",   "amp-img", "b",   "em",     "font",  "i",      "iframe",
    "img",    "mark",   "q",       "s",   "script", "small", "source", "span",
    "strike", "strong", "style",   "sub", "sup",    "time",  "u",      "video",
};

enum {
    BLOCK_COUNT = sizeof block_names / sizeof block_names[0],
    INLINE_COUNT = sizeof inline_names / sizeof inline_names[0],
    LONGEST_NAME = sizeof "blockquote" - 1,
};

static bool is_among(struct slice name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (slice_equal_ignoring_case(name, slice_from_string(names[i])))
            return true;
    return false;
}

/* The name of the tag whose bytes behind '<' these are; empty where they are no tag, or one with a
 * longer name than those above. */
static struct slice tag_name(struct slice text)
{
    if (text.length && text.bytes[0] == '/')
        text = slice_from_offset(text, 1);
    for (size_t i = 0; i < text.length && i <= LONGEST_NAME; i++)
        if (memchr("> /\t\r\n", text.bytes[i], 6))
            return slice_of(text.bytes, i);
    return (struct slice){NULL, 0};
}

static enum markup judge_tag(struct slice text)
{
    if (slice_starts_with(text, SLICE("!--")) ||
        (text.length > 8 && slice_equal_ignoring_case(slice_of(text.bytes, 8), SLICE("!doctype"))))
        return MARKUP_BLOCK;
    struct slice name = tag_name(text);
    if (is_among(name, block_names, BLOCK_COUNT))
        return MARKUP_BLOCK;
    return is_among(name, inline_names, INLINE_COUNT) ? MARKUP_INLINE : MARKUP_NONE;
}

/* The text up to its last '>': what begins behind it is no whole tag. */
static struct slice up_to_last_tag(struct slice text)
{
    while (text.length && text.bytes[text.length - 1] != '>')
        text.length--;
    return text;
}

enum markup markup_find(struct slice text)
{
    enum markup found = MARKUP_NONE;
    const char *tag;
    text = up_to_last_tag(text);
    while (found != MARKUP_BLOCK && text.length && (tag = memchr(text.bytes, '<', text.length))) {
        text = slice_from_offset(text, (size_t) (tag - text.bytes) + 1);
        enum markup here = judge_tag(text);
        if (here > found)
            found = here;
    }
    return found;
}
