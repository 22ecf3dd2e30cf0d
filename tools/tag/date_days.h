/* Days of a month in numbers and names, alone, in lists and intervals. */
#ifndef TAG_DATE_DAYS_H
#define TAG_DATE_DAYS_H

#include "date_text.h"

/* Reads days from a number or the name of a month on: 22/11, 22-11-2024, 2024-11-22, 21-23/11,
 * 21, 22 và 23/11, 2 tháng 9 năm 1945, November 22, 2024. The list is resolved by whom it is
 * given to. */
size_t date_days_read(const struct date_text *text, size_t at, enum date_strength strength,
                      struct date_list *list);

#endif
