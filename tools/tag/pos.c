/* The layer pos: the part of speech of each word, behind it in the field of words. */
#include "layers.h"
#include "memory.h"
#include "message.h"
#include "pos/tagger.h"

#include <stdint.h>
#include <stdlib.h>

struct state {
    struct pos_tagger tagger;
    uint64_t words; /* tagged */
    bool has_text;  /* a paragraph has come, */
    bool has_words; /* and a field of words */
};

/* A field being written. */
struct rewriting {
    struct buffer *out;
    const char *copied; /* up to here the field has been written */
    uint64_t words;
};

static void close_pos(void *context)
{
    struct state *state = context;
    if (state->has_text && !state->has_words)
        message_say(NO_PLACE, "no record has words (field 5) to tag, expected records from "
                              "segment -w");
    pos_tagger_release(&state->tagger);
    free(state);
}

static void *open_pos(const struct layer_settings *settings)
{
    struct state *state = memory_new(1, sizeof *state);
    if (pos_tagger_load(&state->tagger, settings->language))
        return state;
    close_pos(state);
    return NULL;
}

static void read_pos(void *context, const struct page *page)
{
    struct state *state = context;
    state->has_text = state->has_text || page->document->paragraph_count;
}

static void append_to(struct buffer *out, const char *from, const char *to)
{
    buffer_append(out, slice_of(from, (size_t) (to - from)));
}

/* A pos_take. */
static void take_token(void *context, struct slice token, enum upos tag)
{
    struct rewriting *rewriting = context;
    struct slice word;
    upos_split(token, &word);
    append_to(rewriting->out, rewriting->copied, token.bytes);
    buffer_append(rewriting->out, word);
    buffer_append_byte(rewriting->out, '/');
    buffer_append(rewriting->out, upos_name(tag));
    rewriting->copied = token.bytes + token.length;
    rewriting->words++;
}

static void tag_words(void *context, struct slice words, struct buffer *rewritten)
{
    struct state *state = context;
    struct rewriting rewriting = {.out = rewritten, .copied = words.bytes};
    state->has_words = true;
    pos_tagger_tag(&state->tagger, words, take_token, &rewriting);
    append_to(rewritten, rewriting.copied, words.bytes + words.length);
    state->words += rewriting.words;
}

static void append_stats(void *context, struct buffer *text)
{
    const struct state *state = context;
    buffer_append_number(text, state->words);
    buffer_append_string(text, " words tagged");
}

const struct layer layer_pos = {
    .name = "pos",
    .open = open_pos,
    .read = read_pos,
    .tag_words = tag_words,
    .append_stats = append_stats,
    .close = close_pos,
};
