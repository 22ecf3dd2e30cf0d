/* Lines from a file descriptor, through one reused buffer. */
#ifndef GANLOC_LINES_H
#define GANLOC_LINES_H

#include "bytes.h"

enum {
    LINES_DEFAULT_LIMIT = 64 << 20, /* bytes of the longest line, unless --max-line says other */
};

enum lines_result {
    LINES_LINE,     /* *line is set */
    LINES_END,      /* no more lines */
    LINES_TOO_LONG, /* a line over the limit was passed over; reading may go on */
    LINES_FAILED,   /* read(2) failed, errno says why; the next call gives LINES_END */
};

/* Where bytes come from: as read(2), -1 with errno on failure, 0 at the end. */
typedef ptrdiff_t lines_source(void *context, char *bytes, size_t size);

struct lines {
    lines_source *read;
    void *context;
    int fd;          /* when the source is a descriptor: lines_init_fd */
    char delimiter;  /* '\n', or '\0' with -z */
    size_t limit;    /* bytes, without the delimiter */
    uint64_t number; /* of the line last returned or passed over, from 1 */
    bool unended;    /* the line last returned had no delimiter: the input's last */
    bool at_end;
    size_t begin, searched, end; /* within buffer: the next line, what holds no delimiter, data */
    char *buffer;
    size_t capacity;
};

/* Prepares to read lines of at most `limit` bytes from a descriptor, which stays the caller's. A
 * `lines` that was used before keeps its memory: init and init again, release once at the end. The
 * first time it must be all zero. It must not be moved while in use. */
void lines_init_fd(struct lines *lines, int fd, char delimiter, size_t limit);

/* The same from any source of bytes. */
void lines_init(struct lines *lines, lines_source *read, void *context, char delimiter,
                size_t limit);

/* Gives the next line, without its delimiter; valid until the next call. Peak memory is about
 * twice the longest line within the limit. */
enum lines_result lines_next(struct lines *lines, struct slice *line);

void lines_release(struct lines *lines);

#endif
