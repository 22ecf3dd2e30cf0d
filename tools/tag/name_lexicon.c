#include "name_lexicon.h"

#include "arena.h"
#include "data.h"
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
    uint32_t kind;       /* of the list that is being read */
    enum name_type type; /* likewise */
    int8_t weight;
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

/* Which words of a phrase have a capital, and which have no other letters. */
struct letters {
    uint16_t capitals, shouted;
};

/* The phrase of the text, made where there is none; null where it has no word or too many. What is
 * looked for in texts, and not only beside names, is_sought. */
static struct name_phrase *phrase_of(struct name_lexicon *lexicon, struct slice text,
                                     bool is_sought, struct letters *letters)
{
    struct name_tokens *tokens = &lexicon->tokens;
    uint32_t phrase = 0;
    size_t read = name_tokens_read(tokens, NULL, text);
    if (!tokens->count || tokens->count > LONGEST || read < text.length)
        return NULL;
    *letters = (struct letters){0};
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

static const char *add_kind(struct name_lexicon *lexicon, struct slice text, uint32_t kind)
{
    struct letters letters;
    struct name_phrase *phrase = phrase_of(lexicon, text, true, &letters);
    if (!phrase)
        return "expected 1 to 16 words";
    phrase->kinds |= kind;
    return NULL;
}

static const char *add_name(struct name_lexicon *lexicon, struct slice text, enum name_type type,
                            int8_t weight)
{
    struct letters letters;
    struct name_phrase *phrase = phrase_of(lexicon, text, true, &letters);
    if (!phrase)
        return "expected 1 to 16 words";
    if (!letters.capitals)
        return "a name without a capital";
    phrase->capitals &= letters.capitals;
    phrase->shouted &= letters.shouted;
    if (phrase->known[type] < weight)
        phrase->known[type] = weight;
    return NULL;
}

static const char *take_name(void *context, struct slice line)
{
    struct name_lexicon *lexicon = context;
    return add_name(lexicon, line, lexicon->type, lexicon->weight);
}

/* A syllable of the language, a space, and how often it is met in ten million: once is too little
 * to tell it from a foreign word. */
static const char *take_syllable(void *context, struct slice line)
{
    struct name_lexicon *lexicon = context;
    struct slice syllable;
    slice_cut(&line, ' ', &syllable);
    uint32_t number = add_word(lexicon, syllable);
    lexicon->word[number].is_native = !slice_equal(line, SLICE("1"));
    return NULL;
}

static const char *take_kind(void *context, struct slice line)
{
    struct name_lexicon *lexicon = context;
    return add_kind(lexicon, line, lexicon->kind);
}

static const struct named_kind {
    struct slice name;
    uint32_t kind;
} word_kinds[] = {
    {SLICE("address"), NAME_KIND_ADDRESS}, {SLICE("title"), NAME_KIND_TITLE},
    {SLICE("credit"), NAME_KIND_CREDIT},   {SLICE("place"), NAME_KIND_AREA},
    {SLICE("nature"), NAME_KIND_NATURE},   {SLICE("facility"), NAME_KIND_FACILITY},
    {SLICE("other"), NAME_KIND_OTHER},     {SLICE("head"), NAME_KIND_HEAD},
    {SLICE("state"), NAME_KIND_STATE},     {SLICE("outer"), NAME_KIND_OUTER},
    {SLICE("form"), NAME_KIND_FORM},       {SLICE("body"), NAME_KIND_BODY},
    {SLICE("word"), NAME_KIND_WORD},       {SLICE("opener"), NAME_KIND_OPENER},
    {SLICE("link"), NAME_KIND_LINK},       {SLICE("numbered"), NAME_KIND_NUMBERED},
    {SLICE("short"), NAME_KIND_SHORT},     {SLICE("club"), NAME_KIND_CLUB},
    {SLICE("common"), NAME_KIND_COMMON},
};

static uint32_t kind_of(struct slice name)
{
    for (size_t i = 0; i < sizeof word_kinds / sizeof *word_kinds; i++)
        if (slice_equal(name, word_kinds[i].name))
            return word_kinds[i].kind;
    return 0;
}

/* Returns NAME_TYPES where it is the name of none. */
static enum name_type type_of(struct slice name)
{
    static const struct slice names[NAME_TYPES] = {SLICE("per"), SLICE("loc"), SLICE("org"),
                                                   SLICE("none")};
    size_t type = 0;
    while (type < NAME_TYPES && !slice_equal(name, names[type]))
        type++;
    return (enum name_type) type;
}

/* A line of a file of words: its kind or type first. */
static const char *take_word(void *context, struct slice line)
{
    struct name_lexicon *lexicon = context;
    struct slice first;
    slice_cut(&line, ' ', &first);
    enum name_type type = type_of(first);
    uint32_t kind = kind_of(first);
    if (type < NAME_TYPES)
        return add_name(lexicon, line, type, lexicon->weight);
    return kind ? add_kind(lexicon, line, kind)
                : "expected per, loc, org, none or a kind of word, such as title, and a space";
}

/* A whole number from -64 to 64. */
static bool read_weight(struct slice text, int8_t *weight)
{
    bool is_negative = text.length && text.bytes[0] == '-';
    text = slice_from_offset(text, is_negative);
    int value = 0;
    if (!text.length || text.length > 2)
        return false;
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] < '0' || text.bytes[i] > '9')
            return false;
        value = value * 10 + (text.bytes[i] - '0');
    }
    *weight = (int8_t) (is_negative ? -value : value);
    return value <= 64;
}

static int8_t *ending_weights(struct name_lexicon *lexicon, struct slice ending)
{
    uint32_t phrase = intern(&lexicon->endings, word_key(ending), (uint32_t) lexicon->count);
    if (phrase == lexicon->count)
        add_phrase(lexicon, UINT32_MAX, phrase); /* no word leads there */
    return lexicon->phrase[phrase].known;
}

static int8_t *phrase_weights(struct name_lexicon *lexicon, struct slice text,
                              enum name_place place)
{
    struct letters letters;
    struct name_phrase *phrase = phrase_of(lexicon, text, false, &letters);
    return phrase ? phrase->weights[place] : NULL;
}

static int8_t *shape_weights(struct name_lexicon *lexicon, struct slice text)
{
    static const char letters[] = "vfc";
    if (text.length != 2 || text.bytes[0] < '1' || text.bytes[0] > '4')
        return NULL;
    const char *letter = strchr(letters, text.bytes[1]);
    return letter && *letter ? lexicon->shape[text.bytes[0] - '1'][letter - letters] : NULL;
}

static int8_t *weights_at(struct name_lexicon *lexicon, struct slice place, struct slice text)
{
    static const struct slice places[NAME_PLACES] = {SLICE("left"), SLICE("right"), SLICE("first"),
                                                     SLICE("last")};
    for (size_t i = 0; i < NAME_PLACES; i++)
        if (slice_equal(place, places[i]))
            return phrase_weights(lexicon, text, (enum name_place) i);
    if (slice_equal(place, SLICE("ending")))
        return ending_weights(lexicon, text);
    return slice_equal(place, SLICE("shape")) ? shape_weights(lexicon, text) : NULL;
}

static const char *take_weights(void *context, struct slice line)
{
    struct slice place, number;
    int8_t weights[NAME_TYPES];
    slice_cut(&line, ' ', &place);
    for (size_t i = 0; i < NAME_TYPES; i++)
        if (!slice_cut(&line, ' ', &number) || !read_weight(number, &weights[i]))
            return "expected four weights from -64 to 64 behind the first word";
    int8_t *place_of_weights = weights_at(context, place, line);
    if (!place_of_weights)
        return "expected left, right, first, last, ending or shape, four weights, and words";
    memcpy(place_of_weights, weights, sizeof weights);
    return NULL;
}

static bool load_kind(struct name_lexicon *lexicon, const char *file, uint32_t kind)
{
    lexicon->kind = kind;
    return data_load(lexicon->language->code, file, take_kind, lexicon);
}

static bool load_names(struct name_lexicon *lexicon, const char *file, enum name_type type)
{
    lexicon->type = type;
    lexicon->weight = NAME_LISTED;
    return data_load(lexicon->language->code, file, take_name, lexicon);
}

static bool load_words(struct name_lexicon *lexicon, const char *file, int8_t weight)
{
    lexicon->weight = weight;
    return data_load(lexicon->language->code, file, take_word, lexicon);
}

static bool load(struct name_lexicon *lexicon)
{
    const struct language *language = lexicon->language;
    return (!language->load_words || language->load_words()) &&
           data_load(language->code, "syllables.txt", take_syllable, lexicon) &&
           load_words(lexicon, "name_words.txt", NAME_LISTED) &&
           load_names(lexicon, "places.txt", NAME_PLACE) &&
           load_names(lexicon, "organisations.txt", NAME_ORGANISATION) &&
           load_names(lexicon, "persons.txt", NAME_PERSON) &&
           load_kind(lexicon, "family_names.txt", NAME_KIND_FAMILY) &&
           load_kind(lexicon, "given_names.txt", NAME_KIND_GIVEN) &&
           load_words(lexicon, "names.txt", NAME_LEARNED) &&
           data_load(language->code, "names.weights", take_weights, lexicon);
}

struct name_lexicon *name_lexicon_load(const struct language *language)
{
    struct name_lexicon *lexicon = memory_new(1, sizeof *lexicon);
    lexicon->language = language;
    lexicon->capacity = lexicon->word_capacity = 1024;
    lexicon->count = lexicon->word_count = 1; /* 0 is none */
    lexicon->word = memory_new(lexicon->word_capacity, sizeof *lexicon->word);
    lexicon->phrase = memory_new(lexicon->capacity, sizeof *lexicon->phrase);
    bool good = load(lexicon);
    name_tokens_release(&lexicon->tokens);
    buffer_release(&lexicon->lower);
    buffer_release(&lexicon->other);
    if (good)
        return lexicon;
    name_lexicon_free(lexicon);
    return NULL;
}

void name_lexicon_free(struct name_lexicon *lexicon)
{
    if (!lexicon)
        return;
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
    return word ? value_of(&lexicon->phrases, phrase_key(phrase, word)) : 0;
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
