#include "suspect.h"

/* Five bytes in a row are suspicious where each lies in its set: a list of ranges, two bytes each;
 * the empty list is every byte. What is before and behind the text reads as END. */
enum { WINDOW = 5 };

struct pattern {
    enum suspicion kind;
    struct slice sets[WINDOW];
};

#define END '.' /* sets nothing off by itself */
#define RANGES(ranges)                                                                             \
    {                                                                                              \
        "" ranges, sizeof(ranges) - 1                                                              \
    }
#define ANY        RANGES("")
#define BYTE(byte) RANGES(byte byte)

/* Bytes of UTF-8. */
#define ASCII            "\x00\x7F"
#define CONTINUATION     "\x80\xBF"
#define LEAD_OF_2        "\xC2\xDF"
#define LEAD_OF_3        "\xE0\xEF"
#define NOT_CONTINUATION "\x00\x7F\xC0\xFF"

/* Second bytes of letters that begin with C3, and third bytes of those that begin with E1 BA or
 * E1 BB, by what they are without tone mark: a tone stands on each. */
#define C3_A    "\x80\x81\x83\x83\xA0\xA1\xA3\xA3"
#define C3_E    "\x88\x89\xA8\xA9"
#define C3_I    "\x8C\x8D\xAC\xAD"
#define C3_O    "\x92\x93\x95\x95\xB2\xB3\xB5\xB5"
#define C3_U    "\x99\x9A\xB9\xBA"
#define C3_Y    "\x9D\x9D\xBD\xBD"
#define E1_BA_A "\xA0\xA3"
#define E1_BA_E "\xB8\xBD"
#define E1_BB_I "\x88\x8B"
#define E1_BB_O "\x8C\x8F"
#define E1_BB_U "\xA4\xA7"
#define E1_BB_Y "\xB2\xB9"
#define TILDE_I "\xA8\xA9" /* second bytes behind C4 */
#define TILDE_U "\xA8\xA9" /* second bytes behind C5 */

#define VOWEL    "AAEEIIOOUUYYaaeeiioouuyy"
#define NO_VOWEL "\x00@BDFHJNPTVXZ`bdfhjnptvxz\x7F\xC0\xFF"

/* Second bytes of the combining marks of Vietnamese, which begin with CC, and those of no mark. */
#define ACCENTS   "\x80\x83\x86\x86\x89\x89\x9B\x9B\xA3\xA3"
#define NO_ACCENT "\x84\x85\x87\x88\x8A\x9A\x9C\xA2\xA4\xBF"

/* ASCII letters and the first bytes of others, and what is neither. */
#define LETTER      "AZaz\xC3\xC6\xE1\xE1"
#define NO_LETTER   "\x00\x40[`{\x7F\xC2\xC2\xE2\xE2"
#define ALL_BUT_Q   "\x00PRpr\xFF"
#define ALL_BUT_G_Q "\x00\x46HPRfhpr\xFF"

/* First bytes of the letters that are not ASCII. */
#define VIETNAMESE_LEADS "\xC3\xC6\xE1\xE1"

static const struct pattern patterns[] = {
    /* ill-formed UTF-8 */
    {SUSPECT_CHARACTER, {RANGES(ASCII), RANGES(CONTINUATION), ANY, ANY, ANY}},
    {SUSPECT_CHARACTER, {RANGES(LEAD_OF_2), RANGES(NOT_CONTINUATION), ANY, ANY, ANY}},
    {SUSPECT_CHARACTER, {RANGES(LEAD_OF_2), ANY, RANGES(CONTINUATION), ANY, ANY}},
    {SUSPECT_CHARACTER, {RANGES(LEAD_OF_3), RANGES(NOT_CONTINUATION), ANY, ANY, ANY}},
    {SUSPECT_CHARACTER, {RANGES(LEAD_OF_3), ANY, RANGES(NOT_CONTINUATION), ANY, ANY}},
    {SUSPECT_CHARACTER, {RANGES(LEAD_OF_3), ANY, ANY, RANGES(CONTINUATION), ANY}},
    /* controls, and characters other than the letters of Vietnamese, – — ‘ ’ “ ” … and • */
    {SUSPECT_CHARACTER,
     {RANGES("\x00\x1F\x7F\x7F\xC0\xC2\xC7\xCB\xCD\xE0\xE3\xFF"), ANY, ANY, ANY, ANY}},
    {SUSPECT_CHARACTER,
     {BYTE("\xC3"),
      RANGES("\x84\x87\x8B\x8B\x8E\x91\x96\x98\x9B\x9C\x9E\x9F"
             "\xA4\xA7\xAB\xAB\xAE\xB1\xB6\xB8\xBB\xBC\xBE\xBF"),
      ANY, ANY, ANY}},
    {SUSPECT_CHARACTER, {BYTE("\xC4"), RANGES("\x80\x81\x84\x8F\x92\xA7\xAA\xBF"), ANY, ANY, ANY}},
    {SUSPECT_CHARACTER, {BYTE("\xC5"), RANGES("\x80\xA7\xAA\xBF"), ANY, ANY, ANY}},
    {SUSPECT_CHARACTER, {BYTE("\xC6"), RANGES("\x80\x9F\xA2\xAE\xB1\xBF"), ANY, ANY, ANY}},
    {SUSPECT_CHARACTER, {BYTE("\xE1"), RANGES("\x80\xB9\xBC\xBF"), ANY, ANY, ANY}},
    {SUSPECT_CHARACTER, {BYTE("\xE1"), BYTE("\xBA"), RANGES("\x80\x9F"), ANY, ANY}},
    {SUSPECT_CHARACTER, {BYTE("\xE1"), BYTE("\xBB"), RANGES("\xBA\xBF"), ANY, ANY}},
    {SUSPECT_CHARACTER, {BYTE("\xE2"), RANGES("\x81\xBF"), ANY, ANY, ANY}},
    {SUSPECT_CHARACTER,
     {BYTE("\xE2"), BYTE("\x80"), RANGES("\x80\x92\x95\x97\x9A\x9B\x9E\xA1\xA3\xA5\xA7\xBF"), ANY,
      ANY}},
    /* combining marks that Vietnamese has, behind a vowel or another character, and all others */
    {SUSPECT_ACCENT, {RANGES(VOWEL CONTINUATION), BYTE("\xCC"), RANGES(ACCENTS), ANY, ANY}},
    {SUSPECT_CHARACTER, {RANGES(NO_VOWEL), BYTE("\xCC"), ANY, ANY, ANY}},
    {SUSPECT_CHARACTER, {BYTE("\xCC"), RANGES(NO_ACCENT), ANY, ANY, ANY}},
    /* spaces */
    {SUSPECT_SPACE, {BYTE(" "), BYTE(" "), ANY, ANY, ANY}},
    {SUSPECT_SPACE, {BYTE(" "), RANGES("!!))..,,::;;??]]}}"), ANY, ANY, ANY}},
    {SUSPECT_SPACE, {RANGES("(([[{{"), BYTE(" "), ANY, ANY, ANY}},
    {SUSPECT_REFERENCE, {BYTE("&"), RANGES("##AZaz"), ANY, ANY, ANY}},
    /* Â Ã Ă and other letters that words rarely end in, before a mark, a space or '?' */
    {SUSPECT_MOJIBAKE, {BYTE("\xC3"), RANGES("\x82\x9F\xA0\xAF"), BYTE("\xE2"), ANY, ANY}},
    {SUSPECT_MOJIBAKE,
     {BYTE("\xC3"), RANGES("\x82\x89\x90\x91"), RANGES("\x00\x40[`{\x7F"), ANY, ANY}},
    {SUSPECT_MOJIBAKE, {BYTE("\xC4"), BYTE("\x82"), RANGES("\x00\x40[`{\x7F\xE2\xE2"), ANY, ANY}},
    {SUSPECT_MOJIBAKE, {BYTE("\xC4"), BYTE("\x83"), BYTE("\xE2"), ANY, ANY}},
    /* tone on the second of two vowels at the end of a word: oà oè uỳ, but not quỳ; one style has
       it on the first */
    {SUSPECT_SPELLING, {RANGES("OOoo"), BYTE("\xC3"), RANGES(C3_A C3_E), RANGES(NO_LETTER), ANY}},
    {SUSPECT_SPELLING,
     {RANGES("OOoo"), BYTE("\xE1"), BYTE("\xBA"), RANGES(E1_BA_A E1_BA_E), RANGES(NO_LETTER)}},
    {SUSPECT_SPELLING,
     {RANGES(ALL_BUT_Q), RANGES("UUuu"), BYTE("\xC3"), RANGES(C3_Y), RANGES(NO_LETTER)}},
    {SUSPECT_SPELLING,
     {RANGES(ALL_BUT_Q), RANGES("UUuu"), BYTE("\xE1"), BYTE("\xBB"), RANGES(E1_BB_Y)}},
    /* on the first of them */
    {SUSPECT_SPELLING, {BYTE("\xC3"), RANGES(C3_O), RANGES("AAEEaaee"), ANY, ANY}},
    {SUSPECT_SPELLING, {BYTE("\xBB"), RANGES(E1_BB_O), RANGES("AAEEaaee"), ANY, ANY}},
    {SUSPECT_SPELLING, {BYTE("\xC3"), RANGES(C3_U), RANGES("YYyy"), ANY, ANY}},
    {SUSPECT_SPELLING, {BYTE("\xBB"), RANGES(E1_BB_U), RANGES("YYyy"), ANY, ANY}},
    {SUSPECT_SPELLING, {BYTE("\xC5"), RANGES(TILDE_U), RANGES("YYyy"), ANY, ANY}},
    /* on the first of two letters that are not ASCII: lựơng bíêt */
    {SUSPECT_SPELLING, {BYTE("\xC3"), ANY, RANGES(VIETNAMESE_LEADS), ANY, ANY}},
    {SUSPECT_SPELLING, {RANGES("\xC4\xC5"), RANGES(TILDE_I), RANGES(VIETNAMESE_LEADS), ANY, ANY}},
    {SUSPECT_SPELLING, {BYTE("\xE1"), ANY, ANY, RANGES(VIETNAMESE_LEADS), ANY}},
    /* on the second: ngươì khưã mưạ */
    {SUSPECT_SPELLING, {BYTE("\xC6"), ANY, RANGES("\xC3\xC5"), ANY, ANY}},
    {SUSPECT_SPELLING, {BYTE("\xC6"), RANGES("\xAF\xB0"), BYTE("\xE1"), BYTE("\xBA"), ANY}},
    {SUSPECT_SPELLING, {BYTE("\xC6"), RANGES("\xA0\xA1"), BYTE("\xE1"), ANY, ANY}},
    {SUSPECT_SPELLING, {BYTE("\xC4"), RANGES("\x82\x83"), RANGES(VIETNAMESE_LEADS), ANY, ANY}},
    /* on what closes the syllable: haì cuả kià eó chiụ, but not quả già */
    {SUSPECT_SPELLING, {RANGES("AAaa"), BYTE("\xC3"), RANGES(C3_I C3_O C3_U C3_Y), ANY, ANY}},
    {SUSPECT_SPELLING, {RANGES("AAOOUUaaoouu"), BYTE("\xC4"), RANGES(TILDE_I), ANY, ANY}},
    {SUSPECT_SPELLING, {RANGES("AAIIaaii"), BYTE("\xC5"), RANGES(TILDE_U), ANY, ANY}},
    {SUSPECT_SPELLING,
     {RANGES("AAaa"), BYTE("\xE1"), BYTE("\xBB"), RANGES(E1_BB_I E1_BB_O E1_BB_U E1_BB_Y), ANY}},
    {SUSPECT_SPELLING, {RANGES("OOUUoouu"), BYTE("\xC3"), RANGES(C3_I), ANY, ANY}},
    {SUSPECT_SPELLING, {RANGES("OOUUoouu"), BYTE("\xE1"), BYTE("\xBB"), RANGES(E1_BB_I), ANY}},
    {SUSPECT_SPELLING, {RANGES(ALL_BUT_G_Q), RANGES("IIUUiiuu"), BYTE("\xC3"), RANGES(C3_A), ANY}},
    {SUSPECT_SPELLING,
     {RANGES(ALL_BUT_G_Q), RANGES("IIUUiiuu"), BYTE("\xE1"), BYTE("\xBA"), RANGES(E1_BA_A)}},
    {SUSPECT_SPELLING, {RANGES("IIii"), BYTE("\xC3"), RANGES(C3_U), ANY, ANY}},
    {SUSPECT_SPELLING, {RANGES("IIii"), BYTE("\xE1"), BYTE("\xBB"), RANGES(E1_BB_U), ANY}},
    {SUSPECT_SPELLING, {RANGES("EEee"), BYTE("\xC3"), RANGES(C3_O), ANY, ANY}},
    {SUSPECT_SPELLING, {RANGES("EEee"), BYTE("\xE1"), BYTE("\xBB"), RANGES(E1_BB_O), ANY}},
    /* on the u of qu and the i of gi: qủa gìa */
    {SUSPECT_SPELLING, {RANGES("QQqq"), RANGES("\xC3\xE1"), ANY, ANY, ANY}},
    {SUSPECT_SPELLING, {RANGES("GGgg"), BYTE("\xC3"), RANGES(C3_I), RANGES(LETTER), ANY}},
    {SUSPECT_SPELLING, {RANGES("GGgg"), BYTE("\xC4"), RANGES(TILDE_I), RANGES(LETTER), ANY}},
    {SUSPECT_SPELLING,
     {RANGES("GGgg"), BYTE("\xE1"), BYTE("\xBB"), RANGES(E1_BB_I), RANGES(LETTER)}},
};

enum {
    PATTERN_COUNT = sizeof patterns / sizeof patterns[0],
    BLOCK = 16,
    AHEAD = WINDOW - 1, /* bytes of a window behind its first */
    KINDS = SUSPECT_SPELLING << 1,
};
_Static_assert(PATTERN_COUNT <= 64, "a pattern has a bit");

/* For each of the places of a window and each byte, the patterns that have it there: all are
 * followed at once, a bit each (Baeza-Yates and Gonnet, A new approach to text searching, 1992). */
static uint64_t patterns_with[WINDOW][256];
/* For each set of suspicions the patterns that have one of them. */
static uint64_t patterns_of_kinds[KINDS];

static bool tables_are_filled;

static void add_set(uint64_t *with, struct slice ranges, uint64_t bit)
{
    for (unsigned byte = 0; byte < 256; byte++) {
        bool in_set = ranges.length == 0;
        for (size_t i = 0; i + 1 < ranges.length; i += 2)
            in_set = in_set || (byte >= (unsigned char) ranges.bytes[i] &&
                                byte <= (unsigned char) ranges.bytes[i + 1]);
        if (in_set)
            with[byte] |= bit;
    }
}

static void fill_tables(void)
{
    for (unsigned i = 0; i < PATTERN_COUNT; i++)
        for (unsigned place = 0; place < WINDOW; place++)
            add_set(patterns_with[place], patterns[i].sets[place], (uint64_t) 1 << i);
    for (unsigned kinds = 0; kinds < KINDS; kinds++)
        for (unsigned i = 0; i < PATTERN_COUNT; i++)
            if (patterns[i].kind & kinds)
                patterns_of_kinds[kinds] |= (uint64_t) 1 << i;
    tables_are_filled = true;
}

static unsigned kinds_of_patterns(uint64_t matched)
{
    unsigned kinds = 0;
    for (unsigned kind = 1; kind < KINDS; kind <<= 1)
        if (matched & patterns_of_kinds[kind])
            kinds |= kind;
    return kinds;
}

/* The patterns that the last bytes fit so far: one, two, three and four of them. */
struct progress {
    uint64_t after_one, after_two, after_three, after_four;
};

/* Takes the next byte. Returns the patterns that it completes. */
static inline uint64_t advance(struct progress *progress, unsigned char byte)
{
    uint64_t matched = progress->after_four & patterns_with[4][byte];
    progress->after_four = progress->after_three & patterns_with[3][byte];
    progress->after_three = progress->after_two & patterns_with[2][byte];
    progress->after_two = progress->after_one & patterns_with[1][byte];
    progress->after_one = patterns_with[0][byte];
    return matched;
}

static inline uint64_t advance_block(struct progress *progress, const unsigned char *at)
{
    uint64_t matched = 0;
#pragma GCC unroll 16
    for (unsigned i = 0; i < BLOCK; i++)
        matched |= advance(progress, at[i]);
    return matched;
}

/* The first of `count` bytes that completes one of the patterns wanted; count if none does. */
static size_t find_in(struct progress *progress, const unsigned char *at, size_t count,
                      uint64_t wanted, unsigned *found)
{
    for (size_t i = 0; i < count; i++) {
        uint64_t matched = advance(progress, at[i]) & wanted;
        if (!matched)
            continue;
        *found = kinds_of_patterns(matched);
        return i;
    }
    return count;
}

/* Takes the bytes past the end of the text. */
static uint64_t advance_past_end(struct progress *progress)
{
    uint64_t matched = 0;
    for (unsigned i = 0; i < AHEAD; i++)
        matched |= advance(progress, END);
    return matched;
}

/* The last bytes of the text, fewer than a block, and those past its end: as search. */
static size_t search_tail(struct progress *progress, struct slice tail, uint64_t wanted,
                          unsigned *found)
{
    static const unsigned char end[AHEAD] = {END, END, END, END};
    const unsigned char *bytes = (const unsigned char *) tail.bytes;
    struct progress before = *progress;
    uint64_t matched = 0;
    for (size_t i = 0; i < tail.length; i++)
        matched |= advance(progress, bytes[i]);
    if (!((matched | advance_past_end(progress)) & wanted))
        return 0;
    size_t place = find_in(&before, bytes, tail.length, wanted, found);
    if (place == tail.length)
        place += find_in(&before, end, AHEAD, wanted, found);
    return place + 1;
}

/* Searches the text from `start` on. Returns how many bytes were taken when a pattern was complete,
 * 0 where none is; bytes past the end count. */
static size_t search(struct slice text, size_t start, uint64_t wanted, unsigned *found)
{
    const unsigned char *bytes = (const unsigned char *) text.bytes;
    struct progress progress = {0}, before;
    if (start == 0)
        advance(&progress, END);
    for (; start + BLOCK <= text.length; start += BLOCK) {
        before = progress;
        if (advance_block(&progress, bytes + start) & wanted)
            return start + find_in(&before, bytes + start, BLOCK, wanted, found) + 1;
    }
    size_t taken = search_tail(&progress, slice_from_offset(text, start), wanted, found);
    return taken ? start + taken : 0;
}

bool suspect_next(struct slice text, unsigned kinds, size_t *at, unsigned *found)
{
    if (!tables_are_filled)
        fill_tables();
    uint64_t wanted = patterns_of_kinds[kinds];
    if (!wanted || *at >= text.length)
        return false;
    size_t taken = search(text, *at, wanted, found);
    if (taken)
        *at = taken > WINDOW ? taken - WINDOW : 0; /* a window may begin before the text */
    return taken != 0;
}
