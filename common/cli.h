/* Command lines: one table of options gives the parsing, --help and the completions. */
#ifndef GANLOC_CLI_H
#define GANLOC_CLI_H

#include "language.h"
#include "message.h"

#include <stdbool.h>
#include <stddef.h>

/* An option of one program. */
struct cli_option {
    int key;              /* its letter, or a number from 256 on if it has only a long name */
    const char *name;     /* without the two dashes */
    const char *argument; /* name of the argument as help shows it; null: takes none */
    const char *help;     /* one line, lower case */
};

/* Options that several programs share; a program names those it has. */
enum cli_shared {
    CLI_TEXT = 1 << 0,   /* -t, -z */
    CLI_STRICT = 1 << 1, /* --strict, --max-line */
    CLI_LANG = 1 << 2,   /* --lang */
    CLI_STATS = 1 << 3,  /* --stats */
    CLI_DOC = 1 << 4,    /* --max-doc */
    CLI_LINE = 1 << 5,   /* --max-line without --strict */
};

/* What the shared options were set to. */
struct cli_settings {
    bool text;                       /* -t */
    char delimiter;                  /* '\n', or '\0' with -z */
    bool strict;                     /* --strict */
    bool stats;                      /* --stats */
    bool line_buffered;              /* --line-buffered, which every filter has */
    size_t max_line;                 /* --max-line: bytes */
    size_t max_doc;                  /* --max-doc: bytes */
    const struct language *language; /* --lang */
};

/* Takes one option. Returns null, or what was expected instead of `value`. */
typedef const char *cli_take(void *context, int key, const char *value);

struct cli_program {
    const char *synopsis;             /* what stands behind the name, one form a line */
    const char *purpose;              /* one line */
    unsigned shared;                  /* cli_shared, or-ed */
    const struct cli_option *options; /* ends with a null name; may be null */
    cli_take *take;                   /* may be null where there are no options */
    bool is_no_filter;                /* it does all or nothing: no --line-buffered, no status 1 */
};

enum cli_result {
    CLI_GO,    /* run */
    CLI_DONE,  /* help or version was printed: exit with 0 */
    CLI_WRONG, /* a message was written: exit with STATUS_TROUBLE */
};

/* Reads the command line. Sets the name for messages, *settings, and *operands to the index of the
 * first operand in argv. `context` is handed to the program's take function. */
enum cli_result cli_read(const struct cli_program *program, int argc, char **argv,
                         struct cli_settings *settings, void *context, int *operands);

/* The exit status to end with after cli_read gave CLI_DONE or CLI_WRONG. Flushes stdout: a help
 * text that could not be written is trouble too. */
enum status cli_status(enum cli_result result);

/* File names, as many as an option was given. All zero is a valid empty list. */
struct cli_paths {
    const char **paths; /* borrowed */
    size_t count;
};

void cli_paths_add(struct cli_paths *list, const char *path);
void cli_paths_release(struct cli_paths *list);

/* A number of bytes, with an optional suffix b, K, M, G or T (powers of 1024), as in sort -S.
 * Returns false if it is not one, is 0, or does not fit. */
bool cli_parse_size(const char *text, size_t *size);

/* A whole decimal number between low and high. */
bool cli_parse_number(const char *text, unsigned long low, unsigned long high,
                      unsigned long *number);

#endif
