/* Allocation that never fails: out of memory is one message and exit status 2. What it returns is
 * freed with free(). */
#ifndef GANLOC_MEMORY_H
#define GANLOC_MEMORY_H

#include <stddef.h>

/* `count` elements of `size` bytes, all zero. */
void *memory_new(size_t count, size_t size);

/* As realloc, for `size` bytes; `old` may be null. */
void *memory_resize(void *old, size_t size);

/* As realloc, for `count` elements of `size` bytes. */
void *memory_resize_array(void *old, size_t count, size_t size);

/* Says that memory is out and ends the program with status 2. */
_Noreturn void memory_exhausted(void);

#endif
