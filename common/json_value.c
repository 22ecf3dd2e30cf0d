#include "json_value.h"

#include "memory.h"
#include "unicode.h"

#include <json-c/json.h>
#include <limits.h>

enum { DEEPEST = 512 /* arrays and objects in each other */ };

/* json-c's own types take their place; the incomplete ones are never defined. */
static struct json_tokener *tokener_of(struct json_parser *parser)
{
    return (struct json_tokener *) parser;
}

/* json-c has few const parameters, but changes nothing through those used here. */
static struct json_object *object_of(const struct json_value *value)
{
    return (struct json_object *) value;
}

static struct json_value *value_of(struct json_object *object)
{
    return (struct json_value *) object;
}

struct json_parser *json_parser_new(bool is_strict)
{
    struct json_tokener *tokener = json_tokener_new_ex(DEEPEST);
    if (!tokener)
        memory_exhausted();
    if (is_strict)
        json_tokener_set_flags(tokener, JSON_TOKENER_STRICT);
    return (struct json_parser *) tokener;
}

void json_parser_free(struct json_parser *parser)
{
    json_tokener_free(tokener_of(parser));
}

/* What json-c takes for numbers even when it is strict: NaN, Infinity, and "1." without a fraction.
 */
static bool has_odd_number(struct slice text)
{
    bool in_string = false;
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.bytes[i];
        bool has_digit =
            i + 1 < text.length && text.bytes[i + 1] >= '0' && text.bytes[i + 1] <= '9';
        if (in_string && byte == '\\')
            i++;
        else if (byte == '"')
            in_string = !in_string;
        else if (!in_string && (byte == 'N' || byte == 'I' || (byte == '.' && !has_digit)))
            return true;
    }
    return false;
}

bool json_parse(struct json_parser *parser, struct slice text, struct json_value **value,
                const char **error)
{
    struct json_tokener *tokener = tokener_of(parser);
    const char *reason = NULL;
    text = slice_trim(text);
    *value = NULL;
    json_tokener_reset(tokener);
    if (text.length >= INT_MAX)
        reason = "too large";
    else if ((tokener->flags & JSON_TOKENER_STRICT) && has_odd_number(text))
        reason = "number expected";
    else {
        *value = value_of(json_tokener_parse_ex(tokener, text.bytes, (int) text.length));
        /* a number at the end could go on; NUL says that it does not */
        if (json_tokener_get_error(tokener) == json_tokener_continue)
            *value = value_of(json_tokener_parse_ex(tokener, "", 1));
        else if (json_tokener_get_parse_end(tokener) < text.length)
            reason = "more text behind the value";
        if (json_tokener_get_error(tokener) != json_tokener_success)
            reason = json_tokener_error_desc(json_tokener_get_error(tokener));
    }
    if (!reason)
        return true;
    json_value_free(*value);
    *value = NULL;
    if (error)
        *error = reason;
    return false;
}

void json_value_free(struct json_value *value)
{
    json_object_put(object_of(value));
}

enum json_kind json_value_kind_of(const struct json_value *value)
{
    switch (json_object_get_type(object_of(value))) {
    case json_type_boolean:
        return JSON_BOOLEAN;
    case json_type_double:
    case json_type_int:
        return JSON_NUMBER;
    case json_type_string:
        return JSON_STRING;
    case json_type_array:
        return JSON_ARRAY;
    case json_type_object:
        return JSON_OBJECT;
    default:
        return JSON_NULL;
    }
}

struct slice json_value_string(const struct json_value *value)
{
    struct json_object *object = object_of(value);
    if (json_value_kind_of(value) != JSON_STRING)
        return (struct slice){NULL, 0};
    return slice_of(json_object_get_string(object), (size_t) json_object_get_string_len(object));
}

bool json_value_integer(const struct json_value *value, int64_t *number)
{
    if (json_object_get_type(object_of(value)) != json_type_int)
        return false;
    *number = json_object_get_int64(object_of(value));
    return *number != INT64_MAX && *number != INT64_MIN; /* json-c gives these for what is beyond */
}

struct json_value *json_value_member(const struct json_value *value, const char *name)
{
    struct json_object *member = NULL;
    if (json_value_kind_of(value) == JSON_OBJECT)
        json_object_object_get_ex(object_of(value), name, &member);
    return value_of(member);
}

bool json_value_next_member(const struct json_value *value, void **place, struct slice *name,
                            struct json_value **member)
{
    if (json_value_kind_of(value) != JSON_OBJECT)
        return false;
    struct lh_entry *entry = *place ? lh_entry_next((struct lh_entry *) *place)
                                    : lh_table_head(json_object_get_object(object_of(value)));
    if (!entry)
        return false;
    *place = entry;
    *name = slice_from_string((const char *) lh_entry_k(entry));
    *member = value_of((struct json_object *) lh_entry_v(entry));
    return true;
}

size_t json_value_count(const struct json_value *value)
{
    return json_value_kind_of(value) == JSON_ARRAY ? json_object_array_length(object_of(value)) : 0;
}

struct json_value *json_value_element(const struct json_value *value, size_t index)
{
    return value_of(json_object_array_get_idx(object_of(value), index));
}

void json_value_append(struct buffer *out, const struct json_value *value)
{
    size_t length;
    const char *json = json_object_to_json_string_length(
        object_of(value), JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE, &length);
    if (!json)
        memory_exhausted();
    buffer_append(out, slice_of(json, length));
}

void json_append_string(struct buffer *out, struct slice text)
{
    struct buffer valid = {0};
    unicode_append_valid(&valid, text);
    if (valid.length >= INT_MAX)
        memory_exhausted();
    struct json_object *string =
        json_object_new_string_len(buffer_string(&valid), (int) valid.length);
    if (!string)
        memory_exhausted();
    json_value_append(out, value_of(string));
    json_object_put(string);
    buffer_release(&valid);
}
