#include "mapping.h"

#include "message.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* An empty file is mapped, too: as one byte, which is not read. */
static size_t mapped_size(size_t size)
{
    return size ? size : 1;
}

/* Returns null with errno set. */
static const void *map(const char *path, size_t *size)
{
    struct stat status;
    void *bytes = MAP_FAILED;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* not to wait for a FIFO's writer */
    if (fd < 0)
        return NULL;
    if (fstat(fd, &status) == 0) {
        if (S_ISREG(status.st_mode)) {
            *size = (size_t) status.st_size;
            bytes = mmap(NULL, mapped_size(*size), PROT_READ, MAP_PRIVATE, fd, 0);
        } else {
            errno = S_ISDIR(status.st_mode) ? EISDIR : EINVAL;
        }
    }
    int cause = errno;
    close(fd);
    errno = cause;
    return bytes == MAP_FAILED ? NULL : bytes;
}

bool mapping_open(struct mapping *mapping, const char *path)
{
    *mapping = (struct mapping){0};
    mapping->bytes = map(path, &mapping->size);
    if (!mapping->bytes)
        message_say_errno((struct place){path, 0}, "cannot map");
    return mapping->bytes;
}

void mapping_close(struct mapping *mapping)
{
    if (mapping->bytes)
        munmap((void *) mapping->bytes, mapped_size(mapping->size));
    *mapping = (struct mapping){0};
}
