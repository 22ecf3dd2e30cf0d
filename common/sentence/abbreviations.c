#include "abbreviations.h"

#include "../data.h"
#include "../memory.h"

#include <stdlib.h>

struct abbreviation {
    struct slice word;
    enum abbreviation_kind kind;
    size_t order; /* in which it was read */
};

static int compare(const void *a, const void *b)
{
    const struct slice *left = &((const struct abbreviation *) a)->word;
    const struct slice *right = &((const struct abbreviation *) b)->word;
    if (left->length != right->length)
        return left->length < right->length ? -1 : 1;
    return memcmp(left->bytes, right->bytes, left->length);
}

/* Of the same word, the one that was read last comes first. */
static int compare_order(const void *a, const void *b)
{
    const struct abbreviation *left = a, *right = b;
    int order = compare(a, b);
    return order ? order : (left->order < right->order) - (left->order > right->order);
}

static void sort(struct abbreviations *list)
{
    size_t kept = 0;
    if (!list->count)
        return;
    qsort(list->sorted, list->count, sizeof *list->sorted, compare_order);
    for (size_t i = 1; i < list->count; i++)
        if (compare(&list->sorted[kept], &list->sorted[i]))
            list->sorted[++kept] = list->sorted[i];
    list->count = kept + 1;
}

static const char *add(struct abbreviations *list, struct slice word, enum abbreviation_kind kind)
{
    if (!slice_ends_with(word, SLICE(".")) || memchr(word.bytes, ' ', word.length))
        return "expected 'joins' or 'ends', and an abbreviation with its full stop";
    if (list->count == list->capacity) {
        list->capacity = list->capacity ? list->capacity * 2 : 128;
        list->sorted = memory_resize_array(list->sorted, list->capacity, sizeof *list->sorted);
    }
    list->sorted[list->count] = (struct abbreviation){
        .word = arena_copy(&list->names, word),
        .kind = kind,
        .order = list->read++,
    };
    list->count++;
    return NULL;
}

/* Takes "joins " or "ends " off *line. Without it, a word alone joins. */
static bool take_joins(struct slice *line)
{
    struct slice rest = *line, kind;
    slice_cut(&rest, ' ', &kind);
    bool joins = slice_equal(kind, SLICE("joins")), ends = slice_equal(kind, SLICE("ends"));
    if (joins || ends)
        *line = slice_trim(rest);
    return !ends;
}

static const char *take_line(void *context, struct slice line)
{
    bool joins = take_joins(&line);
    return add(context, line, joins ? ABBREVIATION_JOINS : ABBREVIATION_ENDS);
}

static const char *take_users_line(void *context, struct slice line)
{
    bool joins = take_joins(&line);
    return add(context, line, joins ? ABBREVIATION_JOINS_SURELY : ABBREVIATION_ENDS_SURELY);
}

bool abbreviations_load(struct abbreviations *abbreviations, const char *language)
{
    bool good = data_load(language, "abbreviations.txt", take_line, abbreviations);
    sort(abbreviations);
    return good;
}

bool abbreviations_read(struct abbreviations *abbreviations, const char *path)
{
    bool good = data_read(path, take_users_line, abbreviations);
    sort(abbreviations);
    return good;
}

enum abbreviation_kind abbreviations_find(const struct abbreviations *abbreviations,
                                          struct slice word)
{
    struct abbreviation wanted = {.word = word};
    if (!word.length || !abbreviations->count)
        return ABBREVIATION_NONE;
    const struct abbreviation *found =
        bsearch(&wanted, abbreviations->sorted, abbreviations->count, sizeof wanted, compare);
    return found ? found->kind : ABBREVIATION_NONE;
}

void abbreviations_release(struct abbreviations *abbreviations)
{
    free(abbreviations->sorted);
    arena_release(&abbreviations->names);
    *abbreviations = (struct abbreviations){0};
}
