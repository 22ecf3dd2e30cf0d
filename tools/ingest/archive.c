#include "archive.h"

#include "memory.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <locale.h>

/* An archive being read. */
struct visit {
    struct archive *archive;
    struct stream *packed;
    const char *name;
    struct report *report;
    char block[STREAM_BLOCK];
};

static bool is_tar(struct slice start)
{
    return slice_starts_with(slice_from_offset(start, 257), SLICE("ustar"));
}

static bool is_bzip2(struct slice start)
{
    return slice_starts_with(start, SLICE("BZh")) &&
           slice_starts_with(slice_from_offset(start, 4), SLICE("1AY&SY"));
}

bool archive_is_packed(struct slice start)
{
    return slice_starts_with(start, SLICE("\x28\xb5\x2f\xfd")) || /* zstd */
           slice_starts_with(start, SLICE("\xfd\x37zXZ\0")) || is_bzip2(start) ||
           slice_starts_with(start, SLICE("PK\3\4")) || is_tar(start);
}

static la_ssize_t read_packed(struct archive *archive, void *context, const void **bytes)
{
    struct visit *visit = context;
    ptrdiff_t got = stream_read(visit->packed, visit->block, sizeof visit->block);
    *bytes = visit->block;
    if (got < 0)
        archive_set_error(archive, errno, "cannot read");
    return got;
}

/* Returns what libarchive says of it. */
static int open_archive(struct visit *visit)
{
    struct archive *archive = visit->archive = archive_read_new();
    if (!archive)
        memory_exhausted();
    archive_read_support_filter_bzip2(archive);
    archive_read_support_filter_xz(archive);
    archive_read_support_filter_zstd(archive);
    archive_read_support_format_tar(archive);
    archive_read_support_format_zip_streamable(archive);
    archive_read_support_format_raw(archive);
    archive_read_support_format_empty(archive);
    return archive_read_open(archive, visit, NULL, read_packed, NULL);
}

/* What the packed bytes themselves failed with has been reported by their own source. */
static void report_damage(const struct visit *visit)
{
    const char *reason = archive_error_string(visit->archive);
    if (!visit->packed->failed)
        report_reject(visit->report, (struct place){visit->name, 0}, "cannot unpack: %s",
                      reason ? reason : "it cannot be read");
}

static ptrdiff_t read_member(void *context, char *bytes, size_t size)
{
    struct visit *visit = context;
    la_ssize_t got;
    do
        got = archive_read_data(visit->archive, bytes, size);
    while (got == ARCHIVE_RETRY);
    if (got < 0) {
        report_damage(visit);
        errno = EIO;
        return -1;
    }
    return got;
}

static void describe_packing(struct buffer *out, struct archive *archive)
{
    const char *filter = archive_filter_name(archive, 0);
    buffer_clear(out);
    if (filter && strcmp(filter, "none") != 0)
        buffer_append_string(out, filter);
    switch (archive_format(archive) & ARCHIVE_FORMAT_BASE_MASK) {
    case ARCHIVE_FORMAT_TAR:
        buffer_append_string(out, out->length ? ", tar" : "tar");
        break;
    case ARCHIVE_FORMAT_ZIP:
        buffer_append_string(out, out->length ? ", zip" : "zip");
        break;
    default:
        break;
    }
}

static bool has_members(struct archive *archive)
{
    int format = archive_format(archive) & ARCHIVE_FORMAT_BASE_MASK;
    return format == ARCHIVE_FORMAT_TAR || format == ARCHIVE_FORMAT_ZIP;
}

/* libarchive gives names that an archive has in UTF-8 only where the locale has UTF-8, whichever
 * the user's is. Other names stay as their bytes are. */
static void expect_utf8_names(void)
{
    static const char *const locales[] = {"C.UTF-8", "en_US.UTF-8", "UTF-8"};
    for (size_t i = 0; i < sizeof locales / sizeof locales[0]; i++)
        if (setlocale(LC_CTYPE, locales[i]))
            return;
}

static const char *member_name(struct archive_entry *entry)
{
    const char *name = archive_entry_pathname(entry);
    if (!name || !*name)
        return "?";
    return strncmp(name, "./", 2) == 0 ? name + 2 : name;
}

static bool take_member(struct visit *visit, struct archive_entry *entry, archive_take *take,
                        void *context)
{
    struct stream stream;
    struct buffer packing = {0};
    bool members = has_members(visit->archive);
    if (members &&
        (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) != NULL))
        return true;
    describe_packing(&packing, visit->archive);
    stream_init(&stream, read_member, visit);
    bool wants_more =
        take(context, members ? member_name(entry) : NULL, buffer_string(&packing), &stream);
    stream_release(&stream);
    buffer_release(&packing);
    return wants_more;
}

/* A compressed file of no bytes has no member for libarchive; it is a file all the same. */
static bool take_empty(struct visit *visit, archive_take *take, void *context)
{
    struct stream stream;
    stream_init_bytes(&stream, (struct slice){NULL, 0});
    return take(context, NULL, archive_filter_name(visit->archive, 0), &stream);
}

bool archive_visit(struct stream *packed, const char *name, struct report *report,
                   archive_take *take, void *context)
{
    struct visit visit = {.packed = packed, .name = name, .report = report};
    struct archive_entry *entry;
    bool wants_more = true;
    expect_utf8_names();
    int result = open_archive(&visit);
    while (wants_more && result != ARCHIVE_EOF && result > ARCHIVE_FAILED) {
        result = archive_read_next_header(visit.archive, &entry);
        if (result == ARCHIVE_OK || result == ARCHIVE_WARN)
            wants_more = take_member(&visit, entry, take, context);
    }
    if (result <= ARCHIVE_FAILED)
        report_damage(&visit);
    else if (wants_more && archive_format(visit.archive) == ARCHIVE_FORMAT_EMPTY)
        wants_more = take_empty(&visit, take, context);
    archive_read_free(visit.archive);
    return wants_more;
}
