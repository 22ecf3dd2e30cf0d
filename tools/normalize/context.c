#include "context.h"

#include "unicode.h"

enum {
    ENOUGH_WORDS = 12,  /* with letters of its own: the language is decided */
    KNOWN_PERCENT = 75, /* of the words of a text that has no such letters */
};

bool context_is_word_character(uint32_t character)
{
    if (character < 0x80)
        return (character | 0x20) >= 'a' && (character | 0x20) <= 'z';
    return unicode_is_letter(character) || unicode_class_of(character) == UNICODE_MARK;
}

struct slice context_word(struct slice text, size_t at)
{
    uint32_t character;
    struct slice none = slice_from_offset(text, text.length);
    size_t start = at;
    if (at >= text.length)
        return none;
    while (start > 0 && ((unsigned char) text.bytes[start] & 0xC0) == 0x80)
        start--;
    struct slice before = slice_of(text.bytes, start);
    while (context_is_word_character(unicode_take_last(&before))) {
        start = before.length;
        if (at - start > CONTEXT_LONGEST_WORD)
            return none;
    }
    struct slice rest = slice_from_offset(text, start);
    const char *begin = rest.bytes, *end = begin;
    while (unicode_next(&rest, &character) && context_is_word_character(character)) {
        end = rest.bytes;
        if (end - begin > CONTEXT_LONGEST_WORD)
            return none;
    }
    return slice_of(begin, (size_t) (end - begin));
}

bool context_next_run(struct slice *rest, bool (*belongs)(uint32_t character), struct slice *run)
{
    uint32_t character;
    const char *begin = NULL;
    while (rest->length) {
        const char *at = rest->bytes;
        unicode_next(rest, &character);
        if (belongs(character)) {
            begin = begin ? begin : at;
        } else if (begin) {
            *run = slice_of(begin, (size_t) (at - begin));
            return true;
        }
    }
    if (begin)
        *run = slice_of(begin, (size_t) (rest->bytes - begin));
    return begin != NULL;
}

bool context_next_word(struct slice *rest, struct slice *word)
{
    return context_next_run(rest, context_is_word_character, word);
}

/* What the letters of a word are. */
struct letters {
    size_t count;
    bool has_own; /* letters that only the language has */
    bool is_ascii;
};

static struct letters look_at_letters(struct slice word, const struct language *language)
{
    struct letters letters = {.is_ascii = true};
    uint32_t character;
    while (unicode_next(&word, &character)) {
        letters.count++;
        letters.is_ascii = letters.is_ascii && character < 0x80;
        letters.has_own = letters.has_own || language->owns_letter(character);
    }
    return letters;
}

static enum context judge_words(struct slice text, const struct language *language)
{
    size_t own_known = 0, own = 0, known = 0, words = 0, known_not_ascii = 0;
    struct slice word;
    while (own < ENOUGH_WORDS && context_next_word(&text, &word)) {
        struct letters letters = look_at_letters(word, language);
        bool is_known = language->word_frequency(word) > 0;
        if (letters.has_own) {
            own++;
            own_known += is_known;
        } else if (letters.count > 1) { /* of one letter, many languages have the same */
            words++;
            known += is_known;
            known_not_ascii += is_known && !letters.is_ascii;
        }
    }
    if (own)
        return own_known * 2 > own ? CONTEXT_CERTAIN : CONTEXT_FOREIGN;
    if (known_not_ascii > 1 && known == words)
        return CONTEXT_PROBABLE;
    return known_not_ascii && known * 100 >= words * KNOWN_PERCENT ? CONTEXT_LIKELY
                                                                   : CONTEXT_FOREIGN;
}

/* Most lines of the language are told by the first few words with letters of its own, which are
 * found fast. */
static bool begins_in_language(struct slice text, const struct language *language)
{
    enum { TRIED = 3, LEAD = 0xE1 }; /* of the letters with two marks */
    struct slice rest = text;
    for (unsigned known = 0; known < TRIED; known++) {
        const char *lead = rest.length ? memchr(rest.bytes, LEAD, rest.length) : NULL;
        if (!lead)
            return false;
        struct slice word = context_word(text, (size_t) (lead - text.bytes));
        if (!word.length || !language->word_frequency(word))
            return false;
        size_t end = (size_t) (word.bytes + word.length - text.bytes);
        rest = slice_from_offset(text, end);
    }
    return true;
}

enum context context_of(struct slice text, const struct language *language)
{
    if (!language->word_frequency)
        return CONTEXT_FOREIGN;
    return begins_in_language(text, language) ? CONTEXT_CERTAIN : judge_words(text, language);
}
