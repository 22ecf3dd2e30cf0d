#include "lang_evidence.h"

#include "ascii.h"
#include "lang_grams.h"
#include "lang_script.h"
#include "language.h"
#include "memory.h"
#include "unicode.h"

#include <stdlib.h>
#include <string.h>

enum {
    SAMPLE = 240,         /* bytes of a text that are looked at */
    FIRST_SCRIPT = 0x370, /* below are scripts that many languages write */

    /* Words in lower case: */
    OWN_WORDS = 3,     /* that have a letter of the owner's own, with which reading ends, */
    MOST_WORDS = 9,    /* among no more than so many */
    ENOUGH_WORDS = 2,  /* with which names count less */
    TELLING_WORDS = 3, /* that tell a text from names */
    LAST_WORDS = 6,    /* with which reading ends, if the lead is */
    LAST_LEAD = 120,
    TELLING_SCRIPT_LETTERS = 6,

    /* Scores: */
    OWN_LETTER = 80,
    ALPHABET = 60, /* about what a letter scores by its n-grams */
    SYLLABLE = 150,
    HAN_JAPANESE = 144, /* Chinese has SYLLABLE */
    HAN_KOREAN = 60,
    KANA = 240, /* one or two among Han characters are enough */
    NAME_DIVISOR = 4,
};

/* Of the languages that common/language.h knows, the one that letters of its own tell: text that
 * such a dump is full of is told by them, fast. */
static const enum lang owner = LANG_VI;

struct lang_reader {
    struct lang_grams *grams;
    const struct language *owner;
};

/* A word that is being read. */
struct word {
    uint32_t letters[LANG_WORD]; /* in lower case, behind a space */
    size_t count;                /* with the space */
    unsigned own_letters;        /* of the owner's own */
    bool is_capital;             /* its first letter is */
};

struct lang_reader *lang_reader_new(void)
{
    struct lang_reader *reader = memory_new(1, sizeof *reader);
    reader->grams = lang_grams_new();
    reader->owner = language_find(lang_code(owner).bytes);
    return reader;
}

void lang_reader_free(struct lang_reader *reader)
{
    lang_grams_free(reader->grams);
    free(reader);
}

static void word_clear(struct word *word)
{
    word->letters[0] = ' ';
    word->count = 1;
    word->own_letters = 0;
    word->is_capital = false;
}

/* Letters past the last that there is room for are left out. */
static void word_add(struct word *word, const struct lang_reader *reader, uint32_t letter)
{
    uint32_t lower = unicode_lower(letter);
    if (word->count == 1)
        word->is_capital = lower != letter;
    if (word->count < LANG_WORD - 1)
        word->letters[word->count++] = lower;
    word->own_letters += reader->owner->owns_letter(lower);
}

/* A mark composes with the letter before it, or is left out. */
static void word_add_mark(struct word *word, const struct lang_reader *reader, uint32_t mark)
{
    uint32_t *last = &word->letters[word->count - 1];
    uint32_t composed = unicode_compose(*last, mark);
    if (!composed)
        return;
    *last = composed;
    word->own_letters += reader->owner->owns_letter(composed);
}

/* Names are weighed apart: they may be of another language than the text. */
static void end_word(struct word *word, const struct lang_reader *reader,
                     struct lang_evidence *evidence, int64_t names[LANG_GRAMS])
{
    int64_t *scores = word->is_capital ? names : evidence->scores;
    if (word->count == 1)
        return;
    evidence->plain_words += !word->is_capital && word->count > 2;
    if (word->own_letters) {
        scores[owner] += OWN_LETTER * (int) word->own_letters;
    } else {
        word->letters[word->count++] = ' ';
        lang_grams_weigh(reader->grams, word->letters, word->count, scores);
    }
    word_clear(word);
}

/* Names count less where there are other words. */
static void add_names(struct lang_evidence *evidence, const int64_t names[LANG_GRAMS])
{
    int64_t divisor =
        evidence->plain_words + evidence->script_letters < ENOUGH_WORDS ? 1 : NAME_DIVISOR;
    for (size_t lang = 0; lang < LANG_GRAMS; lang++)
        evidence->scores[lang] += names[lang] / divisor;
}

static int score_of_script(enum lang lang)
{
    switch (lang) {
    case LANG_JA:
        return KANA;
    case LANG_ZH:
    case LANG_KO:
        return SYLLABLE;
    default:
        return ALPHABET;
    }
}

static void add_script_letter(struct lang_evidence *evidence, enum lang lang)
{
    evidence->script_letters++;
    evidence->scores[lang] += score_of_script(lang);
    if (lang == LANG_ZH) {
        evidence->scores[LANG_JA] += HAN_JAPANESE;
        evidence->scores[LANG_KO] += HAN_KOREAN;
    }
}

enum lang lang_best(const int64_t scores[LANG_COUNT], int64_t *lead)
{
    size_t best = 0;
    int64_t second = INT64_MIN;
    for (size_t lang = 1; lang < LANG_COUNT; lang++) {
        if (scores[lang] > scores[best]) {
            second = scores[best];
            best = lang;
        } else if (scores[lang] > second) {
            second = scores[lang];
        }
    }
    *lead = scores[best] - second;
    return (enum lang) best;
}

bool lang_is_told(const struct lang_evidence *evidence, enum lang lang)
{
    return lang < LANG_GRAMS ? evidence->plain_words >= TELLING_WORDS
                             : evidence->script_letters >= TELLING_SCRIPT_LETTERS;
}

static bool leaves_no_doubt(const struct lang_evidence *evidence)
{
    int64_t lead;
    if (evidence->plain_words + evidence->script_letters < LAST_WORDS)
        return false;
    lang_best(evidence->scores, &lead);
    return lead >= LAST_LEAD;
}

/* True where of the first words in lower case enough have a letter of the owner's own: then there
 * is no need to weigh them. Names do not count, since the owner's
 * stand in text of other languages, too. */
static bool shows_owner(const struct lang_reader *reader, struct slice text)
{
    struct slice rest = text;
    unsigned words = 0, own_words = 0;
    bool in_word = false, is_plain = false, is_own = false;
    uint32_t character;
    while (own_words < OWN_WORDS && words <= MOST_WORDS && unicode_next(&rest, &character)) {
        bool is_ascii = character < 0x80;
        if (is_ascii && !ascii_is_letter((char) character)) {
            in_word = false;
            continue;
        }
        if (!in_word) {
            in_word = true;
            is_own = false;
            is_plain = unicode_lower(character) == character;
            words += is_plain;
        }
        if (is_plain && !is_own && !is_ascii && reader->owner->owns_letter(character)) {
            is_own = true;
            own_words++;
        }
    }
    return own_words == OWN_WORDS && words <= MOST_WORDS;
}

/* Takes a character that tells by its script, or belongs to a word. Returns false where a word
 * ends. */
static bool take(const struct lang_reader *reader, struct word *word, uint32_t character,
                 struct lang_evidence *evidence)
{
    if (character < 0x80) {
        if (!ascii_is_letter((char) character))
            return false;
        word_add(word, reader, character);
        return true;
    }
    enum lang lang = character < FIRST_SCRIPT ? LANG_UND : lang_of_script(character);
    if (lang != LANG_UND) {
        add_script_letter(evidence, lang);
        return false;
    }
    if (unicode_is_letter(character)) {
        word_add(word, reader, character);
        return true;
    }
    if (unicode_class_of(character) != UNICODE_MARK)
        return false;
    word_add_mark(word, reader, character);
    return true;
}

static void weigh(const struct lang_reader *reader, struct slice text,
                  struct lang_evidence *evidence)
{
    struct slice rest = slice_of(text.bytes, text.length < SAMPLE ? text.length : SAMPLE);
    struct word word;
    uint32_t character;
    int64_t names[LANG_GRAMS] = {0};
    word_clear(&word);
    while (unicode_next(&rest, &character)) {
        if (take(reader, &word, character, evidence))
            continue;
        end_word(&word, reader, evidence, names);
        if (leaves_no_doubt(evidence))
            break;
    }
    if (!rest.length && text.length <= SAMPLE)
        end_word(&word, reader, evidence, names);
    add_names(evidence, names);
}

void lang_reader_read(const struct lang_reader *reader, struct slice text,
                      struct lang_evidence *evidence)
{
    memset(evidence, 0, sizeof *evidence);
    if (shows_owner(reader, text)) {
        evidence->scores[owner] = LAST_LEAD;
        evidence->plain_words = OWN_WORDS;
    } else {
        weigh(reader, text, evidence);
    }
}
