#include "forms.h"

#include "unicode.h"

/* What a punctuation mark becomes; null where it stays. */
static const char *plain_punctuation(uint32_t character)
{
    switch (character) {
    case 0x2018: /* single quotation marks */
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2039:
    case 0x203A:
        return "'";
    case 0x201C: /* double ones */
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x00AB:
    case 0x00BB:
        return "\"";
    case 0x2010: /* hyphens, dashes and the minus sign */
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
        return "-";
    case 0x2026:
        return "...";
    default:
        return NULL;
    }
}

void forms_unify_punctuation(struct buffer *out, struct slice text)
{
    uint32_t character;
    while (unicode_next(&text, &character)) {
        const char *plain = plain_punctuation(character);
        if (plain)
            buffer_append_string(out, plain);
        else
            unicode_append(out, character);
    }
}

void forms_unify_width(struct buffer *out, struct slice text)
{
    uint32_t character;
    while (unicode_next(&text, &character)) {
        if (character > 0xFF00 && character < 0xFFF0)
            unicode_append_compatible(out, character);
        else
            unicode_append(out, character);
    }
}

void forms_unify_digits(struct buffer *out, struct slice text)
{
    uint32_t character;
    while (unicode_next(&text, &character)) {
        int value = unicode_digit_value(character);
        if (value >= 0)
            buffer_append_byte(out, (char) ('0' + value));
        else
            unicode_append(out, character);
    }
}
