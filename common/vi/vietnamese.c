#include "vietnamese.h"

#include "../unicode.h"
#include "syllable.h"

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

uint32_t vietnamese_word_frequency(struct slice word)
{
    struct syllable syllable;
    return syllable_parse(word, &syllable) ? syllable_count(&syllable) : 0;
}

void vietnamese_read_sound(struct slice word, struct sound *sound)
{
    struct syllable syllable;
    *sound = (struct sound){0};
    if (!syllable_parse(word, &syllable))
        return;
    unsigned onset = syllable_onset_sound(&syllable);
    *sound = (struct sound){
        .onset = (uint8_t) (onset + 1),
        .rhyme = syllable.rhyme,
        .tone = syllable.tone,
        .is_low =
            syllable.tone == TONE_GRAVE || syllable.tone == TONE_TILDE || syllable.tone == TONE_DOT,
        .has_onset = onset > 0,
    };
}

static enum misspelling check(const struct syllable *syllable, enum spelling spelling)
{
    if (!syllable_count(syllable))
        return SPELLED_UNKNOWN;
    if (syllable->tone == TONE_LEVEL)
        return SPELLED_WELL;
    unsigned older = syllable_tone_place(syllable, TONE_STYLE_OLD);
    unsigned newer = syllable_tone_place(syllable, TONE_STYLE_NEW);
    if (syllable->tone_at != older && syllable->tone_at != newer)
        return SPELLED_WRONG;
    unsigned wanted = spelling == SPELLING_NEW ? newer : older;
    return spelling == SPELLING_KEEP || syllable->tone_at == wanted ? SPELLED_WELL
                                                                    : SPELLED_OTHERWISE;
}

enum misspelling vietnamese_check(struct slice word, enum spelling spelling)
{
    struct syllable syllable;
    return syllable_parse(word, &syllable) ? check(&syllable, spelling) : SPELLED_UNKNOWN;
}

/* Appends the word with its tone mark on the letter `to`. */
static void move_tone(struct buffer *out, struct slice word, unsigned to, enum tone tone)
{
    uint32_t character;
    enum tone none;
    for (unsigned at = 0; unicode_next(&word, &character); at++) {
        uint32_t letter = letter_without_tone(character, &none);
        unicode_append(out, at == to ? letter_with_tone(letter, tone) : letter);
    }
}

bool vietnamese_respell(struct buffer *out, struct slice word, enum spelling spelling)
{
    struct syllable syllable;
    if (!syllable_parse(word, &syllable))
        return false;
    enum misspelling fault = spelling == SPELLING_KEEP ? SPELLED_WRONG : SPELLED_OTHERWISE;
    if (check(&syllable, spelling) != fault)
        return false;
    enum tone_style style = spelling == SPELLING_NEW ? TONE_STYLE_NEW : TONE_STYLE_OLD;
    move_tone(out, word, syllable_tone_place(&syllable, style), (enum tone) syllable.tone);
    return true;
}
