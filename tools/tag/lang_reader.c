#include "lang_reader.h"

#include "ascii.h"
#include "lang_grams.h"
#include "lang_script.h"
#include "language.h"
#include "memory.h"
#include "unicode.h"

#include <stdlib.h>
#include <string.h>

enum {
    SAMPLE = 240,           /* bytes of a text that are looked at */
    PAST_LAST_OWN = 0x2000, /* Latin letters are below */
    FIRST_SCRIPT = 0x370,   /* below are scripts that many languages write */

    /* Words in lower case, which are no names: */
    OWN_WORDS = 2,     /* that have a letter of the owner's own, with which reading ends */
    OWN_SHARE = 4,     /* if one of so many words has one */
    ENOUGH_WORDS = 2,  /* with which names count less */
    RUNNING_WORDS = 3, /* that tell a text from names */
    LAST_WORDS = 6,    /* with which reading ends, if the lead is great */
    RUNNING_SCRIPT_LETTERS = 6,

    /* Scores: */
    GREAT_LEAD = 120,
    OWN_LETTER = 80,
    ALPHABET = 60, /* about what a letter scores by its n-grams */
    SYLLABLE = 150,
    HAN_JAPANESE = 144, /* Chinese has SYLLABLE */
    HAN_KOREAN = 60,
    KANA = 240, /* one or two among Han characters are enough */
    NAME_DIVISOR = 4,
};

/* Of the languages that common/language.h knows, the one that letters of its own tell. What a dump
 * is full of is told by them, fast. */
static const enum lang owner = LANG_VI;

struct lang_reader {
    struct lang_grams *grams;
    bool is_own[PAST_LAST_OWN]; /* whether a letter is the owner's own */
};

/* A word that is being read. */
struct word {
    uint32_t letters[LANG_WORD]; /* in lower case, behind a space */
    size_t count;                /* with the space */
    unsigned own_letters;        /* of the owner's own */
    bool is_capital;             /* its first letter is */
};

/* What was found so far. */
struct evidence {
    int32_t scores[LANG_COUNT];
    int32_t name_scores[LANG_ROW]; /* of words that may be names: they may be of another language
                                      than the text */
    unsigned words;                /* of scripts that many languages write */
    unsigned plain_words;          /* words in lower case of at least two letters */
    unsigned script_letters;       /* of scripts that tell the language */
};

/* What is seen of a text without weighing its words. */
struct glance {
    unsigned words, plain_words;         /* all, and those in lower case */
    unsigned own_words, own_plain_words; /* of these, with a letter of the owner's own */
    bool has_script;                     /* there are letters of other scripts, or symbols */
};

struct lang_reader *lang_reader_new(void)
{
    struct lang_reader *reader = memory_new(1, sizeof *reader);
    reader->grams = lang_grams_new();
    const struct language *language = language_find(lang_code(owner).bytes);
    for (uint32_t letter = 0; letter < PAST_LAST_OWN; letter++)
        reader->is_own[letter] = language->owns_letter(letter);
    return reader;
}

void lang_reader_free(struct lang_reader *reader)
{
    lang_grams_free(reader->grams);
    free(reader);
}

static inline bool is_own(const struct lang_reader *reader, uint32_t letter)
{
    return letter < PAST_LAST_OWN && reader->is_own[letter];
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
    word->own_letters += is_own(reader, lower);
}

/* A mark composes with the letter before it, or is left out. */
static void word_add_mark(struct word *word, const struct lang_reader *reader, uint32_t mark)
{
    uint32_t *last = &word->letters[word->count - 1];
    uint32_t composed = unicode_compose(*last, mark);
    if (!composed)
        return;
    *last = composed;
    word->own_letters += is_own(reader, composed);
}

static void end_word(struct word *word, const struct lang_reader *reader, struct evidence *evidence)
{
    bool is_name = word->is_capital && evidence->words;
    int32_t *scores = is_name ? evidence->name_scores : evidence->scores;
    if (word->count == 1)
        return;
    evidence->words++;
    evidence->plain_words += !word->is_capital && word->count > 2;
    if (word->own_letters) {
        scores[owner] += OWN_LETTER * (int32_t) word->own_letters;
    } else {
        word->letters[word->count++] = ' ';
        lang_grams_weigh(reader->grams, word->letters, word->count, scores);
    }
    word_clear(word);
}

static int32_t score_of_script(enum lang lang)
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

static void add_script_letter(struct evidence *evidence, enum lang lang)
{
    evidence->script_letters++;
    evidence->scores[lang] += score_of_script(lang);
    if (lang == LANG_ZH) {
        evidence->scores[LANG_JA] += HAN_JAPANESE;
        evidence->scores[LANG_KO] += HAN_KOREAN;
    }
}

static void add_names(struct evidence *evidence)
{
    bool is_enough = evidence->plain_words + evidence->script_letters >= ENOUGH_WORDS;
    for (size_t lang = 0; lang < LANG_GRAMS; lang++)
        evidence->scores[lang] += evidence->name_scores[lang] / (is_enough ? NAME_DIVISOR : 1);
}

static struct lang_verdict judge(const struct evidence *evidence)
{
    int32_t best = evidence->scores[0], second = INT32_MIN;
    size_t lang = 0;
    for (size_t i = 1; i < LANG_COUNT; i++) {
        if (evidence->scores[i] > best) {
            second = best;
            best = evidence->scores[i];
            lang = i;
        } else if (evidence->scores[i] > second) {
            second = evidence->scores[i];
        }
    }
    bool is_running = lang < LANG_GRAMS ? evidence->plain_words >= RUNNING_WORDS
                                        : evidence->script_letters >= RUNNING_SCRIPT_LETTERS;
    return (struct lang_verdict){(enum lang) lang, (unsigned) (best - second), is_running};
}

static bool leaves_no_doubt(const struct evidence *evidence)
{
    return evidence->plain_words + evidence->script_letters >= LAST_WORDS &&
           judge(evidence).lead >= GREAT_LEAD;
}

/* Takes a character that tells by its script, or belongs to a word. Returns false where a word
 * ends. */
static bool take(const struct lang_reader *reader, struct word *word, uint32_t character,
                 struct evidence *evidence)
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

static struct slice sample_of(struct slice text)
{
    return slice_of(text.bytes, text.length < SAMPLE ? text.length : SAMPLE);
}

static struct lang_verdict judge_by_letters(const struct lang_reader *reader, struct slice text)
{
    struct slice rest = sample_of(text);
    struct evidence evidence = {0};
    struct word word;
    uint32_t character;
    word_clear(&word);
    while (unicode_next(&rest, &character)) {
        if (take(reader, &word, character, &evidence))
            continue;
        end_word(&word, reader, &evidence);
        if (leaves_no_doubt(&evidence))
            break;
    }
    if (!rest.length && text.length <= SAMPLE)
        end_word(&word, reader, &evidence);
    add_names(&evidence);
    return judge(&evidence);
}

/* Looks for letters of the owner's own, until there are enough, or no longer can be. */
static struct glance glance_at(const struct lang_reader *reader, struct slice text)
{
    struct slice rest = sample_of(text);
    struct glance found = {0};
    bool in_word = false, is_plain = false, is_counted = false;
    uint32_t character;
    while (found.own_plain_words < OWN_WORDS && found.plain_words <= OWN_SHARE * OWN_WORDS &&
           unicode_next(&rest, &character)) {
        bool is_ascii = character < 0x80;
        if (is_ascii && !ascii_is_letter((char) character)) {
            in_word = false;
            continue;
        }
        if (!in_word) {
            in_word = true;
            is_counted = false;
            is_plain = unicode_lower(character) == character;
            found.words++;
            found.plain_words += is_plain;
        }
        if (is_ascii || is_counted)
            continue;
        is_counted = is_own(reader, character);
        found.own_words += is_counted;
        found.own_plain_words += is_counted && is_plain;
        found.has_script = found.has_script || (character >= FIRST_SCRIPT && !is_counted);
    }
    return found;
}

/* True where there is no need to weigh the other letters. The owner's names stand in text of other
 * languages, too: they alone are enough where there are hardly other words. */
static bool shows_owner(const struct glance *found)
{
    bool is_most = found->plain_words <= OWN_SHARE * found->own_plain_words;
    bool is_all = found->own_words && found->words <= OWN_SHARE * found->own_words;
    return is_most && (found->own_plain_words == OWN_WORDS || is_all);
}

struct lang_verdict lang_reader_judge(const struct lang_reader *reader, struct slice text,
                                      bool with_names)
{
    struct glance found = glance_at(reader, text);
    if (shows_owner(&found))
        return (struct lang_verdict){owner, GREAT_LEAD, found.own_plain_words == OWN_WORDS};
    if (!with_names && found.plain_words < RUNNING_WORDS && !found.has_script)
        return (struct lang_verdict){LANG_UND, 0, false};
    return judge_by_letters(reader, text);
}
