/* Runs of words in capitals, and the names that they are made of. */
#ifndef TAG_NAME_RUN_H
#define TAG_NAME_RUN_H

#include "name_organisation.h"

/* The end of the words in capitals from `at` on, with what may stand between them. */
size_t name_run_end(const struct name_text *text, size_t at);

/* The end of the initials of a person who is not to be named (N.V.A, N.V.Tuấn); `at` where none
 * stand. */
size_t name_run_initials_end(const struct name_text *text, size_t at);

/* The end of the first name of the run from `at` to before `end`. `before`: enum name_kind of what
 * stands before it. */
size_t name_run_name_end(const struct name_text *text, size_t at, size_t end, uint32_t before);

/* The end of the place at `at` behind such a word as "xã", where a known one ends at `end`: one
 * more syllable belongs to it (An Hội | Đông). */
size_t name_run_area_end(const struct name_text *text, size_t at, size_t end);

/* True where a known name that is none of the types stands in the run: AFC Champions League Two. */
bool name_run_has_other(const struct name_text *text, size_t at, size_t end);

/* The end of the last word in the run that ends an organisation's name (Jeju Air, Ninh Bình FC);
 * `at` where there is none. */
size_t name_run_tail_end(const struct name_text *text, size_t at, size_t end);

/* True for a foreign name and a place behind it: Savills Việt Nam, Gamba Osaka. */
bool name_run_is_branch(const struct name_text *text, size_t at, size_t end, uint32_t before);

/* True for a word that ends in a digit. */
bool name_run_has_digit(const struct name_text *text, size_t at);

#endif
