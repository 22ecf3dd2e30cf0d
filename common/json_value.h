/* JSON values. The only module that calls json-c. */
#ifndef GANLOC_JSON_VALUE_H
#define GANLOC_JSON_VALUE_H

#include "bytes.h"

enum json_kind {
    JSON_NULL, /* null, or not there */
    JSON_BOOLEAN,
    JSON_NUMBER,
    JSON_STRING,
    JSON_ARRAY,
    JSON_OBJECT,
};

/* A value inside what was parsed, borrowed from it. A null pointer is JSON's null. */
struct json_value;

struct json_parser;

/* A strict parser takes RFC 8259 and nothing else. Others accept harmless departures from it: bytes
 * that are not UTF-8 stay as they are, half a surrogate pair becomes U+FFFD, control characters may
 * stand in strings, NaN is a number. */
struct json_parser *json_parser_new(bool is_strict);
void json_parser_free(struct json_parser *parser);

/* Parses the text, which must be one value and white space. Returns false and the reason in *error,
 * where that is not null. Else *value is freed by json_value_free. */
bool json_parse(struct json_parser *parser, struct slice text, struct json_value **value,
                const char **error);

void json_value_free(struct json_value *value);

enum json_kind json_value_kind_of(const struct json_value *value);

/* The bytes of a string, which may hold NUL. Empty for other kinds. */
struct slice json_value_string(const struct json_value *value);

/* A number without fraction. Returns false where it is none, or beyond 64 bits. */
bool json_value_integer(const struct json_value *value, int64_t *number);

/* The member of an object with exactly this name; null where there is none. */
struct json_value *json_value_member(const struct json_value *value, const char *name);

/* Goes through the members of an object, or no others, in their order; *place starts as a null
 * pointer. Of members with the same name the last counts. Returns false at the end. */
bool json_value_next_member(const struct json_value *value, void **place, struct slice *name,
                            struct json_value **member);

/* The elements of an array. 0 for other kinds. */
size_t json_value_count(const struct json_value *value);
struct json_value *json_value_element(const struct json_value *value, size_t index);

/* Appends the value as JSON without white space. Numbers are written as they were read. */
void json_value_append(struct buffer *out, const struct json_value *value);

/* Appends the text as a JSON string, with its quotes. Bytes that are not UTF-8 become U+FFFD. */
void json_append_string(struct buffer *out, struct slice text);

#endif
