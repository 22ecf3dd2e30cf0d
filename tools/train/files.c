#include "train.h"

#include "message.h"
#include "writer.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

bool train_read(const struct train_files *files, enum corpus_form form, train_take *take,
                void *context)
{
    for (size_t i = 0; i < files->count; i++) {
        struct corpus corpus;
        struct annotated sentence;
        if (!corpus_open(&corpus, files->paths[i], form))
            return false;
        while (corpus_next(&corpus, &sentence))
            take(context, &sentence);
        if (!corpus_close(&corpus))
            return false;
    }
    return true;
}

/* mkstemp makes files that only their owner can read: what open(2) would give instead. */
static bool open_up(int fd)
{
    mode_t mask = umask(0);
    umask(mask);
    return fchmod(fd, 0666 & ~mask) == 0;
}

bool train_write(const char *path, struct slice bytes)
{
    struct buffer beside = {0};
    struct writer writer;
    buffer_append_string(&beside, path);
    buffer_append_string(&beside, ".XXXXXX");
    buffer_string(&beside);
    int fd = mkstemp(beside.bytes);
    bool good = fd >= 0 && open_up(fd);
    if (!good)
        message_say_errno((struct place){path, 0}, "cannot write");
    if (fd >= 0) {
        writer_init(&writer, fd, path, false);
        writer_write(&writer, bytes);
        good = writer_close(&writer) && good;
    }
    if (good && rename(beside.bytes, path) != 0) {
        message_say_errno((struct place){path, 0}, "cannot write");
        good = false;
    }
    if (!good && fd >= 0)
        unlink(beside.bytes);
    buffer_release(&beside);
    return good;
}
