/* Months, quarters, years and what is longer. */
#ifndef TAG_DATE_PERIODS_H
#define TAG_DATE_PERIODS_H

#include "date_text.h"

/* The classes of words that these begin with. */
#define DATE_PERIOD_WORDS                                                                          \
    (DATE_IS(DATE_WORD_MONTH) | DATE_IS(DATE_WORD_SPELLED_MONTH) |                                 \
     DATE_IS(DATE_WORD_NAMED_MONTH) | DATE_IS(DATE_WORD_QUARTER) | DATE_IS(DATE_WORD_YEAR) |       \
     DATE_IS(DATE_WORD_DECADE) | DATE_IS(DATE_WORD_CENTURY) | DATE_IS(DATE_WORD_PERIOD) |          \
     DATE_IS(DATE_WORD_FROM))

/* Reads what begins at such a word, or at a year in brackets:
 *   tháng 11/2023, tháng 3 đến tháng 5  months
 *   quý I/2024                          the interval from its first month to its last
 *   năm 2007, năm 2015 và 2016, giai đoạn 2021-2025, (1890-1969)  years
 *   thập niên 1990, những năm 80        the interval of ten years
 *   thế kỷ 19                           the interval 1801/1900
 * The list is resolved by whom it is given to. */
size_t date_periods_read(const struct date_text *text, size_t at, struct date_list *list);

#endif
