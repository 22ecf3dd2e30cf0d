#include "input.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void input_init(struct input *input, char **names, int count, const struct cli_settings *settings)
{
    static char standard_input[] = "-";
    static char *none[] = {standard_input};
    *input = (struct input){
        .names = count ? names : none,
        .count = count ? count : 1,
        .settings = settings,
    };
}

void input_init_fd(struct input *input, int fd, const char *name,
                   const struct cli_settings *settings)
{
    *input = (struct input){.name = name, .settings = settings};
    lines_init_fd(&input->lines, fd, settings->delimiter, settings->max_line);
}

struct place input_place(const struct input *input)
{
    return (struct place){input->name, input->lines.number};
}

void input_raise_status(struct input *input, enum status status)
{
    if (status > input->status)
        input->status = status;
}

static int open_named(const char *name)
{
    struct stat about;
    int fd = open(name, O_RDONLY | O_CLOEXEC);
    if (fd >= 0 && fstat(fd, &about) == 0 && S_ISDIR(about.st_mode)) {
        close(fd);
        errno = EISDIR;
        return -1;
    }
    return fd;
}

/* Opens the next operand that can be opened. */
static bool open_next(struct input *input)
{
    while (input->next < input->count) {
        const char *name = input->names[input->next++];
        bool standard = strcmp(name, "-") == 0;
        int fd = standard ? STDIN_FILENO : open_named(name);
        if (fd < 0) {
            message_say_errno((struct place){name, 0}, "cannot read");
            input_raise_status(input, STATUS_TROUBLE);
            continue;
        }
        input->name = standard ? "stdin" : name;
        input->is_standard = standard;
        input->is_fresh = true;
        lines_init_fd(&input->lines, fd, input->settings->delimiter, input->settings->max_line);
        return true;
    }
    return false;
}

static void close_current(struct input *input)
{
    if (input->name && !input->is_standard)
        close(input->lines.fd);
    input->name = NULL;
}

static void reject(struct input *input, const char *what)
{
    message_say(input_place(input), "%s", what);
    input->rejected++;
    input_raise_status(input, STATUS_REJECTED);
    input->stopped = input->stopped || input->settings->strict;
}

static void reject_long_line(struct input *input)
{
    struct buffer text = {0};
    buffer_append_string(&text, "line longer than ");
    buffer_append_number(&text, input->settings->max_line);
    buffer_append_string(&text, " bytes (--max-line), passed over");
    reject(input, buffer_string(&text));
    buffer_release(&text);
}

static bool next_line(struct input *input, struct slice *line)
{
    while (!input->stopped) {
        if (!input->name && !open_next(input))
            return false;
        switch (lines_next(&input->lines, line)) {
        case LINES_LINE:
            input->begins_file = input->is_fresh;
            input->is_fresh = false;
            return true;
        case LINES_TOO_LONG:
            reject_long_line(input);
            break;
        case LINES_FAILED:
            message_say_errno(input_place(input), "cannot read");
            input_raise_status(input, STATUS_TROUBLE);
            close_current(input);
            break;
        case LINES_END:
            close_current(input);
            break;
        }
    }
    return false;
}

bool input_line(struct input *input, struct slice *line)
{
    if (input->held) {
        input->held = false;
        *line = input->last.line;
        return true;
    }
    if (!next_line(input, line))
        return false;
    input->accepted++;
    input->last.line = *line;
    return true;
}

/* The loc must stand behind that of the record before, in the same document; a loc of 0 begins a
 * document anew. A paragraph is one record or sentences, not both. */
static bool is_in_order(const struct input *input, const struct record *record)
{
    if (record->loc.paragraph == 0 || !slice_equal(record->doc, buffer_slice(&input->doc)))
        return true;
    bool is_both = record->loc.paragraph == input->loc.paragraph && !input->loc.sentence;
    return !is_both && loc_compare(record->loc, input->loc) > 0;
}

static void reject_disorder(struct input *input, const struct record *record)
{
    struct buffer text = {0};
    buffer_append_string(&text, "loc ");
    loc_format(&text, record->loc);
    buffer_append_string(&text, " comes after loc ");
    loc_format(&text, input->loc);
    buffer_append_string(&text, ", expected a greater one in the same document");
    reject(input, buffer_string(&text));
    buffer_release(&text);
}

static void remember_place(struct input *input, const struct record *record)
{
    if (!slice_equal(record->doc, buffer_slice(&input->doc))) {
        buffer_clear(&input->doc);
        buffer_append(&input->doc, record->doc);
    }
    input->loc = record->loc;
}

bool input_record(struct input *input, struct record *record)
{
    struct slice line;
    if (input->held) {
        input->held = false;
        *record = input->last;
        return true;
    }
    while (next_line(input, &line)) {
        enum record_fault fault = record_parse(record, line);
        if (fault != RECORD_GOOD) {
            struct buffer text = {0};
            record_describe_fault(&text, fault, line);
            reject(input, buffer_string(&text));
            buffer_release(&text);
        } else if (!is_in_order(input, record)) {
            reject_disorder(input, record);
        } else {
            remember_place(input, record);
            input->accepted++;
            input->last = *record;
            return true;
        }
    }
    return false;
}

void input_hold(struct input *input)
{
    input->held = true;
}

void input_close(struct input *input)
{
    close_current(input);
    lines_release(&input->lines);
    buffer_release(&input->doc);
}
