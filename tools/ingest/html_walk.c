#include "html_walk.h"

#include "ascii.h"
#include "memory.h"

#include <stdlib.h>

/* How elements are displayed, as the sheet of browsers has it; inline where nothing is said. */
enum display {
    DISPLAY_INLINE,
    DISPLAY_BLOCK,
    DISPLAY_NONE, /* nothing of it is text to be read */
};

static const unsigned char displays[GUMBO_TAG_LAST] = {
    [GUMBO_TAG_ADDRESS] = DISPLAY_BLOCK,    [GUMBO_TAG_ARTICLE] = DISPLAY_BLOCK,
    [GUMBO_TAG_ASIDE] = DISPLAY_BLOCK,      [GUMBO_TAG_BLOCKQUOTE] = DISPLAY_BLOCK,
    [GUMBO_TAG_BODY] = DISPLAY_BLOCK,       [GUMBO_TAG_BR] = DISPLAY_BLOCK,
    [GUMBO_TAG_BUTTON] = DISPLAY_BLOCK,     [GUMBO_TAG_CAPTION] = DISPLAY_BLOCK,
    [GUMBO_TAG_CENTER] = DISPLAY_BLOCK,     [GUMBO_TAG_DD] = DISPLAY_BLOCK,
    [GUMBO_TAG_DETAILS] = DISPLAY_BLOCK,    [GUMBO_TAG_DIR] = DISPLAY_BLOCK,
    [GUMBO_TAG_DIV] = DISPLAY_BLOCK,        [GUMBO_TAG_DL] = DISPLAY_BLOCK,
    [GUMBO_TAG_DT] = DISPLAY_BLOCK,         [GUMBO_TAG_FIELDSET] = DISPLAY_BLOCK,
    [GUMBO_TAG_FIGCAPTION] = DISPLAY_BLOCK, [GUMBO_TAG_FIGURE] = DISPLAY_BLOCK,
    [GUMBO_TAG_FOOTER] = DISPLAY_BLOCK,     [GUMBO_TAG_FORM] = DISPLAY_BLOCK,
    [GUMBO_TAG_H1] = DISPLAY_BLOCK,         [GUMBO_TAG_H2] = DISPLAY_BLOCK,
    [GUMBO_TAG_H3] = DISPLAY_BLOCK,         [GUMBO_TAG_H4] = DISPLAY_BLOCK,
    [GUMBO_TAG_H5] = DISPLAY_BLOCK,         [GUMBO_TAG_H6] = DISPLAY_BLOCK,
    [GUMBO_TAG_HEADER] = DISPLAY_BLOCK,     [GUMBO_TAG_HGROUP] = DISPLAY_BLOCK,
    [GUMBO_TAG_HR] = DISPLAY_BLOCK,         [GUMBO_TAG_HTML] = DISPLAY_BLOCK,
    [GUMBO_TAG_LEGEND] = DISPLAY_BLOCK,     [GUMBO_TAG_LI] = DISPLAY_BLOCK,
    [GUMBO_TAG_LISTING] = DISPLAY_BLOCK,    [GUMBO_TAG_MAIN] = DISPLAY_BLOCK,
    [GUMBO_TAG_MENU] = DISPLAY_BLOCK,       [GUMBO_TAG_NAV] = DISPLAY_BLOCK,
    [GUMBO_TAG_OL] = DISPLAY_BLOCK,         [GUMBO_TAG_P] = DISPLAY_BLOCK,
    [GUMBO_TAG_PLAINTEXT] = DISPLAY_BLOCK,  [GUMBO_TAG_PRE] = DISPLAY_BLOCK,
    [GUMBO_TAG_SECTION] = DISPLAY_BLOCK,    [GUMBO_TAG_SUMMARY] = DISPLAY_BLOCK,
    [GUMBO_TAG_TABLE] = DISPLAY_BLOCK,      [GUMBO_TAG_TBODY] = DISPLAY_BLOCK,
    [GUMBO_TAG_TD] = DISPLAY_BLOCK,         [GUMBO_TAG_TFOOT] = DISPLAY_BLOCK,
    [GUMBO_TAG_TH] = DISPLAY_BLOCK,         [GUMBO_TAG_THEAD] = DISPLAY_BLOCK,
    [GUMBO_TAG_TR] = DISPLAY_BLOCK,         [GUMBO_TAG_UL] = DISPLAY_BLOCK,
    [GUMBO_TAG_XMP] = DISPLAY_BLOCK,        [GUMBO_TAG_APPLET] = DISPLAY_NONE,
    [GUMBO_TAG_AUDIO] = DISPLAY_NONE,       [GUMBO_TAG_CANVAS] = DISPLAY_NONE,
    [GUMBO_TAG_DATALIST] = DISPLAY_NONE,    [GUMBO_TAG_HEAD] = DISPLAY_NONE,
    [GUMBO_TAG_IFRAME] = DISPLAY_NONE,      [GUMBO_TAG_NOEMBED] = DISPLAY_NONE,
    [GUMBO_TAG_NOFRAMES] = DISPLAY_NONE,    [GUMBO_TAG_NOSCRIPT] = DISPLAY_NONE,
    [GUMBO_TAG_OBJECT] = DISPLAY_NONE,      [GUMBO_TAG_RP] = DISPLAY_NONE,
    [GUMBO_TAG_SCRIPT] = DISPLAY_NONE,      [GUMBO_TAG_SELECT] = DISPLAY_NONE,
    [GUMBO_TAG_STYLE] = DISPLAY_NONE,       [GUMBO_TAG_SVG] = DISPLAY_NONE,
    [GUMBO_TAG_TEMPLATE] = DISPLAY_NONE,    [GUMBO_TAG_TEXTAREA] = DISPLAY_NONE,
    [GUMBO_TAG_TITLE] = DISPLAY_NONE,       [GUMBO_TAG_VIDEO] = DISPLAY_NONE,
};

struct slice html_attribute(const GumboElement *element, const char *name)
{
    const GumboAttribute *attribute = gumbo_get_attribute(&element->attributes, name);
    return slice_from_string(attribute ? attribute->value : NULL);
}

bool html_is_link(const GumboElement *element)
{
    return element->tag == GUMBO_TAG_A && html_attribute(element, "href").bytes;
}

bool html_is_block(const GumboElement *element)
{
    return displays[element->tag] == DISPLAY_BLOCK;
}

/* Appends a style attribute as it is compared: lower case, without white space. */
static void fold_style(struct buffer *out, struct slice style)
{
    for (size_t i = 0; i < style.length; i++)
        if (!ascii_is_space(style.bytes[i]))
            buffer_append_byte(out, ascii_lower(style.bytes[i]));
}

static bool style_hides(struct slice style)
{
    struct buffer folded = {0};
    fold_style(&folded, style);
    bool hides = slice_find(buffer_slice(&folded), SLICE("display:none")) ||
                 slice_find(buffer_slice(&folded), SLICE("visibility:hidden"));
    buffer_release(&folded);
    return hides;
}

static bool is_hidden(const GumboElement *element)
{
    struct slice style = html_attribute(element, "style");
    return html_attribute(element, "hidden").bytes ||
           slice_equal_ignoring_case(html_attribute(element, "aria-hidden"), SLICE("true")) ||
           (style.length && style_hides(style));
}

void html_walk_begin(struct html_walk *walk, const GumboOutput *tree, bool visible_only)
{
    *walk = (struct html_walk){.visible_only = visible_only, .capacity = 64};
    walk->frames = memory_new(walk->capacity, sizeof *walk->frames);
    walk->frames[walk->depth++] = (struct html_frame){tree->document, 0};
}

static const GumboVector *children_of(const GumboNode *node)
{
    return node->type == GUMBO_NODE_DOCUMENT ? &node->v.document.children
                                             : &node->v.element.children;
}

static bool is_element(const GumboNode *node)
{
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

static bool is_text(const GumboNode *node)
{
    return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
           node->type == GUMBO_NODE_CDATA;
}

static bool is_passed_over(const struct html_walk *walk, const GumboElement *element)
{
    return walk->visible_only && (displays[element->tag] == DISPLAY_NONE || is_hidden(element));
}

static void enter(struct html_walk *walk, const GumboNode *node)
{
    if (walk->depth == walk->capacity) {
        walk->capacity *= 2;
        walk->frames = memory_resize_array(walk->frames, walk->capacity, sizeof *walk->frames);
    }
    walk->frames[walk->depth++] = (struct html_frame){node, 0};
}

enum html_step html_walk_next(struct html_walk *walk, const GumboNode **node)
{
    while (walk->depth) {
        struct html_frame *frame = &walk->frames[walk->depth - 1];
        const GumboVector *children = children_of(frame->node);
        if (frame->next == children->length) {
            *node = frame->node;
            walk->depth--;
            return walk->depth ? HTML_LEAVE : HTML_END;
        }
        *node = children->data[frame->next++];
        if (is_text(*node))
            return HTML_TEXT;
        if (is_element(*node) && !is_passed_over(walk, &(*node)->v.element)) {
            enter(walk, *node);
            return HTML_ENTER;
        }
    }
    return HTML_END;
}

void html_walk_end(struct html_walk *walk)
{
    free(walk->frames);
    *walk = (struct html_walk){0};
}
