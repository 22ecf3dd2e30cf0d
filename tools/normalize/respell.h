/* Tone marks, word by word. */
#ifndef NORMALIZE_RESPELL_H
#define NORMALIZE_RESPELL_H

#include "language.h"

/* Appends the text (NFC) with its words spelled as struct language's respell has them, if the text
 * is in the language; else as it is. */
void respell_words(struct buffer *out, struct slice text, const struct language *language,
                   enum spelling spelling);

#endif
