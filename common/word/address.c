#include "address.h"

#include "../ascii.h"
#include "../unicode.h"

/* Bytes of an e-mail address: RFC 5321, 4.5.3.1. */
enum { LONGEST_LOCAL = 64, LONGEST_HOST = 255 };

static bool is_one_of(char byte, const char *set)
{
    return byte && strchr(set, byte);
}

/* White space, quotes and brackets end a URL in running text. */
static size_t url_end(struct slice text, size_t at)
{
    while (at < text.length) {
        uint32_t character = 0;
        size_t length = unicode_decode(text.bytes + at, text.bytes + text.length, &character);
        bool closes = character < 0x80 ? is_one_of((char) character, "\"<>")
                                       : character >= 0x2010 && character <= 0x203A;
        if (!length || closes || unicode_is_space(character))
            break;
        at += length;
    }
    while (at > 0 && is_one_of(text.bytes[at - 1], ".,;:!?)'>]"))
        at--;
    return at;
}

static size_t url_length(struct slice text)
{
    size_t scheme = 0;
    if (slice_starts_with(text, SLICE("www.")))
        return url_end(text, 4);
    while (scheme < text.length && scheme < LONGEST_LOCAL && ascii_is_letter(text.bytes[scheme]))
        scheme++;
    if (scheme < 2 || !slice_starts_with(slice_from_offset(text, scheme), SLICE("://")))
        return 0;
    size_t end = url_end(text, scheme + 3);
    return end > scheme + 3 ? end : 0;
}

static bool is_in_name(char byte)
{
    return ascii_is_letter(byte) || ascii_is_digit(byte) || byte == '-' || byte == '.';
}

static size_t email_length(struct slice text)
{
    size_t at = 0;
    while (at < text.length && at < LONGEST_LOCAL &&
           (is_in_name(text.bytes[at]) || is_one_of(text.bytes[at], "_%+")))
        at++;
    if (!at || at == text.length || text.bytes[at] != '@')
        return 0;
    size_t host = at + 1, end = host;
    while (end < text.length && end - host <= LONGEST_HOST && is_in_name(text.bytes[end]))
        end++;
    if (end - host > LONGEST_HOST)
        return 0;
    while (end > host && is_one_of(text.bytes[end - 1], ".-"))
        end--;
    return memchr(text.bytes + host, '.', end - host) ? end : 0;
}

size_t address_length(struct slice text)
{
    size_t length = url_length(text);
    return length ? length : email_length(text);
}

bool address_is_ending(struct slice word)
{
    static const struct slice endings[] = {
        /* top-level domains met in news: RFC 1591, IANA root zone */
        SLICE("biz"),
        SLICE("club"),
        SLICE("cn"),
        SLICE("com"),
        SLICE("de"),
        SLICE("edu"),
        SLICE("eu"),
        SLICE("fm"),
        SLICE("fr"),
        SLICE("gov"),
        SLICE("info"),
        SLICE("int"),
        SLICE("io"),
        SLICE("jp"),
        SLICE("kr"),
        SLICE("me"),
        SLICE("net"),
        SLICE("news"),
        SLICE("org"),
        SLICE("ru"),
        SLICE("shop"),
        SLICE("store"),
        SLICE("tv"),
        SLICE("uk"),
        SLICE("us"),
        SLICE("vn"),
        /* file names */
        SLICE("apk"),
        SLICE("asp"),
        SLICE("aspx"),
        SLICE("avi"),
        SLICE("csv"),
        SLICE("doc"),
        SLICE("docx"),
        SLICE("exe"),
        SLICE("gif"),
        SLICE("htm"),
        SLICE("html"),
        SLICE("jpeg"),
        SLICE("jpg"),
        SLICE("js"),
        SLICE("json"),
        SLICE("mov"),
        SLICE("mp3"),
        SLICE("mp4"),
        SLICE("pdf"),
        SLICE("php"),
        SLICE("png"),
        SLICE("ppt"),
        SLICE("pptx"),
        SLICE("py"),
        SLICE("rar"),
        SLICE("svg"),
        SLICE("txt"),
        SLICE("wav"),
        SLICE("webp"),
        SLICE("xls"),
        SLICE("xlsx"),
        SLICE("xml"),
        SLICE("zip"),
    };
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (slice_equal(word, endings[i]))
            return true;
    return false;
}
