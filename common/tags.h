/* The tags field of a record: key=value pairs joined by '|', or "_" for none. In a value, '%', '|',
 * ';' and control characters are written %XX; the values of one key are joined by ';'. */
#ifndef GANLOC_TAGS_H
#define GANLOC_TAGS_H

#include "bytes.h"

/* True for "_" and for pairs with well-formed keys (ASCII lower-case letters, digits, '.', '_',
 * '-'; at least one) that each have a '='. */
bool tags_are_good(struct slice tags);

/* True where `key` may be used as a key. */
bool tags_key_is_good(struct slice key);

/* Goes through the pairs: cuts the first off *rest (start with the whole field). Returns false at
 * the end. The value is still escaped. */
bool tags_next(struct slice *rest, struct slice *key, struct slice *value);

/* The value of the first pair with this key, still escaped; null pointer where there is none. */
struct slice tags_get(struct slice tags, struct slice key);

/* Goes through the values of one key, joined by ';'; use as tags_next. */
bool tags_next_value(struct slice *rest, struct slice *value);

/* Appends a value with its %XX undone; a '%' that begins none stays. */
void tags_unescape(struct buffer *out, struct slice value);

/* Appends a value, escaped. */
void tags_escape(struct buffer *out, struct slice value);

/* Appends all pairs of `tags` but those with this key. *out then holds pairs, or nothing: neither
 * "_" nor a '|' at its end. Call on an empty buffer. */
void tags_copy_without(struct buffer *out, struct slice tags, struct slice key);

/* The same, of all pairs with one of `count` keys. */
void tags_copy_without_any(struct buffer *out, struct slice tags, const struct slice *keys,
                           size_t count);

/* Appends the pair key=value, with a '|' before it if *out is not empty. The value is escaped
 * here. *out holds tags and nothing else. */
void tags_add(struct buffer *out, struct slice key, struct slice value);

/* Adds a further value to the pair that tags_add added last. */
void tags_add_value(struct buffer *out, struct slice value);

#endif
