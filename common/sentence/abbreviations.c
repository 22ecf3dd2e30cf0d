#include "abbreviations.h"

#include "../data.h"
#include "../memory.h"

#include <stdlib.h>

struct abbreviation {
    struct slice word;
    enum abbreviation_kind kind;
};

static int compare(const void *a, const void *b)
{
    const struct slice *left = &((const struct abbreviation *) a)->word;
    const struct slice *right = &((const struct abbreviation *) b)->word;
    if (left->length != right->length)
        return left->length < right->length ? -1 : 1;
    return memcmp(left->bytes, right->bytes, left->length);
}

static const char *take_line(void *context, struct slice line)
{
    struct abbreviations *list = context;
    struct slice kind;
    slice_cut(&line, ' ', &kind);
    bool joins = slice_equal(kind, SLICE("joins")), ends = slice_equal(kind, SLICE("ends"));
    struct slice word = slice_trim(line);
    if (!(joins || ends) || !slice_ends_with(word, SLICE(".")))
        return "expected 'joins' or 'ends', and an abbreviation with its full stop";
    if (list->count == list->capacity) {
        list->capacity = list->capacity ? list->capacity * 2 : 128;
        list->sorted = memory_resize_array(list->sorted, list->capacity, sizeof *list->sorted);
    }
    list->sorted[list->count++] = (struct abbreviation){
        .word = arena_copy(&list->names, word),
        .kind = joins ? ABBREVIATION_JOINS : ABBREVIATION_ENDS,
    };
    return NULL;
}

bool abbreviations_load(struct abbreviations *abbreviations, const char *language)
{
    if (!data_load(language, "abbreviations.txt", take_line, abbreviations))
        return false;
    if (abbreviations->count)
        qsort(abbreviations->sorted, abbreviations->count, sizeof *abbreviations->sorted, compare);
    return true;
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
