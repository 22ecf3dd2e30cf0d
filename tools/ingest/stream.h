/* Bytes that can be looked at before they are read, whatever they come from: a file, a layer of
 * packing, memory. Whoever makes a source of bytes also reports its failures: who reads from a
 * stream that fails need only stop. */
#ifndef INGEST_STREAM_H
#define INGEST_STREAM_H

#include "lines.h"

enum {
    STREAM_BLOCK = 64 << 10, /* bytes that can be looked at */
};

struct stream {
    lines_source *read;
    void *context;
    struct slice held; /* read, but not yet handed out */
    char *memory;      /* STREAM_BLOCK bytes, taken at the first look; null before */
    bool at_end;       /* the source has nothing more */
    bool failed;       /* and that is because it failed */
};

/* `context` is handed to the source and is borrowed for the stream's life. */
void stream_init(struct stream *stream, lines_source *read, void *context);

/* A stream of bytes in memory, borrowed for the stream's life. */
void stream_init_bytes(struct stream *stream, struct slice bytes);

/* The next bytes, up to `count` of them and at most STREAM_BLOCK, without taking them: fewer only
 * at the end. Valid until the next call. */
struct slice stream_peek(struct stream *stream, size_t count);

/* Takes the next line, with its LF. The last one may have none, and one that is longer than
 * STREAM_BLOCK comes in parts. Valid until the next call. Returns false at the end. */
bool stream_line(struct stream *stream, struct slice *line);

/* Takes up to `size` bytes, as read(2); `stream` is a struct stream. A lines_source. */
ptrdiff_t stream_read(void *stream, char *bytes, size_t size);

/* Passes over up to `count` bytes. Returns how many there were. */
uint64_t stream_skip(struct stream *stream, uint64_t count);

enum stream_result {
    STREAM_WHOLE,
    STREAM_OVER,   /* there are more bytes than the limit; the rest was not read */
    STREAM_FAILED, /* the source failed */
};

/* Appends all that is left. */
enum stream_result stream_read_all(struct stream *stream, struct buffer *out, size_t limit);

void stream_release(struct stream *stream);

#endif
