/* Annotated text, a sentence at a time, as running text and where its words end. */
#ifndef TRAIN_CORPUS_H
#define TRAIN_CORPUS_H

#include "lines.h"
#include "upos.h"

/* What a file holds. Its lines may end with \r\n, and it may begin with a byte order mark. */
enum corpus_form {
    /* CoNLL-U (universaldependencies.org/format.html): `# text = ` and the words below it, which
     * must be all of that text. A token of several words (1-2) counts as one, without them. */
    CORPUS_CONLLU,

    /* A sentence a line, tokens parted by spaces, the syllables of a word joined by '_'; a line
     * with a form feed between articles, a blank line between the blocks of one (title, lead, body,
     * captions). The spaces that such text has around punctuation are taken out again. */
    CORPUS_JOINED,
};

/* A sentence; valid until the next one is read. */
struct annotated {
    struct slice text;
    const bool *ends;    /* text.length of them: a word ends with this byte */
    const uint8_t *tags; /* of CORPUS_CONLLU, where a word ends: its enum upos, or UPOS_COUNT */
    bool begins_article; /* of CORPUS_JOINED: the first of an article, */
    bool begins_block;   /* or of a block */
};

/* A file being read. */
struct corpus {
    struct lines lines;
    const char *path; /* borrowed */
    enum corpus_form form;
    int fd;
    bool has_failed; /* after a message */
    bool article_begins, block_begins;
    struct buffer text, ends, tags;
};

/* A word of a sentence, and its tag: UPOS_COUNT without one. */
struct annotated_word {
    struct slice text;
    enum upos tag;
};

/* Takes the next word from *at on, which is 0 at first. Returns false at the end. */
bool annotated_next(const struct annotated *sentence, size_t *at, struct annotated_word *word);

/* Opens a file; "-" is standard input. The path is borrowed. Returns false after a message: then
 * there is nothing to close. */
bool corpus_open(struct corpus *corpus, const char *path, enum corpus_form form);

/* Reads the next sentence. Returns false at the end, and where the file cannot be read or is not
 * what its form says: then corpus_close tells. */
bool corpus_next(struct corpus *corpus, struct annotated *sentence);

/* Returns false if the reading ended with a message. */
bool corpus_close(struct corpus *corpus);

#endif
