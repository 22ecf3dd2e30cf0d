/* Tells the language of a text. */
#ifndef TAG_LANG_READER_H
#define TAG_LANG_READER_H

#include "lang_code.h"

struct lang_verdict {
    enum lang lang;
    unsigned lead;   /* over the language that comes second: about four times the logarithm of how
                        much more probable it is; 0 where there is nothing to tell it by */
    bool is_running; /* it is running text, or at least some words of it, not just names */
};

/* What it takes to tell languages. */
struct lang_reader;

/* To be freed with lang_reader_free. */
struct lang_reader *lang_reader_new(void);

void lang_reader_free(struct lang_reader *reader);

/* Judges by the beginning of the text: 240 bytes, or less where they leave no doubt. Without
 * `with_names`, the verdict on a text that is not running may be LANG_UND with a lead of 0. */
struct lang_verdict lang_reader_judge(const struct lang_reader *reader, struct slice text,
                                      bool with_names);

#endif
