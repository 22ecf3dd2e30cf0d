#include "tally.h"

#include "ascii.h"
#include "hash.h"
#include "memory.h"
#include "sentence/stop.h"
#include "sentence/weights.h"
#include "unicode.h"

#include <math.h>
#include <stdlib.h>

/* Words met less often are not listed: the list stays short, and of those that are listed the
 * log-odds is known well. Set by hand. */
enum { LEAST_MET = 300 };

static size_t find_slot(const struct word_tally *slots, size_t capacity, struct slice word)
{
    size_t slot = (size_t) hash_bytes(word, 0) & (capacity - 1);
    while (slots[slot].word.bytes && !slice_equal(slots[slot].word, word))
        slot = (slot + 1) & (capacity - 1);
    return slot;
}

static void grow(struct tallies *tallies)
{
    size_t capacity = tallies->capacity ? tallies->capacity * 2 : 1 << 14;
    struct word_tally *slots = memory_new(capacity, sizeof *slots);
    for (size_t i = 0; i < tallies->capacity; i++)
        if (tallies->slots[i].word.bytes)
            slots[find_slot(slots, capacity, tallies->slots[i].word)] = tallies->slots[i];
    free(tallies->slots);
    tallies->slots = slots;
    tallies->capacity = capacity;
}

static struct word_tally *tally_of(struct tallies *tallies, struct slice word)
{
    if (tallies->count * 2 >= tallies->capacity)
        grow(tallies);
    struct word_tally *tally = &tallies->slots[find_slot(tallies->slots, tallies->capacity, word)];
    if (!tally->word.bytes) {
        tally->word = arena_copy(&tallies->words, word);
        tallies->count++;
    }
    return tally;
}

static bool is_upper(struct slice text)
{
    uint32_t character;
    return unicode_next(&text, &character) && unicode_class_of(character) == UNICODE_UPPER;
}

/* A headline or a caption has no stop, and its words are not those of sentences. */
static bool is_whole(struct slice sentence)
{
    struct stop stop;
    size_t at = 0;
    while (stop_find(sentence, at, &stop))
        at = stop.end;
    return at && at == sentence.length;
}

/* Whether a word stands inside a sentence for sure, where this is the last byte before its space:
 * behind a mark, nobody knows. */
static bool is_inside(char before)
{
    return before & 0x80 || before == ',' || ascii_is_letter(before);
}

void tallies_count(struct tallies *tallies, struct slice sentence)
{
    if (!is_whole(sentence))
        return;
    struct slice rest = sentence, part;
    char before = '\0'; /* the last byte of the part before */
    while (slice_cut(&rest, ' ', &part)) {
        struct slice word = stop_leading_word(part);
        bool is_first = part.bytes == sentence.bytes;
        if (word.length && is_upper(word)) {
            if (is_first)
                tally_of(tallies, word)->opening++;
            else if (is_inside(before))
                tally_of(tallies, word)->inside++;
        }
        before = part.length ? part.bytes[part.length - 1] : before;
    }
}

static int compare(const void *a, const void *b)
{
    struct slice left = ((const struct word_tally *) a)->word;
    struct slice right = ((const struct word_tally *) b)->word;
    size_t shorter = left.length < right.length ? left.length : right.length;
    int order = memcmp(left.bytes, right.bytes, shorter);
    return order ? order : (left.length > right.length) - (left.length < right.length);
}

struct word_tally *tallies_choose(const struct tallies *tallies, size_t *count)
{
    struct word_tally *chosen = memory_new(tallies->count + 1, sizeof *chosen);
    *count = 0;
    for (size_t i = 0; i < tallies->capacity; i++) {
        const struct word_tally *tally = &tallies->slots[i];
        if (tally->word.bytes && tally->opening + tally->inside >= LEAST_MET)
            chosen[(*count)++] = *tally;
    }
    qsort(chosen, *count, sizeof *chosen, compare);
    return chosen;
}

int tally_log_odds(const struct word_tally *tally)
{
    /* Half of one is added to either count, so that no odds are infinite. */
    double odds = log((tally->opening + 0.5) / (tally->inside + 0.5));
    int rounded = (int) lround(odds);
    return rounded > SENTENCE_OPENS    ? SENTENCE_OPENS
           : rounded < -SENTENCE_OPENS ? -SENTENCE_OPENS
                                       : rounded;
}

void tallies_release(struct tallies *tallies)
{
    free(tallies->slots);
    arena_release(&tallies->words);
    *tallies = (struct tallies){0};
}
