#include "rules.h"

#include "arena.h"
#include "data.h"
#include "memory.h"
#include "regex.h"

#include <stdlib.h>

/* Each pattern is compiled alone: one that begins with ^ is then tried at one place only. */
struct rule {
    struct slice name;
    struct regex **patterns;
    size_t count;
};

struct rules {
    struct rule rules[RULES_LIMIT];
    size_t count;
    struct arena names;
    struct buffer error; /* of the last line refused */
};

static struct rule *rule_for(struct rules *rules, struct slice name)
{
    struct rule *last = rules->count ? &rules->rules[rules->count - 1] : NULL;
    if (last && slice_equal(last->name, name))
        return last;
    if (rules->count == RULES_LIMIT || rules_find(rules, name) < rules->count)
        return NULL;
    last = &rules->rules[rules->count++];
    last->name = arena_copy(&rules->names, name);
    return last;
}

/* Returns null, or what is wrong with the pattern. */
static const char *add_pattern(struct rules *rules, struct rule *rule, struct slice pattern)
{
    buffer_clear(&rules->error);
    struct regex *regex = regex_new_ignoring_case(pattern, &rules->error);
    if (!regex)
        return buffer_string(&rules->error);
    rule->patterns = memory_resize_array(rule->patterns, rule->count + 1, sizeof(struct regex *));
    rule->patterns[rule->count++] = regex;
    return NULL;
}

static const char *take_line(void *context, struct slice line)
{
    struct rules *rules = context;
    struct slice name;
    slice_cut(&line, ' ', &name);
    struct slice pattern = slice_trim(line);
    if (!pattern.length)
        return "expected a name, a space and a pattern";
    struct rule *rule = rule_for(rules, name);
    if (!rule)
        return "too many rules, or a name that was used further up";
    return add_pattern(rules, rule, pattern);
}

struct rules *rules_load(const char *language)
{
    struct rules *rules = memory_new(1, sizeof *rules);
    if (data_load(language, "roles.rules", take_line, rules))
        return rules;
    rules_free(rules);
    return NULL;
}

size_t rules_count(const struct rules *rules)
{
    return rules->count;
}

size_t rules_find(const struct rules *rules, struct slice name)
{
    size_t number = 0;
    while (number < rules->count && !slice_equal(rules->rules[number].name, name))
        number++;
    return number;
}

bool rules_match(const struct rules *rules, size_t number, struct slice text)
{
    const struct rule *rule = &rules->rules[number];
    for (size_t i = 0; i < rule->count; i++)
        if (regex_find(rule->patterns[i], text, NULL) == REGEX_YES)
            return true;
    return false;
}

void rules_free(struct rules *rules)
{
    if (!rules)
        return;
    for (size_t i = 0; i < rules->count; i++) {
        for (size_t k = 0; k < rules->rules[i].count; k++)
            regex_free(rules->rules[i].patterns[k]);
        free(rules->rules[i].patterns);
    }
    arena_release(&rules->names);
    buffer_release(&rules->error);
    free(rules);
}
