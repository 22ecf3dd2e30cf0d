/* Tokens met before, by their bytes: most of a text is the same few thousand, again and again. */
#ifndef GANLOC_WORD_SURFACE_H
#define GANLOC_WORD_SURFACE_H

#include "form.h"

/* The number that stands for a form, for example in a vocabulary. */
typedef uint32_t surface_number(void *context, const struct form *form);

/* A direct-mapped cache: a token replaces the one met before that falls into the same place. */
struct surfaces {
    struct surface *entries;
    struct forms *forms;
    surface_number *number;
    void *context;
};

struct surface {
    uint64_t bytes[2]; /* the token, zeros behind it */
    uint64_t form;     /* its exact hash, see form.h */
    uint32_t id;       /* what `number` gave */
    uint8_t shape;     /* enum shape */
    uint8_t length;    /* bytes of the token; 0: the entry is free */
};

/* Both are borrowed for the life of the cache; `number` is asked once for each token that is not in
 * it, with `context`. */
void surfaces_init(struct surfaces *surfaces, struct forms *forms, surface_number *number,
                   void *context);

/* The token's entry, valid until the next call. The token is any bytes, at least one. */
const struct surface *surfaces_find(struct surfaces *surfaces, struct slice token);

void surfaces_release(struct surfaces *surfaces);

#endif
