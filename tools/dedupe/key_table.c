#include "key_table.h"

#include "memory.h"

#include <stdlib.h>

enum { FIRST_CAPACITY = 1024 };

/* The slot of the key, or the free one where it would stand. Never full. */
static struct key_entry *slot_of(struct key_entry *entries, size_t capacity, uint64_t key)
{
    size_t slot = (size_t) key & (capacity - 1);
    while (entries[slot].key && entries[slot].key != key)
        slot = (slot + 1) & (capacity - 1);
    return &entries[slot];
}

static void grow(struct key_table *table)
{
    size_t capacity = table->capacity ? table->capacity * 2 : FIRST_CAPACITY;
    struct key_entry *entries = memory_new(capacity, sizeof *entries);
    for (size_t i = 0; i < table->capacity; i++)
        if (table->entries[i].key)
            *slot_of(entries, capacity, table->entries[i].key) = table->entries[i];
    free(table->entries);
    table->entries = entries;
    table->capacity = capacity;
}

struct key_entry *key_table_add(struct key_table *table, uint64_t key)
{
    key += key == 0;
    if (table->count >= table->capacity / 4 * 3)
        grow(table);
    struct key_entry *entry = slot_of(table->entries, table->capacity, key);
    if (!entry->key) {
        entry->key = key;
        table->count++;
    }
    return entry;
}

const struct key_entry *key_table_find(const struct key_table *table, uint64_t key)
{
    key += key == 0;
    if (!table->count)
        return NULL;
    const struct key_entry *entry = slot_of(table->entries, table->capacity, key);
    return entry->key ? entry : NULL;
}

void key_table_clear(struct key_table *table)
{
    if (table->capacity > FIRST_CAPACITY) {
        key_table_release(table);
    } else if (table->count) {
        memset(table->entries, 0, table->capacity * sizeof *table->entries);
        table->count = 0;
    }
}

void key_table_release(struct key_table *table)
{
    free(table->entries);
    *table = (struct key_table){0};
}
