/* HTML files: a document a file. */
#include "charset.h"
#include "converter.h"
#include "job.h"

void html_write_page(struct job *job, struct slice id, struct slice bytes, struct slice charset,
                     struct place place)
{
    struct buffer converted = {0};
    size_t mark;
    struct slice name = charset_of_page(bytes, charset, &mark);
    struct slice page = slice_from_offset(bytes, mark);
    if (!charset_is_utf8(name)) {
        if (converter_convert(&converted, page, name))
            page = buffer_slice(&converted);
        else
            message_say(place, "unknown character set '%.*s', read as utf-8", (int) name.length,
                        name.bytes);
    }
    if (html_parse(&job->html, page, &job->report, place)) {
        html_metadata(&job->html, &job->metadata);
        page_begin(&job->page, id, &job->metadata);
        html_paragraphs(&job->html, &job->page, false);
    }
    buffer_release(&converted);
}

void html_ingest(struct job *job, const struct source *source)
{
    size_t limit = job->options->settings.max_doc;
    struct place place = {source->name, 0};
    buffer_clear(&job->bytes);
    switch (stream_read_all(source->stream, &job->bytes, limit)) {
    case STREAM_OVER:
        report_reject(&job->report, place, "page larger than %zu bytes (--max-doc), passed over",
                      limit);
        break;
    case STREAM_FAILED: /* reported; half a page is none */
        break;
    case STREAM_WHOLE:
        metadata_clear(&job->metadata);
        job->metadata.folder = source->folder;
        html_write_page(job, slice_from_string(source->name), buffer_slice(&job->bytes),
                        source->charset, place);
        break;
    }
}
