#include "doubts.h"

#include "memory.h"
#include "unicode.h"

#include <stdlib.h>

static void add_doubt(struct doubts *doubts, const struct doubt *doubt, bool ends)
{
    if (doubts->count == doubts->capacity) {
        doubts->capacity = doubts->capacity ? doubts->capacity * 2 : 1024;
        doubts->judged =
            memory_resize_array(doubts->judged, doubts->capacity, sizeof *doubts->judged);
    }
    doubts->judged[doubts->count++] = (struct judged_doubt){
        .doubt = *doubt,
        .ends = ends,
        .goes_on = !ends,
    };
}

void doubts_weigh(struct doubts *doubts, size_t count, double weight)
{
    for (size_t i = 0; i < count; i++) {
        doubts->judged[i].ends *= weight;
        doubts->judged[i].goes_on *= weight;
    }
}

static int compare(const void *a, const void *b)
{
    const struct doubt *left = &((const struct judged_doubt *) a)->doubt;
    const struct doubt *right = &((const struct judged_doubt *) b)->doubt;
    if (left->kind != right->kind)
        return left->kind < right->kind ? -1 : 1;
    if (left->features != right->features)
        return left->features < right->features ? -1 : 1;
    return (left->opens > right->opens) - (left->opens < right->opens);
}

void doubts_unite(struct doubts *doubts)
{
    size_t kept = 0;
    if (!doubts->count)
        return;
    qsort(doubts->judged, doubts->count, sizeof *doubts->judged, compare);
    for (size_t i = 1; i < doubts->count; i++) {
        if (compare(&doubts->judged[kept], &doubts->judged[i])) {
            doubts->judged[++kept] = doubts->judged[i];
        } else {
            doubts->judged[kept].ends += doubts->judged[i].ends;
            doubts->judged[kept].goes_on += doubts->judged[i].goes_on;
        }
    }
    doubts->count = kept + 1;
}

void doubts_release(struct doubts *doubts)
{
    free(doubts->judged);
    *doubts = (struct doubts){0};
}

static bool is_observed(const struct doubt *doubt, enum doubt_feature feature)
{
    return doubt->features >> feature & 1;
}

static bool is_before_name(const struct doubt *doubt)
{
    return doubt->kind == DOUBT_ABBREVIATION || doubt->kind == DOUBT_INITIAL;
}

/* True where a word of several syllables begins at `at` in the run, with a second one in lower
 * case: `Công an` is no name, `Hà Nội` may be one. */
static bool is_common_word(const struct doubt_gatherer *gatherer, size_t at)
{
    struct slice text = slice_from_offset(buffer_slice(&gatherer->run), at);
    size_t length = stop_leading_word(text).length;
    return length && !gatherer->word_ends.bytes[at + length - 1] &&
           unicode_class_of(stop_second_word(text)) == UNICODE_LOWER;
}

/* Where silver text, which a program split, ends a sentence between an abbreviation or an initial
 * and what could be a name, it is often wrong: `TP. | Hà Nội`. Behind an initial a foreign word or
 * two with capitals could be one, behind an abbreviation any that opens no sentences: `TP. Huế đã`.
 */
static bool is_cut(const struct doubt *doubt)
{
    bool opens = doubt->opens > 0;
    if (doubt->kind == DOUBT_ABBREVIATION)
        return !opens || is_observed(doubt, FEATURE_SECOND_UPPER);
    return doubt->kind == DOUBT_INITIAL && !opens &&
           (!is_observed(doubt, FEATURE_SECOND_LOWER) || is_observed(doubt, FEATURE_FOREIGN));
}

/* So it is where it ends one before a bracket or a sign: `bà B. (42 tuổi)`. */
static bool is_before_sign(const struct doubt *doubt)
{
    static const uint64_t signs = 1ULL << FEATURE_NEXT_BRACKET_UPPER |
                                  1ULL << FEATURE_NEXT_BRACKET_LOWER |
                                  1ULL << FEATURE_NEXT_BRACKET_DIGIT |
                                  1ULL << FEATURE_NEXT_BRACKET_OTHER | 1ULL << FEATURE_NEXT_OTHER;
    return doubt->features & signs;
}

/* Whether silver text is to be believed where a sentence ends, or not; `next` is where the next
 * one would begin in the run. */
static bool is_credible(const struct doubt_gatherer *gatherer, const struct doubt *doubt, bool ends,
                        size_t next)
{
    if (is_before_name(doubt) && is_common_word(gatherer, next))
        return ends;
    return !ends || !(is_before_sign(doubt) || is_cut(doubt));
}

/* The doubtful stops of a sentence in the run. */
static void gather(struct doubt_gatherer *gatherer, size_t start, size_t end)
{
    struct sentence_scan scan = {.text = slice_from_offset(buffer_slice(&gatherer->run), start)};
    enum sentence_verdict verdict;
    struct doubt doubt;
    while (scan.at < end - start && sentence_scan_next(gatherer->rules, &scan, &verdict, &doubt)) {
        bool ends = scan.at == end - start;
        if (verdict == SENTENCE_IN_DOUBT &&
            (!gatherer->is_silver || is_credible(gatherer, &doubt, ends, start + scan.at + 1)))
            add_doubt(gatherer->doubts, &doubt, ends);
    }
}

void doubt_gatherer_end_run(struct doubt_gatherer *gatherer)
{
    size_t start = 0;
    for (size_t i = 0; i < gatherer->end_count; i++) {
        gather(gatherer, start, gatherer->ends[i]);
        start = gatherer->ends[i] + 1;
    }
    buffer_clear(&gatherer->run);
    buffer_clear(&gatherer->word_ends);
    gatherer->end_count = 0;
}

static void add_sentence(struct doubt_gatherer *gatherer, const struct annotated *sentence)
{
    if (gatherer->end_count == gatherer->end_capacity) {
        gatherer->end_capacity = gatherer->end_capacity ? gatherer->end_capacity * 2 : 64;
        gatherer->ends =
            memory_resize_array(gatherer->ends, gatherer->end_capacity, sizeof *gatherer->ends);
    }
    if (gatherer->run.length) {
        buffer_append_byte(&gatherer->run, ' ');
        buffer_append_byte(&gatherer->word_ends, false);
    }
    buffer_append(&gatherer->run, sentence->text);
    for (size_t i = 0; i < sentence->text.length; i++)
        buffer_append_byte(&gatherer->word_ends, sentence->ends[i]);
    gatherer->ends[gatherer->end_count++] = gatherer->run.length;
}

void doubt_gatherer_take(void *context, const struct annotated *sentence)
{
    struct doubt_gatherer *gatherer = context;
    if (gatherer->is_silver && (sentence->begins_block || sentence->begins_article))
        doubt_gatherer_end_run(gatherer);
    add_sentence(gatherer, sentence);
}

void doubt_gatherer_release(struct doubt_gatherer *gatherer)
{
    buffer_release(&gatherer->run);
    buffer_release(&gatherer->word_ends);
    free(gatherer->ends);
    *gatherer = (struct doubt_gatherer){0};
}
