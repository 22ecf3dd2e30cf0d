#include "lookalikes.h"

#include "lookalikes_table.h"
#include "memory.h"
#include "unicode.h"

#include <stdlib.h>

enum {
    MOST_PARTS = 16,    /* letters and marks of a word whose readings are tried */
    MOST_READINGS = 81, /* that are tried of it */
};

#define BIT(kind) (1u << LOOKALIKE_##kind)

enum {
    SCRIPTS = BIT(CYRILLIC) | BIT(GREEK) | BIT(ARMENIAN) | BIT(CHEROKEE),
    SMALL = BIT(SMALL_CAPITAL) | BIT(PHONETIC_CAPITAL),
    STYLED = BIT(MATHEMATICAL) | BIT(DIGIT) | BIT(FULLWIDTH) | BIT(SUPERSCRIPT) | BIT(ENCLOSED),
    SHAPES = SCRIPTS | SMALL | BIT(IPA),
    PHONETIC = BIT(PHONETIC_CAPITAL) | BIT(IPA) | BIT(GREEK) | BIT(SUPERSCRIPT) | BIT(LATIN_D),
};

/* A run of letters, digits, marks and characters of the table. Everything here but `converts` is
 * the same for a disguised word and for what it is read as, or tells of the disguise alone: so a
 * second pass finds no new reason to change a word. */
struct word {
    size_t start, end; /* in the text */
    size_t reading;    /* where it begins in the readings of the line; in NFC */
    size_t reading_length;
    uint32_t frequency; /* of the reading; 0: no word of the language */
    uint32_t letters, digits, marks;
    uint32_t of_kind[LOOKALIKE_KINDS];
    uint32_t disguised; /* letters and digits that are in the table */
    unsigned kinds;     /* the bits of those */
    unsigned scripts;   /* the bits of scripts, of letters that are not in the table too */
    bool is_readable;   /* all of it is Latin, or in the table */
    bool is_exact;
    bool is_surely_latin;  /* has a letter that only Latin has */
    bool begins_raised;    /* with a superscript letter */
    bool begins_icelandic; /* with Eth */
    bool is_marked;        /* the reading has a letter that is not ASCII, beside that for an Eth */
    bool has_own_letter;   /* the reading has a letter that only the language has */
    bool has_telling_mark; /* one that no other script has: hook, dot below, horn */
    bool has_latin_mark;   /* or one that other scripts hardly have: circumflex, tilde */
    bool is_quoted, is_bracketed, is_in_formula;
    bool converts;
};

/* All zero is an empty line. */
struct line {
    const struct language *language;
    struct slice text;
    struct word *words;
    size_t count, capacity;
    struct buffer readings;
    /* Words of two letters or more: of the language, and others; of the first, those with letters
     * that only the language has, and with any that are not ASCII. */
    size_t in_language, others, own, marked;
    unsigned honest_scripts; /* bits of scripts that the line has words of */
    unsigned strong_kinds;   /* bits of kinds that words convert for their own sake */
    bool is_ideographic, is_germanic;
};

/* The table */

static int compare_characters(const void *left, const void *right)
{
    uint32_t character = *(const uint32_t *) left;
    uint32_t other = ((const struct lookalike *) right)->character;
    return (character > other) - (character < other);
}

/* Which blocks of 256 characters have some in the table. */
static bool block_has_some(uint32_t character)
{
    enum { BLOCKS = 0x200 };
    static bool blocks[BLOCKS];
    static bool is_filled;
    if (!is_filled)
        for (size_t i = 0; i < lookalikes_count; i++)
            blocks[lookalikes_table[i].character >> 8] = true;
    is_filled = true;
    return character >= 0x80 && character >> 8 < BLOCKS && blocks[character >> 8];
}

static const struct lookalike *find_lookalike(uint32_t character)
{
    if (!block_has_some(character))
        return NULL;
    return bsearch(&character, lookalikes_table, lookalikes_count, sizeof lookalikes_table[0],
                   compare_characters);
}

bool lookalikes_has(uint32_t character)
{
    uint32_t parts[UNICODE_PARTS];
    if (character < 0x80)
        return false;
    unicode_decompose(character, parts);
    return find_lookalike(character) || find_lookalike(parts[0]);
}

uint32_t lookalikes_latin_letter(uint32_t character)
{
    const struct lookalike *lookalike = find_lookalike(character);
    bool is_latin = lookalike && (1u << lookalike->kind & (SMALL | STYLED));
    return is_latin ? lookalike->readings[0] : character;
}

/* Characters */

static bool is_latin(uint32_t letter)
{
    return letter < 0x250 || (letter >= 0x1E00 && letter < 0x1F00);
}

/* The bit of an honest script that a letter is of. */
static unsigned script_of(uint32_t letter)
{
    if (letter >= 0x0400 && letter < 0x0530)
        return BIT(CYRILLIC);
    if ((letter >= 0x0370 && letter < 0x0400) || (letter >= 0x1F00 && letter < 0x2000))
        return BIT(GREEK);
    if (letter >= 0x0530 && letter < 0x0590)
        return BIT(ARMENIAN);
    if (letter >= 0x13A0 && letter < 0x1400)
        return BIT(CHEROKEE);
    return 0;
}

/* Han, kana, Hangul and their punctuation; not the full-width forms themselves. */
static bool is_ideographic(uint32_t character)
{
    return (character >= 0x1100 && character < 0x1200) ||
           (character >= 0x2E80 && character < 0xA000) ||
           (character >= 0xAC00 && character < 0xD800) ||
           (character >= 0xF900 && character < 0xFB00) ||
           (character >= 0xFF61 && character < 0xFFA0) ||
           (character >= 0x20000 && character < 0x40000);
}

/* Letters of the languages that have Eth or the African D, and that Vietnamese has not. */
static bool is_germanic_or_african(uint32_t character)
{
    static const uint16_t letters[] = {0xC4,  0xC6,  0xD6,  0xD8,  0xDE,  0xE4,  0xE6,
                                       0xF6,  0xF8,  0xFE,  0x14A, 0x14B, 0x1E2, 0x1E3,
                                       0x191, 0x192, 0x186, 0x254, 0x190, 0x263};
    for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++)
        if (character == letters[i])
            return true;
    return false;
}

static bool is_operator(uint32_t character)
{
    switch (character) {
    case '+':
    case '/':
    case '<':
    case '=':
    case '>':
    case '^':
    case 0xB1: /* plus-minus */
    case 0xB2: /* superscript digits */
    case 0xB3:
    case 0xB9:
    case 0xD7: /* times */
    case 0xF7: /* divided by */
        return true;
    default: /* super- and subscript digits and signs; the block of mathematical operators */
        return (character >= 0x2070 && character < 0x208F && character != 0x2071 &&
                character != 0x207F) ||
               (character >= 0x2208 && character < 0x2300);
    }
}

static bool is_quote(uint32_t character)
{
    switch (character) {
    case '"':
    case '\'':
    case '(':
    case ')':
    case '[':
    case ']':
    case 0xAB:
    case 0xBB:
        return true;
    default:
        return character >= 0x2018 && character <= 0x201F;
    }
}

/* Reading words */

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
    word->scripts |= (1u << kind) & SCRIPTS;
    word->is_exact &= lookalike->is_exact;
    word->begins_raised |= is_first && kind == LOOKALIKE_SUPERSCRIPT;
    word->begins_icelandic |= is_first && kind == LOOKALIKE_LATIN_D && lookalike->character < 0x100;
}

/* Latin letters whose shape Cyrillic has as well are no sign of a Latin word. */
static void note_plain(struct word *word, uint32_t letter)
{
    word->is_readable &= is_latin(letter);
    word->is_surely_latin |= letter >= 0x80 || !strchr("aceijopsxyABCEHIJKMOPSTXY", (int) letter);
}

/* A letter that is composed with marks is taken apart: ά is α and an acute. */
static void take_letter(struct word *word, struct parts *parts, uint32_t letter)
{
    uint32_t pieces[UNICODE_PARTS] = {letter};
    const struct lookalike *lookalike = find_lookalike(letter);
    size_t count = lookalike ? 1 : unicode_decompose(letter, pieces);
    if (!lookalike)
        lookalike = find_lookalike(pieces[0]);
    word->scripts |= script_of(pieces[0]);
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

static void take_character(struct word *word, struct parts *parts, uint32_t character)
{
    const struct lookalike *lookalike = find_lookalike(character);
    enum unicode_class class = unicode_class_of(character);
    if (!lookalike && class == UNICODE_MARK) {
        note_mark(word, character);
        add_part(parts, character, NULL);
        return;
    }
    take_letter(word, parts, character);
    if (class == UNICODE_DIGIT)
        word->digits++;
    else
        word->letters++;
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

static struct slice reading_of(const struct line *line, const struct word *word)
{
    return slice_of(line->readings.bytes + word->reading, word->reading_length);
}

static void note_reading(struct line *line, struct word *word)
{
    struct slice rest = reading_of(line, word);
    uint32_t letter;
    bool is_first = true;
    while (unicode_next(&rest, &letter)) {
        bool is_eth = is_first && word->kinds & BIT(LATIN_D);
        word->is_marked |= letter >= 0x80 && !is_eth;
        word->has_own_letter |= line->language->owns_letter(letter);
        is_first = false;
    }
}

/* Reading the line */

static bool is_word_character(uint32_t character)
{
    switch (unicode_class_of(character)) {
    case UNICODE_UPPER:
    case UNICODE_LOWER:
    case UNICODE_LETTER:
    case UNICODE_MARK:
    case UNICODE_DIGIT:
        return true;
    default:
        return lookalikes_has(character);
    }
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

static bool is_in_language(const struct word *word)
{
    return word->is_readable && word->frequency > 0;
}

/* Capital consonants: HĐND, QĐ, GDĐT. */
static bool is_abbreviation(struct slice reading)
{
    uint32_t letter;
    while (unicode_next(&reading, &letter))
        if (letter != 0x110 && (letter < 'A' || letter > 'Z' || strchr("AEIOUY", (int) letter)))
            return false;
    return true;
}

/* What the line is judged by is what its words are read as, not how they are written. */
static void count_word(struct line *line, const struct word *word)
{
    unsigned script = word->scripts;
    bool is_one_script = script && !(script & (script - 1)) && word->disguised == word->letters;
    if (word->letters < 2 || word->digits)
        return;
    if (!is_in_language(word)) {
        line->others += !is_abbreviation(reading_of(line, word));
        if (is_one_script || !word->is_readable)
            line->honest_scripts |= script;
        return;
    }
    line->in_language++;
    line->own += word->has_own_letter;
    line->marked += word->is_marked || word->kinds & BIT(LATIN_D);
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
    while (unicode_next(&after, &character) && is_word_character(character)) {
        take_character(word, &parts, character);
        line->is_germanic |= is_germanic_or_african(character);
        line->is_ideographic |= is_ideographic(character);
        *rest = after;
    }
    word->end = (size_t) (rest->bytes - line->text.bytes);
    find_reading(line, word, &parts);
    note_reading(line, word);
    count_word(line, word);
    if (!word->kinds)
        line->readings.length = word->reading;
}

static void read_words(struct line *line)
{
    struct slice rest = line->text;
    while (rest.length) {
        struct slice after = rest;
        uint32_t character;
        unicode_next(&after, &character);
        if (is_word_character(character)) {
            read_word(line, &rest);
            continue;
        }
        line->is_ideographic |= is_ideographic(character);
        rest = after;
    }
}

/* What stands around words */

static uint32_t character_after(const struct line *line, size_t end, bool skips_space)
{
    struct slice rest = slice_from_offset(line->text, end);
    uint32_t character;
    while (unicode_next(&rest, &character))
        if (!skips_space || (character != ' ' && character != 0xA0))
            return character;
    return 0;
}

static uint32_t character_before(const struct line *line, size_t start, bool skips_space)
{
    struct slice rest = slice_of(line->text.bytes, start);
    uint32_t character = unicode_last(rest);
    while (skips_space && (character == ' ' || character == 0xA0)) {
        rest.length -= character == ' ' ? 1 : 2;
        character = unicode_last(rest);
    }
    return character;
}

/* A placeholder of printf or an escape; or text that is broken anyhow. */
static bool is_no_text(uint32_t before)
{
    return before == '%' || before == '\\' || before == UNICODE_REPLACEMENT;
}

/* A sign that begins the line begins an item of a list. */
static bool is_after_operator(const struct line *line, const struct word *word)
{
    uint32_t before = character_before(line, word->start, true);
    if (!is_operator(before))
        return false;
    struct slice start = slice_of(line->text.bytes, word->start);
    return before != '+' || slice_trim(start).length > 1;
}

static bool has_only(const struct word *word, unsigned kinds)
{
    return (word->kinds | kinds) == kinds;
}

static bool is_number(const struct word *word)
{
    return word->digits && !word->letters;
}

/* A letter or two of Greek behind a number is a unit. */
static bool is_unit(const struct line *line, size_t at)
{
    const struct word *word = &line->words[at];
    return at > 0 && word->letters <= 2 && has_only(word, BIT(GREEK) | BIT(IPA)) &&
           is_number(word - 1) && character_before(line, word->start, true) < 0x80 &&
           unicode_class_of(character_before(line, word->start, true)) == UNICODE_DIGIT;
}

static void look_around(struct line *line, size_t at)
{
    struct word *word = &line->words[at];
    word->is_quoted = is_quote(character_before(line, word->start, false)) ||
                      is_quote(character_after(line, word->end, false));
    word->is_in_formula = is_no_text(character_before(line, word->start, false)) ||
                          is_after_operator(line, word) ||
                          is_operator(character_after(line, word->end, true)) ||
                          word->digits > word->of_kind[LOOKALIKE_DIGIT] || is_unit(line, at);
}

/* Marks the words from byte `start` to `end`; `*at` is the first word that is not before. */
static void mark_bracketed(struct line *line, size_t *at, size_t start, size_t end)
{
    while (*at < line->count && line->words[*at].start < start)
        ++*at;
    for (; *at < line->count && line->words[*at].start < end; ++*at)
        line->words[*at].is_bracketed = true;
}

static bool opens_slashes(const struct line *line, size_t at)
{
    return !is_word_character(character_before(line, at, false)) &&
           !unicode_is_space(character_after(line, at + 1, false));
}

static bool closes_slashes(const struct line *line, size_t at)
{
    return !unicode_is_space(character_before(line, at, false)) &&
           !is_word_character(character_after(line, at + 1, false));
}

/* Transcriptions: [...] and /.../ */
static void find_brackets(struct line *line)
{
    const char *bytes = line->text.bytes;
    size_t square = SIZE_MAX, slash = SIZE_MAX, word_of_square = 0, word_of_slash = 0;
    for (size_t i = 0; i < line->text.length; i++) {
        if (bytes[i] == '[') {
            square = i;
        } else if (bytes[i] == ']' && square != SIZE_MAX) {
            mark_bracketed(line, &word_of_square, square, i);
            square = SIZE_MAX;
        } else if (bytes[i] == '/' && slash != SIZE_MAX && closes_slashes(line, i)) {
            mark_bracketed(line, &word_of_slash, slash, i);
            slash = SIZE_MAX;
        } else if (bytes[i] == '/' && opens_slashes(line, i)) {
            slash = i;
        }
    }
}

/* Deciding */

static bool line_is_in_language(const struct line *line)
{
    return (line->own > 0 || line->marked >= 3) && line->in_language > line->others;
}

/* Letters of the word that are Latin and not in the table. */
static uint32_t plain_letters(const struct word *word)
{
    return word->letters + word->digits - word->disguised;
}

static bool mixes_honestly(const struct line *line, const struct word *word)
{
    return word->scripts & line->honest_scripts;
}

/* Greek letters are terms: one of them beside one or two Latin letters tells nothing. */
static bool may_be_term(const struct word *word)
{
    return has_only(word, BIT(GREEK)) && word->letters < 3 && !word->is_exact && !word->is_marked;
}

/* ABC, as items are numbered; or nothing that could be spoken. */
static bool is_spoken(const struct line *line, const struct word *word)
{
    struct slice rest = reading_of(line, word);
    uint32_t character, before = 0;
    bool has_vowel = false, is_alphabet = true;
    while (unicode_next(&rest, &character)) {
        has_vowel |= character < 0x80 && strchr("AEIOUYaeiouy", (int) character);
        is_alphabet &= !before || character == before + 1;
        before = character;
    }
    return has_vowel && !is_alphabet;
}

/* A Cyrillic word into which a Latin letter slipped: Bсе for Все. */
static bool is_script_misspelled(const struct line *line, const struct word *word)
{
    return has_only(word, BIT(CYRILLIC)) && !word->is_surely_latin && !word->is_marked &&
           !line_is_in_language(line);
}

static bool converts_script(const struct line *line, const struct word *word)
{
    bool is_pure = word->disguised == word->letters && !(word->kinds & (word->kinds - 1));
    if (mixes_honestly(line, word))
        return is_in_language(word) && word->has_telling_mark;
    if (is_pure)
        return is_in_language(word) && (word->has_telling_mark || word->has_latin_mark);
    if (is_script_misspelled(line, word))
        return false;
    if (is_in_language(word))
        return !may_be_term(word);
    return word->is_exact && word->letters >= 3 && plain_letters(word) &&
           !(word->kinds & (word->kinds - 1)) && is_spoken(line, word);
}

static bool converts_small(const struct line *line, const struct word *word)
{
    uint32_t phonetic = word->of_kind[LOOKALIKE_PHONETIC_CAPITAL];
    uint32_t capitals = phonetic + word->of_kind[LOOKALIKE_SMALL_CAPITAL];
    bool is_pure = capitals == word->letters;
    if (!is_in_language(word))
        return capitals > phonetic && capitals >= 2 && has_only(word, SMALL) &&
               capitals * 2 >= word->letters;
    if (capitals > phonetic)
        return capitals >= 2 || word->is_marked || line_is_in_language(line);
    if (is_pure)
        return word->letters >= 3 || word->is_marked;
    return line_is_in_language(line) && (capitals >= 2 || word->is_marked);
}

static bool converts_fullwidth(const struct line *line, const struct word *word)
{
    if (is_in_language(word) && word->is_marked)
        return true;
    if (line->is_ideographic)
        return false;
    return line_is_in_language(line) ? is_in_language(word) || word->letters >= 3
                                     : word->letters >= 3 && plain_letters(word);
}

static bool converts_superscript(const struct word *word)
{
    if (plain_letters(word))
        return word->is_marked && word->begins_raised && is_in_language(word) &&
               word->of_kind[LOOKALIKE_SUPERSCRIPT] >= 2;
    return is_in_language(word) && word->letters >= 3;
}

static bool converts_styled(const struct line *line, const struct word *word)
{
    uint32_t styled = word->of_kind[LOOKALIKE_MATHEMATICAL] + word->of_kind[LOOKALIKE_DIGIT];
    if (word->kinds & BIT(FULLWIDTH))
        return converts_fullwidth(line, word);
    if (word->kinds & BIT(SUPERSCRIPT))
        return converts_superscript(word);
    if (is_in_language(word) && (word->is_marked || (word->letters >= 3 && plain_letters(word))))
        return true;
    if (!word->letters)
        return styled >= 3;
    return styled + word->of_kind[LOOKALIKE_ENCLOSED] >= 3 && is_spoken(line, word);
}

/* Icelandic, Faroese and Old English have the acute, and no other mark on these letters. */
static bool has_other_marks(struct slice reading)
{
    uint32_t letter;
    unicode_next(&reading, &letter);
    while (unicode_next(&reading, &letter)) {
        uint32_t parts[UNICODE_PARTS];
        if (unicode_decompose(letter, parts) > 1 && parts[1] != 0x0301)
            return true;
    }
    return false;
}

static bool converts_d(const struct line *line, const struct word *word)
{
    if (!is_in_language(word))
        return is_abbreviation(reading_of(line, word)) && line_is_in_language(line) &&
               !line->is_germanic;
    if (word->has_own_letter)
        return true;
    if (line->is_germanic)
        return false;
    if (word->begins_icelandic && has_other_marks(reading_of(line, word)))
        return true;
    return line_is_in_language(line) ||
           (word->begins_icelandic && !line->others && line->in_language >= 3);
}

/* What has a mark on every other letter has them for the look, and is no word so. */
static bool is_decorated(const struct word *word)
{
    return word->marks * 2 > word->letters;
}

/* Whether a word is disguised as far as it tells itself. */
static bool is_strong(const struct line *line, const struct word *word)
{
    bool is_certain = is_in_language(word) && word->is_marked;
    if (!word->is_readable || word->letters + word->digits < 2)
        return false;
    if (!is_in_language(word) && is_decorated(word))
        return false;
    if (word->is_bracketed && has_only(word, PHONETIC))
        return false;
    if (word->is_in_formula && !(is_certain && word->letters >= 2))
        return false;
    if (word->kinds & SCRIPTS)
        return converts_script(line, word);
    if (word->kinds & STYLED)
        return converts_styled(line, word);
    if (word->kinds & SMALL)
        return converts_small(line, word);
    if (word->kinds & BIT(LATIN_D))
        return converts_d(line, word);
    return is_in_language(word) && line_is_in_language(line) && !word->is_quoted;
}

/* Whether it is where other words of the line are. */
static bool is_weak(const struct line *line, const struct word *word)
{
    if (!word->is_readable || (word->is_bracketed && has_only(word, PHONETIC)))
        return false;
    if (word->kinds == BIT(DIGIT) && !plain_letters(word))
        return line->strong_kinds & BIT(MATHEMATICAL);
    if (word->letters < 2 || word->is_in_formula || mixes_honestly(line, word))
        return false;
    if (word->kinds & STYLED)
        return (line->strong_kinds & word->kinds & STYLED) && !plain_letters(word) &&
               !(line->is_ideographic && word->kinds & BIT(FULLWIDTH));
    return is_in_language(word) && (line->strong_kinds & SHAPES) && (word->kinds & SHAPES);
}

/* A word of one script that has the very shape of one of the language. */
static bool is_homoglyph(const struct line *line, const struct word *word)
{
    return (word->kinds & SCRIPTS) && !(word->kinds & (word->kinds - 1)) && word->is_exact &&
           word->disguised == word->letters && word->letters >= 2 && is_in_language(word) &&
           !word->is_quoted && !word->is_in_formula && !mixes_honestly(line, word);
}

/* A word in Latin letters of the language, or one that has become so. */
static bool is_native(const struct word *word)
{
    return is_in_language(word) && (word->converts || !word->kinds);
}

/* Runs of homoglyphs between words of the language; only one side may be the end of the line. */
static void convert_homoglyphs(struct line *line)
{
    size_t end;
    for (size_t at = 0; at < line->count; at = end + 1) {
        for (end = at; end < line->count && !line->words[end].converts &&
                       is_homoglyph(line, &line->words[end]);)
            end++;
        bool before = at > 0 && is_native(&line->words[at - 1]);
        bool after = end < line->count && is_native(&line->words[end]);
        if ((before || at == 0) && (after || end == line->count) && (before || after))
            for (size_t i = at; i < end; i++)
                line->words[i].converts = true;
    }
}

static bool is_single(const struct word *word)
{
    return word->is_readable && word->letters == 1 && !word->digits && !word->is_in_formula &&
           (word->kinds & (SHAPES | BIT(MATHEMATICAL) | BIT(FULLWIDTH))) && !word->is_bracketed;
}

/* A letter by itself, with disguised words on its sides. */
static void convert_singles(struct line *line)
{
    bool before = false; /* whether the word before was converted, and is no single letter */
    for (size_t at = 0; at < line->count; at++) {
        struct word *word = &line->words[at];
        bool is_last = at + 1 == line->count;
        bool after = !is_last && line->words[at + 1].converts;
        bool converts = !word->converts && is_single(word) && !mixes_honestly(line, word) &&
                        (before || at == 0) && (after || is_last) && (before || after);
        before = word->converts;
        word->converts |= converts;
    }
}

static void decide(struct line *line)
{
    for (size_t at = 0; at < line->count; at++) {
        struct word *word = &line->words[at];
        if (!word->kinds)
            continue;
        look_around(line, at);
        word->converts = is_strong(line, word);
        if (word->converts)
            line->strong_kinds |= word->kinds;
    }
    for (size_t at = 0; at < line->count; at++) {
        struct word *word = &line->words[at];
        word->converts = word->converts || (word->kinds && is_weak(line, word));
    }
    convert_singles(line);
    convert_homoglyphs(line);
}

static void append_line(struct buffer *out, const struct line *line)
{
    size_t clean = 0;
    for (size_t at = 0; at < line->count; at++) {
        const struct word *word = &line->words[at];
        if (!word->converts)
            continue;
        buffer_append(out, slice_of(line->text.bytes + clean, word->start - clean));
        buffer_append(out, reading_of(line, word));
        clean = word->end;
    }
    buffer_append(out, slice_from_offset(line->text, clean));
}

static bool has_lookalikes(struct slice text)
{
    uint32_t character;
    while (unicode_next(&text, &character))
        if (lookalikes_has(character))
            return true;
    return false;
}

void lookalikes_read(struct buffer *out, struct slice text, const struct language *language)
{
    static struct line line; /* its memory is used again */
    if (!has_lookalikes(text)) {
        buffer_append(out, text);
        return;
    }
    line = (struct line){
        .language = language,
        .text = text,
        .words = line.words,
        .capacity = line.capacity,
        .readings = line.readings,
    };
    buffer_clear(&line.readings);
    read_words(&line);
    find_brackets(&line);
    decide(&line);
    append_line(out, &line);
}
