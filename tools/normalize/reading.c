#include "reading.h"

#include "context.h"
#include "unicode.h"
#include "utf8.h"

enum { COMMON = 5 }; /* met so often in ten million, a word is not rare */

static bool is_ascii(struct slice text)
{
    for (size_t i = 0; i < text.length; i++)
        if ((unsigned char) text.bytes[i] >= 0x80)
            return false;
    return true;
}

/* A run of characters that a reading is judged by: all but ASCII that is no letter, and spaces. */
static bool is_part(uint32_t character)
{
    return character >= 0x80 ? !unicode_is_space(character) : unicode_is_letter(character);
}

/* Takes quotation marks and the like off both ends. */
static struct slice trim_punctuation(struct slice run)
{
    uint32_t character;
    struct slice rest = run;
    while (unicode_next(&rest, &character) && unicode_class_of(character) == UNICODE_PUNCTUATION)
        run = rest;
    for (rest = run; unicode_class_of(unicode_take_last(&rest)) == UNICODE_PUNCTUATION;)
        run = rest;
    return run;
}

static bool has_letter(struct slice run)
{
    uint32_t character;
    while (unicode_next(&run, &character))
        if (unicode_is_letter(character))
            return true;
    return false;
}

/* True where no capital stands behind a small letter: else it is no word as people write them. */
static bool has_usual_case(struct slice run)
{
    uint32_t character;
    bool is_small = false;
    while (unicode_next(&run, &character)) {
        enum unicode_class class = unicode_class_of(character);
        if (class == UNICODE_UPPER && is_small)
            return false;
        is_small = is_small || class == UNICODE_LOWER;
    }
    return true;
}

/* A word of one letter is met by chance and speaks neither way; so does a rare one. */
static void add_run(struct reading_score *score, struct slice run, const struct language *language)
{
    if (unicode_count(run) < 2 || !has_letter(run))
        return;
    uint32_t frequency = has_usual_case(run) ? language->word_frequency(run) : 0;
    if (is_ascii(run)) {
        score->ascii_known += frequency > 0;
        score->ascii_unknown += !frequency;
    } else {
        score->known += frequency >= COMMON;
        score->unknown += !frequency;
    }
}

static struct reading_score score_reading(struct slice text, const struct language *language)
{
    struct reading_score score = {0};
    struct slice run;
    while (context_next_run(&text, is_part, &run))
        add_run(&score, trim_punctuation(run), language);
    return score;
}

/* Appends the text as a page has it, where it had been taken for windows-1252. Characters that are
 * not in windows-1252 were never bytes of the page and stay. */
static void reread(struct buffer *out, struct slice text, enum codepage page)
{
    struct buffer bytes = {0};
    uint32_t character;
    while (text.length) {
        const char *at = text.bytes;
        unicode_next(&text, &character);
        int byte =
            character < 0x80 ? (int) character : codepage_byte(CODEPAGE_WINDOWS_1252, character);
        if (byte >= 0) {
            buffer_append_byte(&bytes, (char) byte);
            continue;
        }
        codepage_decode(out, page, buffer_slice(&bytes));
        buffer_clear(&bytes);
        buffer_append(out, slice_of(at, (size_t) (text.bytes - at)));
    }
    codepage_decode(out, page, buffer_slice(&bytes));
    buffer_release(&bytes);
}

void reading_append(struct buffer *out, struct slice text, enum reading_kind kind,
                    enum codepage page)
{
    if (kind == READING_RAW)
        codepage_decode(out, page, text);
    else
        reread(out, text, page);
}

struct reading_score reading_score_page(struct slice text, enum reading_kind kind,
                                        enum codepage page, const struct language *language)
{
    struct buffer reading = {0};
    reading_append(&reading, text, kind, page);
    struct reading_score score = score_reading(buffer_slice(&reading), language);
    buffer_release(&reading);
    return score;
}

struct reading_score reading_score_as_is(struct slice text, const struct language *language)
{
    struct buffer repaired = {0};
    utf8_repair(&repaired, text);
    struct reading_score score = score_reading(buffer_slice(&repaired), language);
    buffer_release(&repaired);
    return score;
}
