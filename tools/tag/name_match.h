/* Phrases of the lexicon that stand in a text. */
#ifndef TAG_NAME_MATCH_H
#define TAG_NAME_MATCH_H

#include "name_token.h"

/* A text, or the part of it that is looked at. All is borrowed. */
struct name_text {
    const struct name_lexicon *lexicon;
    struct slice text;
    const struct name_token *tokens;
    size_t count;
};

/* The longest phrases that begin at one token: how many tokens they have, 0 for none. */
struct name_match {
    size_t known;                   /* a known name, written as one */
    const struct name_phrase *name; /* what it is */
    size_t beside;                  /* of the kinds that stand beside names: NAME_BESIDE */
    uint32_t kinds;                 /* which of them */
    size_t head;                    /* NAME_KIND_HEAD, NAME_KIND_STATE */
    uint32_t head_kinds;            /* all of the head */
    size_t inner;                   /* NAME_KIND_BODY, NAME_KIND_WORD, NAME_KIND_FORM */
    size_t form;                    /* NAME_KIND_FORM */
    size_t inside;                  /* NAME_KIND_INSIDE, in lower case */
};

enum {
    NAME_BESIDE = NAME_KIND_ADDRESS | NAME_KIND_TITLE | NAME_KIND_CREDIT | NAME_KIND_AREA |
                  NAME_KIND_NATURE | NAME_KIND_FACILITY | NAME_KIND_OTHER | NAME_KIND_OUTER,
};

struct name_match name_match_at(const struct name_text *text, size_t at);

/* False where name_match_at finds nothing for sure, which it tells much faster. */
static inline bool name_match_may_be_at(const struct name_text *text, size_t at)
{
    uint32_t number = text->tokens[at].phrase;
    if (!number)
        return false;
    const struct name_phrase *phrase = name_lexicon_phrase(text->lexicon, number);
    return phrase->leads_on || phrase->kinds;
}

/* What the token alone is: enum name_kind; 0 past the end. */
uint32_t name_match_kinds(const struct name_text *text, size_t at);

/* True where there is a token at `at` and it has a capital. */
bool name_match_is_capital(const struct name_text *text, size_t at);

/* True where there is a token at `at` and nothing stands between it and the one before. */
static inline bool name_match_is_glued(const struct name_text *text, size_t at)
{
    return at < text->count && text->tokens[at].is_glued;
}

/* True where there is a token at `at` and it is a syllable of the language. */
static inline bool name_match_is_native(const struct name_text *text, size_t at)
{
    return at < text->count && text->tokens[at].is_native;
}

/* True where a first name of another country stands and goes on as a person's name does: Jordan
 * Bardella, but not Jordan Mohamed Salah, where Jordan is the country. */
bool name_match_is_first_name(const struct name_text *text, size_t at);

/* True where the token at `at` is this, written like this. */
bool name_match_is(const struct name_text *text, size_t at, struct slice word);

#endif
