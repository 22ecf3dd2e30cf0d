#include "html_links.h"

#include "html_walk.h"
#include "memory.h"

#include <stdlib.h>

enum { FEWEST_LINKS = 3 };

/* What stands in an element that was entered and not yet left. */
struct content {
    size_t ink, linked_ink, links;
    size_t answer; /* where a container's answer goes */
};

/* The document and the elements entered, outermost first. */
struct contents {
    struct content *stack;
    size_t depth, capacity;
    size_t inside_links; /* how many of them are links */
};

bool html_is_container(const GumboElement *element)
{
    switch (element->tag) {
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_UL:
        return true;
    default:
        return false;
    }
}

/* Counted in bytes that begin a character; invalid UTF-8 is counted somehow. */
size_t html_count_ink(struct slice text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char) text.bytes[i];
        count += byte > ' ' && (byte & 0xC0) != 0x80;
    }
    return count;
}

static size_t reserve_answer(struct html_links *links)
{
    if (links->count == links->capacity) {
        links->capacity = links->capacity ? links->capacity * 2 : 256;
        links->is_list =
            memory_resize_array(links->is_list, links->capacity, sizeof *links->is_list);
    }
    return links->count++;
}

static void enter(struct contents *contents, struct html_links *links, const GumboElement *element)
{
    if (contents->depth == contents->capacity) {
        contents->capacity *= 2;
        contents->stack =
            memory_resize_array(contents->stack, contents->capacity, sizeof *contents->stack);
    }
    struct content *content = &contents->stack[contents->depth++];
    *content = (struct content){0};
    if (html_is_container(element))
        content->answer = reserve_answer(links);
    if (html_is_link(element)) {
        content->links = 1;
        contents->inside_links++;
    }
}

static void leave(struct contents *contents, struct html_links *links, const GumboElement *element)
{
    struct content content = contents->stack[--contents->depth];
    if (html_is_link(element))
        contents->inside_links--;
    if (html_is_container(element))
        links->is_list[content.answer] =
            content.links >= FEWEST_LINKS && content.linked_ink * 4 >= content.ink * 3;
    struct content *outer = &contents->stack[contents->depth - 1];
    outer->ink += content.ink;
    outer->linked_ink += content.linked_ink;
    outer->links += content.links;
}

static void count_text(struct contents *contents, struct slice text)
{
    size_t ink = html_count_ink(text);
    contents->stack[contents->depth - 1].ink += ink;
    if (contents->inside_links)
        contents->stack[contents->depth - 1].linked_ink += ink;
}

void html_links_find(struct html_links *links, const GumboOutput *tree)
{
    struct contents contents = {.depth = 1, .capacity = 64};
    struct html_walk walk;
    const GumboNode *node;
    enum html_step step;
    links->count = 0;
    contents.stack = memory_new(contents.capacity, sizeof *contents.stack);
    html_walk_begin(&walk, tree, true);
    while ((step = html_walk_next(&walk, &node)) != HTML_END) {
        if (step == HTML_ENTER)
            enter(&contents, links, &node->v.element);
        else if (step == HTML_LEAVE)
            leave(&contents, links, &node->v.element);
        else
            count_text(&contents, slice_from_string(node->v.text.text));
    }
    html_walk_end(&walk);
    free(contents.stack);
}

void html_links_release(struct html_links *links)
{
    free(links->is_list);
    *links = (struct html_links){0};
}
