#include "dictionary.h"

#include "../data.h"
#include "../memory.h"
#include "../unicode.h"
#include "model.h"

#include <stdlib.h>

struct dictionary_edge {
    uint64_t form;     /* of the token */
    uint32_t from, to; /* nodes; the root is 0, each other one has the number of its edge, from 1 */
    bool ends_word;    /* a word ends with this token */
};

static struct dictionary_edge *find(const struct dictionary *dictionary, uint32_t from,
                                    uint64_t form)
{
    size_t slot = hash_mix(form + from) & (dictionary->capacity - 1);
    struct dictionary_edge *edge = &dictionary->edges[slot];
    while (edge->to && (edge->from != from || edge->form != form)) {
        slot = (slot + 1) & (dictionary->capacity - 1);
        edge = &dictionary->edges[slot];
    }
    return edge;
}

static void grow(struct dictionary *dictionary)
{
    struct dictionary old = *dictionary;
    dictionary->capacity = old.capacity ? old.capacity * 2 : 1024;
    dictionary->edges = memory_new(dictionary->capacity, sizeof *dictionary->edges);
    for (size_t i = 0; i < old.capacity; i++)
        if (old.edges[i].to)
            *find(dictionary, old.edges[i].from, old.edges[i].form) = old.edges[i];
    free(old.edges);
}

static struct dictionary_edge *add(struct dictionary *dictionary, uint32_t from, uint64_t form)
{
    if (dictionary->count * 2 >= dictionary->capacity)
        grow(dictionary);
    struct dictionary_edge *edge = find(dictionary, from, form);
    if (!edge->to)
        *edge = (struct dictionary_edge){
            .form = form, .from = from, .to = (uint32_t) ++dictionary->count};
    return edge;
}

/* A word being added, and to what. */
struct reader {
    struct dictionary *dictionary;
    const struct tokenizer *tokenizer;
    struct buffer word;
};

/* Adds the tokens that begin before `length` as a word. Returns null, or what is wrong with it. */
static const char *add_word(const struct reader *reader, size_t length)
{
    struct token tokens[DICTIONARY_LONGEST + 1];
    struct slice rest = buffer_slice(&reader->word);
    size_t count =
        tokens_take(reader->tokenizer, reader->word.bytes, &rest, tokens, DICTIONARY_LONGEST + 1);
    bool is_whole = unicode_text_is_blank(rest) && count <= DICTIONARY_LONGEST;
    while (count && tokens[count - 1].start >= length)
        count--;
    if (!count)
        return "expected a word";
    if (!is_whole)
        return "expected a word of at most 64 syllables and marks";
    struct dictionary_edge *edge = add(reader->dictionary, 0, tokens[0].form);
    for (size_t i = 1; i < count; i++)
        edge = add(reader->dictionary, edge->to, tokens[i].form);
    edge->ends_word = true;
    return NULL;
}

static const char *take_word(void *context, struct slice line)
{
    struct reader *reader = context;
    buffer_clear(&reader->word);
    buffer_append(&reader->word, line);
    for (size_t i = 0; i < line.length; i++)
        if (reader->word.bytes[i] == '_')
            reader->word.bytes[i] = ' ';
    const char *wrong = add_word(reader, line.length);
    if (wrong || !slice_ends_with(line, SLICE(".")))
        return wrong;
    /* Its stop may be part of the last syllable in the middle of a text. */
    buffer_append_string(&reader->word, " a");
    return add_word(reader, line.length);
}

bool dictionary_read(struct dictionary *dictionary, const char *path,
                     const struct tokenizer *tokenizer)
{
    struct reader reader = {.dictionary = dictionary, .tokenizer = tokenizer};
    bool good = data_read(path, take_word, &reader);
    buffer_release(&reader.word);
    return good;
}

size_t dictionary_match(const struct dictionary *dictionary, const struct token *tokens,
                        size_t count)
{
    size_t longest = 0;
    uint32_t node = 0;
    if (!dictionary->count)
        return 0;
    for (size_t i = 0; i < count; i++) {
        const struct dictionary_edge *edge = find(dictionary, node, tokens[i].form);
        if (!edge->to)
            break;
        if (edge->ends_word)
            longest = i + 1;
        node = edge->to;
    }
    return longest;
}

void dictionary_release(struct dictionary *dictionary)
{
    free(dictionary->edges);
    *dictionary = (struct dictionary){0};
}
