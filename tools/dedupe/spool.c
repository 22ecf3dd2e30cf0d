#include "spool.h"

#include "message.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

static const char *default_folder(void)
{
    const char *folder = getenv("TMPDIR");
    return folder && *folder ? folder : "/tmp";
}

bool spool_open(struct spool *spool, const char *folder)
{
    struct buffer path = {0};
    buffer_append_string(&path, folder ? folder : default_folder());
    buffer_append_string(&path, "/dedupe-XXXXXX");
    buffer_string(&path);
    int fd = mkstemp(path.bytes);
    bool good = fd >= 0 && unlink(path.bytes) == 0;
    spool->reading = good ? dup(fd) : -1;
    good = good && spool->reading >= 0;
    if (!good)
        message_say_errno((struct place){path.bytes, 0}, "cannot make a temporary file");
    else
        writer_init(&spool->writer, fd, "temporary file", false);
    buffer_release(&path);
    return good;
}

bool spool_finish(struct spool *spool)
{
    if (!writer_close(&spool->writer))
        return false;
    if (lseek(spool->reading, 0, SEEK_SET) == 0)
        return true;
    message_say_errno((struct place){"temporary file", 0}, "cannot read");
    return false;
}
