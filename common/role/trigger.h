/* The tokens without which a pattern cannot match, so that most patterns need not be tried on most
 * texts: as in the filters of RE2 (Cox 2012, "Regular Expression Matching with a Trigram Index"),
 * with whole tokens (line.h) in place of trigrams. */
#ifndef GANLOC_ROLE_TRIGGER_H
#define GANLOC_ROLE_TRIGGER_H

#include "../bytes.h"

/* How often a token is met, on any scale: of several that would do, the rarest is taken. */
typedef uint32_t trigger_frequency(void *context, struct slice token);

/* A text (in NFC) that the pattern matches, case ignored, has at least one of these tokens. */
struct trigger {
    uint64_t *tokens; /* line_token_hash, each once, or trigger_first of it; owned */
    size_t count;     /* 0: nothing is known, the pattern is to be tried on every text */
};

/* Stands for a token that must be the first of letters or digits in the text. */
static inline uint64_t trigger_first(uint64_t token)
{
    return token ^ 0x5851F42D4C957F2C;
}

/* Reads a PCRE2 pattern that was compiled without fault. What it does not know of the syntax makes
 * it know less of the tokens, never wrong ones. */
void trigger_init(struct trigger *trigger, struct slice pattern, trigger_frequency *frequency,
                  void *context);

void trigger_release(struct trigger *trigger);

#endif
