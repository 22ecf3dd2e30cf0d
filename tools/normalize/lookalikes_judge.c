#include "lookalikes_judge.h"

#include "unicode.h"

static bool line_is_in_language(const struct line *line)
{
    return (line->own > 0 || line->marked >= 3) && line->in_language > line->others;
}

/* Letters of the word that are Latin and not in the table. */
static uint32_t plain_letters(const struct word *word)
{
    return word->letters + word->digits - word->disguised;
}

bool lookalikes_mixes_honestly(const struct line *line, const struct word *word)
{
    return word->scripts & line->honest_scripts;
}

/* Greek letters are terms: one of them beside one or two Latin letters tells nothing. */
static bool may_be_term(const struct word *word)
{
    return lookalikes_has_only(word, LOOKALIKE_BIT(GREEK)) && word->letters < 3 &&
           !word->is_exact && !word->is_marked;
}

/* ABC, as items are numbered; or nothing that could be spoken. */
static bool is_spoken(const struct line *line, const struct word *word)
{
    struct slice rest = lookalikes_reading(line, word);
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
    return lookalikes_has_only(word, LOOKALIKE_BIT(CYRILLIC)) && !word->is_surely_latin &&
           !word->is_marked && !line_is_in_language(line);
}

static bool converts_script(const struct line *line, const struct word *word)
{
    if (lookalikes_mixes_honestly(line, word))
        return lookalikes_is_in_language(word) && word->has_telling_mark;
    if (lookalikes_is_pure(word))
        return lookalikes_is_in_language(word) && (word->has_telling_mark || word->has_latin_mark);
    if (is_script_misspelled(line, word))
        return false;
    if (lookalikes_is_in_language(word))
        return !may_be_term(word);
    return word->is_exact && word->letters >= 3 && lookalike_is_one_kind(word->kinds) &&
           is_spoken(line, word);
}

static bool converts_small(const struct line *line, const struct word *word)
{
    uint32_t phonetic = word->of_kind[LOOKALIKE_PHONETIC_CAPITAL];
    uint32_t capitals = phonetic + word->of_kind[LOOKALIKE_SMALL_CAPITAL];
    bool is_pure = capitals == word->letters;
    if (!lookalikes_is_in_language(word))
        return capitals > phonetic && capitals >= 2 && lookalikes_has_only(word, LOOKALIKE_SMALL) &&
               capitals * 2 >= word->letters;
    if (capitals > phonetic)
        return capitals >= 2 || word->is_marked || line_is_in_language(line);
    if (is_pure)
        return word->letters >= 3 || word->is_marked;
    return line_is_in_language(line) && (capitals >= 2 || word->is_marked);
}

static bool converts_fullwidth(const struct line *line, const struct word *word)
{
    if (lookalikes_is_in_language(word) && word->is_marked)
        return true;
    if (line->is_ideographic)
        return false;
    return line_is_in_language(line) ? lookalikes_is_in_language(word) || word->letters >= 3
                                     : word->letters >= 3 && plain_letters(word);
}

static bool converts_superscript(const struct word *word)
{
    if (plain_letters(word))
        return word->is_marked && word->begins_raised && lookalikes_is_in_language(word) &&
               word->of_kind[LOOKALIKE_SUPERSCRIPT] >= 2;
    return lookalikes_is_in_language(word) && word->letters >= 3;
}

static bool converts_styled(const struct line *line, const struct word *word)
{
    uint32_t styled = word->of_kind[LOOKALIKE_MATHEMATICAL] + word->of_kind[LOOKALIKE_DIGIT];
    if (word->kinds & LOOKALIKE_BIT(FULLWIDTH))
        return converts_fullwidth(line, word);
    if (word->kinds & LOOKALIKE_BIT(SUPERSCRIPT))
        return converts_superscript(word);
    if (lookalikes_is_in_language(word) &&
        (word->is_marked || (word->letters >= 3 && plain_letters(word))))
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
    if (!lookalikes_is_in_language(word))
        return lookalikes_is_abbreviation(lookalikes_reading(line, word)) &&
               line_is_in_language(line) && !line->is_germanic;
    if (word->has_own_letter)
        return true;
    if (line->is_germanic)
        return false;
    if (word->begins_icelandic && has_other_marks(lookalikes_reading(line, word)))
        return true;
    return line_is_in_language(line) ||
           (word->begins_icelandic && !line->others && line->in_language >= 3);
}

/* What has a mark on every other letter has them for the look, and is no word so. */
static bool is_decorated(const struct word *word)
{
    return word->marks * 2 > word->letters;
}

bool lookalikes_is_disguised(const struct line *line, const struct word *word)
{
    bool is_certain = lookalikes_is_in_language(word) && word->is_marked;
    if (!word->is_readable || word->letters + word->digits < 2)
        return false;
    if (!lookalikes_is_in_language(word) && is_decorated(word))
        return false;
    if (word->is_bracketed && lookalikes_has_only(word, LOOKALIKE_PHONETIC))
        return false;
    if (word->is_in_formula && !(is_certain && word->letters >= 2))
        return false;
    if (word->kinds & LOOKALIKE_SCRIPTS)
        return converts_script(line, word);
    if (word->kinds & LOOKALIKE_STYLED)
        return converts_styled(line, word);
    if (word->kinds & LOOKALIKE_SMALL)
        return converts_small(line, word);
    if (word->kinds & LOOKALIKE_BIT(LATIN_D))
        return converts_d(line, word);
    return lookalikes_is_in_language(word) && line_is_in_language(line) && !word->is_quoted;
}

bool lookalikes_is_disguised_too(const struct line *line, const struct word *word)
{
    if (!word->is_readable || (word->is_bracketed && lookalikes_has_only(word, LOOKALIKE_PHONETIC)))
        return false;
    if (word->kinds == LOOKALIKE_BIT(DIGIT) && !plain_letters(word))
        return line->strong_kinds & LOOKALIKE_BIT(MATHEMATICAL);
    if (word->letters < 2 || word->is_in_formula || lookalikes_mixes_honestly(line, word))
        return false;
    if (word->kinds & LOOKALIKE_STYLED)
        return (line->strong_kinds & word->kinds & LOOKALIKE_STYLED) && !plain_letters(word) &&
               !(line->is_ideographic && word->kinds & LOOKALIKE_BIT(FULLWIDTH));
    return lookalikes_is_in_language(word) && (line->strong_kinds & LOOKALIKE_SHAPES) &&
           (word->kinds & LOOKALIKE_SHAPES);
}
