/* ASCII letters and white space, whatever the locale. */
#ifndef GANLOC_ASCII_H
#define GANLOC_ASCII_H

#include <stdbool.h>

static inline bool ascii_is_upper(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

static inline char ascii_lower(char byte)
{
    return ascii_is_upper(byte) ? (char) (byte - 'A' + 'a') : byte;
}

static inline bool ascii_is_letter(char byte)
{
    return ascii_lower(byte) >= 'a' && ascii_lower(byte) <= 'z';
}

static inline bool ascii_is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Space, \t \n \v \f \r. */
static inline bool ascii_is_space(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

#endif
