/* The best way to split a run of tokens into words: a semi-Markov model, decoded exactly (Sarawagi
 * and Cohen 2004). Trainer and segmenter share it, each with weights of its own kind. */
#ifndef GANLOC_WORD_LATTICE_H
#define GANLOC_WORD_LATTICE_H

#include "feature.h"

#include <limits.h>

/* The score of the word of `length` tokens from `first` on. `is_lower` says that all its tokens
 * have SHAPE_LOWER. */
typedef int lattice_word_score(const void *context, ptrdiff_t first, size_t length, bool is_lower);

/* Splits the tokens from `begin` up to `end`. gap_scores[g] is the score of joining g and g + 1.
 * Sets joined[g] for the gaps in between. best and lengths are room for end + 1 entries. Inline, so
 * that `score` is too. */
static inline void lattice_split(ptrdiff_t begin, ptrdiff_t end, const int *gap_scores,
                                 const uint8_t *shapes, lattice_word_score *score,
                                 const void *context, int *best, uint8_t *lengths, uint8_t *joined)
{
    best[begin] = 0;
    for (ptrdiff_t to = begin + 1; to <= end; to++) {
        int inner = 0;
        bool is_lower = true;
        best[to] = INT_MIN;
        for (size_t length = 1; length <= LONGEST_WORD && to - (ptrdiff_t) length >= begin;
             length++) {
            ptrdiff_t first = to - (ptrdiff_t) length;
            is_lower = is_lower && shapes[first] == SHAPE_LOWER;
            if (length > 1)
                inner += gap_scores[first];
            int total = best[first] + inner + score(context, first, length, is_lower);
            if (total > best[to]) {
                best[to] = total;
                lengths[to] = (uint8_t) length;
            }
        }
    }
    for (ptrdiff_t to = end; to > begin; to -= lengths[to])
        for (ptrdiff_t gap = to - lengths[to]; gap < to; gap++)
            joined[gap] = gap < to - 1;
}

#endif
