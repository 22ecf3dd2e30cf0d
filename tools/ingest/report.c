#include "report.h"

#include <stdarg.h>
#include <stdio.h>

static void raise_status(struct report *report, enum status status)
{
    if (status > report->status)
        report->status = status;
}

void report_reject(struct report *report, struct place place, const char *format, ...)
{
    char text[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    message_say(place, "%s", text);
    report->rejected++;
    raise_status(report, STATUS_REJECTED);
}

void report_trouble(struct report *report, struct place place, const char *what)
{
    message_say_errno(place, "%s", what);
    raise_status(report, STATUS_TROUBLE);
}
