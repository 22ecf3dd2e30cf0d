/* What can be observed of a paragraph before its role is known. Features are true or false. */
#ifndef GANLOC_ROLE_FEATURE_H
#define GANLOC_ROLE_FEATURE_H

#include "../document.h"
#include "../language.h"
#include "lexicon.h"
#include "rules.h"

/* The features that need no data file. A weights file names them by feature_name. */
enum feature {
    FEATURE_ALWAYS,

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
    FEATURE_ENDS_STOP,          /* the last character is a full stop */
    FEATURE_ENDS_ELLIPSIS,      /* ... an ellipsis, or it is three full stops */
    FEATURE_ENDS_QUESTION,      /* ... a question mark */
    FEATURE_ENDS_EXCLAMATION,   /* ... an exclamation mark */
    FEATURE_ENDS_QUOTE,         /* ... a closing quotation mark */
    FEATURE_ENDS_COLON,         /* ... ':' */
    FEATURE_ENDS_DIGIT,         /* ... a digit */
    FEATURE_ENDS_LETTER,        /* ... a letter */
    FEATURE_ENDS_BRACKET,       /* ... ')' or ']' */
    FEATURE_STARTS_LOWER,       /* the first character is a lower-case letter */
    FEATURE_STARTS_DIGIT,       /* ... a digit */
    FEATURE_STARTS_DASH,        /* ... a dash with a space behind it, as in dialogues */
    FEATURE_STARTS_SYMBOL,      /* ... neither letter, digit, dash, quote nor bracket */
    FEATURE_STARTS_BRACKET,     /* ... '(' or '[' */
    FEATURE_ALL_CAPITALS,       /* four letters or more, none lower-case */
    FEATURE_CAPITALIZED,        /* two to seven words, each begins with an upper-case letter */
    FEATURE_MOSTLY_CAPITALIZED, /* three words or more, half of them begin so, but not all */
    FEATURE_FAMILY_NAME, /* capitalized, without digits, and the first word is a family name */
    FEATURE_GIVEN_NAME,  /* the same, and the last word is a given name */
    FEATURE_DIGITS,      /* it has a digit */
    FEATURE_MANY_DIGITS, /* at least three tenths of letters and digits are digits */
    FEATURE_NO_LETTERS,  /* not one letter */
    FEATURE_ASCII,       /* six letters or more, all of them ASCII: hardly Vietnamese */
    FEATURE_SEPARATED,   /* parts of at most six words with |, >, / or the like between them */
    FEATURE_LABEL,       /* begins with a few words and a colon */
    FEATURE_SENTENCE,    /* seven words or more, ended by a full stop */
    FEATURE_SENTENCES,   /* a sentence ends inside, not only at the end */
    FEATURE_COMMA,       /* one comma */
    FEATURE_COMMAS,      /* two or more */
    FEATURE_QUOTED,      /* has a quotation mark */

    /* against the rest of the document */
    FEATURE_REPEATS,          /* an earlier paragraph with the same text */
    FEATURE_REPEATS_LONGER,   /* an earlier paragraph's text with a counter or the like behind it */
    FEATURE_REPEATED_NEXT,    /* the next paragraph has the same text */
    FEATURE_REPEATED_LATER,   /* a later paragraph has the same text with a counter behind it */
    FEATURE_PAGE_TITLE,       /* the document's title, as its metadata record gives it */
    FEATURE_OTHER_TITLE,      /* the metadata record gives a title, and it is another text */
    FEATURE_FIELD_TITLE,      /* tag field=title */
    FEATURE_FIELD_LEAD,       /* tag field=lead */
    FEATURE_FIRST,            /* the document's first paragraph */
    FEATURE_EARLY,            /* the second to fourth */
    FEATURE_LAST,             /* the last */
    FEATURE_LATE,             /* the second to fourth from the end */
    FEATURE_AMONG_SHORT,      /* up to 40 characters, as those before and behind it */
    FEATURE_AFTER_PROSE,      /* the paragraph before is long and ends a sentence */
    FEATURE_BEFORE_PROSE,     /* the paragraph behind is long and ends a sentence */
    FEATURE_PAST_PROSE,       /* no long paragraph that ends a sentence comes any more */
    FEATURE_JUST_PAST_PROSE,  /* the first of these */
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

enum {
    FEATURE_RULE = FEATURE_COUNT,              /* plus i: rule i of the rules file matches */
    FEATURE_HELD = FEATURE_RULE + RULES_LIMIT, /* the most that are observed at once, but words */
    FEATURE_PATH = FEATURE_HELD,               /* room for what a way through the page adds, see
                                                  weights.h */
    FEATURE_WORD = FEATURE_PATH + 32,          /* plus i: entry i of the lexicon is in the text */
};

/* The features that hold for one paragraph. */
struct features {
    uint16_t held[FEATURE_HELD]; /* numbers below FEATURE_HELD */
    size_t count;
    const uint16_t *words; /* numbers from FEATURE_WORD on; one may be there twice */
    size_t word_count;
};

struct feature_reader; /* what is kept from document to document */

/* `rules`, `lexicon` and `language` are borrowed. Loads the language's lists of names; null after
 * messages. */
struct feature_reader *feature_reader_new(const struct rules *rules, const struct lexicon *lexicon,
                                          const struct language *language);

/* Observes all paragraphs of a document. The answer has document->paragraph_count elements and is
 * valid until the next call. */
const struct features *feature_reader_read(struct feature_reader *reader,
                                           const struct document *document);

void feature_reader_free(struct feature_reader *reader);

#endif
