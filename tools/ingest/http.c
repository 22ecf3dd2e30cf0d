#include "http.h"

#include "ascii.h"
#include "inflate.h"

struct slice headers_get(struct slice headers, const char *name)
{
    struct slice line, key, wanted = slice_from_string(name);
    while (slice_cut(&headers, '\n', &line)) {
        struct slice value = line;
        if (slice_cut(&value, ':', &key) && value.bytes &&
            slice_equal_ignoring_case(slice_trim(key), wanted))
            return slice_trim(value);
    }
    return (struct slice){NULL, 0};
}

struct slice media_type(struct slice content_type)
{
    struct slice type = {NULL, 0};
    slice_cut(&content_type, ';', &type);
    return slice_trim(type);
}

/* "HTTP/1.1 200 OK": the number; 0 where the line is none. */
static unsigned status_of(struct slice line)
{
    struct slice part;
    unsigned status = 0;
    if (!slice_starts_with(line, SLICE("HTTP/")) || !slice_cut(&line, ' ', &part))
        return 0;
    line = slice_trim(line);
    for (size_t i = 0; i < 3 && i < line.length; i++) {
        if (!ascii_is_digit(line.bytes[i]))
            return 0;
        status = status * 10 + (unsigned) (line.bytes[i] - '0');
    }
    return status;
}

bool http_parse(struct http_response *response, struct slice bytes)
{
    struct slice rest = bytes, line;
    if (!slice_cut(&rest, '\n', &line) || !(response->status = status_of(line)))
        return false;
    response->headers = rest;
    while (slice_cut(&rest, '\n', &line) && slice_trim(line).length)
        ;
    response->body = rest;
    response->headers.length -= rest.length;
    return true;
}

enum chunks {
    CHUNKS_WHOLE,
    CHUNKS_NONE,    /* the body does not begin with a chunk */
    CHUNKS_DAMAGED, /* it does, but does not go on so */
};

/* Takes the line with a chunk's size off *rest. Returns false where it is none. */
static bool take_chunk_size(struct slice *rest, size_t *size)
{
    struct slice line, digits;
    if (!slice_cut(rest, '\n', &line) || !slice_cut(&line, ';', &digits))
        return false;
    digits = slice_trim(digits);
    *size = 0;
    for (size_t i = 0; i < digits.length; i++) {
        const char *all = "0123456789abcdef0123456789ABCDEF";
        const char *digit = memchr(all, digits.bytes[i], 32);
        if (!digit || *size > SIZE_MAX / 16)
            return false;
        *size = *size * 16 + (size_t) (digit - all) % 16;
    }
    return digits.length > 0 && rest->bytes;
}

static enum chunks undo_chunks(struct buffer *out, struct slice body)
{
    struct slice end;
    size_t size;
    for (enum chunks fault = CHUNKS_NONE;; fault = CHUNKS_DAMAGED) {
        if (!take_chunk_size(&body, &size) || size > body.length)
            return fault;
        if (!size)
            return CHUNKS_WHOLE;
        buffer_append(out, slice_of(body.bytes, size));
        body = slice_from_offset(body, size);
        if (!slice_cut(&body, '\n', &end) || slice_trim(end).length)
            return CHUNKS_DAMAGED;
    }
}

static bool inflate_body(struct buffer *out, struct slice body, enum inflate_form form,
                         size_t limit, const char *name, struct report *report)
{
    struct stream packed, plain;
    stream_init_bytes(&packed, body);
    struct inflater *inflater = inflater_new(&packed, form, name, report);
    stream_init(&plain, inflater_read, inflater);
    enum stream_result result = stream_read_all(&plain, out, limit);
    if (result == STREAM_OVER)
        report_reject(report, (struct place){name, 0},
                      "page larger than %zu bytes (--max-doc), passed over", limit);
    stream_release(&plain);
    inflater_free(inflater);
    stream_release(&packed);
    return result == STREAM_WHOLE;
}

static bool is_among(struct slice name, const char *first, const char *second)
{
    return slice_equal_ignoring_case(name, slice_from_string(first)) ||
           slice_equal_ignoring_case(name, slice_from_string(second));
}

static bool undo_content_coding(struct buffer *out, struct slice body, struct slice coding,
                                size_t limit, const char *name, struct report *report)
{
    if (is_among(coding, "gzip", "x-gzip") && inflate_is_gzip(body))
        return inflate_body(out, body, INFLATE_GZIP, limit, name, report);
    if (is_among(coding, "deflate", "x-deflate"))
        return inflate_body(out, body, INFLATE_ZLIB, limit, name, report);
    if (is_among(coding, "br", "zstd") || is_among(coding, "compress", "x-compress")) {
        report_reject(report, (struct place){name, 0},
                      "content coding %.*s, expected gzip, deflate or none, passed over",
                      (int) coding.length, coding.bytes);
        return false;
    }
    buffer_append(out, body);
    return true;
}

bool http_decode(struct buffer *out, const struct http_response *response, size_t limit,
                 const char *name, struct report *report)
{
    struct buffer joined = {0};
    struct slice body = response->body;
    enum chunks chunks = CHUNKS_NONE;
    bool good = false;
    if (slice_equal_ignoring_case(headers_get(response->headers, "Transfer-Encoding"),
                                  SLICE("chunked")))
        chunks = undo_chunks(&joined, body);
    if (chunks == CHUNKS_WHOLE)
        body = buffer_slice(&joined);
    if (chunks == CHUNKS_DAMAGED)
        report_reject(report, (struct place){name, 0}, "damaged chunks, passed over");
    else
        good = undo_content_coding(out, body, headers_get(response->headers, "Content-Encoding"),
                                   limit, name, report);
    buffer_release(&joined);
    return good;
}
