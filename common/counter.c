#include "counter.h"

#include "unicode.h"

enum { LONGEST_NUMBER = 3, LONGEST_WORD = 8, MOST_WORDS = 2 };

static bool is_number(struct slice word)
{
    for (size_t i = 0; i < word.length; i++)
        if (word.bytes[i] < '0' || word.bytes[i] > '9')
            return false;
    return word.length > 0 && word.length <= LONGEST_NUMBER;
}

/* One number, with at most two short words before it. */
static bool is_counter(struct slice text)
{
    struct slice word;
    slice_cut(&text, ' ', &word);
    for (int words = 0; words < MOST_WORDS && text.bytes; words++) {
        if (is_number(word) || unicode_count(word) > LONGEST_WORD)
            return false;
        slice_cut(&text, ' ', &word);
    }
    return !text.bytes && is_number(word);
}

bool counter_is_repeat(struct slice key, struct slice of)
{
    if (!of.length || key.length < of.length)
        return false;
    size_t more = key.length - of.length;
    if (more == 0)
        return slice_equal(key, of);
    if (slice_starts_with(key, of) && key.bytes[of.length] == ' ')
        return is_counter(slice_from_offset(key, of.length + 1));
    if (slice_ends_with(key, of) && key.bytes[more - 1] == ' ')
        return is_counter(slice_of(key.bytes, more - 1));
    return false;
}
