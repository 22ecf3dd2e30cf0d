#include "../../tools/ingest/wide.h"
#include "unit.h"

#include <errno.h>

/* Bytes that come in pieces, and then perhaps a failure. */
struct pieces {
    struct slice rest;
    size_t size;
    bool fails;
};

static ptrdiff_t read_piece(void *context, char *bytes, size_t size)
{
    struct pieces *pieces = context;
    size_t count = pieces->rest.length < pieces->size ? pieces->rest.length : pieces->size;
    if (count > size)
        count = size;
    if (!count && pieces->fails) {
        errno = EIO;
        return -1;
    }
    if (count)
        memcpy(bytes, pieces->rest.bytes, count);
    pieces->rest = slice_from_offset(pieces->rest, count);
    return (ptrdiff_t) count;
}

/* Reads all, `size` bytes at a time from pieces of that size. */
static enum stream_result read_all(struct buffer *out, const char *charset, struct slice bytes,
                                   size_t size, bool fails)
{
    struct pieces pieces = {bytes, size, fails};
    struct stream packed;
    char part[64];
    ptrdiff_t got;
    stream_init(&packed, read_piece, &pieces);
    struct wide *wide = wide_new(&packed, charset);
    while ((got = wide_read(wide, part, size)) > 0)
        buffer_append(out, slice_of(part, (size_t) got));
    wide_free(wide);
    stream_release(&packed);
    return got < 0 ? STREAM_FAILED : STREAM_WHOLE;
}

static void expect_text(const char *charset, struct slice bytes, struct slice text, int line)
{
    for (size_t size = 1; size <= 9; size++) {
        struct buffer out = {0};
        ck_assert_int_eq(read_all(&out, charset, bytes, size, false), STREAM_WHOLE);
        unit_compare(buffer_slice(&out), text, line);
        buffer_release(&out);
    }
}

#define assert_text(charset, bytes, text) expect_text(charset, SLICE(bytes), SLICE(text), __LINE__)

START_TEST(units_are_joined_across_pieces)
{
    assert_text("utf-16le", "a\0\x3d\xd8\0\xde\xaf\x1e", "a😀ắ");
    assert_text("utf-16be", "\0a\xd8\x3d\xde\0\x1e\xaf", "a😀ắ");
    assert_text("utf-32le", "a\0\0\0\0\xf6\1\0\xaf\x1e\0\0", "a😀ắ");
    assert_text("utf-32be", "\0\0\0a\0\1\xf6\0\0\0\x1e\xaf", "a😀ắ");
    assert_text("utf-16le", "", "");
}
END_TEST

START_TEST(what_is_not_well_formed_is_replaced)
{
    assert_text("utf-16le",
                "\0\xdc"
                "a\0\x3d\xd8\x3d\xd8\0\xde",
                "\ufffda\ufffd😀");
    assert_text("utf-16be", "\0a\xd8\x3d\0b", "a\ufffdb");
    assert_text("utf-32le", "\x3d\xd8\0\0a\0\0\0\0\0\x11\0", "\ufffda\ufffd");
}
END_TEST

START_TEST(what_is_cut_short_is_replaced)
{
    assert_text("utf-16le", "a\0b", "a\ufffd");
    assert_text("utf-16le", "a\0\x3d\xd8", "a\ufffd");
    assert_text("utf-16be", "\0a\xd8\x3d\xde", "a\ufffd\ufffd");
    assert_text("utf-32be", "\0\0\0a\0\0\0", "a\ufffd");
    assert_text("utf-32be", "\0", "\ufffd");
}
END_TEST

START_TEST(failures_come_behind_what_is_whole)
{
    for (size_t size = 1; size <= 9; size++) {
        struct buffer out = {0};
        ck_assert_int_eq(read_all(&out, "utf-16le", SLICE("a\0b\0c"), size, true), STREAM_FAILED);
        assert_slice(buffer_slice(&out), "ab");
        buffer_release(&out);
    }
}
END_TEST

static void expect_found(struct slice start, const char *charset, size_t mark, int line)
{
    size_t found_mark;
    const char *found = wide_find(start, &found_mark);
    ck_assert_msg(strcmp(found ? found : "none", charset) == 0, "line %d: %s", line, found);
    ck_assert_uint_eq(found_mark, mark);
}

#define assert_found(bytes, charset, mark) expect_found(SLICE(bytes), charset, mark, __LINE__)

START_TEST(marks_tell)
{
    assert_found("\xff\xfe", "utf-16le", 2);
    assert_found("\xfe\xff", "utf-16be", 2);
    assert_found("\xff\xfe\0\0", "utf-32le", 4);
    assert_found("\0\0\xfe\xff", "utf-32be", 4);
    assert_found("\xff\xfe\x2d\x4e\x87", "utf-16le", 2);
    assert_found("\xff\xfe\x3d\xd8", "utf-16le", 2);
    assert_found("\xef\xbb\xbf"
                 "a",
                 "none", 0);
    assert_found("", "none", 0);
    assert_found("\xff", "none", 0);
}
END_TEST

START_TEST(nul_bytes_tell)
{
    assert_found("\xd3\1 \0\xa5\x1e\x0a\0a\0b\0", "utf-16le", 0);
    assert_found("\1\xd3\0 \x1e\xa5\0\x0a\0a\0b", "utf-16be", 0);
    assert_found("a\0\0\0 \0\0\0b\0\0\0c\0\0\0", "utf-32le", 0);
    assert_found("\0\0\0a\0\0\0 \0\0\0b\0\0\0c\0", "utf-32be", 0);
    assert_found("a\0 \0b\0", "none", 0);       /* too few */
    assert_found("a\0b\0c\0d\0e\0", "none", 0); /* a list of letters */
}
END_TEST

START_TEST(ascii_at_the_start_tells_too)
{
    struct buffer bytes = {0};
    for (int i = 0; i < 8; i++)
        buffer_append_string(&bytes, "WARC/1.0");
    for (int i = 0; i < 100; i++)
        buffer_append(&bytes, SLICE("a\0 \0"));
    expect_found(buffer_slice(&bytes), "none", 0, __LINE__);
    expect_found(slice_from_offset(buffer_slice(&bytes), 8), "utf-16le", 0, __LINE__);
    buffer_release(&bytes);
}
END_TEST

int main(void)
{
    return unit_run("ingest_wide", (const TTest *const[]){
                                       units_are_joined_across_pieces,
                                       what_is_not_well_formed_is_replaced,
                                       what_is_cut_short_is_replaced,
                                       failures_come_behind_what_is_whole,
                                       marks_tell,
                                       nul_bytes_tell,
                                       ascii_at_the_start_tells_too,
                                       NULL,
                                   });
}
