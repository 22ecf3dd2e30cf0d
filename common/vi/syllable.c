#include "syllable.h"

#include "../data.h"
#include "../message.h"
#include "../unicode.h"

#include <stdlib.h>

/* "gi" and "qu" are onsets before a vowel: già is gi-à, gì is g-ì. */
static const char *const onsets[] = {
    "",  "b",  "c",   "ch", "d", "đ",  "g",  "gh", "gi", "h", "k",  "kh", "l", "m",
    "n", "ng", "ngh", "nh", "p", "ph", "qu", "r",  "s",  "t", "th", "tr", "v", "x",
};

/* Those of the names of the Central Highlands (Đắk Lắk) are among them. */
static const char *const rhymes[] = {
    "a",   "ac",   "ach",  "ai",   "ak",  "am",  "an",   "ang",  "anh",  "ao",   "ap",   "at",
    "au",  "ay",   "ăc",   "ăk",   "ăm",  "ăn",  "ăng",  "ăp",   "ăt",   "âc",   "âm",   "ân",
    "âng", "âp",   "ât",   "âu",   "ây",  "e",   "ec",   "em",   "en",   "eng",  "eo",   "ep",
    "et",  "ê",    "êch",  "êm",   "ên",  "êng", "ênh",  "êp",   "êt",   "êu",   "i",    "ia",
    "ich", "im",   "in",   "inh",  "ip",  "it",  "iu",   "iêc",  "iêm",  "iên",  "iêng", "iêp",
    "iêt", "iêu",  "o",    "oc",   "oi",  "om",  "on",   "ong",  "ooc",  "oong", "op",   "ot",
    "oa",  "oac",  "oach", "oai",  "oam", "oan", "oang", "oanh", "oao",  "oap",  "oat",  "oay",
    "oăc", "oăm",  "oăn",  "oăng", "oăt", "oe",  "oem",  "oen",  "oeo",  "oet",  "ô",    "ôc",
    "ôi",  "ôm",   "ôn",   "ông",  "ôp",  "ôt",  "ơ",    "ơi",   "ơm",   "ơn",   "ơp",   "ơt",
    "u",   "ua",   "uc",   "ui",   "um",  "un",  "ung",  "up",   "ut",   "uân",  "uâng", "uât",
    "uây", "uê",   "uêch", "uênh", "uôc", "uôi", "uôm",  "uôn",  "uông", "uôt",  "uơ",   "uy",
    "uya", "uych", "uyn",  "uynh", "uyp", "uyt", "uyu",  "uyên", "uyêt", "ư",    "ưa",   "ưc",
    "ưi",  "ưm",   "ưn",   "ưng",  "ưt",  "ưu",  "ươc",  "ươi",  "ươm",  "ươn",  "ương", "ươp",
    "ươt", "ươu",  "y",    "ych",  "ym",  "yn",  "ynh",  "yt",   "yê",   "yêm",  "yên",  "yêng",
    "yêt", "yêu",
};

enum {
    ONSET_COUNT = sizeof onsets / sizeof onsets[0],
    RHYME_COUNT = sizeof rhymes / sizeof rhymes[0],
    LETTER_BITS = 5,
    LONGEST_ONSET = 3,
    LONGEST_RHYME = 4,
    PART_SLOTS = 512, /* more than twice as many as there are rhymes */
};

/* The letters of a syllable or of a part of it, LETTER_BITS each, the last one lowest. */
typedef uint64_t spelling_key;

/* Finds the number of an onset or rhyme by its spelling: open addressing, as both sets are fixed.
 */
struct part_table {
    spelling_key keys[PART_SLOTS]; /* 0 marks a free slot */
    uint8_t numbers[PART_SLOTS];
};

/* A rhyme's letters that bear the tone mark, from 0, in either style. */
struct tone_places {
    uint8_t older, newer;
};

static struct part_table onset_table, rhyme_table;
static struct tone_places tone_places[RHYME_COUNT];
static bool tables_are_filled;

static uint32_t counts[ONSET_COUNT][RHYME_COUNT][TONE_COUNT];

static unsigned first_slot(spelling_key key)
{
    return (unsigned) (key * 0x9E3779B97F4A7C15u >> 55); /* Fibonacci hashing; 9 bits are left */
}

static void add_part(struct part_table *table, spelling_key key, unsigned number)
{
    unsigned slot = first_slot(key);
    while (table->keys[slot])
        slot = (slot + 1) % PART_SLOTS;
    table->keys[slot] = key;
    table->numbers[slot] = (uint8_t) number;
}

/* Returns false where the key is not in the table. */
static bool find_part(const struct part_table *table, spelling_key key, uint8_t *number)
{
    unsigned slot = first_slot(key);
    while (table->keys[slot] && table->keys[slot] != key)
        slot = (slot + 1) % PART_SLOTS;
    *number = table->numbers[slot];
    return table->keys[slot] != 0;
}

static bool is_vowel(uint32_t letter)
{
    return letter_with_tone(letter, TONE_GRAVE) != 0;
}

/* Rhymes of two vowels, both plain, of which the second is the peak: oa, oe, uy. */
static bool has_choice(const uint32_t *letters)
{
    return (letters[0] == 'o' && (letters[1] == 'a' || letters[1] == 'e')) ||
           (letters[0] == 'u' && letters[1] == 'y');
}

/* The last vowel with a circumflex, breve or horn bears the mark. Of plain vowels it is the only
 * one, the middle one of three, the second of two before a consonant, and else the first. */
static struct tone_places find_tone_places(const uint32_t *letters, unsigned count)
{
    unsigned vowels = 0, modified = count;
    for (; vowels < count && is_vowel(letters[vowels]); vowels++)
        if (letters[vowels] >= 0x80)
            modified = vowels;
    if (modified < count)
        return (struct tone_places){(uint8_t) modified, (uint8_t) modified};
    if (vowels == 3 || (vowels == 2 && count > 2))
        return (struct tone_places){1, 1};
    return (struct tone_places){0, vowels == 2 && has_choice(letters)};
}

/* Takes the letters of a string. Returns how many they are, and their key. */
static unsigned spell(const char *string, uint32_t letters[SYLLABLE_LETTERS], spelling_key *key)
{
    struct slice text = slice_from_string(string);
    unsigned count = 0;
    *key = 0;
    while (count < SYLLABLE_LETTERS && unicode_next(&text, &letters[count]))
        *key = *key << LETTER_BITS | letter_read(letters[count++]).number;
    return count;
}

static void fill_tables(void)
{
    uint32_t letters[SYLLABLE_LETTERS];
    spelling_key key;
    for (unsigned i = 1; i < ONSET_COUNT; i++) { /* the first is empty */
        spell(onsets[i], letters, &key);
        add_part(&onset_table, key, i);
    }
    for (unsigned i = 0; i < RHYME_COUNT; i++) {
        tone_places[i] = find_tone_places(letters, spell(rhymes[i], letters, &key));
        add_part(&rhyme_table, key, i);
    }
    tables_are_filled = true;
}

/* What was read of a word. */
struct reading {
    spelling_key key;
    unsigned consonants; /* before the first vowel */
};

/* Divides the syllable after `length` letters. Returns false where these are no onset or the rest
 * is no rhyme. */
static bool divide(struct syllable *syllable, spelling_key key, unsigned length)
{
    unsigned rest = syllable->length - length;
    if (length > LONGEST_ONSET || !rest || rest > LONGEST_RHYME)
        return false;
    spelling_key rhyme = key & (((spelling_key) 1 << rest * LETTER_BITS) - 1);
    syllable->onset = 0;
    syllable->onset_length = (uint8_t) length;
    return find_part(&rhyme_table, rhyme, &syllable->rhyme) &&
           (!length || find_part(&onset_table, key >> rest * LETTER_BITS, &syllable->onset));
}

/* Takes the letters of the word and its one tone. Returns false where there are too many of either
 * or a letter is no Vietnamese one. */
static bool take_letters(struct slice word, struct syllable *syllable, struct reading *reading)
{
    uint32_t character;
    bool has_vowel = false;
    *syllable = (struct syllable){.tone = TONE_LEVEL};
    *reading = (struct reading){0};
    while (unicode_next(&word, &character)) {
        struct letter letter = letter_read(character);
        if (syllable->length == SYLLABLE_LETTERS || !letter.number)
            return false;
        if (letter.tone != TONE_LEVEL) {
            if (syllable->tone != TONE_LEVEL)
                return false;
            syllable->tone = letter.tone;
            syllable->tone_at = syllable->length;
        }
        has_vowel = has_vowel || letter.is_vowel;
        if (!has_vowel)
            reading->consonants++;
        reading->key = reading->key << LETTER_BITS | letter.number;
        syllable->length++;
    }
    return has_vowel;
}

bool syllable_parse(struct slice word, struct syllable *syllable)
{
    struct reading reading;
    if (!tables_are_filled)
        fill_tables();
    if (!take_letters(word, syllable, &reading))
        return false;
    /* with one letter more, which is a vowel, only gi and qu are onsets */
    return (reading.consonants == 1 && divide(syllable, reading.key, 2)) ||
           divide(syllable, reading.key, reading.consonants);
}

unsigned syllable_tone_place(const struct syllable *syllable, enum tone_style style)
{
    struct tone_places places = tone_places[syllable->rhyme];
    unsigned place = style == TONE_STYLE_NEW ? places.newer : places.older;
    return syllable->onset_length + place;
}

static const char *take_count(void *context, struct slice line)
{
    struct slice word;
    struct syllable syllable;
    uint32_t count = 0;
    (void) context;
    slice_cut(&line, ' ', &word);
    if (!syllable_parse(word, &syllable))
        return "no Vietnamese syllable, expected one, a space and its count";
    for (size_t i = 0; i < line.length; i++) {
        if (line.bytes[i] < '0' || line.bytes[i] > '9' || i > 8)
            return "no count, expected a number of at most 9 digits behind the syllable";
        count = count * 10 + (uint32_t) (line.bytes[i] - '0');
    }
    if (!count)
        return "no count, expected a positive number behind the syllable";
    counts[syllable.onset][syllable.rhyme][syllable.tone] += count;
    return NULL;
}

bool syllable_load(void)
{
    memset(counts, 0, sizeof counts);
    return data_load("vi", "syllables.txt", take_count, NULL);
}

uint32_t syllable_count(const struct syllable *syllable)
{
    return counts[syllable->onset][syllable->rhyme][syllable->tone];
}

unsigned syllable_onset_sound(const struct syllable *syllable)
{
    static const char *const spellings[][2] = {{"k", "c"}, {"gh", "g"}, {"ngh", "ng"}};
    const char *onset = onsets[syllable->onset];
    for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++)
        if (strcmp(onset, spellings[i][0]) == 0)
            onset = spellings[i][1];
    unsigned number = 0;
    while (strcmp(onsets[number], onset) != 0)
        number++;
    return number;
}
