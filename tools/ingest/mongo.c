#include "mongo.h"

static const struct call {
    struct slice name; /* with what stands before the argument */
    const char *key;
} calls[] = {
    {{"ISODate(", 8}, "$date"},
    {{"new Date(", 9}, "$date"},
    {{"Date(", 5}, "$date"},
    {{"ObjectId(", 9}, "$oid"},
    {{"NumberLong(", 11}, "$numberLong"},
    {{"NumberInt(", 10}, "$numberInt"},
    {{"NumberDecimal(", 14}, "$numberDecimal"},
};

enum { CALL_COUNT = sizeof calls / sizeof calls[0] };

/* The length of the string that the text begins with, both quotes included; all of the text where
 * the string has no end. */
static size_t string_length(struct slice text)
{
    for (size_t i = 1; i < text.length; i++) {
        if (text.bytes[i] == '\\')
            i++;
        else if (text.bytes[i] == '"')
            return i + 1;
    }
    return text.length;
}

static const struct call *find_call(struct slice text)
{
    for (size_t i = 0; i < CALL_COUNT; i++)
        if (slice_starts_with(text, calls[i].name))
            return &calls[i];
    return NULL;
}

/* Finds the argument of a call, a string or a number, in the text behind its bracket. Returns false
 * where something else stands there. */
static bool find_argument(struct slice text, struct slice *argument)
{
    size_t length = text.length && text.bytes[0] == '"' ? string_length(text) : 0;
    if (!length)
        while (length < text.length && !memchr("(){}[]\",", text.bytes[length], 8))
            length++;
    *argument = slice_of(text.bytes, length);
    return length < text.length && text.bytes[length] == ')';
}

bool mongo_rewrite(struct buffer *out, struct slice line)
{
    bool found = false;
    while (line.length) {
        const struct call *call = find_call(line);
        size_t taken = line.bytes[0] == '"' ? string_length(line) : 1;
        struct slice argument;
        if (call && find_argument(slice_from_offset(line, call->name.length), &argument)) {
            buffer_append_string(out, "{\"");
            buffer_append_string(out, call->key);
            buffer_append_string(out, "\":");
            buffer_append(out, argument);
            buffer_append_byte(out, '}');
            taken = call->name.length + argument.length + 1;
            found = true;
        } else {
            buffer_append(out, slice_of(line.bytes, taken));
        }
        line = slice_from_offset(line, taken);
    }
    return found;
}
