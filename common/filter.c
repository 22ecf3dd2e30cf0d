#include "filter.h"

#include <unistd.h>

enum status filter_run(struct input *input, const struct cli_settings *settings, char **names,
                       int count, filter_loop *records, filter_loop *lines)
{
    struct writer out;
    input_init(input, names, count, settings);
    writer_init(&out, STDOUT_FILENO, "stdout", settings->line_buffered);
    if (settings->text)
        lines(input, &out);
    else
        records(input, &out);
    input_close(input);
    if (!writer_close(&out))
        input->status = STATUS_TROUBLE;
    return input->status;
}
