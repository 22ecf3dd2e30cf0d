#include "address.h"

#include "ascii.h"
#include "unicode.h"

/* Bytes of an e-mail address: RFC 5321, 4.5.3.1. */
enum { LONGEST_LOCAL = 64, LONGEST_HOST = 255 };

static bool is_one_of(char byte, const char *set)
{
    return byte && strchr(set, byte);
}

static size_t count_byte(struct slice text, char byte)
{
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++)
        count += text.bytes[i] == byte;
    return count;
}

/* The length of the first `length` bytes without the punctuation that closes behind a URL. A round
 * bracket that closes one of its own belongs to it: `https://a.example/Hue_(city)`. */
static size_t trimmed_length(struct slice text, size_t length)
{
    size_t opening = count_byte(slice_of(text.bytes, length), '(');
    size_t closing = count_byte(slice_of(text.bytes, length), ')');
    for (; length > 0 && is_one_of(text.bytes[length - 1], ".,;:!?)'>]"); length--) {
        if (text.bytes[length - 1] != ')')
            continue;
        if (closing <= opening)
            break;
        closing--;
    }
    return length;
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
    return trimmed_length(text, at);
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

/* `vnexpress.net/the-thao`, `bit.ly/3xYz`: a host in lower case, a slash, and what follows. */
static size_t path_length(struct slice text)
{
    size_t at = 0, label = 0; /* where the last label of the host begins */
    while (at < text.length && at <= LONGEST_HOST && is_in_name(text.bytes[at]) &&
           !ascii_is_upper(text.bytes[at])) {
        at++;
        if (text.bytes[at - 1] == '.')
            label = at;
    }
    bool has_label = label > 1 && at - label >= 2 && ascii_is_letter(text.bytes[label]);
    if (!has_label || at == text.length || text.bytes[at] != '/')
        return 0;
    return url_end(text, at + 1);
}

size_t address_length(struct slice text)
{
    size_t length = url_length(text);
    if (!length)
        length = email_length(text);
    return length ? length : path_length(text);
}

bool address_is_ending(struct slice word)
{
    static const struct slice endings[] = {
        /* top-level domains met in news: RFC 1591, IANA root zone */
        SLICE("app"),
        SLICE("asia"),
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
        SLICE("link"),
        SLICE("me"),
        SLICE("net"),
        SLICE("news"),
        SLICE("online"),
        SLICE("org"),
        SLICE("ru"),
        SLICE("site"),
        SLICE("shop"),
        SLICE("store"),
        SLICE("tv"),
        SLICE("uk"),
        SLICE("us"),
        SLICE("vn"),
        SLICE("xyz"),
        /* file names */
        SLICE("apk"),
        SLICE("asp"),
        SLICE("aspx"),
        SLICE("avi"),
        SLICE("css"),
        SLICE("csv"),
        SLICE("doc"),
        SLICE("docx"),
        SLICE("exe"),
        SLICE("gif"),
        SLICE("gz"),
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
        SLICE("tar"),
        SLICE("txt"),
        SLICE("wav"),
        SLICE("webp"),
        SLICE("xls"),
        SLICE("xlsx"),
        SLICE("xml"),
        SLICE("zip"),
    };
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (slice_equal_ignoring_case(word, endings[i]))
            return true;
    return false;
}
