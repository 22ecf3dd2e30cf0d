#include "counter.h"

#include "unicode.h"

enum { LONGEST_NUMBER = 3, LONGEST_WORD = 8 };

static bool is_number(struct slice word)
{
    for (size_t i = 0; i < word.length; i++)
        if (word.bytes[i] < '0' || word.bytes[i] > '9')
            return false;
    return word.length > 0 && word.length <= LONGEST_NUMBER;
}

bool counter_is_repeat(struct slice key, struct slice of)
{
    struct slice word;
    if (!of.length || !slice_starts_with(key, of))
        return false;
    struct slice rest = slice_from_offset(key, of.length);
    if (!rest.length)
        return true;
    if (rest.bytes[0] != ' ')
        return false;
    rest = slice_from_offset(rest, 1);
    slice_cut(&rest, ' ', &word);
    if (rest.bytes && unicode_count(word) <= LONGEST_WORD)
        slice_cut(&rest, ' ', &word);
    return !rest.bytes && is_number(word);
}
