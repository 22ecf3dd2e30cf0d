#include "date_words.h"

#include "arena.h"
#include "ascii.h"
#include "data.h"
#include "hash.h"
#include "memory.h"
#include "unicode.h"

#include <stdlib.h>

enum {
    SLOTS = 2048,     /* a power of two */
    MOST = SLOTS / 4, /* entries: most words of a text are found missing at the first slot */
};

struct date_words {
    struct date_word slots[SLOTS]; /* open addressing; null text marks a free one */
    size_t count;
    int32_t home;
    struct arena arena;
};

static const char *const class_names[DATE_CLASSES] = {
    [DATE_WORD_DAY] = "day",
    [DATE_WORD_PART] = "part",
    [DATE_WORD_FEAST] = "feast",
    [DATE_WORD_NEAR] = "near",
    [DATE_WORD_AT] = "at",
    [DATE_WORD_WEEKDAY] = "weekday",
    [DATE_WORD_ORDINAL] = "ordinal",
    [DATE_WORD_CAPITAL] = "capital",
    [DATE_WORD_WEEKDAY_NUMBER] = "weekday-number",
    [DATE_WORD_RELATIVE_DAY] = "relative-day",
    [DATE_WORD_PART_DAY] = "part-day",
    [DATE_WORD_MONTH] = "month",
    [DATE_WORD_SPELLED_MONTH] = "spelled-month",
    [DATE_WORD_NAMED_MONTH] = "named-month",
    [DATE_WORD_QUARTER] = "quarter",
    [DATE_WORD_YEAR] = "year",
    [DATE_WORD_DECADE] = "decade",
    [DATE_WORD_CENTURY] = "century",
    [DATE_WORD_PERIOD] = "period",
    [DATE_WORD_WEEK_SHIFT] = "week-shift",
    [DATE_WORD_MONTH_SHIFT] = "month-shift",
    [DATE_WORD_YEAR_SHIFT] = "year-shift",
    [DATE_WORD_FUTURE] = "future",
    [DATE_WORD_PAST] = "past",
    [DATE_WORD_FROM] = "from",
    [DATE_WORD_TO] = "to",
    [DATE_WORD_AND] = "and",
    [DATE_WORD_HOUR] = "hour",
    [DATE_WORD_MINUTE] = "minute",
    [DATE_WORD_NOON] = "noon",
    [DATE_WORD_ZONE] = "zone",
    [DATE_WORD_ORDINAL_END] = "ordinal-end",
    [DATE_WORD_EVERY] = "every",
    [DATE_WORD_COUNT] = "count",
    [DATE_WORD_UNIT] = "unit",
    [DATE_WORD_NOUN] = "noun",
    [DATE_WORD_LUNAR] = "lunar",
    [DATE_WORD_NAMED] = "named",
    [DATE_WORD_THERE] = "there",
};

static size_t slot_of(const struct date_words *words, struct slice text)
{
    size_t slot = (size_t) hash_bytes(text, 0) & (SLOTS - 1);
    while (words->slots[slot].text.bytes && !slice_equal(words->slots[slot].text, text))
        slot = (slot + 1) & (SLOTS - 1);
    return slot;
}

/* The entry, made where it is missing; null where there is no room. */
static struct date_word *entry_of(struct date_words *words, struct slice text)
{
    struct date_word *word = &words->slots[slot_of(words, text)];
    if (word->text.bytes)
        return word;
    if (words->count == MOST)
        return NULL;
    words->count++;
    word->text = arena_copy(&words->arena, text);
    return word;
}

/* Takes a whole number, which may be negative, off *text. */
static bool take_number(struct slice *text, int16_t *number)
{
    int value = 0;
    size_t at = text->length && text->bytes[0] == '-', first = at;
    for (; at < text->length && at < first + 4 && ascii_is_digit(text->bytes[at]); at++)
        value = value * 10 + (text->bytes[at] - '0');
    *number = (int16_t) (first ? -value : value);
    *text = slice_from_offset(*text, at);
    return at > first;
}

/* Takes what stands behind the '=' of a class: VALUE or VALUE-LAST. */
static bool take_values(struct slice text, struct date_word *word)
{
    if (!take_number(&text, &word->value))
        return false;
    word->last = word->value;
    if (!text.length)
        return true;
    if (text.bytes[0] != '-')
        return false;
    text = slice_from_offset(text, 1);
    return take_number(&text, &word->last) && !text.length;
}

static enum date_class class_of(struct slice name)
{
    size_t class = 0;
    while (class < DATE_CLASSES && !slice_equal(slice_from_string(class_names[class]), name))
        class ++;
    return (enum date_class) class;
}

/* The first word of a phrase is entered, too, so that a reader knows when to look further. */
static bool enter_first_word(struct date_words *words, struct slice phrase)
{
    struct slice rest = phrase, first, word;
    uint8_t count = 1;
    slice_cut(&rest, ' ', &first);
    while (slice_cut(&rest, ' ', &word))
        count++;
    struct date_word *entry = entry_of(words, first);
    if (entry && entry->most_words < count)
        entry->most_words = count;
    return entry;
}

static const char *take_home(struct date_words *words, struct slice value)
{
    int16_t minutes;
    if (!take_number(&value, &minutes) || value.length)
        return "expected minutes ahead of UTC, such as 420";
    words->home = minutes;
    return NULL;
}

static const char *take_line(void *context, struct slice line)
{
    struct date_words *words = context;
    struct slice class_text, name;
    slice_cut(&line, ' ', &class_text);
    struct slice phrase = slice_trim(line);
    if (!phrase.length || phrase.length > DATE_WORD_LONGEST)
        return "expected a class, a space and a word or phrase";
    slice_cut(&class_text, '=', &name);
    if (slice_equal(name, SLICE("home")))
        return take_home(words, phrase);
    enum date_class class = class_of(name);
    if (class == DATE_CLASSES)
        return "expected a class of words, as listed at the head of dates.txt";
    struct date_word *word = entry_of(words, phrase);
    if (!word || !enter_first_word(words, phrase))
        return "too many words";
    word->classes |= DATE_IS(class);
    if (class_text.bytes && !take_values(class_text, word))
        return "expected a whole number behind '=', or two with '-' between them";
    return NULL;
}

struct date_words *date_words_load(const char *language)
{
    struct date_words *words = memory_new(1, sizeof *words);
    if (data_load(language, "dates.txt", take_line, words))
        return words;
    date_words_free(words);
    return NULL;
}

static bool begins_with_capital(struct slice text)
{
    uint32_t character;
    if (!text.length || !(text.bytes[0] & 0x80))
        return text.length && ascii_is_upper(text.bytes[0]);
    return unicode_next(&text, &character) && unicode_lower(character) != character;
}

/* A word of the phrase begins with a capital: none has one further on only. */
static bool has_capital(struct slice phrase)
{
    if (begins_with_capital(phrase))
        return true;
    for (size_t i = 0; i < phrase.length; i++)
        if (phrase.bytes[i] == ' ' && begins_with_capital(slice_from_offset(phrase, i + 1)))
            return true;
    return false;
}

bool date_words_end_is_capital(struct slice phrase)
{
    size_t start = phrase.length;
    while (start > 0 && phrase.bytes[start - 1] != ' ')
        start--;
    return begins_with_capital(slice_from_offset(phrase, start));
}

static const struct date_word *find_exactly(const struct date_words *words, struct slice text)
{
    const struct date_word *word = &words->slots[slot_of(words, text)];
    return word->text.bytes ? word : NULL;
}

static struct slice lower(struct slice text, struct buffer *scratch)
{
    uint32_t character;
    buffer_clear(scratch);
    while (unicode_next(&text, &character))
        unicode_append(scratch, unicode_lower(character));
    return buffer_slice(scratch);
}

const struct date_word *date_words_find(const struct date_words *words, struct slice text,
                                        struct buffer *scratch)
{
    if (text.length > DATE_WORD_LONGEST)
        return NULL;
    const struct date_word *word = find_exactly(words, text);
    return word || !has_capital(text) ? word : find_exactly(words, lower(text, scratch));
}

int32_t date_words_home(const struct date_words *words)
{
    return words->home;
}

void date_words_free(struct date_words *words)
{
    if (!words)
        return;
    arena_release(&words->arena);
    free(words);
}
