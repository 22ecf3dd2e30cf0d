#include "mojibake_loss.h"

#include "context.h"
#include "mojibake_text.h"

enum {
    I_ACUTE = 0xED,
    CAPITAL_D_STROKE = 0x110,
    RIGHT_QUOTE = 0x201D,
};

const uint8_t loss_holes[LOSS_HOLES] = {0x81, 0x8D, 0x8F, 0x90, 0x9D};

static bool is_hole(int byte)
{
    return byte >= 0 && memchr(loss_holes, byte, sizeof loss_holes);
}

enum fragility loss_fragility(int byte)
{
    return byte == NO_BREAK_SPACE ? FRAGILITY_SPACE
           : byte == SOFT_HYPHEN  ? FRAGILITY_HYPHEN
           : is_hole(byte)        ? FRAGILITY_HOLE
                                  : FRAGILITY_NONE;
}

/* True for what may be left of a sequence: the first one or two bytes of Vietnamese letters, tone
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

/* A no-break space that has become a space has at most one more behind it: more part columns. */
static bool begins_column(struct slice text)
{
    return slice_starts_with(text, SLICE("   "));
}

bool loss_read(struct loss *loss, enum page page, struct slice text)
{
    uint32_t character;
    loss->rest = text;
    if (page == PAGE_MAC || !unicode_next(&loss->rest, &character))
        return false;
    int lead = page_byte(page, character), second = -1;
    loss->count = sequence_length(page, lead) == 3 ? 2 : 1;
    if (loss->count == 2 && unicode_next(&loss->rest, &character))
        second = page_byte(page, character);
    loss->bytes[0] = (char) lead;
    loss->bytes[1] = (char) second;
    return is_worth_mending(lead, second) && !begins_column(loss->rest);
}

int loss_lead(const struct loss *loss)
{
    return (unsigned char) loss->bytes[0];
}

uint32_t loss_mend(struct loss loss, int byte)
{
    uint32_t character = UNICODE_REPLACEMENT;
    loss.bytes[loss.count] = (char) byte;
    unicode_decode(loss.bytes, loss.bytes + loss.count + 1, &character);
    return character;
}

bool loss_take_hole(struct slice *rest)
{
    uint32_t first = text_first(*rest);
    if (first != '?' && first != UNICODE_REPLACEMENT)
        return false;
    *rest = text_behind_first(*rest);
    return true;
}

static uint32_t read_character(enum page page, struct slice text)
{
    struct sequence sequence;
    return sequence_read(&sequence, page, text) ? sequence.character : text_first(text);
}

/* A straight quote opens where a word follows it. */
enum loss_behind loss_look_behind_space(enum page page, struct slice text)
{
    uint32_t character = read_character(page, text);
    if (context_is_word_character(character))
        return LOSS_BEHIND_WORD;
    if (character == '"') {
        uint32_t next = read_character(page, text_behind_first(text));
        return context_is_word_character(next) ? LOSS_BEHIND_OTHER : LOSS_BEHIND_END;
    }
    return character_closes(character) ? LOSS_BEHIND_END : LOSS_BEHIND_OTHER;
}

bool loss_mend_quote(struct mending *mending, const struct loss *loss)
{
    *mending = (struct mending){RIGHT_QUOTE, loss->rest};
    loss_take_hole(&mending->rest);
    return loss_lead(loss) == LEAD_A_CIRCUMFLEX_SMALL;
}

/* `Â` was a no-break space, which is a space by now; or a part of text that was misread twice, of
 * which the next reading finds the loss. */
static bool mend_a_circumflex(struct mending *mending, enum page page, uint32_t before)
{
    mending->character = 0;
    return text_first(mending->rest) == ' ' || sequence_may_go_on(page, before);
}

/* Words end in à, in languages that have it, more often than it stands within; capitals begin
 * words. */
static bool mend_space(struct mending *mending, enum page page, const struct loss *loss)
{
    struct slice after = text_behind_first(mending->rest);
    mending->character = loss_mend(*loss, NO_BREAK_SPACE);
    if (!character_is_lower(mending->character) ||
        loss_look_behind_space(page, after) == LOSS_BEHIND_END)
        mending->rest = after;
    return true;
}

/* The one capital among the five that the loss may be: in abbreviations. */
static bool mend_d_stroke(struct mending *mending, uint32_t before)
{
    bool is_marked = loss_take_hole(&mending->rest);
    uint32_t after = text_first(mending->rest);
    mending->character = CAPITAL_D_STROKE;
    return is_marked ? !character_is_lower(before) && !character_is_lower(after)
                     : !unicode_is_letter(before) && !unicode_is_letter(after);
}

static bool mend_i_acute(struct mending *mending, uint32_t before)
{
    mending->character = I_ACUTE;
    return character_is_lower(before) && character_is_lower(text_first(mending->rest));
}

bool loss_mend_alone(struct mending *mending, const struct loss *loss, enum page page,
                     uint32_t before)
{
    int lead = loss_lead(loss);
    mending->rest = loss->rest;
    if (lead == LEAD_A_CIRCUMFLEX)
        return mend_a_circumflex(mending, page, before);
    if (text_first(mending->rest) == ' ')
        return mend_space(mending, page, loss);
    if (lead == LEAD_A_DIAERESIS)
        return mend_d_stroke(mending, before);
    return lead == LEAD_A_TILDE && mend_i_acute(mending, before);
}
