#include "vietnamese.h"

#include "../unicode.h"

/* Rhymes of two vowels whose tone mark stands on the second vowel in the newer style and on the
 * first in the older. The older form is never longer. */
static const struct rhyme {
    struct slice newer, older;
} rhymes[] = {
    {SLICE("oà"), SLICE("òa")}, {SLICE("oá"), SLICE("óa")}, {SLICE("oả"), SLICE("ỏa")},
    {SLICE("oã"), SLICE("õa")}, {SLICE("oạ"), SLICE("ọa")}, {SLICE("oè"), SLICE("òe")},
    {SLICE("oé"), SLICE("óe")}, {SLICE("oẻ"), SLICE("ỏe")}, {SLICE("oẽ"), SLICE("õe")},
    {SLICE("oẹ"), SLICE("ọe")}, {SLICE("uỳ"), SLICE("ùy")}, {SLICE("uý"), SLICE("úy")},
    {SLICE("uỷ"), SLICE("ủy")}, {SLICE("uỹ"), SLICE("ũy")}, {SLICE("uỵ"), SLICE("ụy")},
};

static bool begins_with_letter(struct slice text)
{
    uint32_t character;
    return unicode_next(&text, &character) && unicode_is_letter(character);
}

/* The rhyme that `text` begins with and that ends a syllable, or null. */
static const struct rhyme *rhyme_at(struct slice text)
{
    for (size_t i = 0; i < sizeof rhymes / sizeof rhymes[0]; i++)
        if (slice_starts_with(text, rhymes[i].newer))
            return begins_with_letter(slice_from_offset(text, rhymes[i].newer.length)) ? NULL
                                                                                       : &rhymes[i];
    return NULL;
}

size_t vietnamese_unify_tone_placement(char *bytes, size_t length)
{
    size_t kept = 0, at = 0;
    while (at < length) {
        bool may_begin = (bytes[at] == 'o' || bytes[at] == 'u') && at + 2 < length &&
                         (unsigned char) bytes[at + 1] >= 0x80;
        const struct rhyme *rhyme = may_begin ? rhyme_at(slice_of(bytes + at, length - at)) : NULL;
        if (!rhyme) {
            bytes[kept++] = bytes[at++];
            continue;
        }
        memcpy(bytes + kept, rhyme->older.bytes, rhyme->older.length);
        kept += rhyme->older.length;
        at += rhyme->newer.length;
    }
    return kept;
}
