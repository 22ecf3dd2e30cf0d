/* What is known of a token from its letters alone: its shape, its sound, and what it is looked up
 * by. Case, tone placement and composition make no difference to that, nor does the script of
 * digits. */
#ifndef GANLOC_WORD_FORM_H
#define GANLOC_WORD_FORM_H

#include "../language.h"
#include "../word_set.h"

struct form {
    uint64_t hash;  /* of the folded token, its digits all the same; never 0 */
    uint64_t exact; /* of the folded token with its digits */
    uint8_t shape;  /* enum shape */
    struct sound sound;
};

/* How tokens of a language are read. */
struct forms {
    const struct language *language;
    struct word_set family_names, birth_names; /* folded */
    struct buffer composed, folded;
};

/* Reads the lists that the language has. Returns false after messages. Release it in any case. */
bool forms_load(struct forms *forms, const struct language *language);

/* Reads a token, which is any bytes, at least one. Only the first 1,024 count. */
struct form forms_read(struct forms *forms, struct slice token);

void forms_release(struct forms *forms);

#endif
