#include "scalar.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { LONGEST_NUMBER = 24 /* bytes of a string that is a whole number, and more */ };

static struct slice date_text(int64_t milliseconds, struct arena *arena)
{
    const int64_t farthest = INT64_C(1) << 56; /* beyond all years that can be written */
    char text[64], fraction[8] = "";
    struct tm moment;
    if (milliseconds < -farthest || milliseconds > farthest)
        return (struct slice){NULL, 0};
    int rest = (int) (milliseconds % 1000);
    if (rest < 0)
        rest += 1000;
    time_t seconds = (time_t) ((milliseconds - rest) / 1000);
    if (!gmtime_r(&seconds, &moment))
        return (struct slice){NULL, 0};
    size_t length = strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &moment);
    if (rest)
        snprintf(fraction, sizeof fraction, ".%03d", rest);
    int more = snprintf(text + length, sizeof text - length, "%sZ", fraction);
    return arena_copy(arena, slice_of(text, length + (size_t) more));
}

static struct slice number_text(const struct json_value *number, struct arena *arena)
{
    struct buffer json = {0};
    json_value_append(&json, number);
    struct slice text = arena_copy(arena, buffer_slice(&json));
    buffer_release(&json);
    return text;
}

/* What extended JSON wraps up as a number; the value itself where it does not. */
static const struct json_value *unwrap_number(const struct json_value *value)
{
    static const char *const keys[] = {"$numberLong", "$numberInt", "$numberDecimal",
                                       "$numberDouble"};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        const struct json_value *number = json_value_member(value, keys[i]);
        if (number)
            return number;
    }
    return value;
}

/* A whole number, also in a string. */
static bool whole_number(const struct json_value *value, int64_t *number)
{
    char digits[LONGEST_NUMBER] = "", *end;
    struct slice text = json_value_string(value);
    if (!text.length)
        return json_value_integer(value, number);
    if (text.length >= sizeof digits)
        return false;
    memcpy(digits, text.bytes, text.length);
    errno = 0;
    *number = strtoll(digits, &end, 10);
    return !errno && end == digits + text.length;
}

static struct slice wrapped_date_text(const struct json_value *date, struct arena *arena)
{
    int64_t milliseconds;
    if (json_value_kind_of(date) == JSON_STRING)
        return json_value_string(date);
    return whole_number(unwrap_number(date), &milliseconds) ? date_text(milliseconds, arena)
                                                            : (struct slice){NULL, 0};
}

struct slice scalar_text(const struct json_value *value, struct arena *arena)
{
    const struct json_value *date = json_value_member(value, "$date"),
                            *id = json_value_member(value, "$oid");
    if (date)
        return wrapped_date_text(date, arena);
    value = id ? id : unwrap_number(value);
    return json_value_kind_of(value) == JSON_NUMBER ? number_text(value, arena)
                                                    : json_value_string(value);
}
