/* Messages to the user, and the exit statuses that go with them.
 * A message is one line on stderr, written by one write(2):  prog: file:line: what, and what was
 * expected.  Control bytes in it are made visible as \xHH. */
#ifndef GANLOC_MESSAGE_H
#define GANLOC_MESSAGE_H

#include <stdint.h>

/* The exit statuses of every program (EXIT STATUS in each man page). */
enum status {
    STATUS_DONE = 0,     /* all input was processed */
    STATUS_REJECTED = 1, /* done, but some input was rejected; each has had its message */
    STATUS_TROUBLE = 2,  /* usage error, I/O error, out of memory */
};

/* Where in the input: a file name (null: no file) and a 1-based line (0: no line). */
struct place {
    const char *file;
    uint64_t line;
};

#define NO_PLACE ((struct place){0, 0})

/* The name that messages start with: the last part of argv[0]. The string is borrowed for the
 * program's whole life. Before it is called, messages start with "ganloc". */
void message_set_program(const char *argv0);
const char *message_program(void);

/* Writes a message. errno is the same after as before. */
__attribute__((format(printf, 2, 3))) void message_say(struct place place, const char *format, ...);

/* The same with ": " and the text of errno behind it. */
__attribute__((format(printf, 2, 3))) void message_say_errno(struct place place, const char *format,
                                                             ...);

#endif
