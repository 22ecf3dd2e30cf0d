#include "sample.h"

void sample_load(struct sample *sample, const struct samples *samples, size_t sentence)
{
    size_t start = samples->starts[sentence], count = samples->starts[sentence + 1] - start;
    size_t with_margins = count + MARGIN + MARGIN;
    sample->count = (ptrdiff_t) count;
    sample->ids = sample->id_room + MARGIN;
    sample->shapes = sample->shape_room + MARGIN;
    sample->labels = sample->label_room + MARGIN;
    memset(sample->id_room, 0, with_margins * sizeof *sample->id_room); /* NUMBER_EDGE */
    memset(sample->shape_room, SHAPE_EDGE, with_margins);
    memset(sample->label_room, GAP_IS_CLOSED, with_margins);
    memcpy(sample->ids, samples->ids + start, count * sizeof *sample->ids);
    memcpy(sample->shapes, samples->shapes + start, count);
    memcpy(sample->labels, samples->labels + start, count);
}

bool sample_is_word(const struct sample *sample, ptrdiff_t first, size_t length)
{
    ptrdiff_t last = first + (ptrdiff_t) length - 1;
    if (first < 0 || last >= sample->count || sample->labels[first - 1] & GAP_IS_JOINED ||
        sample->labels[last] & GAP_IS_JOINED)
        return false;
    for (ptrdiff_t gap = first; gap < last; gap++)
        if (!(sample->labels[gap] & GAP_IS_JOINED))
            return false;
    return true;
}
