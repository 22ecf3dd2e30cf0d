/* Where names end that begin with a word such as Bộ, Công ty or tỉnh. */
#ifndef TAG_NAME_ORGANISATION_H
#define TAG_NAME_ORGANISATION_H

#include "name_match.h"

/* The token behind the name of an organisation that begins at `at` with a head of `head` tokens;
 * at + head where no name follows. `is_titled`: an office stands before it, so that a person may
 * follow (Bộ trưởng Bộ Y tế Đào Hồng Lan). */
size_t name_organisation_end(const struct name_text *text, size_t at, size_t head, bool is_titled);

/* The token behind a place that begins at `at`, perhaps with a word such as tỉnh; `at` where there
 * is none. */
size_t name_place_end(const struct name_text *text, size_t at);

/* True where what is known of the name makes it a place more than anything else. */
bool name_match_is_place(const struct name_match *match);

#endif
