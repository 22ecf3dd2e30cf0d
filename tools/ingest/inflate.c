#include "inflate.h"

#include "memory.h"

#include <errno.h>
#include <stdlib.h>
#include <zlib.h>

enum {
    GZIP_WINDOW = 15 + 16, /* inflateInit2: 32 KiB window, gzip header */
    ZLIB_WINDOW = 15,
    BARE_WINDOW = -15,
};

struct inflater {
    z_stream zlib;
    struct stream *packed;
    enum inflate_form form;
    const char *name;
    struct report *report;
    bool at_end;
    bool damaged; /* to be reported by the next read */
};

bool inflate_is_gzip(struct slice bytes)
{
    return slice_starts_with(bytes, SLICE("\x1f\x8b\x08"));
}

static bool is_zlib(struct slice start)
{
    const unsigned char *byte = (const unsigned char *) start.bytes;
    return start.length >= 2 && (byte[0] & 15) == 8 && (byte[0] * 256 + byte[1]) % 31 == 0;
}

struct inflater *inflater_new(struct stream *packed, enum inflate_form form, const char *name,
                              struct report *report)
{
    struct inflater *inflater = memory_new(1, sizeof *inflater);
    inflater->packed = packed;
    inflater->form = form;
    inflater->name = name;
    inflater->report = report;
    int window = form == INFLATE_GZIP              ? GZIP_WINDOW
                 : is_zlib(stream_peek(packed, 2)) ? ZLIB_WINDOW
                                                   : BARE_WINDOW;
    if (inflateInit2(&inflater->zlib, window) != Z_OK)
        memory_exhausted();
    return inflater;
}

/* Goes on to the next gzip member. Returns false where there is none. */
static bool begin_member(struct inflater *inflater)
{
    struct slice next = stream_peek(inflater->packed, 3);
    if (inflater->form == INFLATE_GZIP && inflate_is_gzip(next)) {
        inflateReset(&inflater->zlib);
        return true;
    }
    /* tapes and block devices pad files with zeros */
    if (next.length && next.bytes[0] != '\0')
        report_reject(inflater->report, (struct place){inflater->name, 0},
                      "bytes behind the compressed data, passed over");
    return false;
}

/* Inflates what there is into the room that is left. Returns false where no more will come. */
static bool step(struct inflater *inflater)
{
    z_stream *zlib = &inflater->zlib;
    stream_peek(inflater->packed, 1);
    struct slice packed = inflater->packed->held;
    zlib->next_in = (Bytef *) packed.bytes;
    zlib->avail_in = (uInt) packed.length;
    int result = inflate(zlib, Z_NO_FLUSH);
    stream_skip(inflater->packed, packed.length - zlib->avail_in);
    switch (result) {
    case Z_OK:
        return true;
    case Z_STREAM_END:
        return begin_member(inflater);
    default: /* Z_BUF_ERROR: the bytes end too early */
        inflater->damaged = true;
        return false;
    }
}

static ptrdiff_t report_damage(struct inflater *inflater)
{
    if (!inflater->packed->failed)
        report_reject(inflater->report, (struct place){inflater->name, 0}, "cannot unpack: %s",
                      inflater->zlib.msg ? inflater->zlib.msg : "compressed data ends too early");
    errno = EIO;
    return -1;
}

ptrdiff_t inflater_read(void *context, char *bytes, size_t size)
{
    struct inflater *inflater = context;
    uInt room = size < STREAM_BLOCK ? (uInt) size : STREAM_BLOCK;
    inflater->zlib.next_out = (Bytef *) bytes;
    inflater->zlib.avail_out = room;
    while (!inflater->at_end && inflater->zlib.avail_out == room)
        inflater->at_end = !step(inflater);
    if (inflater->zlib.avail_out == room && inflater->damaged)
        return report_damage(inflater);
    return (ptrdiff_t) (room - inflater->zlib.avail_out);
}

void inflater_free(struct inflater *inflater)
{
    inflateEnd(&inflater->zlib);
    free(inflater);
}
