#include "fold.h"

#include "unicode.h"

/* What becomes of a character in the key. */
enum fate { KEEP, SPACE, DROP, DIGIT };

static enum fate fate_of(uint32_t character, unsigned what)
{
    switch (unicode_class_of(character)) {
    case UNICODE_DIGIT:
        return what & FOLD_DIGITS ? DIGIT : KEEP;
    case UNICODE_SPACE:
        return what & FOLD_SPACE ? SPACE : KEEP;
    case UNICODE_CONTROL:
        return what & FOLD_SPACE ? DROP : KEEP;
    case UNICODE_PUNCTUATION:
    case UNICODE_SYMBOL:
        return what & FOLD_PUNCTUATION ? SPACE : KEEP;
    default:
        return KEEP;
    }
}

static bool append_folded(struct buffer *key, struct slice text, unsigned what)
{
    size_t start = key->length;
    bool space_due = false, in_digits = false;
    uint32_t character;
    while (unicode_next(&text, &character)) {
        enum fate fate = fate_of(character, what);
        if (fate == DROP)
            continue;
        if (fate == SPACE) {
            space_due = true;
            in_digits = false;
            continue;
        }
        if (fate == DIGIT && in_digits && !space_due)
            continue;
        if (space_due && key->length > start)
            buffer_append_byte(key, ' ');
        space_due = false;
        in_digits = fate == DIGIT;
        if (in_digits)
            buffer_append_byte(key, '0');
        else if (what & FOLD_CASE)
            unicode_append(key, unicode_lower(character));
        else
            unicode_append(key, character);
    }
    return key->length > start;
}

void fold_append(struct buffer *key, struct slice text, unsigned what,
                 const struct language *language)
{
    size_t start = key->length;
    if (!append_folded(key, text, what))
        append_folded(key, text, what & ~(unsigned) FOLD_PUNCTUATION);
    if ((what & FOLD_SPELLING) && language && language->unify_spelling && key->length > start)
        key->length = start + language->unify_spelling(key->bytes + start, key->length - start);
}
