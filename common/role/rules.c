#include "rules.h"

#include "../arena.h"
#include "../data.h"
#include "../memory.h"
#include "../regex.h"
#include "../role.h"
#include "../unicode.h"
#include "hash_index.h"
#include "pattern_strings.h"
#include "trigger.h"

#include <stdlib.h>

/* How often other tokens than words are met in ten million words, about. */
enum { MARK_FREQUENCY = 200000, RARE_MARK_FREQUENCY = 5000 };

/* Each pattern is compiled alone: one that begins with ^ is then tried at one place only. */
struct pattern {
    struct regex *regex;
    uint32_t rule; /* it belongs to */
};

/* Patterns that are to be tried where a token stands, as a bit each. */
struct pattern_set {
    uint64_t bits[RULES_PATTERNS / 64];
};

struct rules {
    const struct language *language;
    struct slice names[RULES_LIMIT];
    size_t count;
    struct pattern patterns[RULES_PATTERNS];
    size_t pattern_count;
    struct pattern_set always;  /* those that no token is known of */
    struct hash_index triggers; /* of tokens, to the number of a set */
    struct pattern_set *sets;
    struct arena text;   /* of names */
    struct buffer error; /* of the last line refused */
};

/* The number of the rule that a line belongs to, or RULES_LIMIT. */
static size_t rule_for(struct rules *rules, struct slice name)
{
    if (rules->count && slice_equal(rules->names[rules->count - 1], name))
        return rules->count - 1;
    if (rules->count == RULES_LIMIT || rules_find(rules, name) < rules->count)
        return RULES_LIMIT;
    rules->names[rules->count] = arena_copy(&rules->text, name);
    return rules->count++;
}

static uint32_t token_frequency(void *context, struct slice token)
{
    const struct rules *rules = context;
    uint32_t character = 0;
    struct slice rest = token;
    unicode_next(&rest, &character);
    if (unicode_is_letter(character))
        return rules->language->word_frequency(token);
    bool is_frequent = character >= 0x80 || strchr(".,-:()\"/?!", (int) character);
    return is_frequent ? MARK_FREQUENCY : RARE_MARK_FREQUENCY;
}

static void set_bit(struct pattern_set *set, size_t number)
{
    set->bits[number / 64] |= (uint64_t) 1 << number % 64;
}

/* The set of patterns to be tried where a token stands. */
static struct pattern_set *set_of(struct rules *rules, uint64_t token)
{
    size_t count = rules->triggers.count;
    uint32_t number = hash_index_add(&rules->triggers, token, (uint32_t) count);
    if (number < count)
        return &rules->sets[number];
    rules->sets = memory_resize_array(rules->sets, count + 1, sizeof *rules->sets);
    rules->sets[number] = (struct pattern_set){{0}};
    return &rules->sets[number];
}

static void add_triggers(struct rules *rules, struct slice pattern, size_t number)
{
    struct trigger trigger;
    trigger_init(&trigger, pattern, token_frequency, rules);
    for (size_t i = 0; i < trigger.count; i++)
        set_bit(set_of(rules, trigger.tokens[i]), number);
    if (!trigger.count)
        set_bit(&rules->always, number);
    trigger_release(&trigger);
}

/* Returns null, or what is wrong with the pattern. */
static const char *add_alternative(struct rules *rules, size_t rule, struct slice pattern)
{
    buffer_clear(&rules->error);
    if (rules->pattern_count == RULES_PATTERNS)
        return "too many patterns";
    struct regex *regex = regex_new_for_valid(pattern, &rules->error);
    if (!regex)
        return buffer_string(&rules->error);
    add_triggers(rules, pattern, rules->pattern_count);
    rules->patterns[rules->pattern_count++] = (struct pattern){regex, (uint32_t) rule};
    return NULL;
}

/* Alternatives are tried one by one: each has tokens of its own that it needs. What is wrong is
 * said of the pattern as it stands. */
static const char *add_pattern(struct rules *rules, size_t rule, struct slice pattern)
{
    struct slice rest = pattern, alternative;
    const char *wrong = NULL;
    while (!wrong && pattern_next_alternative(&rest, &alternative))
        wrong = add_alternative(rules, rule, alternative);
    if (!wrong || !rules->error.length)
        return wrong;
    buffer_clear(&rules->error);
    struct regex *whole = regex_new_for_valid(pattern, &rules->error);
    regex_free(whole);
    return whole ? "alternatives that are not patterns by themselves"
                 : buffer_string(&rules->error);
}

static const char *take_line(void *context, struct slice line)
{
    struct rules *rules = context;
    struct slice name;
    slice_cut(&line, ' ', &name);
    struct slice pattern = slice_trim(line);
    if (!pattern.length)
        return "expected a name, a space and a pattern";
    size_t rule = rule_for(rules, name);
    return rule < RULES_LIMIT ? add_pattern(rules, rule, pattern)
                              : "too many rules, or a name that was used further up";
}

struct rules *rules_load(const struct language *language)
{
    struct rules *rules = memory_new(1, sizeof *rules);
    rules->language = language;
    if (language->load_words() && data_load(language->code, "roles.rules", take_line, rules))
        return rules;
    rules_free(rules);
    return NULL;
}

static const char *take_users_line(void *context, struct slice line)
{
    struct rules *rules = context;
    struct slice name;
    struct buffer full = {0};
    slice_cut(&line, ' ', &name);
    struct slice pattern = slice_trim(line);
    if (role_find(name) == ROLE_COUNT || !pattern.length)
        return "expected a role, a space and a pattern";
    buffer_append(&full, RULES_OF_USER);
    buffer_append(&full, name);
    size_t rule = rules_find(rules, buffer_slice(&full));
    if (rule == rules->count)
        rule = rule_for(rules, buffer_slice(&full));
    buffer_release(&full);
    return rule < RULES_LIMIT ? add_pattern(rules, rule, pattern) : "too many rules";
}

bool rules_read(struct rules *rules, const char *path)
{
    return data_read(path, take_users_line, rules);
}

size_t rules_count(const struct rules *rules)
{
    return rules->count;
}

size_t rules_of_user(const struct rules *rules)
{
    size_t number = 0;
    while (number < rules->count && !slice_starts_with(rules->names[number], RULES_OF_USER))
        number++;
    return number;
}

struct slice rules_name(const struct rules *rules, size_t number)
{
    return rules->names[number];
}

size_t rules_find(const struct rules *rules, struct slice name)
{
    size_t number = 0;
    while (number < rules->count && !slice_equal(rules->names[number], name))
        number++;
    return number;
}

static void add_set(const struct rules *rules, struct pattern_set *set, uint64_t token)
{
    uint32_t number = hash_index_find(&rules->triggers, token);
    if (number == HASH_INDEX_NONE)
        return;
    for (size_t k = 0; k < RULES_PATTERNS / 64; k++)
        set->bits[k] |= rules->sets[number].bits[k];
}

/* The patterns that the text may match; `first` is the hash of its first token of letters or
 * digits.
 */
static struct pattern_set find_triggered(const struct rules *rules,
                                         const struct line_tokens *tokens, uint64_t first)
{
    struct pattern_set set = rules->always;
    for (size_t i = 0; i < tokens->count; i++)
        add_set(rules, &set, tokens->tokens[i].hash);
    add_set(rules, &set, trigger_first(first));
    return set;
}

/* The number of the lowest bit that is set (a De Bruijn sequence: Leiserson, Prokop and Randall
 * 1998). */
static size_t lowest_bit(uint64_t bits)
{
    static const uint8_t numbers[64] = {
        0,  1,  2,  53, 3,  7,  54, 27, 4,  38, 41, 8,  34, 55, 48, 28, 62, 5,  39, 46, 44, 42,
        22, 9,  24, 35, 59, 56, 49, 18, 29, 11, 63, 52, 6,  26, 37, 40, 33, 47, 61, 45, 43, 21,
        23, 58, 17, 10, 51, 25, 36, 32, 60, 20, 57, 16, 50, 31, 19, 15, 30, 14, 13, 12};
    return numbers[((bits & -bits) * 0x022FDD63CC95386D) >> 58];
}

void rules_match(const struct rules *rules, struct slice text, const struct line_tokens *tokens,
                 uint64_t first, rules_take *take, void *context)
{
    struct pattern_set set = find_triggered(rules, tokens, first);
    bool is_found[RULES_LIMIT] = {false};
    for (size_t k = 0; k < RULES_PATTERNS / 64; k++) {
        for (uint64_t bits = set.bits[k]; bits; bits &= bits - 1) {
            const struct pattern *pattern = &rules->patterns[k * 64 + lowest_bit(bits)];
            if (is_found[pattern->rule] || regex_find(pattern->regex, text, NULL) != REGEX_YES)
                continue;
            is_found[pattern->rule] = true;
            take(context, pattern->rule);
        }
    }
}

void rules_free(struct rules *rules)
{
    if (!rules)
        return;
    for (size_t i = 0; i < rules->pattern_count; i++)
        regex_free(rules->patterns[i].regex);
    hash_index_release(&rules->triggers);
    free(rules->sets);
    arena_release(&rules->text);
    buffer_release(&rules->error);
    free(rules);
}
