/* Times of the day: 21h03, 21:03:45, 8 giờ 30 phút, 9:03 PM, with zones. */
#ifndef TAG_DATE_CLOCK_H
#define TAG_DATE_CLOCK_H

#include "date_text.h"

/* Reads a time into *time, of which only the time of the day is set; an hour that cannot be told
 * (24h, 12 giờ đêm) is read and leaves nothing known. A part of the day behind it, which makes
 * 8 giờ tối 20h, is not read over. */
size_t date_clock_read(const struct date_text *text, size_t at, struct date *time);

/* Reads the time behind a date into *date: `T21:03:00Z`, ` - 21:03 (GMT+7)`, ` lúc 21h`. */
size_t date_clock_read_behind(const struct date_text *text, size_t at, struct date *date);

/* Gives the date the time of the day. */
void date_clock_set(struct date *date, const struct date *time);

#endif
