#include "weights.h"

#include "data.h"
#include "memory.h"

#include <stdlib.h>

static const char *const zone_names[ZONE_COUNT] = {"head",  "title", "top", "lead",
                                                   "under", "text",  "tail"};

struct loader {
    struct weights *weights;
    const struct rules *rules;
};

static bool parse_weight(struct slice text, int *weight)
{
    bool is_negative = text.length && text.bytes[0] == '-';
    struct slice digits = slice_from_offset(text, is_negative);
    int value = 0;
    if (!digits.length || digits.length > 6)
        return false;
    for (size_t i = 0; i < digits.length; i++) {
        if (digits.bytes[i] < '0' || digits.bytes[i] > '9')
            return false;
        value = value * 10 + (digits.bytes[i] - '0');
    }
    *weight = is_negative ? -value : value;
    return true;
}

static int *zone_row(struct weights *weights, struct slice name)
{
    for (size_t i = 0; i < ZONE_COUNT; i++)
        if (slice_equal(name, slice_from_string(zone_names[i])))
            return weights->zone[i];
    return NULL;
}

/* The weights that a line's name stands for; null if it stands for nothing. */
static int *row_of(struct loader *loader, struct slice name)
{
    struct slice zone = SLICE("zone:"), after = SLICE("after:");
    if (slice_starts_with(name, zone))
        return zone_row(loader->weights, slice_from_offset(name, zone.length));
    if (slice_starts_with(name, after)) {
        enum role role = role_find(slice_from_offset(name, after.length));
        return role < ROLE_COUNT ? loader->weights->after[role] : NULL;
    }
    for (size_t i = 0; i < FEATURE_COUNT; i++)
        if (slice_equal(name, slice_from_string(feature_name((enum feature) i))))
            return loader->weights->feature[i];
    size_t rule = rules_find(loader->rules, name);
    return rule < rules_count(loader->rules) ? loader->weights->feature[FEATURE_COUNT + rule]
                                             : NULL;
}

static const char *take_line(void *context, struct slice line)
{
    struct loader *loader = context;
    struct slice name, pair, role_text;
    slice_cut(&line, ' ', &name);
    int *single = slice_equal(name, SLICE("no-title"))  ? &loader->weights->no_title
                  : slice_equal(name, SLICE("no-text")) ? &loader->weights->no_text
                                                        : NULL;
    if (single)
        return parse_weight(slice_trim(line), single) ? NULL : "expected a whole number";
    int *row = row_of(loader, name);
    if (!row)
        return "neither a feature nor the name of a rule";
    while (slice_cut(&line, ' ', &pair)) {
        if (!pair.length)
            continue;
        slice_cut(&pair, '=', &role_text);
        enum role role = role_find(role_text);
        if (role == ROLE_COUNT || !parse_weight(pair, &row[role]))
            return "expected pairs of a role and a whole number, such as body=-20";
    }
    return NULL;
}

struct weights *weights_load(const char *language, const struct rules *rules)
{
    struct loader loader = {memory_new(1, sizeof(struct weights)), rules};
    if (data_load(language, "roles.weights", take_line, &loader))
        return loader.weights;
    free(loader.weights);
    return NULL;
}
