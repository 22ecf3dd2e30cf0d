/* Dates that are told from the document's own day: hôm qua, tuần trước, chiều thứ Hai. */
#ifndef TAG_DATE_RELATIVE_H
#define TAG_DATE_RELATIVE_H

#include "date_text.h"

/* Reads `tuần trước` (an ISO week), `tháng sau`, `năm ngoái`. Where there is no reference or it is
 * told from another day (ba năm trước, tháng trước đó), it is read and *date left unknown. */
size_t date_relative_read_shift(const struct date_text *text, size_t at, struct date *date);

/* Reads what stands behind a weekday and says which one it is: `tuần trước`, `vừa qua`, `tới`.
 * Without that, the weekday is the last up to the day of the document. Nothing is known in *date
 * where there is no reference. */
size_t date_relative_read_weekday(const struct date_text *text, size_t at, int32_t weekday,
                                  struct date *date);

#endif
