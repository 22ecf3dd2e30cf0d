#include "mojibake_honest.h"

#include "mojibake_text.h"

enum { RIGHT_GUILLEMET = 0xBB, F_HOOK = 0x192 };

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

/* True for what honest text has right behind a word: quotes, dashes, footnote signs. */
static bool may_end_word(uint32_t character)
{
    return character_is_among(character, SLICE("\u00A0\u00AD«»‹›‘’“”–—…·•®™°¹²³†‡"));
}

/* True for what honest text has between letters. Š and Ž stand there in Czech: VÝŠKA, ÚŽAS. */
static bool may_join_letters(uint32_t character)
{
    return character_is_among(character, SLICE("\u00AD·’–—…ŠšŽž"));
}

/* True where each continuation may also be honest behind the character before it. In Mac Roman: in
 * formulas, behind a root sign or a difference. */
static bool has_honest_tail(enum page page, const struct sequence *sequence)
{
    for (unsigned i = 1; i < sequence->count; i++) {
        uint32_t character = sequence->read_as[i];
        bool is_last = i + 1 == sequence->count;
        bool is_honest = page == PAGE_MAC ? character_is_among(character, SLICE("µΩπ∂∏∑∫"))
                         : is_last        ? may_end_word(character) || may_join_letters(character)
                                          : character_closes(character);
        if (!is_honest)
            return false;
    }
    return true;
}

/* What stands around a sequence. */
struct neighbours {
    uint32_t before, after; /* 0 at the ends */
};

/* True where an honest letter may follow the sequence, which has two characters and an honest tail:
 * a space may be missing between words in capitals, a word may go on behind the mark. `Ã` is no
 * word alone, and does not stand before the letters that are marks here. */
static bool may_go_on(const struct sequence *sequence, struct neighbours around)
{
    uint32_t lead = sequence->read_as[0], last = sequence->read_as[1];
    bool is_behind_capital = unicode_class_of(around.before) == UNICODE_UPPER;
    bool is_a_tilde = page_byte(PAGE_WINDOWS, lead) == LEAD_A_TILDE;
    bool is_inside = last == SOFT_HYPHEN || unicode_is_letter(last);
    if (is_inside)
        return !is_a_tilde && (character_is_lower(lead) ||
                               !(character_is_lower(last) || character_is_lower(around.after)));
    if (is_a_tilde && !is_behind_capital)
        return false;
    if (last == NO_BREAK_SPACE)
        return true;
    if (character_closes(last) && !may_join_letters(last))
        return !character_is_lower(around.after) ||
               (is_behind_capital && !character_is_lower(sequence->character));
    return may_join_letters(last);
}

/* `Â` ends words in capitals, seldom; alone it is the name of a letter. */
static bool may_follow_a_circumflex(uint32_t character, enum unicode_class before)
{
    if (character == NO_BREAK_SPACE)
        return before == UNICODE_SPACE;
    if (before == UNICODE_UPPER && character_is_among(character, SLICE("«¹²³")))
        return true;
    return character == RIGHT_GUILLEMET;
}

static bool may_be_honest_in_windows(const struct sequence *sequence, struct neighbours around)
{
    uint32_t lead = sequence->read_as[0], last = sequence->read_as[sequence->count - 1];
    int byte = page_byte(PAGE_WINDOWS, lead);
    enum unicode_class before = unicode_class_of(around.before);
    if (!has_honest_tail(PAGE_WINDOWS, sequence) ||
        (before == UNICODE_LOWER && !character_is_lower(lead)))
        return false;
    if (byte == LEAD_A_TILDE && before == UNICODE_DIGIT)
        return false;
    if (byte == LEAD_A_CIRCUMFLEX && !may_follow_a_circumflex(last, before))
        return false;
    if (!unicode_is_letter(around.after))
        return true;
    return sequence->count == 2 ? may_go_on(sequence, around) : unicode_is_dash(last);
}

/* Of the letters ƒ is no honest one: it is a sign for functions and florins, and the lead of đ and
 * ă. */
static bool may_be_honest_in_mac(const struct sequence *sequence, struct neighbours around)
{
    uint32_t lead = sequence->read_as[0];
    bool is_inside = unicode_is_letter(around.before) && unicode_is_letter(around.after);
    if (unicode_is_letter(lead) && lead != F_HOOK)
        return true;
    return has_honest_tail(PAGE_MAC, sequence) && !is_inside;
}

/* True where a sequence may be what an honest writer meant. */
static bool may_be_honest(enum page page, const struct sequence *sequence, struct neighbours around)
{
    return page == PAGE_MAC ? may_be_honest_in_mac(sequence, around)
                            : may_be_honest_in_windows(sequence, around);
}

/* True where sequences of one script stand in a row, enough of them to rule chance out. */
static bool run_convinces(enum page page, struct slice text, uint32_t script)
{
    enum { CONTINUATIONS = 3 };
    struct sequence sequence;
    unsigned continuations = 0;
    bool is_honest = true;
    while (continuations < CONTINUATIONS && sequence_read(&sequence, page, text) &&
           script_of(sequence.character) == script) {
        continuations += sequence.count - 1;
        is_honest = is_honest && has_honest_tail(page, &sequence);
        text = sequence.rest;
    }
    return continuations >= CONTINUATIONS && !is_honest;
}

static bool is_mark(uint32_t character)
{
    return unicode_class_of(character) == UNICODE_MARK && is_common(character);
}

bool place_read(const struct place *place, enum page page, struct sequence *sequence)
{
    return sequence_read(sequence, page, place->rest) &&
           (!is_mark(sequence->character) || unicode_compose(place->letter, sequence->character));
}

void place_pass(struct place *place, const struct sequence *sequence, uint32_t script)
{
    uint32_t letter = sequence->character;
    if (is_mark(letter))
        letter = unicode_compose(place->letter, letter);
    place_advance(place, sequence->rest, script);
    place->letter = letter;
}

void place_advance(struct place *place, struct slice rest, uint32_t script)
{
    size_t length = place->rest.length - rest.length;
    place->before = unicode_last(slice_of(place->rest.bytes, length));
    place->letter = place->before;
    place->is_behind_misread = false;
    place->script = script;
    place->rest = rest;
}

void place_step(struct place *place)
{
    place_advance(place, text_behind_first(place->rest), 0);
}

/* True where one of the sequences in a row from the place on can be nothing honest: then none of
 * them is, or text that was misread twice would come back in part. They are looked at once. */
static bool row_is_mojibake(struct place *place, enum page page)
{
    struct sequence sequence;
    struct slice rest = place->rest;
    uint32_t before = place->before;
    if (place->row_end && rest.bytes < place->row_end)
        return place->row_is_mojibake;
    place->row_is_mojibake = place->is_behind_misread;
    while (sequence_read(&sequence, page, rest)) {
        struct neighbours around = {before, text_first(sequence.rest)};
        if (is_common(sequence.character) && !may_be_honest(page, &sequence, around))
            place->row_is_mojibake = true;
        before = sequence.read_as[sequence.count - 1];
        rest = sequence.rest;
    }
    place->row_end = rest.bytes;
    return place->row_is_mojibake;
}

bool place_is_behind_row(const struct place *place)
{
    return place->row_is_mojibake && place->row_end == place->rest.bytes;
}

bool place_has_mojibake(struct place *place, enum page page, const struct sequence *sequence,
                        uint32_t *script)
{
    uint32_t own = script_of(sequence->character);
    *script = 0;
    if (is_common(sequence->character) || sequence->character < 0xA0)
        return row_is_mojibake(place, page);
    if (own != place->script && !run_convinces(page, place->rest, own))
        return false;
    *script = own;
    return true;
}
