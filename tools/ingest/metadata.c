#include "metadata.h"

#include "ascii.h"
#include "tags.h"
#include "unicode.h"

struct slice url_host(struct slice url)
{
    const char *slashes = slice_find(url, SLICE("//"));
    struct slice scheme = slice_of(url.bytes, slashes ? (size_t) (slashes - url.bytes) : 0);
    /* "//" may also stand in a path: before it there must be nothing or "scheme:" */
    if (!slashes || (scheme.length && scheme.bytes[scheme.length - 1] != ':') ||
        (scheme.length && memchr(scheme.bytes, '/', scheme.length)))
        return (struct slice){NULL, 0};
    struct slice host = slice_from_offset(url, scheme.length + 2);
    for (size_t i = 0; i < host.length; i++)
        if (memchr("/?#", host.bytes[i], 3))
            host.length = i;
    for (size_t i = host.length; i > 0; i--)
        if (host.bytes[i - 1] == '@') {
            host = slice_from_offset(host, i);
            break;
        }
    if (host.length && host.bytes[0] == '[') {
        const char *end = memchr(host.bytes, ']', host.length);
        return slice_of(host.bytes, end ? (size_t) (end - host.bytes) + 1 : host.length);
    }
    const char *colon = host.length ? memchr(host.bytes, ':', host.length) : NULL;
    return slice_of(host.bytes, colon ? (size_t) (colon - host.bytes) : host.length);
}

void metadata_add_author(struct metadata *metadata, struct slice name)
{
    name = slice_trim(name);
    if (unicode_text_is_blank(name))
        return;
    if (metadata->authors.length)
        tags_add_value(&metadata->authors, name);
    else
        tags_escape(&metadata->authors, name);
}

static void add_named(struct metadata *metadata, const struct json_value *author)
{
    const struct json_value *name = json_value_member(author, "name");
    metadata_add_author(metadata, json_value_string(name ? name : author));
}

void metadata_add_authors(struct metadata *metadata, const struct json_value *authors)
{
    add_named(metadata, authors);
    for (size_t i = 0; i < json_value_count(authors); i++)
        add_named(metadata, json_value_element(authors, i));
}

static void append_known(struct buffer *tags, struct slice key, struct slice value)
{
    if (value.length)
        tags_add(tags, key, value);
}

static void append_raw(struct buffer *tags, const char *key, struct slice escaped)
{
    if (!escaped.length)
        return;
    if (tags->length)
        buffer_append_byte(tags, '|');
    buffer_append_string(tags, key);
    buffer_append(tags, escaped);
}

static void append_site(struct buffer *tags, const struct metadata *metadata)
{
    struct slice host = url_host(metadata->url);
    struct buffer lower = {0};
    for (size_t i = 0; i < host.length; i++)
        buffer_append_byte(&lower, ascii_lower(host.bytes[i]));
    append_known(tags, SLICE("site"), host.length ? buffer_slice(&lower) : metadata->folder);
    buffer_release(&lower);
}

void metadata_append_tags(struct buffer *tags, const struct metadata *metadata)
{
    append_known(tags, SLICE("url"), metadata->url);
    append_site(tags, metadata);
    append_known(tags, SLICE("title"), metadata->title);
    append_known(tags, SLICE("date"), metadata->date);
    append_raw(tags, "author=", buffer_slice(&metadata->authors));
    append_raw(tags, "", buffer_slice(&metadata->kept));
}

void metadata_clear(struct metadata *metadata)
{
    *metadata = (struct metadata){.authors = metadata->authors, .kept = metadata->kept};
    buffer_clear(&metadata->authors);
    buffer_clear(&metadata->kept);
}

void metadata_release(struct metadata *metadata)
{
    buffer_release(&metadata->authors);
    buffer_release(&metadata->kept);
    *metadata = (struct metadata){0};
}
