/* What can be observed of a paragraph before its role is known. Features are true or false. */
#ifndef TAG_FEATURE_H
#define TAG_FEATURE_H

#include "document.h"
#include "rules.h"

/* The features that need no rules file. A feature file may name them by feature_name. */
enum feature {
    /* length in characters: one of them holds */
    FEATURE_LENGTH_3,    /* up to 3 */
    FEATURE_LENGTH_15,   /* 4 to 15 */
    FEATURE_LENGTH_30,   /* 16 to 30 */
    FEATURE_LENGTH_60,   /* 31 to 60 */
    FEATURE_LENGTH_120,  /* 61 to 120 */
    FEATURE_LENGTH_200,  /* 121 to 200 */
    FEATURE_LENGTH_280,  /* 201 to 280 */
    FEATURE_LENGTH_MORE, /* over 280 */

    /* the text itself */
    FEATURE_ENDS_STOP,        /* the last character is a full stop */
    FEATURE_ENDS_ELLIPSIS,    /* ... an ellipsis, or it is three full stops */
    FEATURE_ENDS_QUESTION,    /* ... a question mark */
    FEATURE_ENDS_EXCLAMATION, /* ... an exclamation mark */
    FEATURE_ENDS_QUOTE,       /* ... a closing quotation mark */
    FEATURE_ENDS_COLON,       /* the last character is ':' */
    FEATURE_ENDS_OPEN,        /* it ends with a letter or digit */
    FEATURE_STARTS_LOWER,     /* the first character is a lower-case letter */
    FEATURE_STARTS_DIGIT,     /* the first character is a digit */
    FEATURE_STARTS_DASH,      /* a dash and a space, as in dialogues */
    FEATURE_STARTS_SYMBOL, /* the first character is neither letter, digit, dash, quote, bracket */
    FEATURE_ALL_CAPITALS,  /* four letters or more, none lower-case */
    FEATURE_CAPITALIZED,   /* two to seven words, each begins with an upper-case letter */
    FEATURE_FAMILY_NAME,   /* capitalized, without digits, and the first word is a family name */
    FEATURE_GIVEN_NAME,    /* the same, and the last word is a given name */
    FEATURE_MANY_DIGITS,   /* at least three tenths of letters and digits are digits */
    FEATURE_NO_LETTERS,    /* not one letter */
    FEATURE_SEPARATED,     /* short parts with |, >, / or the like between them */
    FEATURE_SENTENCE,      /* seven words or more, ended by a full stop */
    FEATURE_SENTENCES,     /* a sentence ends inside, not only at the end */
    FEATURE_COMMAS,        /* two commas or more */
    FEATURE_QUOTED,        /* has a quotation mark */

    /* against the rest of the document */
    FEATURE_REPEATS,          /* an earlier paragraph with the same text */
    FEATURE_REPEATS_LONGER,   /* an earlier paragraph's text with a counter or the like behind it */
    FEATURE_REPEATED_NEXT,    /* the next paragraph has the same text */
    FEATURE_REPEATED_LATER,   /* a later paragraph has the same text with a counter behind it */
    FEATURE_PAGE_TITLE,       /* the document's title, as its metadata record gives it */
    FEATURE_FIELD_TITLE,      /* tag field=title */
    FEATURE_FIELD_LEAD,       /* tag field=lead */
    FEATURE_FIRST,            /* the document's first paragraph */
    FEATURE_EARLY,            /* the second to fourth */
    FEATURE_LAST,             /* the last */
    FEATURE_AFTER_PROSE,      /* the paragraph before is long and ends a sentence */
    FEATURE_BEFORE_PROSE,     /* the paragraph behind is long and ends a sentence */
    FEATURE_PAST_PROSE,       /* no long paragraph that ends a sentence comes any more */
    FEATURE_BEFORE_ALL_PROSE, /* none has come yet */
    FEATURE_LONGEST_EARLY,    /* the longest phrase before all prose */
    FEATURE_HEADLINE, /* a phrase as headlines are: 5 to 25 words, mostly lower-case, open end */
    FEATURE_AMONG_HEADLINES, /* past the prose, a headline with another before or behind it */
    FEATURE_ABOVE_HEADLINES, /* past the prose, a shorter text with two headlines behind it */
    FEATURE_UNDER_PICTURE,   /* the paragraph before is a repeated text with a counter */

    /* HTML elements around it, and links */
    FEATURE_HTML_HEADING, /* h1 or title */
    FEATURE_HTML_SUBHEADING,
    FEATURE_HTML_NAV,
    FEATURE_HTML_HEADER,
    FEATURE_HTML_FOOTER,
    FEATURE_HTML_ASIDE,
    FEATURE_HTML_FIGURE,
    FEATURE_HTML_TIME,
    FEATURE_HTML_ADDRESS,
    FEATURE_HTML_FORM,
    FEATURE_HTML_BUTTON,
    FEATURE_HTML_LINKS, /* a list of links */
    FEATURE_LINKED,     /* nine tenths of the text or more are links */

    FEATURE_COUNT,
};

/* The name by which a weights file calls a feature; static. */
const char *feature_name(enum feature feature);

enum { FEATURE_LIMIT = FEATURE_COUNT + RULES_LIMIT };

/* The features that hold for one paragraph: numbers below FEATURE_COUNT, and FEATURE_COUNT + i for
 * rule i of the rules file. */
struct features {
    uint16_t held[FEATURE_LIMIT];
    size_t count;
};

struct feature_reader; /* what is kept from document to document */

/* `rules` and `language` are borrowed. Loads the language's lists of names; null after messages. */
struct feature_reader *feature_reader_new(const struct rules *rules,
                                          const struct language *language);

/* Observes all paragraphs of a document. The answer has document->paragraph_count elements and is
 * valid until the next call. */
const struct features *feature_reader_read(struct feature_reader *reader,
                                           const struct document *document);

void feature_reader_free(struct feature_reader *reader);

#endif
