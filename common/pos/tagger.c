#include "tagger.h"

#include "../data.h"
#include "../hash.h"
#include "../memory.h"
#include "feature.h"

#include <stdlib.h>

enum {
    CACHE_BITS = 12, /* 600 KB: in the second-level cache of the machines of today */
    CACHE_SIZE = 1 << CACHE_BITS,
    LONGEST_CACHED = 24, /* bytes; longer words are read anew each time */
    AHEAD = 32, /* words at the end of a window whose tags are left open, as what follows them has
                   not been seen; hardly ever does it change any but the last few */
};

/* All that a word says of itself and of its neighbours: the sums of the weights of its features. */
struct pos_evidence {
    char bytes[LONGEST_CACHED]; /* the word, zeros behind it */
    uint8_t length;             /* 0: the entry is free */
    bool is_first;              /* read as the first word of a sentence */
    bool is_mark;
    int16_t scores[POS_PLACES][UPOS_COUNT];
};

struct pos_window {
    size_t count;
    struct slice tokens[POS_WINDOW];
    struct pos_scores scores[POS_WINDOW + 1]; /* one more: what the last says of the next one */
    uint8_t tags[POS_WINDOW];
    unsigned before; /* the tag before the first, or POS_START */
    bool is_first;   /* no word but marks has come yet */
    struct pos_evidence uncached;
    struct pos_evidence edge;
};

static void sum_features(const struct pos_tagger *tagger, const struct pos_word *word,
                         struct pos_evidence *evidence)
{
    uint64_t keys[POS_MOST_FEATURES];
    memset(evidence->scores, 0, sizeof evidence->scores);
    for (unsigned place = 0; place < POS_PLACES; place++) {
        size_t count = pos_features(&tagger->model.classes, word, evidence->is_first, place, keys);
        for (size_t i = 0; i < count; i++) {
            const struct pos_row *row = pos_model_row(&tagger->model, keys[i]);
            for (unsigned tag = 0; row && tag < UPOS_COUNT; tag++)
                evidence->scores[place][tag] =
                    (int16_t) (evidence->scores[place][tag] + row->weights[tag]);
        }
    }
}

static void read_word(struct pos_tagger *tagger, struct slice text, bool is_first,
                      struct pos_evidence *evidence)
{
    struct pos_word word = pos_words_read(&tagger->words, text);
    evidence->is_first = is_first;
    evidence->is_mark = word.is_mark;
    sum_features(tagger, &word, evidence);
}

static const struct pos_evidence *find_evidence(struct pos_tagger *tagger, struct slice word)
{
    bool is_first = tagger->window->is_first;
    if (word.length > LONGEST_CACHED) {
        read_word(tagger, word, is_first, &tagger->window->uncached);
        return &tagger->window->uncached;
    }
    char bytes[LONGEST_CACHED] = {0};
    memcpy(bytes, word.bytes, word.length);
    uint64_t parts[LONGEST_CACHED / 8];
    memcpy(parts, bytes, sizeof parts);
    uint64_t mixed = hash_mix(parts[0] ^ parts[1] * 0x9E3779B97F4A7C15u ^
                              (parts[2] + is_first) * 0xD6E8FEB86659FD93u);
    struct pos_evidence *found = &tagger->cache[mixed >> (64 - CACHE_BITS)];
    if (found->length != word.length || found->is_first != is_first ||
        memcmp(found->bytes, bytes, sizeof bytes) != 0) {
        read_word(tagger, word, is_first, found);
        memcpy(found->bytes, bytes, sizeof bytes);
        found->length = (uint8_t) word.length;
    }
    return found;
}

bool pos_tagger_load(struct pos_tagger *tagger, const struct language *language)
{
    *tagger = (struct pos_tagger){0};
    if (!pos_words_load(&tagger->words, language))
        return false;
    struct buffer path = {0};
    bool good = data_find(&path, language->code, POS_MODEL_NAME) &&
                pos_model_open(&tagger->model, buffer_string(&path));
    buffer_release(&path);
    if (!good)
        return false;
    tagger->cache = memory_new(CACHE_SIZE, sizeof *tagger->cache);
    tagger->window = memory_new(1, sizeof *tagger->window);
    sum_features(tagger, &pos_word_edge, &tagger->window->edge);
    return true;
}

static void add_scores(struct pos_scores *scores, const int16_t more[UPOS_COUNT])
{
    for (unsigned tag = 0; tag < UPOS_COUNT; tag++)
        scores->of[tag] += more[tag];
}

/* What is at the window's end says of the last word in it. */
static void add_behind(struct pos_window *window, const struct pos_evidence *evidence)
{
    if (window->count)
        add_scores(&window->scores[window->count - 1], evidence->scores[POS_BEFORE]);
}

static void begin_sentence(struct pos_window *window)
{
    window->count = 0;
    window->before = POS_START;
    window->is_first = true;
    memset(&window->scores[0], 0, sizeof window->scores[0]);
    add_scores(&window->scores[0], window->edge.scores[POS_NEXT]);
}

/* Marks are PUNCT, SYM or, as % is, NOUN, and nothing else is PUNCT or SYM. The sentences that were
 * learned from end with marks, so that it would not be clear without. */
static void keep_marks_apart(struct pos_scores *scores, bool is_mark)
{
    enum { NEVER = 1 << 18 };
    for (unsigned tag = 0; tag < UPOS_COUNT; tag++) {
        bool is_of_marks = tag == UPOS_PUNCT || tag == UPOS_SYM;
        bool may_be = is_mark ? is_of_marks || tag == UPOS_NOUN : !is_of_marks;
        scores->of[tag] -= may_be ? 0 : NEVER;
    }
}

static void add_token(struct pos_tagger *tagger, struct slice token)
{
    struct pos_window *window = tagger->window;
    struct slice word;
    upos_split(token, &word);
    const struct pos_evidence *evidence = find_evidence(tagger, word);
    add_behind(window, evidence);
    window->tokens[window->count] = token;
    add_scores(&window->scores[window->count], evidence->scores[POS_HERE]);
    keep_marks_apart(&window->scores[window->count++], evidence->is_mark);
    memset(&window->scores[window->count], 0, sizeof window->scores[0]);
    add_scores(&window->scores[window->count], evidence->scores[POS_NEXT]);
    window->is_first = window->is_first && evidence->is_mark;
}

/* Decodes the window and hands on its tokens but for the last `kept` ones. */
static void hand_on(struct pos_tagger *tagger, size_t kept, pos_take *take, void *context)
{
    struct pos_window *window = tagger->window;
    if (window->count <= kept)
        return;
    size_t done = window->count - kept;
    pos_decode(&tagger->model.transitions, window->scores, window->count, window->before,
               window->tags);
    for (size_t i = 0; i < done; i++)
        take(context, window->tokens[i], window->tags[i]);
    window->before = window->tags[done - 1];
    window->count = kept;
    memmove(window->tokens, window->tokens + done, kept * sizeof window->tokens[0]);
    memmove(window->scores, window->scores + done, (kept + 1) * sizeof window->scores[0]);
}

void pos_tagger_tag(struct pos_tagger *tagger, struct slice sentence, pos_take *take, void *context)
{
    struct pos_window *window = tagger->window;
    struct slice token;
    begin_sentence(window);
    while (slice_cut(&sentence, ' ', &token)) {
        if (!token.length)
            continue;
        if (window->count == POS_WINDOW)
            hand_on(tagger, AHEAD, take, context);
        add_token(tagger, token);
    }
    add_behind(window, &window->edge);
    hand_on(tagger, 0, take, context);
}

void pos_tagger_release(struct pos_tagger *tagger)
{
    free(tagger->cache);
    free(tagger->window);
    pos_words_release(&tagger->words);
    pos_model_close(&tagger->model);
    *tagger = (struct pos_tagger){0};
}
