#include "source.h"

#include "archive.h"
#include "inflate.h"
#include "wide.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    DEEPEST_PACKING = 8, /* archives in archives: some contain themselves */
};

/* What does not change on the way from an operand to a file. */
struct visit {
    struct report *report;
    source_take *take;
    void *context;
};

/* A file that may still be packed. */
struct layer {
    struct visit *visit;
    const char *name;
    const char *packing;
    bool has_folder; /* false: standard input */
    int depth;
};

static bool unpack(struct layer *layer, struct stream *stream);

static struct slice folder_of(const char *name)
{
    const char *slash = strrchr(name, '/');
    if (!slash)
        return SLICE(".");
    return slice_of(name, slash > name ? (size_t) (slash - name) : 1);
}

static bool hand_on(const struct layer *layer, struct stream *stream, struct slice charset)
{
    struct source source = {
        .name = layer->name,
        .folder = layer->has_folder ? folder_of(layer->name) : (struct slice){NULL, 0},
        .packing = layer->packing,
        .charset = charset,
        .stream = stream,
    };
    return layer->visit->take(layer->visit->context, &source);
}

static void join(struct buffer *out, const char *first, const char *between, const char *second)
{
    buffer_append_string(out, first);
    if (*first && *second)
        buffer_append_string(out, between);
    buffer_append_string(out, second);
}

/* An archive_take. A null `member`: the same file, less one layer. */
static bool take_member(void *context, const char *member, const char *packing,
                        struct stream *stream)
{
    const struct layer *outer = context;
    struct layer inner = *outer;
    struct buffer name = {0}, packings = {0};
    if (member) {
        join(&name, outer->name, "/", member);
        inner.name = buffer_string(&name);
        inner.has_folder = true;
    }
    join(&packings, outer->packing, ", ", packing);
    inner.packing = buffer_string(&packings);
    inner.depth++;
    bool wants_more = unpack(&inner, stream);
    buffer_release(&name);
    buffer_release(&packings);
    return wants_more;
}

static bool unpack_gzip(struct layer *layer, struct stream *packed)
{
    struct inflater *inflater =
        inflater_new(packed, INFLATE_GZIP, layer->name, layer->visit->report);
    struct stream stream;
    stream_init(&stream, inflater_read, inflater);
    bool wants_more = take_member(layer, NULL, "gzip", &stream);
    stream_release(&stream);
    inflater_free(inflater);
    return wants_more;
}

/* Hands on, as UTF-8, a file in this character set with a byte order mark of this length. */
static bool decode(const struct layer *layer, struct stream *packed, const char *charset,
                   size_t mark)
{
    struct layer decoded = *layer;
    struct buffer packings = {0};
    struct stream stream;
    stream_skip(packed, mark);
    struct wide *wide = wide_new(packed, charset);
    stream_init(&stream, wide_read, wide);
    join(&packings, layer->packing, ", ", charset);
    decoded.packing = buffer_string(&packings);
    bool wants_more = hand_on(&decoded, &stream, SLICE("utf-8"));
    stream_release(&stream);
    wide_free(wide);
    buffer_release(&packings);
    return wants_more;
}

static bool hand_on_decoded(const struct layer *layer, struct stream *stream)
{
    size_t mark;
    const char *charset = wide_find(stream_peek(stream, WIDE_SAMPLE), &mark);
    return charset ? decode(layer, stream, charset, mark)
                   : hand_on(layer, stream, (struct slice){NULL, 0});
}

static bool unpack(struct layer *layer, struct stream *stream)
{
    struct slice start = stream_peek(stream, ARCHIVE_MAGIC);
    bool is_gzip = inflate_is_gzip(start);
    if (!is_gzip && !archive_is_packed(start))
        return hand_on_decoded(layer, stream);
    if (layer->depth == DEEPEST_PACKING) {
        report_reject(layer->visit->report, (struct place){layer->name, 0},
                      "packed more than %d times, expected less", DEEPEST_PACKING);
        return true;
    }
    if (is_gzip)
        return unpack_gzip(layer, stream);
    return archive_visit(stream, layer->name, layer->visit->report, take_member, layer);
}

/* An open file. */
struct file {
    int fd;
    const char *name;
    struct report *report;
};

static ptrdiff_t read_file(void *context, char *bytes, size_t size)
{
    const struct file *file = context;
    ssize_t got;
    do
        got = read(file->fd, bytes, size);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        report_trouble(file->report, (struct place){file->name, 0}, "cannot read");
    return got;
}

static bool visit_open_file(struct visit *visit, const char *name, int fd, bool has_folder)
{
    struct file file = {fd, name, visit->report};
    struct layer layer = {visit, name, "", has_folder, 0};
    struct stream stream;
    stream_init(&stream, read_file, &file);
    bool wants_more = unpack(&layer, &stream);
    stream_release(&stream);
    return wants_more;
}

static bool visit_file(struct visit *visit, const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        report_trouble(visit->report, (struct place){path, 0}, "cannot read");
        return true;
    }
    bool wants_more = visit_open_file(visit, path, fd, true);
    close(fd);
    return wants_more;
}

static int is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

/* alphasort follows the locale, and the order must not */
static int compare_names(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static bool visit_folder(struct visit *visit, const char *path);

static bool visit_entry(struct visit *visit, const char *path)
{
    struct stat about, target;
    if (lstat(path, &about) < 0 || stat(path, &target) < 0) {
        report_trouble(visit->report, (struct place){path, 0}, "cannot read");
        return true;
    }
    if (S_ISREG(target.st_mode))
        return visit_file(visit, path);
    return S_ISDIR(about.st_mode) ? visit_folder(visit, path) : true;
}

static bool visit_folder(struct visit *visit, const char *path)
{
    struct dirent **entries;
    struct buffer name = {0};
    bool wants_more = true;
    int count = scandir(path, &entries, is_visible, compare_names);
    if (count < 0) {
        report_trouble(visit->report, (struct place){path, 0}, "cannot read folder");
        return true;
    }
    for (int i = 0; i < count; i++) {
        buffer_clear(&name);
        join(&name, path, path[strlen(path) - 1] == '/' ? "" : "/", entries[i]->d_name);
        wants_more = wants_more && visit_entry(visit, buffer_string(&name));
        free(entries[i]);
    }
    free(entries);
    buffer_release(&name);
    return wants_more;
}

bool source_visit(const char *operand, struct report *report, source_take *take, void *context)
{
    struct visit visit = {report, take, context};
    struct stat about;
    if (strcmp(operand, "-") == 0)
        return visit_open_file(&visit, "stdin", STDIN_FILENO, false);
    if (stat(operand, &about) == 0 && S_ISDIR(about.st_mode))
        return visit_folder(&visit, operand);
    return visit_file(&visit, operand);
}
