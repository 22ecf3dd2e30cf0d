#include "scan.h"

#include "character.h"
#include "charset.h"
#include "compose.h"
#include "context.h"
#include "mojibake.h"
#include "suspect.h"
#include "unicode.h"

enum {
    LONGEST_REFERENCE = 64, /* no name is longer. The search must end somewhere: a text may have
                               nothing but ampersands. */
};

/* A text being scanned. */
struct scan {
    struct slice text;
    const struct language *language;
    enum spelling spelling;
};

/* The character that begins at byte `at`; 0 at the end. */
static uint32_t character_at(struct slice text, size_t at)
{
    struct slice rest = slice_from_offset(text, at);
    uint32_t character;
    return unicode_next(&rest, &character) ? character : 0;
}

static bool is_printable(char byte)
{
    return byte >= ' ' && byte < '\x7F';
}

/* The character at byte `at`, or behind it: a pattern may begin with what is before. */
static unsigned look_at_character(const struct scan *scan, size_t at)
{
    if (is_printable(scan->text.bytes[at]) && at + 1 < scan->text.length)
        at++;
    const char *begin = scan->text.bytes + at, *end = scan->text.bytes + scan->text.length;
    uint32_t character;
    size_t length = unicode_decode(begin, end, &character);
    if (!length ||
        (at + length < scan->text.length && ((unsigned char) begin[length] & 0xC0) == 0x80))
        return STEP_BIT(STEP_CHARSET) | STEP_BIT(STEP_UTF8);
    uint32_t before = unicode_last(slice_of(scan->text.bytes, at));
    unsigned steps = character_steps(character);
    if (compose_pair(before, character)) /* an honest accent */
        steps &= ~STEP_BIT(STEP_OVERLAY);
    if (mojibake_may_begin(before, character) ||
        mojibake_may_begin(character, character_at(scan->text, at + length)))
        steps |= STEP_BIT(STEP_MOJIBAKE);
    return steps;
}

static unsigned look_at_reference(const struct scan *scan, size_t at)
{
    struct slice rest = slice_from_offset(scan->text, at);
    size_t length = rest.length < LONGEST_REFERENCE ? rest.length : LONGEST_REFERENCE;
    return memchr(rest.bytes, ';', length) ? STEP_BIT(STEP_ENTITIES) : 0;
}

static unsigned look_at_neighbours(const struct scan *scan, size_t at)
{
    struct slice rest = slice_from_offset(scan->text, at);
    uint32_t first = 0, second = 0;
    unicode_next(&rest, &first);
    unicode_next(&rest, &second);
    return mojibake_may_begin(first, second) ? STEP_BIT(STEP_MOJIBAKE) : 0;
}

/* A word that is none may be one of a code page: VNI's marks are letters. */
static unsigned look_at_spelling(const struct scan *scan, size_t at)
{
    switch (scan->language->check(context_word(scan->text, at + 1), scan->spelling)) {
    case SPELLED_WRONG:
        return STEP_BIT(STEP_COMPOSE);
    case SPELLED_OTHERWISE:
        return STEP_BIT(STEP_TONES);
    case SPELLED_UNKNOWN:
        return STEP_BIT(STEP_CHARSET);
    case SPELLED_WELL:
        break;
    }
    return 0;
}

static unsigned look_at(const struct scan *scan, size_t at, unsigned found)
{
    unsigned steps = 0;
    if (found & SUSPECT_CHARACTER)
        steps |= look_at_character(scan, at);
    if (found & SUSPECT_SPACE)
        steps |= STEP_BIT(STEP_SPACES);
    if (found & SUSPECT_REFERENCE)
        steps |= look_at_reference(scan, at);
    if (found & SUSPECT_MOJIBAKE)
        steps |= look_at_neighbours(scan, at);
    if (found & SUSPECT_ACCENT)
        steps |= STEP_BIT(STEP_COMPOSE);
    if ((found & SUSPECT_SPELLING) && scan->language->check)
        steps |= look_at_spelling(scan, at);
    return steps;
}

/* What each suspicion may lead to. */
static const struct {
    enum suspicion kind;
    unsigned steps;
} outcomes[] = {
    {SUSPECT_CHARACTER, STEPS_DEFAULT}, /* any */
    {SUSPECT_SPACE, STEP_BIT(STEP_SPACES)},
    {SUSPECT_REFERENCE, STEP_BIT(STEP_ENTITIES)},
    {SUSPECT_MOJIBAKE, STEP_BIT(STEP_MOJIBAKE)},
    {SUSPECT_ACCENT, STEP_BIT(STEP_COMPOSE)},
    {SUSPECT_SPELLING, STEP_BIT(STEP_COMPOSE) | STEP_BIT(STEP_TONES) | STEP_BIT(STEP_CHARSET)},
};

/* The suspicions that can still add a step to those found. */
static unsigned open_kinds(unsigned wanted)
{
    unsigned kinds = 0;
    for (size_t i = 0; i < sizeof outcomes / sizeof outcomes[0]; i++)
        if (outcomes[i].steps & wanted)
            kinds |= outcomes[i].kind;
    return kinds;
}

unsigned scan_steps(struct slice text, unsigned wanted, const struct language *language,
                    enum spelling spelling)
{
    const struct scan scan = {text, language, spelling};
    unsigned steps = wanted & STEPS_OPTIONAL, found;
    size_t at = 0;
    if (!text.length)
        return 0;
    if (text.bytes[0] == ' ' || text.bytes[text.length - 1] == ' ')
        steps |= wanted & STEP_BIT(STEP_SPACES);
    unsigned kinds = open_kinds(wanted & ~steps);
    while (suspect_next(text, kinds, &at, &found)) {
        unsigned more = look_at(&scan, at++, found) & wanted & ~steps;
        steps |= more;
        if (more)
            kinds = open_kinds(wanted & ~steps);
    }
    if (!(steps & STEP_BIT(STEP_UTF8)) && charset_is_unambiguous(text))
        steps &= ~STEP_BIT(STEP_CHARSET);
    return steps;
}
