#include "html_nesting.h"

#include "ascii.h"
#include "memory.h"

#include <gumbo.h>
#include <stdlib.h>

/* What the rules ask of an element. */
enum {
    EMPTY = 1 << 0,   /* has no end tag and no content */
    RAW = 1 << 1,     /* its content holds no tags */
    REPEATS = 1 << 2, /* its start ends the one before it */
    CELL = 1 << 3,    /* a part of a table, which it does not look beyond */
    TABLE = 1 << 4,
    SCOPE = 1 << 5,   /* end tags inside it do not end what stands outside */
    LIST = 1 << 6,    /* its items do not end those of an outer list */
    FOREIGN = 1 << 7, /* in it a tag that ends in "/>" is empty */
};

static const unsigned char traits[GUMBO_TAG_LAST] = {
    [GUMBO_TAG_AREA] = EMPTY,
    [GUMBO_TAG_BASE] = EMPTY,
    [GUMBO_TAG_BR] = EMPTY,
    [GUMBO_TAG_COL] = EMPTY,
    [GUMBO_TAG_EMBED] = EMPTY,
    [GUMBO_TAG_FRAME] = EMPTY,
    [GUMBO_TAG_HR] = EMPTY,
    [GUMBO_TAG_IMG] = EMPTY,
    [GUMBO_TAG_INPUT] = EMPTY,
    [GUMBO_TAG_KEYGEN] = EMPTY,
    [GUMBO_TAG_LINK] = EMPTY,
    [GUMBO_TAG_META] = EMPTY,
    [GUMBO_TAG_PARAM] = EMPTY,
    [GUMBO_TAG_SOURCE] = EMPTY,
    [GUMBO_TAG_TRACK] = EMPTY,
    [GUMBO_TAG_WBR] = EMPTY,
    [GUMBO_TAG_IFRAME] = RAW,
    [GUMBO_TAG_NOEMBED] = RAW,
    [GUMBO_TAG_NOFRAMES] = RAW,
    [GUMBO_TAG_SCRIPT] = RAW,
    [GUMBO_TAG_STYLE] = RAW,
    [GUMBO_TAG_TEXTAREA] = RAW,
    [GUMBO_TAG_TITLE] = RAW,
    [GUMBO_TAG_XMP] = RAW,
    [GUMBO_TAG_DD] = REPEATS,
    [GUMBO_TAG_DT] = REPEATS,
    [GUMBO_TAG_LI] = REPEATS,
    [GUMBO_TAG_OPTION] = REPEATS,
    [GUMBO_TAG_P] = REPEATS,
    [GUMBO_TAG_CAPTION] = CELL | SCOPE,
    [GUMBO_TAG_TBODY] = REPEATS | CELL,
    [GUMBO_TAG_TD] = REPEATS | CELL | SCOPE,
    [GUMBO_TAG_TFOOT] = REPEATS | CELL,
    [GUMBO_TAG_TH] = REPEATS | CELL | SCOPE,
    [GUMBO_TAG_THEAD] = REPEATS | CELL,
    [GUMBO_TAG_TR] = REPEATS | CELL,
    [GUMBO_TAG_TABLE] = TABLE | SCOPE,
    [GUMBO_TAG_OBJECT] = SCOPE,
    [GUMBO_TAG_TEMPLATE] = SCOPE,
    [GUMBO_TAG_DL] = LIST,
    [GUMBO_TAG_MENU] = LIST,
    [GUMBO_TAG_OL] = LIST,
    [GUMBO_TAG_SELECT] = LIST,
    [GUMBO_TAG_UL] = LIST,
    [GUMBO_TAG_MATH] = FOREIGN,
    [GUMBO_TAG_SVG] = FOREIGN,
};

/* The open elements, and the most attributes in a tag so far. */
struct nesting {
    GumboTag *open;
    size_t count;
    size_t attributes;
};

/* A tag as it was read. */
struct tag {
    GumboTag name;
    bool is_end;
    bool closes_itself;
    size_t attributes;
};

/* Where in a tag a byte stands, behind the tag's name. */
enum part {
    PART_GAP, /* between attributes */
    PART_NAME,
    PART_AFTER_NAME, /* white space in which '=' may follow */
    PART_EQUALS,     /* the '=' and white space behind it */
    PART_VALUE,
    PART_QUOTED, /* a value in quotes */
};

/* What stands behind `end`; nothing where there is none. */
static struct slice after(struct slice text, struct slice end)
{
    const char *found = slice_find(text, end);
    return found ? slice_from_offset(text, (size_t) (found - text.bytes) + end.length)
                 : slice_from_offset(text, text.length);
}

/* What stands behind "</" and the name that ends the content of a raw element. */
static struct slice after_raw(struct slice text, struct slice name)
{
    do
        text = after(text, SLICE("</"));
    while (text.length && !(text.length >= name.length &&
                            slice_equal_ignoring_case(slice_of(text.bytes, name.length), name)));
    return text;
}

static struct slice name_of(struct slice text)
{
    size_t length = 0;
    while (length < text.length && !ascii_is_space(text.bytes[length]) &&
           text.bytes[length] != '/' && text.bytes[length] != '>')
        length++;
    return slice_of(text.bytes, length);
}

/* The part that a byte is of, by the part that the byte before it is of. */
static enum part part_of(char byte, enum part before, char quote)
{
    bool is_space = ascii_is_space(byte);
    switch (before) {
    case PART_QUOTED:
        return byte == quote ? PART_GAP : PART_QUOTED;
    case PART_VALUE:
        return is_space ? PART_GAP : PART_VALUE;
    case PART_EQUALS:
        if (is_space)
            return PART_EQUALS;
        return byte == '"' || byte == '\'' ? PART_QUOTED : PART_VALUE;
    case PART_NAME:
    case PART_AFTER_NAME:
        if (byte == '=')
            return PART_EQUALS;
        if (is_space)
            return PART_AFTER_NAME;
        break;
    case PART_GAP:
        break;
    }
    return is_space || byte == '/' ? PART_GAP : PART_NAME;
}

/* What stands behind the '>' that ends a tag; a quoted value may hold one. */
static struct slice after_tag(struct slice text, struct tag *tag)
{
    enum part part = PART_GAP;
    char quote = 0, last = 0;
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.bytes[i];
        enum part before = part;
        if (byte == '>' && part != PART_QUOTED) {
            tag->closes_itself = last == '/';
            return slice_from_offset(text, i + 1);
        }
        part = part_of(byte, before, quote);
        if (part == PART_QUOTED && before != PART_QUOTED)
            quote = byte;
        tag->attributes += part == PART_NAME && before != PART_NAME;
        if (!ascii_is_space(byte))
            last = byte;
    }
    return slice_from_offset(text, text.length);
}

static GumboTag partner_of(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_TD:
        return GUMBO_TAG_TH;
    case GUMBO_TAG_TH:
        return GUMBO_TAG_TD;
    case GUMBO_TAG_DD:
        return GUMBO_TAG_DT;
    case GUMBO_TAG_DT:
        return GUMBO_TAG_DD;
    default:
        return tag;
    }
}

/* Ends the innermost open element `tag` (or `other`) and all in it, unless one with a trait among
 * `barriers` stands between. */
static void close_element(struct nesting *nesting, GumboTag tag, GumboTag other, unsigned barriers)
{
    for (size_t i = nesting->count; i > 0; i--) {
        GumboTag open = nesting->open[i - 1];
        if (open == tag || open == other) {
            nesting->count = i - 1;
            return;
        }
        if (traits[open] & barriers)
            return;
    }
}

static bool is_in_foreign(const struct nesting *nesting)
{
    for (size_t i = 0; i < nesting->count; i++)
        if (traits[nesting->open[i]] & FOREIGN)
            return true;
    return false;
}

static void take_tag(struct nesting *nesting, struct tag tag)
{
    unsigned kind = traits[tag.name];
    if (tag.is_end) {
        close_element(nesting, tag.name, tag.name, kind & (CELL | TABLE) ? TABLE : SCOPE);
        return;
    }
    if (kind & REPEATS)
        close_element(nesting, tag.name, partner_of(tag.name), kind & CELL ? TABLE : SCOPE | LIST);
    if (kind & EMPTY || (tag.closes_itself && is_in_foreign(nesting)))
        return;
    nesting->open[nesting->count++] = tag.name;
}

/* Takes what stands behind a '<'. Returns what follows it. */
static struct slice take_markup(struct nesting *nesting, struct slice text)
{
    struct tag tag = {.is_end = slice_starts_with(text, SLICE("/"))};
    if (slice_starts_with(text, SLICE("!--")))
        return after(slice_from_offset(text, 1), SLICE("-->"));
    if (tag.is_end)
        text = slice_from_offset(text, 1);
    if (!text.length || !ascii_is_letter(text.bytes[0]))
        return text;
    struct slice name = name_of(text);
    text = after_tag(slice_from_offset(text, name.length), &tag);
    if (tag.attributes > nesting->attributes)
        nesting->attributes = tag.attributes;
    tag.name =
        name.length < 16 ? gumbo_tagn_enum(name.bytes, (unsigned) name.length) : GUMBO_TAG_UNKNOWN;
    if (!tag.is_end && traits[tag.name] & RAW)
        return after_raw(text, name);
    take_tag(nesting, tag);
    return text;
}

enum html_excess html_find_excess(struct slice page, size_t deepest, size_t most_attributes)
{
    struct nesting nesting = {.open = memory_new(deepest + 1, sizeof *nesting.open)};
    const char *bracket;
    while (nesting.count <= deepest && nesting.attributes <= most_attributes && page.length &&
           (bracket = memchr(page.bytes, '<', page.length)))
        page = take_markup(&nesting, slice_from_offset(page, (size_t) (bracket - page.bytes) + 1));
    free(nesting.open);
    if (nesting.count > deepest)
        return HTML_TOO_DEEP;
    return nesting.attributes > most_attributes ? HTML_TOO_MANY_ATTRIBUTES : HTML_NO_EXCESS;
}
