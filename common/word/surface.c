#include "surface.h"

#include "../memory.h"

#include <stdlib.h>

enum {
    ENTRY_BITS = 14, /* 512 KiB: in the second-level cache of the machines of today */
    ENTRY_COUNT = 1 << ENTRY_BITS,
    LONGEST = 16, /* bytes; longer tokens are read anew each time, into the entry behind the others
                   */
};

void surfaces_init(struct surfaces *surfaces, struct forms *forms, surface_number *number,
                   void *context)
{
    *surfaces = (struct surfaces){
        .entries = memory_new(ENTRY_COUNT + 1, sizeof(struct surface)),
        .forms = forms,
        .number = number,
        .context = context,
    };
}

static void read(struct surfaces *surfaces, struct surface *surface, struct slice token)
{
    struct form form = forms_read(surfaces->forms, token);
    surface->form = form.exact;
    surface->shape = form.shape;
    surface->id = surfaces->number(surfaces->context, &form);
}

const struct surface *surfaces_find(struct surfaces *surfaces, struct slice token)
{
    if (token.length > LONGEST) {
        read(surfaces, &surfaces->entries[ENTRY_COUNT], token);
        return &surfaces->entries[ENTRY_COUNT];
    }
    uint64_t low = 0, high = 0;
    if (token.length > 8) {
        memcpy(&low, token.bytes, 8);
        memcpy(&high, token.bytes + 8, token.length - 8);
    } else {
        memcpy(&low, token.bytes, token.length);
    }
    uint64_t mixed = (low ^ high * 0x9E3779B97F4A7C15u) * 0xD6E8FEB86659FD93u;
    struct surface *surface = &surfaces->entries[mixed >> (64 - ENTRY_BITS)];
    if (surface->length != token.length || surface->bytes[0] != low || surface->bytes[1] != high) {
        read(surfaces, surface, token);
        surface->length = (uint8_t) token.length;
        surface->bytes[0] = low;
        surface->bytes[1] = high;
    }
    return surface;
}

void surfaces_release(struct surfaces *surfaces)
{
    free(surfaces->entries);
    *surfaces = (struct surfaces){0};
}
