#include "mojibake.h"

#include "codepage.h"
#include "unicode.h"

/* How a line is read again:
 *
 * A unit is the characters that the bytes of one character were read as: `Ã´` for ô, `á»‡` for ệ.
 * It is certain where no one writes so, doubtful where someone may: `XÃ”` is Xã in capitals and a
 * quote, or Xô. A line with a certain unit is given away. Then its doubtful units are read again as
 * well, if no honest letter stands in the line, and what was lost is looked for: a loss is a unit
 * without its last character. Words of the language decide what it was. */

enum {
    MOST_READINGS = 4,
    NO_BREAK_SPACE = 0xA0,
    SOFT_HYPHEN = 0xAD,
    LEFT_GUILLEMET = 0xAB,
    RIGHT_GUILLEMET = 0xBB,
    I_ACUTE = 0xED,
    CAPITAL_D_STROKE = 0x110,
    F_HOOK = 0x192,
    RIGHT_QUOTE = 0x201D,
};

/* Bytes that sequences begin with, by the character that windows-1252 has for them. */
enum {
    LEAD_A_CIRCUMFLEX = 0xC2, /* Â, of U+0080 to U+00BF */
    LEAD_A_TILDE = 0xC3,      /* Ã, of À to ÿ */
    LEAD_A_DIAERESIS = 0xC4,  /* Ä, of Đ đ Ă ă */
    LEAD_A_ACUTE_SMALL = 0xE1,
    LEAD_A_CIRCUMFLEX_SMALL = 0xE2,
};

/* Characters */

/* The pages that bytes are taken for. windows-1252, windows-1258 and Latin-1 are one here: none has
 * a character in the place of another one's, so that all three can be told at once. */
enum page { PAGE_WINDOWS, PAGE_MAC, PAGE_COUNT };

/* The byte that was read as this character, from 80 hex up; -1 where there is none. The tone marks
 * of windows-1258 are left out: they stand between letters and quotes in honest decomposed text. */
static int byte_of(enum page page, uint32_t character)
{
    if (character < 0x80)
        return -1;
    if (page == PAGE_MAC)
        return codepage_byte(CODEPAGE_MAC_ROMAN, character);
    if (character < 0x100)
        return (int) character;
    int byte = codepage_byte(CODEPAGE_WINDOWS_1252, character);
    if (byte < 0 && unicode_is_letter(character))
        byte = codepage_byte(CODEPAGE_WINDOWS_1258, character);
    return byte;
}

static bool is_continuation(int byte)
{
    return byte >= 0x80 && byte < 0xC0;
}

/* What Mac Roman has for « » … ‘ ’ “ ” and the no-break space, which stand before letters every
 * day; the letters that they would lead to are rare. */
static bool is_mac_punctuation(int byte)
{
    return (byte >= 0xC7 && byte <= 0xCA) || (byte >= 0xD2 && byte <= 0xD5);
}

/* The bytes of a sequence that begins with this one; 0 if none does. */
static unsigned sequence_length(enum page page, int lead)
{
    if (lead < 0xC2 || lead > 0xF4 || (page == PAGE_MAC && is_mac_punctuation(lead)))
        return 0;
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* 0 for the empty text. */
static uint32_t first_character(struct slice text)
{
    uint32_t character = 0;
    unicode_next(&text, &character);
    return character;
}

static struct slice without_first(struct slice text)
{
    uint32_t character;
    unicode_next(&text, &character);
    return text;
}

static bool is_among(uint32_t character, struct slice characters)
{
    uint32_t one;
    while (unicode_next(&characters, &one))
        if (one == character)
            return true;
    return false;
}

static bool is_lower(uint32_t character)
{
    return unicode_class_of(character) == UNICODE_LOWER;
}

/* True for what words are made of. */
static bool is_in_words(uint32_t character)
{
    return unicode_is_letter(character) || unicode_class_of(character) == UNICODE_MARK;
}

/* True for what has no space before it. */
static bool closes(uint32_t character)
{
    return !character || is_among(character, SLICE(" .,;:!?)]}»’”…"));
}

/* What is met in text of any language: Latin letters, marks on them, punctuation, signs, emoji. One
 * alone is enough to read as text. */
static bool is_common(uint32_t character)
{
    static const struct range {
        uint32_t first, last;
    } ranges[] = {
        {0xA0, 0x338},      {0x1E00, 0x1EFF},   {0x2000, 0x2BFF}, {0xFB00, 0xFB06},
        {0xFE0F, 0xFE0F},   {0xFEFF, 0xFEFF},   {0xFF01, 0xFF5E}, {0xFFFD, 0xFFFD},
        {0x1D400, 0x1D7FF}, {0x1F000, 0x1FAFF},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
        if (character >= ranges[i].first && character <= ranges[i].last)
            return true;
    return false;
}

/* A number that characters of one script have in common, never 0: near enough for runs. */
static uint32_t script_of(uint32_t character)
{
    enum { EAST_ASIA = 0x2E80 };
    return character < EAST_ASIA ? 1 + character / 0x100 : EAST_ASIA;
}

/* Units */

struct unit {
    uint32_t read_as[4]; /* what its bytes were taken for */
    unsigned count;      /* of these */
    size_t length;       /* in bytes of the text as it stands */
    uint32_t character;
};

/* Reads the unit that the text begins with. Returns false where none does. */
static bool unit_read(struct unit *unit, enum page page, struct slice text)
{
    char bytes[4];
    unsigned wanted = 1;
    struct slice rest = text;
    for (unit->count = 0; unit->count < wanted; unit->count++) {
        uint32_t *character = &unit->read_as[unit->count];
        if (!unicode_next(&rest, character))
            return false;
        int byte = byte_of(page, *character);
        if (unit->count == 0)
            wanted = sequence_length(page, byte);
        else if (!is_continuation(byte))
            return false;
        bytes[unit->count] = (char) byte;
    }
    unit->length = text.length - rest.length;
    return wanted && unicode_decode(bytes, bytes + wanted, &unit->character) == wanted;
}

/* True for what honest text has right behind a word: quotes, dashes, footnote signs. */
static bool may_end_word(uint32_t character)
{
    return is_among(character, SLICE("\u00A0\u00AD«»‹›‘’“”–—…·•®™°¹²³†‡"));
}

/* True for what honest text has between letters. Š and Ž stand there in Czech: VÝŠKA, ÚŽAS. */
static bool may_join_letters(uint32_t character)
{
    return is_among(character, SLICE("\u00AD·’–—…ŠšŽž"));
}

/* True where each continuation may also be honest behind the character before it. In Mac Roman: in
 * formulas, behind a root sign or a difference. */
static bool has_honest_tail(enum page page, const struct unit *unit)
{
    for (unsigned i = 1; i < unit->count; i++) {
        uint32_t character = unit->read_as[i];
        bool is_last = i + 1 == unit->count;
        bool is_honest = page == PAGE_MAC ? is_among(character, SLICE("µΩπ∂∏∑∫"))
                         : is_last        ? may_end_word(character) || may_join_letters(character)
                                          : closes(character);
        if (!is_honest)
            return false;
    }
    return true;
}

/* What stands around a unit. */
struct neighbours {
    uint32_t before, after; /* 0 at the ends */
};

/* True where an honest letter may follow the unit, which has two characters and an honest tail: a
 * space may be missing between words in capitals, a word may go on behind the mark. `Ã` is no word
 * alone, and does not stand before the letters that are marks here. */
static bool may_go_on(const struct unit *unit, struct neighbours around)
{
    uint32_t lead = unit->read_as[0], last = unit->read_as[1];
    bool is_behind_capital = unicode_class_of(around.before) == UNICODE_UPPER;
    bool is_a_tilde = byte_of(PAGE_WINDOWS, lead) == LEAD_A_TILDE;
    bool is_inside = last == SOFT_HYPHEN || unicode_is_letter(last);
    if (is_inside)
        return !is_a_tilde && (is_lower(lead) || !(is_lower(last) || is_lower(around.after)));
    if (is_a_tilde && !is_behind_capital)
        return false;
    if (last == NO_BREAK_SPACE)
        return true;
    if (closes(last) && !may_join_letters(last))
        return !is_lower(around.after) || (is_behind_capital && !is_lower(unit->character));
    return may_join_letters(last);
}

/* `Â` ends words in capitals, seldom; alone it is the name of a letter. */
static bool may_follow_a_circumflex(uint32_t character, enum unicode_class before)
{
    if (character == NO_BREAK_SPACE)
        return before == UNICODE_SPACE;
    if (before == UNICODE_UPPER && is_among(character, SLICE("«¹²³")))
        return true;
    return character == RIGHT_GUILLEMET;
}

static bool may_be_honest_in_windows(const struct unit *unit, struct neighbours around)
{
    uint32_t lead = unit->read_as[0], last = unit->read_as[unit->count - 1];
    int byte = byte_of(PAGE_WINDOWS, lead);
    enum unicode_class before = unicode_class_of(around.before);
    if (!has_honest_tail(PAGE_WINDOWS, unit) || (before == UNICODE_LOWER && !is_lower(lead)))
        return false;
    if (byte == LEAD_A_TILDE && before == UNICODE_DIGIT)
        return false;
    if (byte == LEAD_A_CIRCUMFLEX && !may_follow_a_circumflex(last, before))
        return false;
    if (!unicode_is_letter(around.after))
        return true;
    return unit->count == 2 ? may_go_on(unit, around) : unicode_is_dash(last);
}

/* What reads as windows-1252 as well is left to that page. Of the letters ƒ is no honest one: it is
 * a sign for functions and florins, and the lead of đ and ă. */
static bool may_be_honest_in_mac(const struct unit *unit, struct neighbours around)
{
    uint32_t lead = unit->read_as[0];
    bool is_windows = sequence_length(PAGE_WINDOWS, byte_of(PAGE_WINDOWS, lead)) &&
                      is_continuation(byte_of(PAGE_WINDOWS, unit->read_as[1]));
    bool is_word = unicode_is_letter(lead) && lead != F_HOOK;
    bool is_formula = has_honest_tail(PAGE_MAC, unit) &&
                      !(unicode_is_letter(around.before) && unicode_is_letter(around.after));
    return is_windows || is_word || is_formula;
}

/* True where a unit may be what an honest writer meant. */
static bool may_be_honest(enum page page, const struct unit *unit, struct neighbours around)
{
    return page == PAGE_MAC ? may_be_honest_in_mac(unit, around)
                            : may_be_honest_in_windows(unit, around);
}

/* True where units of one script stand in a row, enough of them to rule chance out. */
static bool run_convinces(enum page page, struct slice text, uint32_t script)
{
    enum { CONTINUATIONS = 3 };
    struct unit unit;
    unsigned continuations = 0;
    bool is_honest = true;
    while (continuations < CONTINUATIONS && unit_read(&unit, page, text) &&
           script_of(unit.character) == script) {
        continuations += unit.count - 1;
        is_honest = is_honest && has_honest_tail(page, &unit);
        text = slice_from_offset(text, unit.length);
    }
    return continuations >= CONTINUATIONS && !is_honest;
}

/* A place in the text, and what the judgement of a unit there depends on. */
struct place {
    struct slice rest;
    uint32_t before; /* the character before it, as it stands; 0 at the start */
    uint32_t script; /* of the convincing run that reaches up to here; 0: none does */
};

static void place_advance(struct place *place, size_t length, uint32_t script)
{
    place->before = unicode_last(slice_of(place->rest.bytes, length));
    place->script = script;
    place->rest = slice_from_offset(place->rest, length);
}

/* Advances by the first character. */
static void place_step(struct place *place)
{
    place_advance(place, place->rest.length - without_first(place->rest).length, 0);
}

/* Returns true where the unit, which is the one at the place, can be nothing honest. Sets *script
 * to that of the run to which it belongs, or 0. */
static bool is_certain(enum page page, const struct place *place, const struct unit *unit,
                       uint32_t *script)
{
    *script = 0;
    if (is_common(unit->character)) {
        uint32_t after = first_character(slice_from_offset(place->rest, unit->length));
        return !may_be_honest(page, unit, (struct neighbours){place->before, after});
    }
    uint32_t own = script_of(unit->character);
    if (own != place->script && !run_convinces(page, place->rest, own))
        return false;
    *script = own;
    return true;
}

/* Losses */

struct loss {
    char bytes[3];  /* what is left of its bytes, and room for the missing one */
    unsigned count; /* of those left */
    size_t length;  /* in bytes of the text as it stands */
};

/* True for what may be left of a unit: the first one or two bytes of Vietnamese letters, tone
 * marks, quotes, and of the Greek and Russian letters that end in A0. */
static bool is_worth_mending(int lead, int second)
{
    switch (lead) {
    case LEAD_A_CIRCUMFLEX:
    case LEAD_A_TILDE:
    case LEAD_A_DIAERESIS:
    case 0xC5:
    case 0xC6:
    case 0xCC:
    case 0xCE:
    case 0xD0:
        return true;
    case LEAD_A_ACUTE_SMALL:
        return second == 0xBA || second == 0xBB;
    case LEAD_A_CIRCUMFLEX_SMALL:
        return second == 0x80;
    default:
        return false;
    }
}

/* Reads what is left of a unit at the start of the text, where unit_read found none. Mac Roman has
 * a character for every byte, and loses nothing. */
static bool loss_read(struct loss *loss, enum page page, struct slice text)
{
    struct slice rest = text;
    uint32_t character;
    if (page == PAGE_MAC || !unicode_next(&rest, &character))
        return false;
    int lead = byte_of(page, character), second = -1;
    loss->count = sequence_length(page, lead) == 3 ? 2 : 1;
    if (loss->count == 2 && unicode_next(&rest, &character))
        second = byte_of(page, character);
    loss->bytes[0] = (char) lead;
    loss->bytes[1] = (char) second;
    loss->length = text.length - rest.length;
    return is_worth_mending(lead, second);
}

/* The character that the bytes left and this one make. */
static uint32_t loss_mend(struct loss loss, int byte)
{
    uint32_t character = UNICODE_REPLACEMENT;
    loss.bytes[loss.count] = (char) byte;
    unicode_decode(loss.bytes, loss.bytes + loss.count + 1, &character);
    return character;
}

static int loss_lead(const struct loss *loss)
{
    return (unsigned char) loss->bytes[0];
}

/* The bytes that windows-1252 has nothing for. */
static const uint8_t holes[] = {0x81, 0x8D, 0x8F, 0x90, 0x9D};

static bool is_hole(int byte)
{
    return byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D;
}

/* What programs write for a byte that stands for nothing. */
static bool marks_hole(uint32_t character)
{
    return character == '?' || character == UNICODE_REPLACEMENT;
}

/* The evidence */

/* What a byte that is easily lost may be. */
enum fragile { FRAGILE_NONE, FRAGILE_SPACE = 1, FRAGILE_HYPHEN = 2, FRAGILE_HOLE = 4 };

static enum fragile fragility_of(int byte)
{
    return byte == NO_BREAK_SPACE ? FRAGILE_SPACE
           : byte == SOFT_HYPHEN  ? FRAGILE_HYPHEN
           : is_hole(byte)        ? FRAGILE_HOLE
                                  : FRAGILE_NONE;
}

/* What a line shows when read as a page's misreading. */
struct evidence {
    size_t certain;  /* units that only mojibake explains, and losses */
    size_t doubtful; /* units that it may explain */
    size_t honest;   /* letters that are not ASCII and opening guillemets, of neither */
    size_t small;    /* letters from a to z */
    unsigned intact; /* fragile bytes that stand in units: such were not lost in this line */
};

static void weigh_unit(struct evidence *evidence, enum page page, struct place *place,
                       const struct unit *unit)
{
    uint32_t script;
    if (is_certain(page, place, unit, &script))
        evidence->certain++;
    else
        evidence->doubtful++;
    evidence->intact |= fragility_of(byte_of(page, unit->read_as[unit->count - 1]));
    place_advance(place, unit->length, script);
}

/* A loss is certain in `lÃ`: a capital behind a small letter, and nothing behind it. No other lead
 * comes to stand so: of the letters that end in A0 à is the only small one. */
static void weigh_loss(struct evidence *evidence, struct place *place, const struct loss *loss)
{
    bool is_inside = is_lower(place->before) && loss_lead(loss) == LEAD_A_TILDE;
    place_advance(place, loss->length, 0);
    evidence->certain += is_inside && !unicode_is_letter(first_character(place->rest));
}

static struct evidence gather_evidence(enum page page, struct slice text)
{
    struct evidence evidence = {0};
    struct place place = {.rest = text};
    while (place.rest.length) {
        struct unit unit;
        struct loss loss;
        uint32_t character = first_character(place.rest);
        if (character < 0x80) {
            evidence.small += character >= 'a' && character <= 'z';
            place_step(&place);
        } else if (unit_read(&unit, page, place.rest)) {
            weigh_unit(&evidence, page, &place, &unit);
        } else if (loss_read(&loss, page, place.rest)) {
            weigh_loss(&evidence, &place, &loss);
        } else {
            evidence.honest += unicode_is_letter(character) || character == LEFT_GUILLEMET;
            place_step(&place);
        }
    }
    return evidence;
}

/* Words */

enum {
    WORD_LETTERS = 9, /* of the longest syllable, nghiêng, and two marks */
    WORD_LOSSES = 2,  /* in one syllable: Đ and a vowel */
    CORPUS = 10000000 /* words, of which word_frequency tells */
};

struct word {
    uint32_t letters[WORD_LETTERS];
    unsigned count;
};

/* One reading of a line. */
struct reader {
    const struct language *language;
    enum page page;
    struct evidence evidence;
    struct buffer *out;
    struct buffer spelled, composed; /* a word, for word_frequency */
};

/* True for words in capitals, in small letters, and in small letters but for the first one. */
static bool word_has_even_case(const struct word *word)
{
    bool has_small = is_lower(word->letters[0]), has_capital = false;
    for (unsigned i = 1; i < word->count; i++) {
        enum unicode_class class = unicode_class_of(word->letters[i]);
        has_small = has_small || class == UNICODE_LOWER;
        has_capital = has_capital || class == UNICODE_UPPER;
    }
    return !(has_small && has_capital);
}

/* The word in Normalization Form C, which costs something only where it has marks. */
static struct slice spell(struct reader *reader, const struct word *word)
{
    bool has_marks = false;
    buffer_clear(&reader->spelled);
    for (unsigned i = 0; i < word->count; i++) {
        has_marks = has_marks || unicode_class_of(word->letters[i]) == UNICODE_MARK;
        unicode_append(&reader->spelled, word->letters[i]);
    }
    if (!has_marks)
        return buffer_slice(&reader->spelled);
    buffer_clear(&reader->composed);
    unicode_append_nfc(&reader->composed, buffer_slice(&reader->spelled));
    return buffer_slice(&reader->composed);
}

/* How often the word is met; 0 also where its case is none that words are written in. */
static uint32_t frequency_of(struct reader *reader, const struct word *word)
{
    if (!word->count || !word_has_even_case(word))
        return 0;
    return reader->language->word_frequency(spell(reader, word));
}

/* Takes the word that *text begins with off it, as it stands. Returns false where it is too long to
 * be one of the language. */
static bool take_as_is(struct slice *text, struct word *word)
{
    word->count = 0;
    while (is_in_words(first_character(*text))) {
        if (word->count == WORD_LETTERS)
            return false;
        unicode_next(text, &word->letters[word->count++]);
    }
    return true;
}

/* The search for the best of all the words that the text may begin with. */
struct search {
    struct reader *reader;
    struct word word;     /* as far as it is read */
    unsigned losses;      /* in it */
    unsigned weight;      /* how much likelier these losses are than others */
    bool is_alone;        /* what comes behind the word is of no account */
    bool has_open_space;  /* a space stands behind a loss: its own, or one between words */
    bool has_taken_space; /* it was taken for its own */
    struct best {
        uint64_t score; /* 0: there is no word */
        uint32_t frequency;
        struct word word;
        struct slice rest; /* what comes behind it */
    } best;
};

static void search_on(struct search *search, struct slice rest);

static struct best best_word_alone(struct reader *reader, struct slice text, unsigned losses)
{
    struct search search = {.reader = reader,
                            .losses = WORD_LOSSES - losses,
                            .weight = 1,
                            .is_alone = true,
                            .best.rest = text};
    search_on(&search, text);
    return search.best;
}

/* How likely what comes behind a word is. Two words compete with one by how often they come to
 * stand beside each other by chance. */
static uint64_t weight_of_rest(struct search *search, struct slice rest)
{
    if (search->is_alone)
        return 1;
    if (!search->has_open_space || search->has_taken_space)
        return CORPUS;
    uint32_t next = best_word_alone(search->reader, without_first(rest), WORD_LOSSES).frequency;
    return next ? next : 1;
}

/* The word as far as it was read ends here. */
static void search_end(struct search *search, struct slice rest)
{
    uint32_t frequency = frequency_of(search->reader, &search->word);
    if (!frequency)
        return;
    uint64_t score = weight_of_rest(search, rest) * frequency * search->weight;
    if (score > search->best.score)
        search->best = (struct best){score, frequency, search->word, rest};
}

static void search_with(struct search *search, uint32_t letter, struct slice rest)
{
    if (search->word.count == WORD_LETTERS)
        return;
    search->word.letters[search->word.count++] = letter;
    search_on(search, rest);
    search->word.count--;
}

/* What stands behind a space that may be a letter's own. */
enum behind { BEHIND_END, BEHIND_WORD, BEHIND_OTHER };

static uint32_t read_character(enum page page, struct slice text)
{
    struct unit unit;
    return unit_read(&unit, page, text) ? unit.character : first_character(text);
}

/* A straight quote opens where a word follows it. */
static enum behind look_behind_space(enum page page, struct slice text)
{
    uint32_t character = read_character(page, text);
    if (is_in_words(character))
        return BEHIND_WORD;
    if (character == '"' && !is_in_words(read_character(page, without_first(text))))
        return BEHIND_END;
    return closes(character) ? BEHIND_END : BEHIND_OTHER;
}

/* The last byte was A0, and the no-break space that it was read as became the space that `rest`
 * begins with. That may have melted with another one, which stood between words. Two spaces have
 * not: one of them must be the letter's. */
static void search_space(struct search *search, uint32_t letter, struct slice rest)
{
    enum { WEIGHT = 16, WEIGHT_OF_TWO = 4096 };
    struct slice after = without_first(rest);
    enum behind behind = look_behind_space(search->reader->page, after);
    search->has_open_space = behind == BEHIND_WORD;
    search->weight = first_character(after) == ' ' ? WEIGHT_OF_TWO : WEIGHT;
    if (behind != BEHIND_OTHER) {
        search->has_taken_space = true;
        search_with(search, letter, after);
        search->has_taken_space = false;
    }
    if (behind != BEHIND_END)
        search_with(search, letter, rest);
    search->weight = 1;
}

static void search_byte(struct search *search, const struct loss *loss, int byte, struct slice rest)
{
    uint32_t letter = loss_mend(*loss, byte);
    if (is_in_words(letter))
        search_with(search, letter, rest);
}

static void search_holes(struct search *search, const struct loss *loss, struct slice rest)
{
    if (marks_hole(first_character(rest)))
        rest = without_first(rest);
    for (size_t i = 0; i < sizeof holes; i++)
        search_byte(search, loss, holes[i], rest);
}

/* Tries every byte that may have been lost. */
static void search_loss(struct search *search, const struct loss *loss, struct slice rest)
{
    uint32_t next = first_character(rest), spaced = loss_mend(*loss, NO_BREAK_SPACE);
    unsigned intact = search->reader->evidence.intact;
    bool is_marked = marks_hole(next) && !(intact & FRAGILE_HOLE);
    if (search->losses == WORD_LOSSES || search->word.count == WORD_LETTERS)
        return;
    search->losses++;
    if (next == ' ' && unicode_is_letter(spaced) && !(intact & FRAGILE_SPACE))
        search_space(search, spaced, rest);
    if (next != ' ' && !is_in_words(next) && (!next || !(intact & FRAGILE_SPACE)))
        search_byte(search, loss, NO_BREAK_SPACE, rest);
    if (!is_marked && !(intact & FRAGILE_HYPHEN))
        search_byte(search, loss, SOFT_HYPHEN, rest);
    if (!(intact & FRAGILE_HOLE))
        search_holes(search, loss, rest);
    search->losses--;
}

/* Goes on from what was read so far. */
static void search_on(struct search *search, struct slice rest)
{
    enum page page = search->reader->page;
    struct unit unit;
    struct loss loss;
    if (unit_read(&unit, page, rest)) {
        if (is_in_words(unit.character))
            search_with(search, unit.character, slice_from_offset(rest, unit.length));
        else
            search_end(search, rest);
    } else if (loss_read(&loss, page, rest)) {
        if (is_in_words(loss_mend(loss, SOFT_HYPHEN)))
            search_loss(search, &loss, slice_from_offset(rest, loss.length));
        else
            search_end(search, rest);
    } else if (is_in_words(first_character(rest))) {
        search_with(search, first_character(rest), without_first(rest));
    } else {
        search_end(search, rest);
    }
}

/* True where the best word has letters behind the signs that it stands as: they part no words. */
static bool best_goes_on(const struct best *best, struct slice text)
{
    struct word word;
    struct slice rest = text;
    bool is_short = take_as_is(&rest, &word);
    uint32_t last = unicode_last(slice_of(text.bytes, text.length - best->rest.length));
    return is_short && rest.length > best->rest.length && is_in_words(last);
}

/* How often the word that the text begins with is met as it stands. */
static uint32_t frequency_as_is(struct reader *reader, struct slice text)
{
    struct word word;
    return take_as_is(&text, &word) ? frequency_of(reader, &word) : 0;
}

/* True where the best word is far commoner than what stands there. In a line of capitals, or for a
 * word in capitals, this does not tell: there the signs are as likely. */
static bool is_far_commoner(struct reader *reader, const struct best *best, struct slice text)
{
    enum { TIMES = 8 };
    if (best_goes_on(best, text))
        return best->frequency >= TIMES;
    return reader->evidence.small && is_lower(best->word.letters[best->word.count - 1]) &&
           best->frequency >= TIMES * (frequency_as_is(reader, text) + UINT64_C(1));
}

/* Reading a line again */

/* Takes the word at the place, whatever was lost of it, if it is one of the language. Returns false
 * if not, or if what stands there may be honest. */
static bool take_word(struct reader *reader, struct place *place)
{
    struct search search = {.reader = reader, .weight = 1};
    search_on(&search, place->rest);
    const struct best *best = &search.best;
    if (!best->score)
        return false;
    if (reader->evidence.honest && frequency_as_is(reader, place->rest) &&
        !is_far_commoner(reader, best, place->rest))
        return false;
    for (unsigned i = 0; i < best->word.count; i++)
        unicode_append(reader->out, best->word.letters[i]);
    place_advance(place, place->rest.length - best->rest.length, 0);
    return true;
}

static bool take_unit(struct reader *reader, struct place *place)
{
    struct unit unit;
    uint32_t script;
    if (!unit_read(&unit, reader->page, place->rest))
        return false;
    if (!is_certain(reader->page, place, &unit, &script) && reader->evidence.honest)
        return false;
    unicode_append(reader->out, unit.character);
    place_advance(place, unit.length, script);
    return true;
}

/* What a loss is where no word of the language tells. */
struct mending {
    uint32_t character; /* 0: none */
    struct slice rest;  /* what comes behind it */
};

static bool mend_quote(struct mending *mending)
{
    mending->character = RIGHT_QUOTE;
    if (marks_hole(first_character(mending->rest)))
        mending->rest = without_first(mending->rest);
    return true;
}

/* `Â` was a no-break space, which is a space by now; or a part of text that was misread twice, of
 * which the next reading finds the loss. */
static bool mend_a_circumflex(struct mending *mending, enum page page, uint32_t before)
{
    mending->character = 0;
    return first_character(mending->rest) == ' ' || is_continuation(byte_of(page, before));
}

/* Words end in à, in languages that have it, more often than it stands within; capitals begin
 * words. */
static bool mend_space(struct mending *mending, enum page page, const struct loss *loss)
{
    struct slice after = without_first(mending->rest);
    mending->character = loss_mend(*loss, NO_BREAK_SPACE);
    if (!is_lower(mending->character) || look_behind_space(page, after) == BEHIND_END)
        mending->rest = after;
    return true;
}

/* The one capital among the five that the loss may be: in abbreviations. */
static bool mend_d_stroke(struct mending *mending, uint32_t before)
{
    bool is_marked = marks_hole(first_character(mending->rest));
    if (is_marked)
        mending->rest = without_first(mending->rest);
    mending->character = CAPITAL_D_STROKE;
    uint32_t after = first_character(mending->rest);
    return is_marked ? !is_lower(before) && !is_lower(after)
                     : !unicode_is_letter(before) && !unicode_is_letter(after);
}

static bool mend_alone(struct mending *mending, const struct reader *reader, uint32_t before,
                       const struct loss *loss)
{
    int lead = loss_lead(loss);
    if (lead == LEAD_A_CIRCUMFLEX_SMALL)
        return mend_quote(mending);
    if (reader->evidence.honest)
        return false;
    if (lead == LEAD_A_CIRCUMFLEX)
        return mend_a_circumflex(mending, reader->page, before);
    if (first_character(mending->rest) == ' ')
        return mend_space(mending, reader->page, loss);
    if (lead == LEAD_A_DIAERESIS)
        return mend_d_stroke(mending, before);
    mending->character = I_ACUTE;
    return lead == LEAD_A_TILDE && is_lower(before) && is_lower(first_character(mending->rest));
}

static bool take_loss(struct reader *reader, struct place *place)
{
    struct loss loss;
    if (!loss_read(&loss, reader->page, place->rest))
        return false;
    struct mending mending = {.rest = slice_from_offset(place->rest, loss.length)};
    if (!mend_alone(&mending, reader, place->before, &loss))
        return false;
    if (mending.character)
        unicode_append(reader->out, mending.character);
    place_advance(place, place->rest.length - mending.rest.length, 0);
    return true;
}

static void take_character(struct reader *reader, struct place *place)
{
    unicode_append(reader->out, first_character(place->rest));
    place_step(place);
}

static void read_line(struct reader *reader, struct slice text)
{
    struct place place = {.rest = text};
    while (place.rest.length) {
        bool is_in_word = is_in_words(unicode_last(buffer_slice(reader->out)));
        if (!is_in_word && take_word(reader, &place))
            continue;
        if (!take_unit(reader, &place) && !take_loss(reader, &place))
            take_character(reader, &place);
    }
}

/* True where a word with doubtful units is far commoner if it is mojibake: `HÃª` is Hê and not Hã
 * with a sign behind it. */
static bool has_telling_word(struct reader *reader, struct slice text)
{
    struct place place = {.rest = text};
    for (; place.rest.length; place_step(&place)) {
        if (is_in_words(place.before))
            continue;
        struct best best = best_word_alone(reader, place.rest, 0);
        size_t length = place.rest.length - best.rest.length;
        bool has_units = unicode_count(slice_of(place.rest.bytes, length)) > best.word.count;
        if (has_units && is_far_commoner(reader, &best, place.rest))
            return true;
    }
    return false;
}

/* True where the line, so read, is mojibake in all or in part. */
static bool is_convincing(struct reader *reader, struct slice text)
{
    const struct evidence *evidence = &reader->evidence;
    return evidence->certain ||
           (evidence->doubtful && !evidence->honest && has_telling_word(reader, text));
}

/* Appends the text as it was before one misreading. Returns false, and appends nothing, where there
 * was none. */
static bool undo_once(struct buffer *out, struct slice text, const struct language *language)
{
    struct reader readers[PAGE_COUNT];
    for (enum page page = 0; page < PAGE_COUNT; page++)
        readers[page] = (struct reader){.language = language,
                                        .page = page,
                                        .evidence = gather_evidence(page, text),
                                        .out = out};
    bool is_mac = readers[PAGE_MAC].evidence.certain > readers[PAGE_WINDOWS].evidence.certain;
    struct reader *reader = &readers[is_mac ? PAGE_MAC : PAGE_WINDOWS];
    bool is_mojibake = is_convincing(reader, text);
    if (is_mojibake)
        read_line(reader, text);
    buffer_release(&reader->spelled);
    buffer_release(&reader->composed);
    return is_mojibake;
}

/* Text that was misread more often than that is not touched at all, so that a second repair finds
 * nothing to do. */
void mojibake_repair(struct buffer *out, struct slice text, const struct language *language)
{
    struct buffer now = {0}, next = {0};
    struct slice repaired = text;
    unsigned readings = 0;
    while (readings <= MOST_READINGS && undo_once(&next, repaired, language) &&
           !slice_equal(repaired, buffer_slice(&next))) {
        struct buffer swap = now;
        now = next;
        next = swap;
        buffer_clear(&next);
        repaired = buffer_slice(&now);
        readings++;
    }
    buffer_append(out, readings <= MOST_READINGS ? repaired : text);
    buffer_release(&now);
    buffer_release(&next);
}

bool mojibake_may_begin(uint32_t first, uint32_t second)
{
    for (enum page page = 0; page < PAGE_COUNT; page++)
        if (sequence_length(page, byte_of(page, first)) && is_continuation(byte_of(page, second)))
            return true;
    return byte_of(PAGE_WINDOWS, first) == LEAD_A_TILDE && !unicode_is_letter(second);
}
