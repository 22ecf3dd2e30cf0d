/* What a text says of the language that it is in. */
#ifndef TAG_LANG_EVIDENCE_H
#define TAG_LANG_EVIDENCE_H

#include "lang_code.h"

struct lang_evidence {
    int64_t scores[LANG_COUNT]; /* for each language, about four times a natural logarithm */
    unsigned plain_words;       /* that were looked at, in lower case: no names */
    unsigned script_letters;    /* that were looked at, of scripts that tell the language */
};

/* Gathers evidence. */
struct lang_reader;

/* To be freed with lang_reader_free. */
struct lang_reader *lang_reader_new(void);

void lang_reader_free(struct lang_reader *reader);

/* Reads the beginning of the text: 240 bytes, or less where they leave no doubt. */
void lang_reader_read(const struct lang_reader *reader, struct slice text,
                      struct lang_evidence *evidence);

/* True where there is more of the language than a name or two may be: where it is told by its
 * words, some in lower case, else some letters of its script. */
bool lang_is_told(const struct lang_evidence *evidence, enum lang lang);

/* The language with the best score, and by how much it is ahead of the second. */
enum lang lang_best(const int64_t scores[LANG_COUNT], int64_t *lead);

#endif
