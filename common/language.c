#include "language.h"

#include "vi/syllable.h"
#include "vi/vietnamese.h"

static const struct language languages[] = {
    {
        .code = "vi",
        .unify_spelling = vietnamese_unify_tone_placement,
        .load_words = syllable_load,
        .word_frequency = vietnamese_word_frequency,
        .read_sound = vietnamese_read_sound,
        .owns_letter = letter_is_vietnamese,
        .check = vietnamese_check,
        .respell = vietnamese_respell,
    },
};

const struct language *language_find(const char *code)
{
    for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++)
        if (strcmp(languages[i].code, code) == 0)
            return &languages[i];
    return NULL;
}
