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

/* TP, the first of it in Cyrillic: capital consonants of the very shape among other words, none of
 * which is honest in that script (the caller knows). */
static bool is_mixed_abbreviation(const struct line *line, const struct word *word)
{
    return word->is_exact && lookalike_is_one_kind(word->kinds) && plain_letters(word) &&
           !word->digits && lookalikes_is_abbreviation(lookalikes_reading(line, word)) &&
           line->in_language + line->others + line->abbreviations > 1;
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
    if (is_mixed_abbreviation(line, word))
        return true;
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

/* NÐ-CP and QÐ/TW: of a Vietnamese line or in the number of a document. */
static bool converts_abbreviation(const struct line *line, const struct word *word)
{
    if (line->is_germanic || !lookalikes_is_abbreviation(lookalikes_reading(line, word)))
        return false;
    return line_is_in_language(line) || lookalikes_has_company(line, word) ||
           (word->is_beside_slash && !line->others);
}

static bool converts_d(const struct line *line, const struct word *word)
{
    if (!lookalikes_is_in_language(word))
        return converts_abbreviation(line, word);
    if (word->has_own_letter)
        return true;
    if (line->is_germanic)
        return false;
    if (word->begins_icelandic && has_other_marks(lookalikes_reading(line, word)))
        return true;
    return line_is_in_language(line) || lookalikes_has_company(line, word) ||
           (word->begins_icelandic && !line->others && line->in_language >= 3);
}

/* Roman numerals as letters among others; not items of a list: ⅰa, ⅴb. */
static bool converts_numeral(const struct line *line, const struct word *word)
{
    struct slice reading = lookalikes_reading(line, word);
    bool may_be_item = word->letters == 2 && !word->is_marked &&
                       strchr("abcdeABCDE", reading.bytes[reading.length - 1]);
    return lookalikes_is_in_language(word) && plain_letters(word) && !may_be_item &&
           (word->is_marked || line_is_in_language(line) || lookalikes_has_company(line, word));
}

/* ¢áo: the sign begins a word in small letters. */
static bool converts_sign(const struct line *line, const struct word *word)
{
    return lookalikes_is_in_language(word) && word->is_marked && word->begins_with_sign &&
           word->disguised == 1 && !word->has_capital &&
           (line_is_in_language(line) || lookalikes_has_company(line, word));
}

/* Letters of phonetic and other Latin alphabets, where the line is in the language. In a short line
 * only the very shape will do, or the other letters of a longer word. */
static bool converts_ipa(const struct line *line, const struct word *word)
{
    bool is_telling = word->is_exact || (word->is_marked && word->letters >= 4);
    if (!lookalikes_is_in_language(word) || word->is_quoted)
        return false;
    return line_is_in_language(line) || (is_telling && lookalikes_has_company(line, word));
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
    if (word->kinds & LOOKALIKE_BIT(SIGN))
        return converts_sign(line, word);
    if (word->kinds & LOOKALIKE_BIT(NUMERAL))
        return converts_numeral(line, word);
    return converts_ipa(line, word);
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
