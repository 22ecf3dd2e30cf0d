/* JSON values. The only module that calls json-c. */
#ifndef INGEST_VALUE_H
#define INGEST_VALUE_H

#include "bytes.h"

enum value_kind {
    VALUE_NULL, /* null, or not there */
    VALUE_BOOLEAN,
    VALUE_NUMBER,
    VALUE_STRING,
    VALUE_ARRAY,
    VALUE_OBJECT,
};

/* A value inside what was parsed, borrowed from it. A null pointer is JSON's null. */
struct value;

struct value_parser;

struct value_parser *value_parser_new(void);
void value_parser_free(struct value_parser *parser);

/* Parses the text, which must be one value and white space. Harmless departures from RFC 8259 are
 * accepted: bytes that are not UTF-8 stay as they are, half a surrogate pair becomes U+FFFD,
 * control characters may stand in strings, NaN is a number. Returns false and the reason in
 * *error, where that is not null. Else *value is freed by value_free. */
bool value_parse(struct value_parser *parser, struct slice text, struct value **value,
                 const char **error);

void value_free(struct value *value);

enum value_kind value_kind_of(const struct value *value);

/* The bytes of a string, which may hold NUL. Empty for other kinds. */
struct slice value_string(const struct value *value);

/* A number without fraction. Returns false where it is none, or beyond 64 bits. */
bool value_integer(const struct value *value, int64_t *number);

/* The member of an object with exactly this name; null where there is none. */
struct value *value_member(const struct value *value, const char *name);

/* Goes through the members of an object, or no others, in their order; *place starts as a null
 * pointer. Of members with the same name the last counts. Returns false at the end. */
bool value_next_member(const struct value *value, void **place, struct slice *name,
                       struct value **member);

/* The elements of an array. 0 for other kinds. */
size_t value_count(const struct value *value);
struct value *value_element(const struct value *value, size_t index);

/* Appends the value as JSON without white space. Numbers are written as they were read. */
void value_append_json(struct buffer *out, const struct value *value);

#endif
