#include "name_evidence.h"

#include "memory.h"

#include <stdlib.h>

enum {
    FIRST_CAPACITY = 256,
    LARGEST_KEPT = 4096, /* entries: clearing more would cost every small document */
    MOST = 48,           /* what all mentions together can say for or against a type */
    LEAST = 4,           /* by how much a type must be likelier than none */
};

struct name_entry {
    uint64_t key;
    uint64_t whole; /* key of the longer name that it is part of, 0: none */
    int16_t itself[NAME_TYPES], around[NAME_TYPES];
    uint8_t settled; /* the last type that it had without doubt, or NAME_TYPES */
    bool is_met;     /* in full */
};

static struct name_entry *find(const struct name_evidence *evidence, uint64_t key)
{
    size_t slot = (size_t) (key >> 7) & (evidence->capacity - 1);
    while (evidence->entries[slot].key && evidence->entries[slot].key != key)
        slot = (slot + 1) & (evidence->capacity - 1);
    return &evidence->entries[slot];
}

static void grow(struct name_evidence *evidence)
{
    struct name_evidence larger = {
        .capacity = evidence->capacity ? evidence->capacity * 2 : FIRST_CAPACITY,
        .count = evidence->count,
    };
    larger.entries = memory_new(larger.capacity, sizeof *larger.entries);
    for (size_t i = 0; i < evidence->capacity; i++)
        if (evidence->entries[i].key)
            *find(&larger, evidence->entries[i].key) = evidence->entries[i];
    free(evidence->entries);
    *evidence = larger;
}

/* The entry, made where there is none; null where there is no more room. */
static struct name_entry *intern(struct name_evidence *evidence, uint64_t key)
{
    if (evidence->count * 2 >= evidence->capacity && evidence->count < NAME_EVIDENCE_MOST)
        grow(evidence);
    struct name_entry *entry = find(evidence, key);
    if (entry->key)
        return entry;
    if (evidence->count >= NAME_EVIDENCE_MOST)
        return NULL;
    evidence->count++;
    *entry = (struct name_entry){.key = key};
    return entry;
}

void name_evidence_clear(struct name_evidence *evidence)
{
    if (evidence->capacity > LARGEST_KEPT)
        name_evidence_release(evidence);
    else if (evidence->count)
        memset(evidence->entries, 0, evidence->capacity * sizeof *evidence->entries);
    evidence->count = 0;
}

void name_evidence_release(struct name_evidence *evidence)
{
    free(evidence->entries);
    *evidence = (struct name_evidence){0};
}

static int16_t limited(int score)
{
    return (int16_t) (score > MOST ? MOST : score < -MOST ? -MOST : score);
}

void name_evidence_add(struct name_evidence *evidence, uint64_t key,
                       const struct name_scores *itself, const struct name_scores *around,
                       enum name_type settled)
{
    struct name_entry *entry = intern(evidence, key);
    if (!entry)
        return;
    if (!entry->is_met || settled < NAME_TYPES)
        entry->settled = (uint8_t) settled;
    entry->is_met = true;
    for (size_t i = 0; i < NAME_TYPES; i++) {
        entry->itself[i] = (int16_t) itself->of[i];
        entry->around[i] = limited(entry->around[i] + around->of[i]);
    }
}

void name_evidence_add_part(struct name_evidence *evidence, uint64_t part, uint64_t key)
{
    struct name_entry *entry = intern(evidence, part);
    if (entry && !entry->whole)
        entry->whole = key;
}

/* The type of the name with this key, which is in the table. */
static enum name_type type_of(const struct name_evidence *evidence, uint64_t key)
{
    const struct name_entry *entry = find(evidence, key);
    struct name_scores scores;
    if (entry->is_met && entry->settled < NAME_TYPES)
        return (enum name_type) entry->settled;
    for (size_t i = 0; i < NAME_TYPES; i++)
        scores.of[i] = entry->itself[i] + entry->around[i];
    return name_scores_decide(&scores);
}

bool name_evidence_get(const struct name_evidence *evidence, uint64_t key,
                       struct name_findings *findings)
{
    const struct name_entry *entry = evidence->capacity ? find(evidence, key) : NULL;
    *findings = (struct name_findings){.whole = NAME_NONE};
    if (!entry || !entry->key)
        return false;
    for (size_t i = 0; i < NAME_TYPES; i++)
        findings->around.of[i] = entry->around[i];
    enum name_type whole = entry->whole ? type_of(evidence, entry->whole) : NAME_NONE;
    if (whole == NAME_PERSON || whole == NAME_ORGANISATION)
        findings->whole = whole;
    return entry->is_met || findings->whole != NAME_NONE;
}

enum name_type name_scores_decide(const struct name_scores *scores)
{
    enum name_type best = NAME_NONE;
    int most = scores->of[NAME_NONE] + LEAST;
    for (size_t i = 0; i < NAME_NONE; i++)
        if (scores->of[i] > most) {
            most = scores->of[i];
            best = (enum name_type) i;
        }
    return best;
}
