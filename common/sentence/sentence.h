/* Sentences of a paragraph, by rules and a list of abbreviations. */
#ifndef GANLOC_SENTENCE_H
#define GANLOC_SENTENCE_H

#include "abbreviations.h"

/* The length in bytes of the first sentence of a text: up to and with its closing punctuation,
 * quotes and brackets, without the white space behind it; the whole text where no sentence ends
 * before. The text is plain (unescaped) and does not begin with white space; it should be in NFC,
 * and may be any bytes. Never 0 unless the text is empty. */
size_t sentence_length(const struct abbreviations *abbreviations, struct slice text);

#endif
