#include "respell.h"

#include "context.h"
#include "suspect.h"
#include "unicode.h"

/* Finds the next word, from *at on, that is spelled other than it should be. Only words at
 * suspicious places are looked at: they are few. Sets *at behind the word. */
static bool find_word(struct slice text, size_t *at, const struct language *language,
                      enum spelling spelling, struct slice *word)
{
    unsigned found;
    enum misspelling fault = spelling == SPELLING_KEEP ? SPELLED_WRONG : SPELLED_OTHERWISE;
    const char *begin = text.bytes + *at;
    while (suspect_next(text, SUSPECT_SPELLING, at, &found)) {
        *word = context_word(text, ++*at);
        if (word->bytes >= begin && language->check(*word, spelling) == fault) {
            *at = (size_t) (word->bytes + word->length - text.bytes);
            return true;
        }
    }
    return false;
}

/* What the text must be for this word to be respelled. A mark on a last vowel is right in words of
 * other languages, such as caí and raó. */
static enum context wanted_context(struct slice word, enum spelling spelling)
{
    bool may_be_foreign = spelling == SPELLING_KEEP && unicode_last(word) >= 0x80;
    return may_be_foreign ? CONTEXT_CERTAIN : CONTEXT_LIKELY;
}

void respell_words(struct buffer *out, struct slice text, const struct language *language,
                   enum spelling spelling)
{
    size_t copied = 0, at = 0;
    struct slice word;
    enum context context = CONTEXT_FOREIGN;
    bool is_judged = false;
    while (language->respell && find_word(text, &at, language, spelling, &word)) {
        if (!is_judged)
            context = context_of(text, language);
        is_judged = true;
        if (context < wanted_context(word, spelling))
            continue;
        buffer_append(out,
                      slice_of(text.bytes + copied, (size_t) (word.bytes - text.bytes) - copied));
        language->respell(out, word, spelling);
        copied = at;
    }
    buffer_append(out, slice_from_offset(text, copied));
}
