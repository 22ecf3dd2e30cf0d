/* Sentences of a paragraph: rules and a list of abbreviations, and where they leave a doubt a
 * decision by learned weights. */
#ifndef GANLOC_SENTENCE_H
#define GANLOC_SENTENCE_H

#include "abbreviations.h"
#include "doubt.h"

/* What is known of a language's sentences. All zero is valid: no abbreviations, all weights 0, no
 * language. */
struct sentence_rules {
    const struct language *language; /* its words are loaded */
    struct abbreviations abbreviations;
    struct sentence_weights weights;
};

/* Reads the files of a language, which must outlive the rules. Returns false after messages. */
bool sentence_rules_load(struct sentence_rules *rules, const struct language *language);

/* The same without sentences.weights, which are to be learned. */
bool sentence_rules_load_unweighted(struct sentence_rules *rules, const struct language *language);

void sentence_rules_release(struct sentence_rules *rules);

/* The length in bytes of the first sentence of a text: up to and with its closing punctuation,
 * quotes and brackets, without the white space behind it; the whole text where no sentence ends
 * before. The text is plain (unescaped) and does not begin with white space; it should be in NFC,
 * and may be any bytes. Never 0 unless the text is empty. The time taken grows with the length that
 * is returned, not with the text's, but for a run of white space or opening marks behind it. */
size_t sentence_length(const struct sentence_rules *rules, struct slice text);

/* For learning: the stops of a text, one after the other. */
struct sentence_scan {
    struct slice text; /* begins with a sentence */
    size_t at;         /* the end of the last stop; 0 at the start */
    struct open_marks open;
};

enum sentence_verdict { SENTENCE_GOES_ON, SENTENCE_ENDS, SENTENCE_IN_DOUBT };

/* Goes on to the next stop, whose end is then scan->at, and judges it by rules; fills *doubt where
 * they leave one. Returns false when there is no further stop. */
bool sentence_scan_next(const struct sentence_rules *rules, struct sentence_scan *scan,
                        enum sentence_verdict *verdict, struct doubt *doubt);

#endif
