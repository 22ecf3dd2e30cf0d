#include "weights.h"

#include "../data.h"
#include "../memory.h"

#include <stdlib.h>

static const char *const zone_names[ZONE_COUNT] = {"head",  "title", "top", "lead",
                                                   "under", "text",  "tail"};

#define ZONE_PREFIX  SLICE("zone:")
#define AFTER_PREFIX SLICE("after:")
#define WORD_PREFIX  SLICE("word:")

void weights_init(struct weights *weights)
{
    *weights = (struct weights){.feature_count = FEATURE_WORD, .scale = 1};
    weights->feature = memory_new(FEATURE_WORD, sizeof *weights->feature);
}

size_t weights_add_word(struct weights *weights, struct slice word)
{
    uint32_t number = lexicon_add(&weights->lexicon, word);
    if (number == HASH_INDEX_NONE)
        return 0;
    size_t feature = FEATURE_WORD + number;
    if (feature < weights->feature_count)
        return feature;
    enum { STEP = 256 };
    if (number % STEP == 0)
        weights->feature =
            memory_resize_array(weights->feature, feature + STEP, sizeof *weights->feature);
    memset(weights->feature[feature], 0, sizeof *weights->feature);
    weights->feature_count = feature + 1;
    return feature;
}

_Static_assert(FEATURE_PATH_END <= (int) FEATURE_WORD, "no room for the features of a path");
_Static_assert((int) FEATURE_WORD + (int) LEXICON_LIMIT <= UINT16_MAX,
               "features are 16-bit numbers");

struct loader {
    struct weights *weights;
    const struct rules *rules;
};

static bool parse_weight(struct slice text, int16_t *weight)
{
    bool is_negative = text.length && text.bytes[0] == '-';
    struct slice digits = slice_from_offset(text, is_negative);
    int value = 0;
    if (!digits.length || digits.length > 4)
        return false;
    for (size_t i = 0; i < digits.length; i++) {
        if (digits.bytes[i] < '0' || digits.bytes[i] > '9')
            return false;
        value = value * 10 + (digits.bytes[i] - '0');
    }
    *weight = (int16_t) (is_negative ? -value : value);
    return value <= WEIGHT_LIMIT;
}

static size_t find_zone(struct slice name)
{
    size_t zone = 0;
    while (zone < ZONE_COUNT && !slice_equal(name, slice_from_string(zone_names[zone])))
        zone++;
    return zone;
}

/* The weights that a line's name stands for; null if it stands for nothing. */
static int16_t *find_row(const struct loader *loader, struct slice name)
{
    struct weights *weights = loader->weights;
    if (slice_starts_with(name, WORD_PREFIX)) {
        size_t word = weights_add_word(weights, slice_from_offset(name, WORD_PREFIX.length));
        return word ? weights->feature[word] : NULL;
    }
    if (slice_starts_with(name, ZONE_PREFIX)) {
        size_t zone = find_zone(slice_from_offset(name, ZONE_PREFIX.length));
        return zone < ZONE_COUNT ? weights->feature[FEATURE_ZONE + zone] : NULL;
    }
    if (slice_starts_with(name, AFTER_PREFIX)) {
        enum role role = role_find(slice_from_offset(name, AFTER_PREFIX.length));
        return role < ROLE_COUNT ? weights->feature[FEATURE_AFTER + role] : NULL;
    }
    for (size_t i = 0; i < FEATURE_COUNT; i++)
        if (slice_equal(name, slice_from_string(feature_name((enum feature) i))))
            return weights->feature[i];
    size_t rule = rules_find(loader->rules, name);
    return rule < rules_count(loader->rules) ? weights->feature[FEATURE_RULE + rule] : NULL;
}

static const char *take_pairs(int16_t row[ROLE_LANES], struct slice pairs)
{
    struct slice pair, role_text;
    while (slice_cut(&pairs, ' ', &pair)) {
        if (!pair.length)
            continue;
        slice_cut(&pair, '=', &role_text);
        enum role role = role_find(role_text);
        if (role == ROLE_COUNT || !parse_weight(pair, &row[role]))
            return "expected pairs of a role and a whole number up to 1000, such as body=-20";
    }
    return NULL;
}

/* A weight that is not of a role; null if there is none of this name. */
static int16_t *find_single(struct weights *weights, struct slice name)
{
    return slice_equal(name, SLICE("no-title"))  ? &weights->feature[FEATURE_PAGE][LANE_NO_TITLE]
           : slice_equal(name, SLICE("no-text")) ? &weights->feature[FEATURE_PAGE][LANE_NO_TEXT]
           : slice_equal(name, SLICE("scale"))   ? &weights->scale
                                                 : NULL;
}

static const char *take_line(void *context, struct slice line)
{
    struct loader *loader = context;
    struct slice name;
    slice_cut(&line, ' ', &name);
    int16_t *single = find_single(loader->weights, name);
    if (single) {
        bool good = parse_weight(slice_trim(line), single) && loader->weights->scale >= 1;
        return good ? NULL : "expected a whole number up to 1000";
    }
    int16_t *row = find_row(loader, name);
    return row ? take_pairs(row, line) : "neither a feature, the name of a rule, nor a word";
}

bool weights_load(struct weights *weights, const char *language, const struct rules *rules)
{
    struct loader loader = {weights, rules};
    weights_init(weights);
    return data_load(language, WEIGHTS_NAME, take_line, &loader);
}

void weights_trust_user(struct weights *weights, const struct rules *rules)
{
    for (size_t i = rules_of_user(rules); i < rules_count(rules); i++)
        weights->feature[FEATURE_RULE + i][rules_users_role(rules, i)] = WEIGHT_LIMIT;
}

static void append_number(struct buffer *out, int number)
{
    if (number < 0)
        buffer_append_byte(out, '-');
    buffer_append_number(out, (uint64_t) abs(number));
}

static void append_row(struct buffer *out, struct slice prefix, struct slice name,
                       const int16_t row[ROLE_LANES])
{
    bool is_begun = false;
    for (size_t role = 0; role < ROLE_COUNT; role++) {
        if (!row[role])
            continue;
        if (!is_begun) {
            buffer_append(out, prefix);
            buffer_append(out, name);
            is_begun = true;
        }
        buffer_append_byte(out, ' ');
        buffer_append_string(out, role_name((enum role) role));
        buffer_append_byte(out, '=');
        append_number(out, row[role]);
    }
    if (is_begun)
        buffer_append_byte(out, '\n');
}

static void append_single(struct buffer *out, const char *name, int value)
{
    buffer_append_string(out, name);
    buffer_append_byte(out, ' ');
    append_number(out, value);
    buffer_append_byte(out, '\n');
}

void weights_append(struct buffer *out, const struct weights *weights, const struct rules *rules,
                    const struct slice *words)
{
    const int16_t(*rows)[ROLE_LANES] = (const int16_t(*)[ROLE_LANES]) weights->feature;
    append_single(out, "scale", weights->scale);
    append_single(out, "no-title", rows[FEATURE_PAGE][LANE_NO_TITLE]);
    append_single(out, "no-text", rows[FEATURE_PAGE][LANE_NO_TEXT]);
    for (size_t i = 0; i < ZONE_COUNT; i++)
        append_row(out, ZONE_PREFIX, slice_from_string(zone_names[i]), rows[FEATURE_ZONE + i]);
    for (size_t i = 0; i < ROLE_COUNT; i++)
        append_row(out, AFTER_PREFIX, slice_from_string(role_name((enum role) i)),
                   rows[FEATURE_AFTER + i]);
    for (size_t i = 0; i < FEATURE_COUNT; i++)
        append_row(out, SLICE(""), slice_from_string(feature_name((enum feature) i)), rows[i]);
    for (size_t i = 0; i < rules_count(rules); i++)
        append_row(out, SLICE(""), rules_name(rules, i), rows[FEATURE_RULE + i]);
    for (size_t i = FEATURE_WORD; i < weights->feature_count; i++)
        append_row(out, WORD_PREFIX, words[i - FEATURE_WORD], rows[i]);
}

void weights_release(struct weights *weights)
{
    free(weights->feature);
    lexicon_release(&weights->lexicon);
    *weights = (struct weights){0};
}
