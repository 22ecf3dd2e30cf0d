#include "data.h"

#include "lines.h"
#include "message.h"

#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#ifdef __APPLE__
#include <mach-o/dyld.h>
#endif

/* The running program's own path; false where the system cannot tell. */
static bool find_program(char path[PATH_MAX])
{
#ifdef __APPLE__
    uint32_t size = PATH_MAX;
    return _NSGetExecutablePath(path, &size) == 0;
#else
    ssize_t length = readlink("/proc/self/exe", path, PATH_MAX - 1);
    if (length <= 0)
        return false;
    path[length] = '\0';
    return true;
#endif
}

static bool can_read(struct buffer *path, const char *folder, const char *language,
                     const char *name)
{
    buffer_clear(path);
    buffer_append_string(path, folder);
    buffer_append_byte(path, '/');
    buffer_append_string(path, language);
    buffer_append_byte(path, '/');
    buffer_append_string(path, name);
    return access(buffer_string(path), R_OK) == 0;
}

static bool find_beside_program(struct buffer *path, const char *language, const char *name)
{
    char program[PATH_MAX];
    if (!find_program(program))
        return false;
    char *slash = strrchr(program, '/');
    if (!slash)
        return false;
    *slash = '\0';
    struct buffer folder = {0};
    buffer_append_string(&folder, program);
    buffer_append_string(&folder, "/../share/ganloc");
    bool found = can_read(path, buffer_string(&folder), language, name);
    buffer_release(&folder);
    return found;
}

bool data_find(struct buffer *path, const char *language, const char *name)
{
    const char *chosen = getenv("GANLOC_DATA");
    bool found = chosen && *chosen ? can_read(path, chosen, language, name)
                                   : find_beside_program(path, language, name) ||
                                         can_read(path, GANLOC_DATADIR, language, name);
    if (!found)
        message_say_errno((struct place){buffer_string(path), 0},
                          "cannot read data file (set GANLOC_DATA to the folder that holds %s/%s)",
                          language, name);
    return found;
}

/* Of a file that is no list at all, not every line has its message. */
enum { MOST_REFUSED = 20 };

bool data_read(const char *path, data_take *take, void *context)
{
    struct lines lines = {0};
    struct slice line;
    enum lines_result result;
    unsigned refused = 0;
    bool good = true;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        message_say_errno((struct place){path, 0}, "cannot read");
        return false;
    }
    lines_init_fd(&lines, fd, '\n', LINES_DEFAULT_LIMIT);
    while ((result = lines_next(&lines, &line)) == LINES_LINE) {
        if (lines.number == 1 && slice_starts_with(line, SLICE("\xEF\xBB\xBF")))
            line = slice_from_offset(line, 3); /* the byte order mark that some editors write */
        line = slice_trim(line);
        if (!line.length || line.bytes[0] == '#')
            continue;
        const char *wrong = take(context, line);
        if (!wrong)
            continue;
        good = false;
        message_say((struct place){path, lines.number}, "%s", wrong);
        if (++refused == MOST_REFUSED) {
            message_say((struct place){path, lines.number}, "not read any further");
            break;
        }
    }
    if (result == LINES_TOO_LONG) {
        message_say((struct place){path, lines.number}, "line too long");
        good = false;
    } else if (result == LINES_FAILED) {
        message_say_errno((struct place){path, lines.number}, "cannot read");
        good = false;
    }
    close(fd);
    lines_release(&lines);
    return good;
}

bool data_load(const char *language, const char *name, data_take *take, void *context)
{
    struct buffer path = {0};
    bool good = data_find(&path, language, name) && data_read(buffer_string(&path), take, context);
    buffer_release(&path);
    return good;
}
