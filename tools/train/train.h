/* What the command line of train asks for. */
#ifndef TRAIN_TRAIN_H
#define TRAIN_TRAIN_H

#include "cli.h"
#include "corpus.h"

struct train_settings {
    struct cli_paths gold, silver; /* CORPUS_CONLLU (for roles, records), CORPUS_JOINED */
    const char *out;               /* the file to be written */
    size_t size;                   /* bytes that a model of words may have; 0: 4,000,000 */
    bool stats;
    const struct language *language;
    const struct cli_settings *input; /* limits for files of records */
};

/* Hands every sentence of the files to `take`, in order. Returns false after a message, also where
 * a file has none. */
typedef void train_take(void *context, const struct annotated *sentence);
bool train_read(const struct cli_paths *files, enum corpus_form form, train_take *take,
                void *context);

/* Whether none of the files is a pipe or the like, which would be empty the second time. One that
 * is not there is left for train_read to report. Returns false after a message. */
bool train_can_read_twice(const struct cli_paths *files);

/* Whether settings->out looks as if it could be written, so that this is known before minutes of
 * learning and not after it. It must be none of the files that are read. Returns false after a
 * message. */
bool train_can_write(const struct train_settings *settings);

/* Writes the file whole, by way of a file beside it, so that a model in use is never half
 * overwritten. A file that is replaced keeps its mode. Of a link the target is replaced, unless
 * it leads nowhere; what is no regular file is written into. Returns false after a message. */
bool train_write(const char *path, struct slice bytes);

#endif
