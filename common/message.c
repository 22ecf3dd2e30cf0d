#include "message.h"

#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { MESSAGE_SIZE = 4096 };

static const char *program = "ganloc";

/* A message in the making. It lives on the stack, so that "out of memory" can be said; what does
 * not fit is cut. */
struct line {
    char bytes[MESSAGE_SIZE];
    size_t length;
};

void message_set_program(const char *argv0)
{
    const char *slash = strrchr(argv0, '/');
    program = slash ? slash + 1 : argv0;
}

const char *message_program(void)
{
    return program;
}

static void add_visibly(struct line *line, const char *text)
{
    for (; *text && line->length + 5 < sizeof line->bytes; text++) {
        unsigned char byte = (unsigned char) *text;
        if (byte < 0x20 || byte == 0x7f)
            line->length += (size_t) snprintf(line->bytes + line->length, 5, "\\x%02x", byte);
        else
            line->bytes[line->length++] = *text;
    }
}

static void write_message(struct place place, int error, const char *format, va_list arguments)
{
    struct line line = {.length = 0};
    char text[MESSAGE_SIZE];

    add_visibly(&line, program);
    add_visibly(&line, ": ");
    if (place.file) {
        add_visibly(&line, place.file);
        if (place.line) {
            snprintf(text, sizeof text, ":%" PRIu64, place.line);
            add_visibly(&line, text);
        }
        add_visibly(&line, ": ");
    }
    vsnprintf(text, sizeof text, format, arguments);
    add_visibly(&line, text);
    if (error) {
        add_visibly(&line, ": ");
        add_visibly(&line, strerror(error));
    }
    line.bytes[line.length++] = '\n';
    /* stderr may be closed or full: there is nobody left to tell. */
    ssize_t written = write(STDERR_FILENO, line.bytes, line.length);
    (void) written;
}

void message_say(struct place place, const char *format, ...)
{
    int saved = errno;
    va_list arguments;
    va_start(arguments, format);
    write_message(place, 0, format, arguments);
    va_end(arguments);
    errno = saved;
}

void message_say_errno(struct place place, const char *format, ...)
{
    int saved = errno;
    va_list arguments;
    va_start(arguments, format);
    write_message(place, saved, format, arguments);
    va_end(arguments);
    errno = saved;
}
