#include "rules.h"

#include "arena.h"
#include "data.h"
#include "memory.h"
#include "regex.h"

#include <stdlib.h>

struct rule {
    struct slice name;
    struct buffer pattern; /* its alternatives joined by '|' */
    struct regex *regex;
};

struct rules {
    struct rule rules[RULES_LIMIT];
    size_t count;
    struct arena names;
    struct buffer error; /* of the last line refused */
};

/* Checks one alternative by itself, so that a mistake is reported with its own line. */
static bool is_good_pattern(struct rules *rules, struct slice pattern)
{
    buffer_clear(&rules->error);
    struct regex *regex = regex_new(pattern, &rules->error);
    regex_free(regex);
    return regex != NULL;
}

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

static const char *take_line(void *context, struct slice line)
{
    struct rules *rules = context;
    struct slice name;
    slice_cut(&line, ' ', &name);
    struct slice pattern = slice_trim(line);
    if (!pattern.length)
        return "expected a name, a space and a pattern";
    if (!is_good_pattern(rules, pattern))
        return buffer_string(&rules->error);
    struct rule *rule = rule_for(rules, name);
    if (!rule)
        return "too many rules, or a name that was used further up";
    buffer_append_string(&rule->pattern, rule->pattern.length ? "|" : "(?i)");
    buffer_append_string(&rule->pattern, "(?:");
    buffer_append(&rule->pattern, pattern);
    buffer_append_byte(&rule->pattern, ')');
    return NULL;
}

struct rules *rules_load(const char *language)
{
    struct rules *rules = memory_new(1, sizeof *rules);
    bool good = data_load(language, "roles.rules", take_line, rules);
    for (size_t i = 0; good && i < rules->count; i++) {
        struct rule *rule = &rules->rules[i];
        rule->regex = regex_new(buffer_slice(&rule->pattern), &rules->error);
        good = rule->regex != NULL;
    }
    if (good)
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
    return regex_find(rules->rules[number].regex, text, NULL) == REGEX_YES;
}

void rules_free(struct rules *rules)
{
    if (!rules)
        return;
    for (size_t i = 0; i < rules->count; i++) {
        buffer_release(&rules->rules[i].pattern);
        regex_free(rules->rules[i].regex);
    }
    arena_release(&rules->names);
    buffer_release(&rules->error);
    free(rules);
}
