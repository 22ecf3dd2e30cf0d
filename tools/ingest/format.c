#include "format.h"

#include "ascii.h"

static const char *const names[FORMAT_COUNT] = {
    [FORMAT_AUTO] = "auto", [FORMAT_TEXT] = "text", [FORMAT_JSONL] = "jsonl",
    [FORMAT_HTML] = "html", [FORMAT_WARC] = "warc", [FORMAT_BINARY] = "binary",
};

static const struct {
    const char *ending;
    enum format format;
} endings[] = {
    {".txt", FORMAT_TEXT},   {".text", FORMAT_TEXT},    {".jsonl", FORMAT_JSONL},
    {".json", FORMAT_JSONL}, {".ndjson", FORMAT_JSONL}, {".html", FORMAT_HTML},
    {".htm", FORMAT_HTML},   {".xhtml", FORMAT_HTML},   {".warc", FORMAT_WARC},
    {".wet", FORMAT_WARC},
};

static const char *const packings[] = {".gz", ".zst", ".xz", ".bz2"};

enum {
    ENDING_COUNT = sizeof endings / sizeof endings[0],
    PACKING_COUNT = sizeof packings / sizeof packings[0],
    CONTROLS_ALLOWED = 4,   /* control characters in a sample of text, and beyond that ... */
    BYTES_PER_CONTROL = 64, /* ... one in so many */
};

const char *format_name(enum format format)
{
    return names[format];
}

enum format format_from_name(const char *name)
{
    for (int format = FORMAT_AUTO; format < FORMAT_BINARY; format++)
        if (strcmp(name, names[format]) == 0)
            return (enum format) format;
    return FORMAT_BINARY;
}

static bool ends_with(struct slice name, const char *ending)
{
    size_t length = strlen(ending);
    return name.length > length &&
           slice_equal_ignoring_case(slice_from_offset(name, name.length - length),
                                     slice_of(ending, length));
}

static enum format detect_by_name(struct slice name)
{
    for (size_t i = 0; i < PACKING_COUNT; i++)
        if (ends_with(name, packings[i])) {
            name.length -= strlen(packings[i]);
            break;
        }
    for (size_t i = 0; i < ENDING_COUNT; i++)
        if (ends_with(name, endings[i].ending))
            return endings[i].format;
    return FORMAT_AUTO;
}

static bool is_text_byte(unsigned char byte)
{
    return byte >= ' ' || ascii_is_space((char) byte) || byte == '\x1b';
}

/* A stray NUL in a text is dirt; many control characters and a NUL are an image or the like. */
static bool is_binary(struct slice start)
{
    size_t controls = 0;
    for (size_t i = 0; i < start.length; i++)
        controls += !is_text_byte((unsigned char) start.bytes[i]);
    return controls > CONTROLS_ALLOWED + start.length / BYTES_PER_CONTROL &&
           memchr(start.bytes, '\0', start.length);
}

static bool is_tag_start(struct slice text)
{
    char next = text.length > 1 ? text.bytes[1] : '\0';
    return text.length > 1 && text.bytes[0] == '<' &&
           (next == '!' || next == '?' || next == '/' || ascii_is_letter(next));
}

static bool is_json_start(struct slice text)
{
    if (text.length && text.bytes[0] == '[')
        text = slice_trim(slice_from_offset(text, 1));
    return text.length && text.bytes[0] == '{';
}

static enum format detect_by_content(struct slice start)
{
    if (slice_starts_with(start, SLICE("\xef\xbb\xbf")))
        start = slice_from_offset(start, 3);
    start = slice_trim(start);
    if (slice_starts_with(start, SLICE("WARC/")))
        return FORMAT_WARC;
    if (is_json_start(start))
        return FORMAT_JSONL;
    return is_tag_start(start) ? FORMAT_HTML : FORMAT_TEXT;
}

enum format format_detect(const char *name, struct slice start)
{
    enum format by_name = detect_by_name(slice_from_string(name));
    enum format format = by_name != FORMAT_AUTO ? by_name : detect_by_content(start);
    return format != FORMAT_WARC && is_binary(start) ? FORMAT_BINARY : format;
}
