/* The words that speak of dates in a language (dates.txt in its folder). */
#ifndef TAG_DATE_WORDS_H
#define TAG_DATE_WORDS_H

#include "bytes.h"

/* What a word or phrase can be; one may be several. By the names that dates.txt has for them.
 * What each means is said there. */
enum date_class {
    DATE_WORD_DAY,
    DATE_WORD_PART, /* value, last */
    DATE_WORD_FEAST,
    DATE_WORD_NEAR,
    DATE_WORD_AT,
    DATE_WORD_WEEKDAY, /* value */
    DATE_WORD_ORDINAL,
    DATE_WORD_CAPITAL,
    DATE_WORD_WEEKDAY_NUMBER, /* value */
    DATE_WORD_RELATIVE_DAY,   /* value */
    DATE_WORD_PART_DAY,       /* value */
    DATE_WORD_MONTH,
    DATE_WORD_SPELLED_MONTH, /* value */
    DATE_WORD_NAMED_MONTH,   /* value */
    DATE_WORD_QUARTER,
    DATE_WORD_YEAR,
    DATE_WORD_DECADE,
    DATE_WORD_CENTURY,
    DATE_WORD_PERIOD,
    DATE_WORD_WEEK_SHIFT,  /* value */
    DATE_WORD_MONTH_SHIFT, /* value */
    DATE_WORD_YEAR_SHIFT,  /* value */
    DATE_WORD_FUTURE,
    DATE_WORD_PAST,
    DATE_WORD_FROM,
    DATE_WORD_TO,
    DATE_WORD_AND,
    DATE_WORD_HOUR,
    DATE_WORD_MINUTE,
    DATE_WORD_NOON, /* value */
    DATE_WORD_ZONE,
    DATE_WORD_ORDINAL_END,
    DATE_WORD_EVERY,
    DATE_WORD_COUNT,
    DATE_WORD_UNIT,
    DATE_WORD_NOUN,
    DATE_WORD_LUNAR,
    DATE_WORD_NAMED,
    DATE_WORD_THERE,
    DATE_CLASSES
};

#define DATE_IS(class) ((uint64_t) 1 << (class))

struct date_word {
    struct slice text;
    uint64_t classes; /* DATE_IS values or-ed; 0 where it only begins phrases */
    int16_t value, last;
    uint8_t most_words; /* of the longest phrase that begins with this word */
};

enum { DATE_WORD_LONGEST = 48 }; /* bytes of a phrase; longer words are in no list */

struct date_words; /* owned by whom date_words_load gave it to */

/* Reads dates.txt of a language. Null after messages. */
struct date_words *date_words_load(const char *language);

/* The entry of a word or phrase, its words one space apart; capitals do not count. Null where
 * there is none. Valid as long as the list. *scratch is overwritten. */
const struct date_word *date_words_find(const struct date_words *words, struct slice text,
                                        struct buffer *scratch);

/* True where the last word of the phrase begins with a capital: thứ Hai. */
bool date_words_end_is_capital(struct slice phrase);

/* Minutes that local time of the language's country is ahead of UTC (the line `home`). */
int32_t date_words_home(const struct date_words *words);

/* Null is fine. */
void date_words_free(struct date_words *words);

#endif
