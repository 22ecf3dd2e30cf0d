#include "name_lists.h"

#include "hash.h"
#include "memory.h"
#include "name_token.h"
#include "unicode.h"

#include <stdlib.h>

enum {
    LONGEST = 16, /* words in a phrase */
    SHAPES = 4,   /* names of one to four and more words */
};

struct entry {
    uint64_t key; /* of a word its hash; of a phrase its parent and last word */
    uint32_t value;
};

/* Open addressing; a value of 0 marks a free slot. */
struct table {
    struct entry *slots;
    size_t capacity, count;
};

struct name_lexicon {
    struct table words, phrases, endings;
    struct name_phrase *phrase;
    size_t count, capacity;
    struct name_word *word; /* by number */
    uint32_t word_count, word_capacity;
    int8_t shape[SHAPES][NAME_LETTERS][NAME_TYPES];
    const struct language *language;
    struct name_tokens tokens;
    struct buffer lower, other;
};

static struct entry *find(const struct table *table, uint64_t key)
{
    size_t slot = (size_t) ((key * 0x9E3779B97F4A7C15u) >> 20) & (table->capacity - 1);
    while (table->slots[slot].value && table->slots[slot].key != key)
        slot = (slot + 1) & (table->capacity - 1);
    return &table->slots[slot];
}

static void grow(struct table *table)
{
    struct table larger = {.capacity = table->capacity ? table->capacity * 2 : 1024};
    larger.slots = memory_new(larger.capacity, sizeof *larger.slots);
    for (size_t i = 0; i < table->capacity; i++)
        if (table->slots[i].value)
            *find(&larger, table->slots[i].key) = table->slots[i];
    larger.count = table->count;
    free(table->slots);
    *table = larger;
}

/* The value for the key, which becomes `value` where there is none. */
static uint32_t intern(struct table *table, uint64_t key, uint32_t value)
{
    if (table->count * 2 >= table->capacity)
        grow(table);
    struct entry *entry = find(table, key);
    if (!entry->value) {
        *entry = (struct entry){key, value};
        table->count++;
    }
    return entry->value;
}

static uint32_t value_of(const struct table *table, uint64_t key)
{
    return table->capacity ? find(table, key)->value : 0;
}

static uint64_t word_key(struct slice word)
{
    return hash_bytes(word, 0);
}

static uint64_t phrase_key(uint32_t phrase, uint32_t word)
{
    return (uint64_t) phrase << 32 | word;
}

/* The word as the older style of tone placement has it. */
static struct slice older_spelling(struct name_lexicon *lexicon, struct slice word)
{
    const struct language *language = lexicon->language;
    buffer_clear(&lexicon->other);
    return language->respell && language->respell(&lexicon->other, word, SPELLING_OLD)
               ? buffer_slice(&lexicon->other)
               : word;
}

/* The same word in the newer style has the same number. */
static void add_newer_spelling(struct name_lexicon *lexicon, struct slice word, uint32_t number)
{
    const struct language *language = lexicon->language;
    struct buffer newer = {0};
    if (language->respell && language->respell(&newer, word, SPELLING_NEW))
        intern(&lexicon->words, word_key(buffer_slice(&newer)), number);
    buffer_release(&newer);
}

/* The number of the word, which is added where it is new. */
static uint32_t add_word(struct name_lexicon *lexicon, struct slice word)
{
    uint32_t known = value_of(&lexicon->words, word_key(word));
    if (known)
        return known;
    struct slice older = older_spelling(lexicon, word);
    uint32_t number = intern(&lexicon->words, word_key(older), lexicon->word_count);
    if (number == lexicon->word_count) {
        if (lexicon->word_count == lexicon->word_capacity) {
            lexicon->word_capacity *= 2;
            lexicon->word =
                memory_resize_array(lexicon->word, lexicon->word_capacity, sizeof *lexicon->word);
        }
        lexicon->word[lexicon->word_count++] = (struct name_word){0};
    }
    add_newer_spelling(lexicon, older, number);
    intern(&lexicon->words, word_key(word), number);
    return number;
}

static uint32_t add_phrase(struct name_lexicon *lexicon, uint32_t parent, uint32_t word)
{
    uint32_t number =
        intern(&lexicon->phrases, phrase_key(parent, word), (uint32_t) lexicon->count);
    if (parent < lexicon->count)
        lexicon->phrase[parent].next |= name_phrase_next_bit(word);
    if (number < lexicon->count)
        return number;
    if (lexicon->count == lexicon->capacity) {
        lexicon->capacity *= 2;
        lexicon->phrase =
            memory_resize_array(lexicon->phrase, lexicon->capacity, sizeof *lexicon->phrase);
    }
    lexicon->phrase[lexicon->count++] =
        (struct name_phrase){.capitals = UINT16_MAX, .shouted = UINT16_MAX};
    return number;
}

struct name_phrase *name_lexicon_add(struct name_lexicon *lexicon, struct slice text,
                                     bool is_sought, struct name_capitals *letters)
{
    struct name_tokens *tokens = &lexicon->tokens;
    uint32_t phrase = 0;
    size_t read = name_tokens_read(tokens, NULL, text);
    if (!tokens->count || tokens->count > LONGEST || read < text.length)
        return NULL;
    *letters = (struct name_capitals){0};
    for (size_t i = 0; i < tokens->count; i++) {
        buffer_clear(&lexicon->lower);
        name_token_lower(&lexicon->lower, text, &tokens->tokens[i]);
        uint32_t word = add_word(lexicon, buffer_slice(&lexicon->lower));
        if (phrase && is_sought)
            lexicon->phrase[phrase].leads_on = true;
        phrase = add_phrase(lexicon, phrase, word);
        if (!i)
            lexicon->word[word].phrase = phrase;
        if (name_token_is_capital(&tokens->tokens[i]))
            letters->capitals |= (uint16_t) (1u << i);
        if (tokens->tokens[i].shape == NAME_CAPITALS)
            letters->shouted |= (uint16_t) (1u << i);
    }
    return &lexicon->phrase[phrase];
}

void name_lexicon_add_syllable(struct name_lexicon *lexicon, struct slice syllable)
{
    uint32_t number = add_word(lexicon, syllable);
    lexicon->word[number].is_native = true;
}

int8_t *name_lexicon_add_ending(struct name_lexicon *lexicon, struct slice ending)
{
    uint32_t phrase = intern(&lexicon->endings, word_key(ending), (uint32_t) lexicon->count);
    if (phrase == lexicon->count)
        add_phrase(lexicon, UINT32_MAX, phrase); /* no word leads there */
    return lexicon->phrase[phrase].known;
}

int8_t *name_lexicon_shape_weights(struct name_lexicon *lexicon, size_t words,
                                   enum name_letters letters)
{
    return lexicon->shape[words < SHAPES ? words - 1 : SHAPES - 1][letters];
}

struct name_lexicon *name_lexicon_new(const struct language *language)
{
    struct name_lexicon *lexicon = memory_new(1, sizeof *lexicon);
    lexicon->language = language;
    lexicon->capacity = lexicon->word_capacity = 1024;
    lexicon->count = lexicon->word_count = 1; /* 0 is none */
    lexicon->word = memory_new(lexicon->word_capacity, sizeof *lexicon->word);
    lexicon->phrase = memory_new(lexicon->capacity, sizeof *lexicon->phrase);
    return lexicon;
}

void name_lexicon_free(struct name_lexicon *lexicon)
{
    if (!lexicon)
        return;
    name_tokens_release(&lexicon->tokens);
    buffer_release(&lexicon->lower);
    buffer_release(&lexicon->other);
    free(lexicon->words.slots);
    free(lexicon->phrases.slots);
    free(lexicon->endings.slots);
    free(lexicon->phrase);
    free(lexicon->word);
    free(lexicon);
}

uint32_t name_lexicon_word(const struct name_lexicon *lexicon, uint64_t hash)
{
    return value_of(&lexicon->words, hash);
}

const struct name_word *name_lexicon_word_of(const struct name_lexicon *lexicon, uint32_t word)
{
    return &lexicon->word[word];
}

uint32_t name_lexicon_extend(const struct name_lexicon *lexicon, uint32_t phrase, uint32_t word)
{
    if (!word || !name_phrase_may_extend(&lexicon->phrase[phrase], word))
        return 0;
    return value_of(&lexicon->phrases, phrase_key(phrase, word));
}

const struct name_phrase *name_lexicon_phrase(const struct name_lexicon *lexicon, uint32_t phrase)
{
    return &lexicon->phrase[phrase];
}

const int8_t *name_lexicon_shape(const struct name_lexicon *lexicon, size_t words,
                                 enum name_letters letters)
{
    return lexicon->shape[words < SHAPES ? words - 1 : SHAPES - 1][letters];
}

const int8_t *name_lexicon_ending(const struct name_lexicon *lexicon, struct slice word)
{
    struct slice rest = word;
    size_t characters = 0;
    while (characters < 3 && unicode_take_last(&rest))
        characters++;
    if (characters < 3 || !rest.length)
        return NULL;
    uint32_t phrase = value_of(&lexicon->endings, word_key(slice_from_offset(word, rest.length)));
    return phrase ? lexicon->phrase[phrase].known : NULL;
}
