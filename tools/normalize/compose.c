#include "compose.h"

#include "character.h"
#include "unicode.h"
#include "vi/letter.h"

static const uint16_t marks[] = {
    0x300, /* grave */
    0x301, /* acute */
    0x302, /* circumflex */
    0x303, /* tilde */
    0x306, /* breve */
    0x309, /* hook above */
    0x31B, /* horn */
    0x323, /* dot below */
};

enum {
    MARK_COUNT = sizeof marks / sizeof marks[0],
    FIRST_MARK = 0x300,
    PAST_MARKS = 0x324,
    PAST_LOW_LATIN = 0x250,    /* of Basic Latin to Latin Extended-B */
    FIRST_HIGH_LATIN = 0x1E00, /* of Latin Extended Additional */
    PAST_LATIN = 0x1F00,
};

/* The number of a mark, from 1; 0 for other characters from FIRST_MARK on. */
static uint8_t mark_numbers[PAST_MARKS - FIRST_MARK];

/* What each letter and mark make: Latin letters below PAST_LOW_LATIN, and from FIRST_HIGH_LATIN on
 * behind them. */
static uint16_t pairs[PAST_LOW_LATIN + PAST_LATIN - FIRST_HIGH_LATIN][MARK_COUNT];
static bool row_is_filled[sizeof pairs / sizeof pairs[0]];
static bool marks_are_numbered;

/* The row of a letter in `pairs`; false where it has none. */
static inline bool find_row(uint32_t letter, uint32_t *row)
{
    if (letter >= FIRST_HIGH_LATIN && letter < PAST_LATIN)
        *row = PAST_LOW_LATIN + letter - FIRST_HIGH_LATIN;
    else if (letter < PAST_LOW_LATIN)
        *row = letter;
    else
        return false;
    return true;
}

/* The composite of a letter and a mark where the letter has taken its tone before the mark that
 * belongs to it. */
static uint32_t find_composite_under_tone(uint32_t letter, uint32_t mark)
{
    enum tone tone, other;
    uint32_t plain = letter_without_tone(letter, &tone);
    uint32_t composite = tone == TONE_LEVEL ? 0 : unicode_compose(plain, mark);
    letter_without_tone(composite, &other);
    return composite && other == TONE_LEVEL ? letter_with_tone(composite, tone) : 0;
}

static void fill_row(uint32_t letter, uint32_t row)
{
    row_is_filled[row] = true;
    if (!unicode_is_letter(letter))
        return;
    for (unsigned i = 0; i < MARK_COUNT; i++) {
        uint32_t composite = unicode_compose(letter, marks[i]);
        if (!composite)
            composite = find_composite_under_tone(letter, marks[i]);
        pairs[row][i] = (uint16_t) composite;
    }
}

static void fill_mark_numbers(void)
{
    for (unsigned i = 0; i < MARK_COUNT; i++)
        mark_numbers[marks[i] - FIRST_MARK] = (uint8_t) (i + 1);
    marks_are_numbered = true;
}

/* Inline: a call for each mark costs NFD text 8 per cent more instructions. */
static inline uint32_t find_pair(uint32_t letter, uint32_t mark)
{
    uint32_t row;
    if (mark < FIRST_MARK || mark >= PAST_MARKS)
        return 0;
    if (!marks_are_numbered)
        fill_mark_numbers();
    unsigned number = mark_numbers[mark - FIRST_MARK];
    if (!number || !find_row(letter, &row))
        return 0;
    if (!row_is_filled[row])
        fill_row(letter, row);
    return pairs[row][number - 1];
}

uint32_t compose_pair(uint32_t letter, uint32_t mark)
{
    return find_pair(letter, mark);
}

/* What is left to compose, and where its last starter went. The room left in *out is that of the
 * rest: no composite is longer than what it is made of. */
struct composing {
    struct slice rest;
    struct buffer *out;
    const char *starter_from; /* in the text */
    size_t starter_at;        /* in *out */
    uint32_t starter;         /* with the marks that it took; 0: there is none */
};

static inline bool is_ascii(char byte)
{
    return (unsigned char) byte < 0x80;
}

/* ASCII takes no part in what is before it. */
static inline void copy_ascii(struct composing *composing)
{
    struct slice *rest = &composing->rest;
    const char *at = rest->bytes, *end = at + rest->length;
    char *to = composing->out->bytes + composing->out->length;
    while (at < end && is_ascii(*at))
        *to++ = *at++;
    size_t length = (size_t) (at - rest->bytes);
    if (!length)
        return;
    *rest = slice_of(at, rest->length - length);
    composing->out->length += length;
    composing->starter_from = at - 1;
    composing->starter_at = composing->out->length - 1;
    composing->starter = (unsigned char) at[-1];
}

/* From the last starter to the next ASCII, by the general algorithm. */
static void compose_generally(struct composing *composing)
{
    struct slice *rest = &composing->rest;
    size_t length = 0;
    while (length < rest->length && !is_ascii(rest->bytes[length]))
        length++;
    composing->out->length = composing->starter_at;
    const char *end = rest->bytes + length;
    unicode_append_nfc(composing->out,
                       slice_of(composing->starter_from, (size_t) (end - composing->starter_from)));
    *rest = slice_from_offset(*rest, length);
    buffer_reserve(composing->out, rest->length);
    composing->starter_from = end;
    composing->starter_at = composing->out->length;
    composing->starter = 0;
}

static void take_starter(struct composing *composing, uint32_t character, size_t length)
{
    composing->starter_from = composing->rest.bytes;
    composing->starter_at = composing->out->length;
    composing->starter = character;
    buffer_append(composing->out, slice_of(composing->rest.bytes, length));
    composing->rest = slice_from_offset(composing->rest, length);
}

/* Puts the composite in the place of the last starter. */
static inline void replace_starter(struct composing *composing, uint32_t composite)
{
    char *to = composing->out->bytes + composing->starter_at;
    composing->starter = composite;
    if (composite < 0x800) {
        to[0] = (char) (0xC0 | composite >> 6);
        to[1] = (char) (0x80 | (composite & 0x3F));
        composing->out->length = composing->starter_at + 2;
        return;
    }
    to[0] = (char) (0xE0 | composite >> 12);
    to[1] = (char) (0x80 | (composite >> 6 & 0x3F));
    to[2] = (char) (0x80 | (composite & 0x3F));
    composing->out->length = composing->starter_at + 3;
}

static void compose_one(struct composing *composing)
{
    uint32_t character;
    struct slice rest = composing->rest;
    unicode_next(&rest, &character);
    uint32_t composite = find_pair(composing->starter, character);
    if (composite) {
        replace_starter(composing, composite);
        composing->rest = rest;
    } else if (character_steps(character) & STEP_BIT(STEP_COMPOSE)) {
        compose_generally(composing);
    } else {
        take_starter(composing, character, (size_t) (rest.bytes - composing->rest.bytes));
    }
}

void compose_append(struct buffer *out, struct slice text)
{
    buffer_reserve(out, text.length);
    struct composing composing = {text, out, text.bytes, out->length, 0};
    while (composing.rest.length) {
        copy_ascii(&composing);
        if (composing.rest.length)
            compose_one(&composing);
    }
}
