#include "job.h"

void job_open_lines(struct job *job, const struct source *source)
{
    lines_init(&job->lines, stream_read, source->stream, '\n', job->options->settings.max_line);
}

bool job_next_line(struct job *job, const struct source *source, struct slice *line)
{
    while (!page_is_stuck(&job->page)) {
        switch (lines_next(&job->lines, line)) {
        case LINES_LINE:
            if (job->lines.number == 1 && slice_starts_with(*line, SLICE("\xef\xbb\xbf")))
                *line = slice_from_offset(*line, 3);
            return true;
        case LINES_TOO_LONG:
            report_reject(&job->report, job_place(job, source),
                          "line longer than %zu bytes (--max-line), passed over",
                          job->options->settings.max_line);
            break;
        default: /* the end, or a failure, which was reported */
            return false;
        }
    }
    return false;
}

struct place job_place(const struct job *job, const struct source *source)
{
    return (struct place){source->name, job->lines.number};
}
