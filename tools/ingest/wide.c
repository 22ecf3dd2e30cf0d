#include "wide.h"

#include "converter.h"
#include "memory.h"
#include "unicode.h"

#include <errno.h>
#include <stdlib.h>

/* UTF-32 first: the mark of its little-endian form begins with that of UTF-16. A mark is one
 * character and as long as a unit. */
static const struct {
    const char *charset;
    struct slice mark;
} forms[] = {
    {"utf-32le", {"\xff\xfe\0\0", 4}},
    {"utf-32be", {"\0\0\xfe\xff", 4}},
    {"utf-16le", {"\xff\xfe", 2}},
    {"utf-16be", {"\xfe\xff", 2}},
};

enum {
    FORM_COUNT = sizeof forms / sizeof forms[0],
    /* What a text may have of characters that no text has: behind a mark, which other files hardly
     * ever begin with, ... */
    MARKED_ODD_ALLOWED = 4,
    MARKED_CHARACTERS_PER_ODD = 16,
    /* ... and without one, where there must also be so many of the characters with NUL bytes. */
    ODD_ALLOWED = 1,
    CHARACTERS_PER_ODD = 64,
    NARROW_EXPECTED = 4, /* fewer, and the NUL bytes are dirt */
    CHARACTERS_PER_NARROW = 32,
    FIRST_NUL_WITHIN = 64, /* bytes: what begins as ASCII may hold UTF-16, such as a WARC file */
};

/* What the characters of a sample are. */
struct tally {
    size_t characters;
    size_t narrow; /* ASCII and Latin-1: the units of these have the NUL bytes */
    size_t odd;    /* none that a text has: U+FFFD, controls, unassigned and private ones */
    size_t nuls;   /* counted among the odd ones too */
    bool has_space;
};

static bool is_odd(uint32_t character)
{
    return character == UNICODE_REPLACEMENT ||
           (unicode_class_of(character) == UNICODE_CONTROL && !unicode_is_blank(character));
}

static struct tally tally_of(struct slice text)
{
    struct tally tally = {0};
    uint32_t character;
    while (unicode_next(&text, &character)) {
        bool odd = is_odd(character);
        tally.characters++;
        tally.odd += odd;
        tally.narrow += !odd && character < 0x100;
        tally.nuls += character == 0;
        tally.has_space |= character < 0x80 && unicode_is_space(character);
    }
    return tally;
}

static bool is_marked_text(const struct tally *wide)
{
    return wide->odd <= MARKED_ODD_ALLOWED + wide->characters / MARKED_CHARACTERS_PER_ODD;
}

/* In a list whose items end in NUL, every NUL may stand where UTF-16 has it by chance. But no white
 * space has one beside it then, or else the sample is good UTF-8 between them; in UTF-16, broad
 * characters hardly ever are. `plain` is the sample read as UTF-8. */
static bool is_unmarked_text(const struct tally *wide, const struct tally *plain)
{
    size_t broad = wide->characters - wide->narrow;
    size_t odd_if_plain = plain->odd - plain->nuls;
    bool is_plain = broad > wide->characters / 4 && odd_if_plain < broad / 2;
    return wide->has_space && !is_plain &&
           wide->odd <= ODD_ALLOWED + wide->characters / CHARACTERS_PER_ODD &&
           wide->narrow >= NARROW_EXPECTED + wide->characters / CHARACTERS_PER_NARROW;
}

/* Counts the characters of the whole units. Returns false where iconv does not know the form. */
static bool tally_form(struct tally *tally, struct slice sample, int form)
{
    struct buffer text = {0};
    sample.length -= sample.length % forms[form].mark.length;
    bool is_known = converter_convert(&text, sample, slice_from_string(forms[form].charset));
    *tally = tally_of(buffer_slice(&text));
    buffer_release(&text);
    return is_known;
}

static const char *find_marked(struct slice sample, size_t *mark)
{
    struct tally wide;
    for (int form = 0; form < FORM_COUNT; form++) {
        *mark = forms[form].mark.length;
        if (slice_starts_with(sample, forms[form].mark) &&
            tally_form(&wide, slice_from_offset(sample, *mark), form) && is_marked_text(&wide))
            return forms[form].charset;
    }
    *mark = 0;
    return NULL;
}

static const char *find_unmarked(struct slice sample)
{
    struct tally plain = tally_of(sample), wide;
    for (int form = 0; form < FORM_COUNT; form++)
        if (tally_form(&wide, sample, form) && is_unmarked_text(&wide, &plain))
            return forms[form].charset;
    return NULL;
}

const char *wide_find(struct slice start, size_t *mark)
{
    struct slice sample = start.length > WIDE_SAMPLE ? slice_of(start.bytes, WIDE_SAMPLE) : start;
    size_t early = sample.length < FIRST_NUL_WITHIN ? sample.length : FIRST_NUL_WITHIN;
    const char *charset = find_marked(sample, mark);
    if (!charset && early && memchr(sample.bytes, '\0', early))
        charset = find_unmarked(sample);
    return charset;
}

struct wide {
    struct stream *packed;
    struct converter *converter;
    struct buffer text; /* what one block was converted to */
    struct slice held;  /* what of it is not yet handed out */
    size_t untaken;     /* bytes of `packed` that are the start of a character */
    bool at_end;
};

struct wide *wide_new(struct stream *packed, const char *charset)
{
    struct wide *wide = memory_new(1, sizeof *wide);
    wide->packed = packed;
    wide->converter = converter_new(slice_from_string(charset));
    return wide;
}

/* Converts what there is, waiting only where it is no more than the start of a character. Returns
 * false where the bytes failed. */
static bool convert_block(struct wide *wide)
{
    size_t expected = wide->untaken + 1;
    wide->at_end = stream_peek(wide->packed, expected).length < expected;
    if (wide->at_end && wide->packed->failed)
        return false;
    struct slice block = wide->packed->held;
    buffer_clear(&wide->text);
    if (wide->at_end) {
        converter_finish(wide->converter, &wide->text, block);
    } else {
        size_t taken = converter_append(wide->converter, &wide->text, block);
        stream_skip(wide->packed, taken);
        wide->untaken = block.length - taken;
    }
    wide->held = buffer_slice(&wide->text);
    return true;
}

ptrdiff_t wide_read(void *context, char *bytes, size_t size)
{
    struct wide *wide = context;
    while (!wide->held.length && !wide->at_end)
        if (!convert_block(wide)) {
            errno = EIO;
            return -1;
        }
    size_t count = wide->held.length < size ? wide->held.length : size;
    if (count)
        memcpy(bytes, wide->held.bytes, count);
    wide->held = slice_from_offset(wide->held, count);
    return (ptrdiff_t) count;
}

void wide_free(struct wide *wide)
{
    converter_free(wide->converter);
    buffer_release(&wide->text);
    free(wide);
}
