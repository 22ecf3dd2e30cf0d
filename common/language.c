#include "language.h"

#include "vi/vietnamese.h"

static const struct language languages[] = {
    {"vi", vietnamese_unify_tone_placement},
};

const struct language *language_find(const char *code)
{
    for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++)
        if (strcmp(languages[i].code, code) == 0)
            return &languages[i];
    return NULL;
}
