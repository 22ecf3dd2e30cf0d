#include "mojibake_sequence.h"

#include "codepage.h"
#include "unicode.h"

int page_byte(enum page page, uint32_t character)
{
    if (character < 0x80)
        return -1;
    if (page == PAGE_MAC)
        return codepage_byte(CODEPAGE_MAC_ROMAN, character);
    if (character < 0x100)
        return (int) character;
    int byte = codepage_byte(CODEPAGE_WINDOWS_1252, character);
    if (byte < 0 && unicode_is_letter(character))
        byte = codepage_byte(CODEPAGE_WINDOWS_1258, character);
    return byte;
}

/* What Mac Roman has for « » … ‘ ’ “ ” and the no-break space, which stand before letters every
 * day; the letters that they would lead to are rare. */
static bool is_mac_punctuation(int byte)
{
    return (byte >= 0xC7 && byte <= 0xCA) || (byte >= 0xD2 && byte <= 0xD5);
}

unsigned sequence_length(enum page page, int lead)
{
    if (lead < 0xC2 || lead > 0xF4 || (page == PAGE_MAC && is_mac_punctuation(lead)))
        return 0;
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

static bool is_continuation(int byte)
{
    return byte >= 0x80 && byte < 0xC0;
}

bool sequence_may_go_on(enum page page, uint32_t character)
{
    return is_continuation(page_byte(page, character));
}

bool sequence_may_begin(enum page page, uint32_t first, uint32_t second)
{
    return sequence_length(page, page_byte(page, first)) && sequence_may_go_on(page, second);
}

bool sequence_read(struct sequence *sequence, enum page page, struct slice text)
{
    char bytes[4];
    unsigned wanted = 1;
    sequence->rest = text;
    for (sequence->count = 0; sequence->count < wanted; sequence->count++) {
        uint32_t *character = &sequence->read_as[sequence->count];
        if (!unicode_next(&sequence->rest, character))
            return false;
        int byte = page_byte(page, *character);
        if (sequence->count == 0)
            wanted = sequence_length(page, byte);
        else if (!is_continuation(byte))
            return false;
        bytes[sequence->count] = (char) byte;
    }
    return wanted && unicode_decode(bytes, bytes + wanted, &sequence->character) == wanted;
}
