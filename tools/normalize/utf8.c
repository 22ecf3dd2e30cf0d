#include "utf8.h"

#include "unicode.h"

enum { HALF_LENGTH = 3 }; /* bytes of an encoded half of a surrogate pair */

/* Reads ED A0..BF 80..BF: an encoded surrogate. */
static bool read_half(const char *at, const char *end, uint32_t *half)
{
    const unsigned char *byte = (const unsigned char *) at;
    if (end - at < HALF_LENGTH || byte[0] != 0xED || byte[1] < 0xA0 || byte[1] > 0xBF ||
        (byte[2] & 0xC0) != 0x80)
        return false;
    *half = 0xD000 | (uint32_t) (byte[1] & 0x3F) << 6 | (byte[2] & 0x3F);
    return true;
}

/* Appends what the ill-formed bytes at `at` become. Returns how many they are. */
static size_t append_repaired(struct buffer *out, const char *at, const char *end)
{
    uint32_t high, low;
    if (!read_half(at, end, &high)) {
        unicode_append(out, UNICODE_REPLACEMENT);
        return unicode_invalid_length(at, end);
    }
    bool is_pair = high < 0xDC00 && read_half(at + HALF_LENGTH, end, &low) && low >= 0xDC00;
    if (!is_pair)
        return HALF_LENGTH;
    unicode_append(out, 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
    return (size_t) 2 * HALF_LENGTH;
}

bool utf8_is_surrogate(const char *at, const char *end)
{
    uint32_t half;
    return read_half(at, end, &half);
}

void utf8_repair(struct buffer *out, struct slice text)
{
    unicode_append_replacing(out, text, append_repaired);
}
