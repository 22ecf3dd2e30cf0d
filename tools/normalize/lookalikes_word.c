#include "lookalikes_word.h"

#include "context.h"
#include "lookalikes_character.h"
#include "memory.h"
#include "unicode.h"

enum {
    MOST_PARTS = 16,    /* letters and marks of a word whose readings are tried */
    MOST_READINGS = 81, /* that are tried of it */
};

/* A part of a word that is taken apart: a letter without its marks, or a mark. */
struct part {
    uint32_t character;
    const struct lookalike *lookalike; /* null: to be read as it is */
};

struct parts {
    struct part *parts;
    size_t count, capacity;
};

static void add_part(struct parts *parts, uint32_t character, const struct lookalike *lookalike)
{
    if (parts->count == parts->capacity) {
        parts->capacity = parts->capacity * 2 + 64;
        parts->parts = memory_resize_array(parts->parts, parts->capacity, sizeof *parts->parts);
    }
    parts->parts[parts->count++] = (struct part){character, lookalike};
}

/* An ogonek is none that Vietnamese or a disguise has, and could make a letter of the table. */
static bool is_readable_mark(uint32_t mark)
{
    return mark >= 0x0300 && mark < 0x0370 && mark != 0x0328;
}

static void note_mark(struct word *word, uint32_t mark)
{
    word->marks++;
    word->is_readable &= is_readable_mark(mark);
    word->has_telling_mark |= mark == 0x0309 || mark == 0x0323 || mark == 0x031B;
    word->has_latin_mark |= mark == 0x0302 || mark == 0x0303;
}

static void note_lookalike(struct word *word, const struct lookalike *lookalike)
{
    bool is_first = word->letters + word->digits == 0;
    enum lookalike_kind kind = lookalike->kind;
    word->of_kind[kind]++;
    word->disguised++;
    word->kinds |= 1u << kind;
    word->scripts |= (1u << kind) & LOOKALIKE_SCRIPTS;
    word->is_exact &= lookalike->is_exact;
    word->begins_raised |= is_first && kind == LOOKALIKE_SUPERSCRIPT;
    word->begins_with_sign |= is_first && kind == LOOKALIKE_SIGN;
    word->begins_icelandic |= is_first && kind == LOOKALIKE_LATIN_D && lookalike->character < 0x100;
}

/* Latin letters whose shape Cyrillic has as well are no sign of a Latin word. */
static void note_plain(struct word *word, uint32_t letter)
{
    word->is_readable &= lookalikes_is_latin(letter);
    word->has_capital |= unicode_class_of(letter) == UNICODE_UPPER;
    word->is_surely_latin |= letter >= 0x80 || !strchr("aceijopsxyABCEHIJKMOPSTXY", (int) letter);
}

/* A letter that is composed with marks is taken apart: ά is α and an acute. */
static void take_letter(struct word *word, struct parts *parts, uint32_t letter)
{
    uint32_t pieces[UNICODE_PARTS] = {letter};
    const struct lookalike *lookalike = lookalikes_find(letter);
    size_t count = lookalike ? 1 : unicode_decompose(letter, pieces);
    if (!lookalike)
        lookalike = lookalikes_find(pieces[0]);
    word->scripts |= lookalikes_script_of(pieces[0]);
    if (lookalike)
        note_lookalike(word, lookalike);
    else
        note_plain(word, pieces[0]);
    add_part(parts, pieces[0], lookalike);
    for (size_t i = 1; i < count; i++) {
        note_mark(word, pieces[i]);
        add_part(parts, pieces[i], NULL);
    }
}

/* A number by its class may be a letter by its looks. */
static bool is_digit(const struct lookalike *lookalike, uint32_t character)
{
    return unicode_class_of(character) == UNICODE_DIGIT &&
           !(lookalike && lookalike->kind == LOOKALIKE_NUMERAL);
}

static void take_one(struct word *word, struct parts *parts, uint32_t character)
{
    const struct lookalike *lookalike = lookalikes_find(character);
    enum unicode_class class = unicode_class_of(character);
    if (!lookalike && class == UNICODE_MARK) {
        note_mark(word, character);
        add_part(parts, character, NULL);
        return;
    }
    take_letter(word, parts, character);
    if (is_digit(lookalike, character))
        word->digits++;
    else
        word->letters++;
}

static void take_character(struct word *word, struct parts *parts, uint32_t character)
{
    uint32_t numerals[LOOKALIKES_LONGEST_NUMERAL];
    size_t count = lookalikes_split_numeral(character, numerals);
    for (size_t i = 0; i < count; i++)
        take_one(word, parts, numerals[i]);
    if (!count)
        take_one(word, parts, character);
}

/* Appends a reading in NFC: the one that `choice` picks, or, where it is null, the first. */
static void append_reading(struct buffer *out, const struct parts *parts, const uint8_t *choice)
{
    static struct buffer plain; /* its memory is used again */
    buffer_clear(&plain);
    for (size_t i = 0; i < parts->count; i++) {
        const struct part *part = &parts->parts[i];
        unicode_append(&plain, part->lookalike ? part->lookalike->readings[choice ? choice[i] : 0]
                                               : part->character);
    }
    unicode_append_nfc(out, buffer_slice(&plain));
}

/* Goes on to the next choice of readings. Returns false after the last. */
static bool next_choice(const struct parts *parts, uint8_t *choice)
{
    for (size_t i = 0; i < parts->count; i++) {
        const struct lookalike *lookalike = parts->parts[i].lookalike;
        if (!lookalike)
            continue;
        choice[i]++;
        if (choice[i] < LOOKALIKE_READINGS && lookalike->readings[choice[i]])
            return true;
        choice[i] = 0;
    }
    return false;
}

/* Replaces the reading of the word, which ends the readings of the line, by one that is more
 * frequent. */
static void try_reading(struct line *line, struct word *word, const struct parts *parts,
                        const uint8_t *choice)
{
    static struct buffer trial; /* its memory is used again */
    buffer_clear(&trial);
    append_reading(&trial, parts, choice);
    uint32_t frequency = line->language->word_frequency(buffer_slice(&trial));
    if (frequency <= word->frequency)
        return;
    word->frequency = frequency;
    line->readings.length = word->reading;
    buffer_append(&line->readings, buffer_slice(&trial));
}

static void find_reading(struct line *line, struct word *word, const struct parts *parts)
{
    uint8_t choice[MOST_PARTS] = {0};
    word->reading = line->readings.length;
    append_reading(&line->readings, parts, NULL);
    if (!word->digits && parts->count <= MOST_PARTS)
        for (unsigned tried = 0; tried < MOST_READINGS; tried++) {
            try_reading(line, word, parts, choice);
            if (!next_choice(parts, choice))
                break;
        }
    word->reading_length = line->readings.length - word->reading;
}

struct slice lookalikes_reading(const struct line *line, const struct word *word)
{
    return slice_of(line->readings.bytes + word->reading, word->reading_length);
}

static void note_reading(struct line *line, struct word *word)
{
    struct slice rest = lookalikes_reading(line, word);
    uint32_t letter;
    bool is_first = true;
    while (unicode_next(&rest, &letter)) {
        bool is_eth = is_first && word->kinds & LOOKALIKE_BIT(LATIN_D);
        word->is_marked |= letter >= 0x80 && !is_eth;
        word->has_own_letter |= line->language->owns_letter(letter);
        is_first = false;
    }
}

bool lookalikes_is_word_character(uint32_t character)
{
    return context_is_word_character(character) || unicode_class_of(character) == UNICODE_DIGIT ||
           lookalikes_has(character);
}

static struct word *add_word(struct line *line)
{
    if (line->count == line->capacity) {
        line->capacity = line->capacity * 2 + 64;
        line->words = memory_resize_array(line->words, line->capacity, sizeof *line->words);
    }
    struct word *word = &line->words[line->count++];
    *word = (struct word){.is_readable = true, .is_exact = true};
    return word;
}

bool lookalikes_is_in_language(const struct word *word)
{
    return word->is_readable && word->frequency > 0;
}

bool lookalikes_is_abbreviation(struct slice reading)
{
    uint32_t letter;
    while (unicode_next(&reading, &letter))
        if (letter != 0x110 && (letter < 'A' || letter > 'Z' || strchr("AEIOUY", (int) letter)))
            return false;
    return true;
}

bool lookalikes_has_only(const struct word *word, unsigned kinds)
{
    return (word->kinds | kinds) == kinds;
}

bool lookalikes_is_pure(const struct word *word)
{
    return lookalike_is_one_kind(word->kinds) && word->disguised == word->letters;
}

/* What count_word counts as marked. */
static bool counts_as_marked(const struct word *word)
{
    return word->is_marked || word->kinds & LOOKALIKE_BIT(LATIN_D);
}

bool lookalikes_has_company(const struct line *line, const struct word *word)
{
    bool is_in_language = lookalikes_is_in_language(word);
    return line->others == 0 && line->marked > (is_in_language && counts_as_marked(word));
}

/* XII as one sign or as three. */
static bool is_number(const struct word *word)
{
    return lookalikes_is_pure(word) && lookalikes_has_only(word, LOOKALIKE_BIT(NUMERAL));
}

/* What the line is judged by is what its words are read as, not how they are written. */
static void count_word(struct line *line, const struct word *word)
{
    bool is_one_script = lookalike_is_one_kind(word->scripts) && word->disguised == word->letters;
    if (word->letters < 2 || word->digits || is_number(word))
        return;
    if (!lookalikes_is_in_language(word)) {
        bool is_abbreviation = lookalikes_is_abbreviation(lookalikes_reading(line, word));
        line->abbreviations += is_abbreviation;
        line->others += !is_abbreviation;
        if (is_one_script || !word->is_readable)
            line->honest_scripts |= word->scripts;
        return;
    }
    line->in_language++;
    line->own += word->has_own_letter;
    line->marked += counts_as_marked(word);
}

/* Takes the word that *rest begins with. */
static void read_word(struct line *line, struct slice *rest)
{
    static struct parts parts; /* its memory is used again */
    struct word *word = add_word(line);
    struct slice after = *rest;
    uint32_t character;
    parts.count = 0;
    word->start = (size_t) (rest->bytes - line->text.bytes);
    while (unicode_next(&after, &character) && lookalikes_is_word_character(character)) {
        take_character(word, &parts, character);
        line->is_germanic |= lookalikes_is_germanic_or_african(character);
        line->is_ideographic |= lookalikes_is_ideographic(character);
        *rest = after;
    }
    word->end = (size_t) (rest->bytes - line->text.bytes);
    find_reading(line, word, &parts);
    note_reading(line, word);
    count_word(line, word);
    if (!word->kinds)
        line->readings.length = word->reading;
}

void lookalikes_read_words(struct line *line)
{
    struct slice rest = line->text;
    while (rest.length) {
        struct slice after = rest;
        uint32_t character;
        unicode_next(&after, &character);
        if (lookalikes_is_word_character(character)) {
            read_word(line, &rest);
            continue;
        }
        line->is_ideographic |= lookalikes_is_ideographic(character);
        rest = after;
    }
}
