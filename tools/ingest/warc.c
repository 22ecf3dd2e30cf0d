/* WARC files: a document a record, for those records that hold a page. */
#include "ascii.h"
#include "charset.h"
#include "converter.h"
#include "http.h"
#include "job.h"

#include <inttypes.h>

enum {
    LARGEST_HEADER = 1 << 20, /* bytes */
};

/* What is done with a record. */
enum kind {
    KIND_OTHER,    /* passed over */
    KIND_RESPONSE, /* HTTP headers and a body that is a page */
    KIND_BLOCK,    /* the page itself */
};

/* A file on its way to records. */
struct warc {
    struct job *job;
    const struct source *source;
    struct buffer header; /* of the record, without the version line */
    uint64_t number;      /* of the record, from 1 */
    uint64_t length;      /* of its block, in bytes */
    struct buffer label;  /* what messages call it */
    struct buffer body;   /* of a response, decoded */
};

static struct place place_of(struct warc *warc)
{
    buffer_clear(&warc->label);
    buffer_append_string(&warc->label, warc->source->name);
    buffer_append_string(&warc->label, ": record ");
    buffer_append_number(&warc->label, warc->number);
    return (struct place){buffer_string(&warc->label), 0};
}

static struct slice header_of(const struct warc *warc, const char *name)
{
    return headers_get(buffer_slice(&warc->header), name);
}

/* Passes over all up to the line that a record begins with. Returns false at the end. */
static bool find_record(struct warc *warc)
{
    struct slice line;
    bool is_lost = false;
    while (stream_line(warc->source->stream, &line)) {
        if (slice_starts_with(line, SLICE("WARC/"))) {
            warc->number++;
            return true;
        }
        if (slice_trim(line).length && !is_lost) {
            report_reject(&warc->job->report, (struct place){warc->source->name, 0},
                          "no record behind record %" PRIu64
                          ", expected WARC/1.0 or WARC/1.1; passed over up to the next",
                          warc->number);
            is_lost = true;
        }
    }
    return false;
}

static bool parse_length(struct slice text, uint64_t *length)
{
    *length = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (!ascii_is_digit(text.bytes[i]) || *length > UINT64_MAX / 10 - 1)
            return false;
        *length = *length * 10 + (uint64_t) (text.bytes[i] - '0');
    }
    return text.length > 0;
}

/* Reads the header behind the version line. Returns false, after a message, where it is damaged. */
static bool read_header(struct warc *warc)
{
    struct slice line;
    bool is_whole = false;
    buffer_clear(&warc->header);
    while (!is_whole && warc->header.length < LARGEST_HEADER &&
           stream_line(warc->source->stream, &line)) {
        is_whole = slice_trim(line).length == 0;
        buffer_append(&warc->header, line);
    }
    if (is_whole && parse_length(header_of(warc, "Content-Length"), &warc->length))
        return true;
    if (!warc->source->stream->failed)
        report_reject(&warc->job->report, place_of(warc),
                      "damaged header, expected lines such as Content-Length: 120 and a blank "
                      "line");
    return false;
}

static bool is_page_type(struct slice content_type)
{
    struct slice type = media_type(content_type);
    return slice_equal_ignoring_case(type, SLICE("text/html")) ||
           slice_equal_ignoring_case(type, SLICE("application/xhtml+xml")) ||
           slice_equal_ignoring_case(type, SLICE("text/plain"));
}

/* Judges by the header and what the block begins with. */
static enum kind kind_of(const struct warc *warc, struct slice start)
{
    struct slice type = header_of(warc, "WARC-Type");
    struct http_response response;
    if (slice_equal_ignoring_case(type, SLICE("resource")) ||
        slice_equal_ignoring_case(type, SLICE("conversion")))
        return is_page_type(header_of(warc, "Content-Type")) ? KIND_BLOCK : KIND_OTHER;
    if (slice_equal_ignoring_case(type, SLICE("response")) && http_parse(&response, start) &&
        response.status / 100 == 2 && is_page_type(headers_get(response.headers, "Content-Type")))
        return KIND_RESPONSE;
    return KIND_OTHER;
}

static struct slice url_of(const struct warc *warc)
{
    struct slice url = header_of(warc, "WARC-Target-URI");
    /* some writers of WARC 1.0 put it in <> as its grammar says */
    if (slice_starts_with(url, SLICE("<")) && slice_ends_with(url, SLICE(">")))
        url = slice_of(url.bytes + 1, url.length - 2);
    return url;
}

static void write_text(struct job *job, struct slice id, struct slice bytes, struct slice charset)
{
    struct buffer converted = {0};
    size_t mark;
    struct slice name = charset_of_text(bytes, charset, &mark);
    struct slice text = slice_from_offset(bytes, mark);
    if (name.length && !charset_is_utf8(name) && converter_convert(&converted, text, name))
        text = buffer_slice(&converted);
    page_begin(&job->page, id, &job->metadata);
    page_add_lines(&job->page, (struct slice){NULL, 0}, text);
    buffer_release(&converted);
}

static void write_page(struct warc *warc, struct slice bytes, struct slice content_type)
{
    struct job *job = warc->job;
    struct slice url = url_of(warc), id = url.length ? url : header_of(warc, "WARC-Record-ID");
    struct slice charset = charset_of_content_type(content_type);
    struct place place = place_of(warc);
    metadata_clear(&job->metadata);
    job->metadata.url = url;
    job->metadata.folder = warc->source->folder;
    if (!id.length)
        id = slice_from_string(place.file);
    if (slice_equal_ignoring_case(media_type(content_type), SLICE("text/plain")))
        write_text(job, id, bytes, charset);
    else
        html_write_page(job, id, bytes, charset, place);
}

static void write_response(struct warc *warc, struct slice bytes)
{
    struct http_response response;
    size_t limit = warc->job->options->settings.max_doc;
    buffer_clear(&warc->body);
    if (http_parse(&response, bytes) &&
        http_decode(&warc->body, &response, limit, place_of(warc).file, &warc->job->report))
        write_page(warc, buffer_slice(&warc->body), headers_get(response.headers, "Content-Type"));
}

/* Reads the block into job->bytes. Returns false where it is cut short. */
static bool read_block(struct warc *warc)
{
    struct buffer *block = &warc->job->bytes;
    buffer_clear(block);
    while (block->length < warc->length) {
        size_t left = (size_t) warc->length - block->length;
        size_t part = left < STREAM_BLOCK ? left : STREAM_BLOCK;
        buffer_reserve(block, part);
        ptrdiff_t got = stream_read(warc->source->stream, block->bytes + block->length, part);
        if (got <= 0)
            return false;
        block->length += (size_t) got;
    }
    return true;
}

static bool pass_over(struct warc *warc)
{
    return stream_skip(warc->source->stream, warc->length) == warc->length;
}

/* Takes a record's block. Returns false where it is cut short. */
static bool take_block(struct warc *warc)
{
    struct job *job = warc->job;
    struct slice start = stream_peek(
        warc->source->stream, warc->length < STREAM_BLOCK ? (size_t) warc->length : STREAM_BLOCK);
    enum kind kind = kind_of(warc, start);
    if (kind == KIND_OTHER) {
        job->report.passed_over++;
        return pass_over(warc);
    }
    if (warc->length > job->options->settings.max_doc) {
        report_reject(&job->report, place_of(warc),
                      "page larger than %zu bytes (--max-doc), passed over",
                      job->options->settings.max_doc);
        return pass_over(warc);
    }
    if (!read_block(warc))
        return false;
    if (kind == KIND_RESPONSE)
        write_response(warc, buffer_slice(&job->bytes));
    else
        write_page(warc, buffer_slice(&job->bytes), header_of(warc, "Content-Type"));
    return true;
}

void warc_ingest(struct job *job, const struct source *source)
{
    struct warc warc = {.job = job, .source = source};
    while (!page_is_stuck(&job->page) && find_record(&warc))
        if (read_header(&warc) && !take_block(&warc) && !source->stream->failed)
            report_reject(&job->report, place_of(&warc),
                          "cut short by the end of the file, expected %" PRIu64 " bytes",
                          warc.length);
    buffer_release(&warc.header);
    buffer_release(&warc.label);
    buffer_release(&warc.body);
}
