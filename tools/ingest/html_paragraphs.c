/* The text of a page as its reader sees it, cut into paragraphs. */
#include "ascii.h"
#include "html.h"
#include "html_hints.h"
#include "html_links.h"
#include "html_walk.h"
#include "memory.h"
#include "tags.h"

#include <stdio.h>
#include <stdlib.h>

/* The way through a page, and the paragraph that is growing on it. */
struct flow {
    struct page *page;
    bool keeps_lines;
    struct html_hints hints; /* those that hold here */
    size_t *marks;           /* for each element entered: how many held outside of it */
    size_t depth, capacity;
    size_t inside_links, inside_pre; /* how many of the elements entered are a, or pre */
    struct html_links links;
    size_t containers; /* passed so far: an index into links */

    struct buffer text;          /* of the paragraph */
    bool has_gap;                /* white space stands behind it */
    struct html_hints enclosing; /* the hints that hold for all of it */
    size_t ink, linked_ink;      /* its characters, and those of them in links */
    struct buffer tags;
};

static void append_hints(struct flow *flow)
{
    if (!flow->enclosing.count)
        return;
    tags_add(&flow->tags, SLICE("html"), slice_from_string(flow->enclosing.names[0]));
    for (size_t i = 1; i < flow->enclosing.count; i++)
        tags_add_value(&flow->tags, slice_from_string(flow->enclosing.names[i]));
}

static void append_link_density(struct flow *flow)
{
    char density[24];
    if (!flow->linked_ink || flow->linked_ink * 2 < flow->ink)
        return;
    size_t hundredths = (flow->linked_ink * 200 + flow->ink) / (flow->ink * 2);
    snprintf(density, sizeof density, "%zu.%02zu", hundredths / 100, hundredths % 100);
    tags_add(&flow->tags, SLICE("html.links"), slice_from_string(density));
}

static void end_paragraph(struct flow *flow)
{
    if (flow->text.length) {
        buffer_clear(&flow->tags);
        append_hints(flow);
        append_link_density(flow);
        page_add(flow->page, buffer_slice(&flow->tags), buffer_slice(&flow->text));
    }
    buffer_clear(&flow->text);
    flow->has_gap = false;
    flow->ink = flow->linked_ink = 0;
}

/* Adds bytes to the paragraph, after the white space that stands before them. */
static void append_word(struct flow *flow, struct slice word)
{
    if (!flow->text.length)
        flow->enclosing = flow->hints;
    else
        html_hints_keep_common(&flow->enclosing, &flow->hints);
    if (flow->has_gap && flow->text.length)
        buffer_append_byte(&flow->text, ' ');
    flow->has_gap = false;
    buffer_append(&flow->text, word);
    size_t ink = html_count_ink(word);
    flow->ink += ink;
    if (flow->inside_links)
        flow->linked_ink += ink;
}

/* Takes the white space or the word that the text begins with. Returns its length. */
static size_t take_part(struct flow *flow, struct slice text)
{
    size_t length = 0;
    if (!ascii_is_space(text.bytes[0])) {
        while (length < text.length && !ascii_is_space(text.bytes[length]))
            length++;
        append_word(flow, slice_of(text.bytes, length));
        return length;
    }
    if (text.bytes[0] == '\n' && (flow->keeps_lines || flow->inside_pre))
        end_paragraph(flow);
    else if (flow->inside_pre && text.bytes[0] != '\r')
        append_word(flow, slice_of(text.bytes, 1));
    else
        flow->has_gap = true;
    return 1;
}

static void take_text(struct flow *flow, struct slice text)
{
    while (text.length)
        text = slice_from_offset(text, take_part(flow, text));
}

static void count_entered(struct flow *flow, const GumboElement *element, bool enters)
{
    size_t change = enters ? 1 : (size_t) -1;
    if (html_is_link(element))
        flow->inside_links += change;
    if (element->tag == GUMBO_TAG_PRE || element->tag == GUMBO_TAG_LISTING ||
        element->tag == GUMBO_TAG_XMP)
        flow->inside_pre += change;
}

static void enter(struct flow *flow, const GumboElement *element)
{
    if (html_is_block(element))
        end_paragraph(flow);
    if (flow->depth == flow->capacity) {
        flow->capacity *= 2;
        flow->marks = memory_resize_array(flow->marks, flow->capacity, sizeof *flow->marks);
    }
    flow->marks[flow->depth++] = flow->hints.count;
    count_entered(flow, element, true);
    html_hints_add_element(&flow->hints, element);
    if (html_is_container(element) && flow->links.is_list[flow->containers++])
        html_hints_add(&flow->hints, "links");
}

static void leave(struct flow *flow, const GumboElement *element)
{
    if (html_is_block(element))
        end_paragraph(flow);
    flow->hints.count = flow->marks[--flow->depth];
    count_entered(flow, element, false);
}

static void flow_release(struct flow *flow)
{
    free(flow->marks);
    html_links_release(&flow->links);
    buffer_release(&flow->text);
    buffer_release(&flow->tags);
}

void html_paragraphs(struct html *html, struct page *page, bool keeps_lines)
{
    struct flow flow = {.page = page, .keeps_lines = keeps_lines, .capacity = 64};
    struct html_walk walk;
    const GumboNode *node;
    enum html_step step;
    flow.marks = memory_new(flow.capacity, sizeof *flow.marks);
    html_links_find(&flow.links, html->tree);
    html_walk_begin(&walk, html->tree, true);
    while ((step = html_walk_next(&walk, &node)) != HTML_END) {
        if (step == HTML_ENTER)
            enter(&flow, &node->v.element);
        else if (step == HTML_LEAVE)
            leave(&flow, &node->v.element);
        else
            take_text(&flow, slice_from_string(node->v.text.text));
    }
    end_paragraph(&flow);
    html_walk_end(&walk);
    flow_release(&flow);
}
