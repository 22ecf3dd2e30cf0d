#include "memory.h"

#include "message.h"

#include <stdint.h>
#include <stdlib.h>

void *memory_new(size_t count, size_t size)
{
    void *memory = calloc(count ? count : 1, size ? size : 1);
    if (!memory)
        memory_exhausted();
    return memory;
}

void *memory_resize(void *old, size_t size)
{
    void *memory = realloc(old, size ? size : 1);
    if (!memory)
        memory_exhausted();
    return memory;
}

void *memory_resize_array(void *old, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        memory_exhausted();
    return memory_resize(old, count * size);
}

_Noreturn void memory_exhausted(void)
{
    message_say(NO_PLACE, "out of memory");
    exit(STATUS_TROUBLE);
}
