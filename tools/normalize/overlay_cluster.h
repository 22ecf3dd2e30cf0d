/* A line as characters and the combining marks on them. */
#ifndef NORMALIZE_OVERLAY_CLUSTER_H
#define NORMALIZE_OVERLAY_CLUSTER_H

#include "bytes.h"

/* A character with the marks behind it, and those it is composed with itself. */
struct cluster {
    size_t start;      /* its first byte */
    size_t first_mark; /* in the marks of the line */
    uint32_t base;     /* the character without its own marks */
    uint32_t letter;   /* that as a Latin letter, if it is one in disguise */
    uint8_t written;   /* how many of the marks it was composed with */
    bool is_letter, is_digit, is_changed;
};

/* All zero is an empty line. */
struct line {
    struct slice text;
    struct cluster *clusters; /* and one past the last, for its start and first mark */
    size_t count, capacity;
    uint32_t *marks; /* 0: taken away */
    size_t mark_count, mark_capacity;
};

/* Makes the line that of the text (valid UTF-8), which must last as long; its memory is used again.
 */
void overlay_read_line(struct line *line, struct slice text);

/* The mark behind the last one of cluster `at`. */
size_t overlay_marks_end(const struct line *line, size_t at);

/* A run of letters and digits: clusters of the line. */
struct word {
    size_t first, end;
    size_t letters, digits;
    size_t marked, marks; /* letters with marks, and how many these have */
};

/* The word that begins at cluster `first`, its marks not counted; empty where none does. */
struct word overlay_word_at(const struct line *line, size_t first);

/* Appends the text; of clusters that are changed, without the marks that were taken away, and in
 * Normalization Form C. */
void overlay_append_line(struct buffer *out, const struct line *line);

#endif
