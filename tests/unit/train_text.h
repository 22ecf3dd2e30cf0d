/* Annotated text of a test's own, for the modules of train. */
#ifndef GANLOC_UNIT_TRAIN_TEXT_H
#define GANLOC_UNIT_TRAIN_TEXT_H

#include "../../tools/train/samples.h"
#include "unit.h"

/* Opens the text as a file that messages call `text`. */
static inline void text_open(struct corpus *corpus, struct slice text, enum corpus_form form)
{
    char path[] = "/tmp/ganloc-unit.XXXXXX";
    int fd = mkstemp(path);
    ck_assert_int_ge(fd, 0);
    ck_assert_int_eq(write(fd, text.bytes, text.length), (ssize_t) text.length);
    ck_assert_int_eq(close(fd), 0);
    ck_assert(corpus_open(corpus, path, form));
    ck_assert_int_eq(unlink(path), 0);
    corpus->path = "text";
}

/* What text is read with, and its words. */
struct reader {
    struct forms forms;
    struct surfaces surfaces;
    struct abbreviations abbreviations;
    struct tokenizer tokenizer;
    struct vocabulary vocabulary;
};

static inline uint32_t reader_index(void *context, const struct form *form)
{
    return vocabulary_add(context, form);
}

/* The vocabulary is borrowed by what is inside: the reader must not move. */
static inline void reader_init(struct reader *reader)
{
    *reader = (struct reader){0};
    ck_assert(forms_load(&reader->forms, language_find("vi")));
    ck_assert(abbreviations_load(&reader->abbreviations, "vi"));
    surfaces_init(&reader->surfaces, &reader->forms, reader_index, &reader->vocabulary);
    reader->tokenizer = (struct tokenizer){&reader->abbreviations, &reader->surfaces};
}

/* The sentences of the text, joined as for CORPUS_JOINED; the ids are indices still. */
static inline struct samples reader_read(struct reader *reader, struct slice text)
{
    struct samples samples = {0};
    struct corpus corpus;
    struct annotated sentence;
    struct sampler *sampler = calloc(1, sizeof *sampler);
    ck_assert_ptr_nonnull(sampler);
    sampler->tokenizer = &reader->tokenizer;
    sampler->samples = &samples;
    sampler->is_silver = true;
    text_open(&corpus, text, CORPUS_JOINED);
    while (corpus_next(&corpus, &sentence))
        sampler_take(sampler, &sentence);
    ck_assert(corpus_close(&corpus));
    free(sampler);
    return samples;
}

/* The same with numbers for ids: every token has one of its own. */
static inline struct samples reader_read_numbered(struct reader *reader, struct slice text)
{
    struct samples samples = reader_read(reader, text);
    for (size_t i = 0; i < reader->vocabulary.count; i++)
        reader->vocabulary.words[i].count = 1000;
    vocabulary_number(&reader->vocabulary);
    samples_number(&samples, &reader->vocabulary);
    return samples;
}

static inline void reader_release(struct reader *reader)
{
    vocabulary_release(&reader->vocabulary);
    abbreviations_release(&reader->abbreviations);
    surfaces_release(&reader->surfaces);
    forms_release(&reader->forms);
}

#endif
