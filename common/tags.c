#include "tags.h"

static bool is_none(struct slice tags)
{
    return tags.length == 1 && tags.bytes[0] == '_';
}

static bool is_key_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '.' ||
           byte == '_' || byte == '-';
}

bool tags_key_is_good(struct slice key)
{
    for (size_t i = 0; i < key.length; i++)
        if (!is_key_byte(key.bytes[i]))
            return false;
    return key.length > 0;
}

bool tags_are_good(struct slice tags)
{
    struct slice pair, key;
    if (is_none(tags))
        return true;
    if (!tags.length)
        return false;
    while (slice_cut(&tags, '|', &pair))
        if (!slice_cut(&pair, '=', &key) || !pair.bytes || !tags_key_is_good(key))
            return false;
    return true;
}

bool tags_next(struct slice *rest, struct slice *key, struct slice *value)
{
    struct slice pair;
    if (is_none(*rest) || !rest->length || !slice_cut(rest, '|', &pair))
        return false;
    slice_cut(&pair, '=', key);
    *value = pair;
    return true;
}

struct slice tags_get(struct slice tags, struct slice key)
{
    struct slice name, value;
    while (tags_next(&tags, &name, &value))
        if (slice_equal(name, key))
            return value;
    return (struct slice){NULL, 0};
}

bool tags_next_value(struct slice *rest, struct slice *value)
{
    return slice_cut(rest, ';', value);
}

static int hex_digit(char byte)
{
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    if (byte >= 'A' && byte <= 'F')
        return byte - 'A' + 10;
    if (byte >= 'a' && byte <= 'f')
        return byte - 'a' + 10;
    return -1;
}

void tags_unescape(struct buffer *out, struct slice value)
{
    for (size_t i = 0; i < value.length; i++) {
        char byte = value.bytes[i];
        if (byte == '%' && value.length - i >= 3) {
            int high = hex_digit(value.bytes[i + 1]), low = hex_digit(value.bytes[i + 2]);
            if (high >= 0 && low >= 0) {
                byte = (char) (high * 16 + low);
                i += 2;
            }
        }
        buffer_append_byte(out, byte);
    }
}

void tags_escape(struct buffer *out, struct slice value)
{
    static const char digits[] = "0123456789ABCDEF";
    for (size_t i = 0; i < value.length; i++) {
        unsigned char byte = (unsigned char) value.bytes[i];
        if (byte < 0x20 || byte == 0x7f || byte == '%' || byte == '|' || byte == ';') {
            buffer_append_byte(out, '%');
            buffer_append_byte(out, digits[byte >> 4]);
            buffer_append_byte(out, digits[byte & 15]);
        } else {
            buffer_append_byte(out, (char) byte);
        }
    }
}

static bool is_among(struct slice key, const struct slice *keys, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (slice_equal(key, keys[i]))
            return true;
    return false;
}

void tags_copy_without_any(struct buffer *out, struct slice tags, const struct slice *keys,
                           size_t count)
{
    struct slice key, value;
    while (tags_next(&tags, &key, &value)) {
        if (is_among(key, keys, count))
            continue;
        if (out->length)
            buffer_append_byte(out, '|');
        buffer_append(out, key);
        buffer_append_byte(out, '=');
        buffer_append(out, value);
    }
}

void tags_copy_without(struct buffer *out, struct slice tags, struct slice key)
{
    tags_copy_without_any(out, tags, &key, 1);
}

void tags_add(struct buffer *out, struct slice key, struct slice value)
{
    if (out->length)
        buffer_append_byte(out, '|');
    buffer_append(out, key);
    buffer_append_byte(out, '=');
    tags_escape(out, value);
}

void tags_add_value(struct buffer *out, struct slice value)
{
    buffer_append_byte(out, ';');
    tags_escape(out, value);
}
