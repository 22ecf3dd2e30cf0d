/* A hash table from 64-bit keys to counts, for very many keys: 16 bytes a slot. */
#ifndef DEDUPE_KEY_TABLE_H
#define DEDUPE_KEY_TABLE_H

#include "bytes.h"

struct key_entry {
    uint64_t key;   /* a hash; 0 marks a free slot */
    uint32_t count; /* for the user of the table; 0 when the entry is new */
    uint32_t mark;  /* likewise */
};

/* All zero is a valid empty table. */
struct key_table {
    struct key_entry *entries;
    size_t capacity; /* a power of two, or 0 */
    size_t count;
};

/* The entry of a key, made when it is new. Good until the next call. A key of 0 is taken for 1. */
struct key_entry *key_table_add(struct key_table *table, uint64_t key);

/* The entry of a key, or null. */
const struct key_entry *key_table_find(const struct key_table *table, uint64_t key);

/* Empties the table. The memory of a small one is kept for the next use. */
void key_table_clear(struct key_table *table);

void key_table_release(struct key_table *table);

#endif
