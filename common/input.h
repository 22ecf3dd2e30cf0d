/* The input of a filter: its operands one after the other, "-" or no operand for standard input, as
 * lines of plain text or as records. Trouble with one file is reported and the rest still read. */
#ifndef GANLOC_INPUT_H
#define GANLOC_INPUT_H

#include "cli.h"
#include "lines.h"
#include "record.h"

struct input {
    char **names; /* the operands, borrowed */
    int count;
    int next; /* the operand to open next */
    const struct cli_settings *settings;
    struct lines lines;
    const char *name;   /* of the file being read, "stdin" for standard input; null: none open */
    enum status status; /* the worst seen so far */
    uint64_t rejected;  /* lines that were not records, or too long */
    uint64_t accepted;  /* lines or records handed out */
    bool is_standard;   /* the file being read is standard input, which stays open */
    bool is_fresh;      /* no line of it was returned yet */
    bool begins_file;   /* the line last returned is the first of its file */
    bool is_quiet;      /* what is too large was reported before: not again */
    bool stopped;       /* --strict: nothing more comes */
    bool held;          /* input_hold: the last record comes again */
    struct record last; /* the record last returned */
    struct buffer doc;  /* its document's id, for the order check */
    struct loc loc;     /* its place */
};

/* `names` (an argv) and `settings` are borrowed for the input's life. */
void input_init(struct input *input, char **names, int count, const struct cli_settings *settings);

/* The same for one open descriptor, which input_close closes; `name` is borrowed. */
void input_init_fd(struct input *input, int fd, const char *name,
                   const struct cli_settings *settings);

/* The next line, without its end, valid until the next call. Returns false at the end. */
bool input_line(struct input *input, struct slice *line);

/* The next record; its slices are valid until the next call. A line that is not a record, or whose
 * loc does not stand behind the record before it in the same document, is reported with its place,
 * counted, and passed over; --strict ends the input there. Returns false at the end. */
bool input_record(struct input *input, struct record *record);

/* Lets the record or line that was returned last be returned by the next call once more. */
void input_hold(struct input *input);

/* Makes the status at least this bad. */
void input_raise_status(struct input *input, enum status status);

/* Where the input is, for messages. */
struct place input_place(const struct input *input);

/* Closes what is open and releases the memory. The status stays to be read. */
void input_close(struct input *input);

#endif
