#include "role_words.h"

#include "memory.h"
#include "unicode.h"

#include <stdlib.h>

/* A page being counted. */
struct counting {
    struct role_words *words;
    uint32_t site;
};

/* Appends a token as the lexicon has it: in lower case, digits as zeros. */
static void append_token(struct buffer *name, struct slice token)
{
    uint32_t character;
    size_t digits = 0;
    while (unicode_next(&token, &character)) {
        bool is_digit = unicode_class_of(character) == UNICODE_DIGIT;
        if (is_digit && digits++ >= LINE_NUMBER)
            return;
        unicode_append(name, is_digit ? '0' : unicode_lower(character));
    }
}

/* The lexicon has these for itself. */
static bool is_reserved(const struct line_token *token)
{
    return token->text.length == 1 && strchr("^$_#", token->text.bytes[0]);
}

/* The ends of the line are no such tokens, though they are written so. */
static bool is_counted(const struct line_token *tokens, size_t count)
{
    bool has_start = count == 2 && tokens[0].hash == LEXICON_START_HASH;
    bool has_end = count == 2 && tokens[1].hash == LEXICON_END_HASH;
    return (has_start || !is_reserved(&tokens[0])) && (has_end || !is_reserved(&tokens[count - 1]));
}

static uint32_t find_word(struct role_words *words, const struct line_token *tokens, size_t count,
                          uint64_t hash)
{
    uint32_t number = hash_index_add(&words->numbers, hash, (uint32_t) words->count);
    if (number < words->count)
        return number;
    if (words->count == words->capacity) {
        words->capacity = words->capacity ? words->capacity * 2 : 1024;
        words->words = memory_resize_array(words->words, words->capacity, sizeof *words->words);
    }
    buffer_clear(&words->name);
    append_token(&words->name, tokens[0].text);
    if (count == 2) {
        buffer_append_byte(&words->name, '_');
        append_token(&words->name, tokens[1].text);
    }
    struct slice entry = arena_copy(&words->entries, buffer_slice(&words->name));
    words->words[words->count++] = (struct role_word){entry, 0};
    return number;
}

static struct role_word_pair *find_pair(struct role_words *words, uint32_t word, uint32_t site)
{
    uint64_t hash = lexicon_pair((uint64_t) word << 1 | 1, (uint64_t) site << 32);
    uint32_t number = hash_index_add(&words->pair_numbers, hash, (uint32_t) words->pair_count);
    if (number < words->pair_count)
        return &words->pairs[number];
    if (words->pair_count == words->pair_capacity) {
        words->pair_capacity = words->pair_capacity ? words->pair_capacity * 2 : 1024;
        words->pairs =
            memory_resize_array(words->pairs, words->pair_capacity, sizeof *words->pairs);
    }
    words->pairs[words->pair_count] = (struct role_word_pair){word, site, 0, 0};
    return &words->pairs[words->pair_count++];
}

static void count_gram(void *context, const struct line_token *tokens, size_t count, uint64_t hash)
{
    struct counting *counting = context;
    struct role_words *words = counting->words;
    if (!is_counted(tokens, count))
        return;
    uint32_t word = find_word(words, tokens, count, hash);
    struct role_word_pair *pair = find_pair(words, word, counting->site);
    if (pair->last_page == words->page_count)
        return;
    pair->last_page = words->page_count;
    pair->pages++;
}

static bool is_of_the_frame(enum role role)
{
    return role != ROLE_TITLE && role != ROLE_LEAD && role != ROLE_HEADING && role != ROLE_BODY &&
           role != ROLE_CAPTION;
}

void role_words_count(void *context, const struct document *document, size_t site)
{
    struct role_words *words = context;
    struct counting counting = {words, (uint32_t) site};
    struct line line;
    struct line_tokens tokens;
    for (; words->site_count <= site; words->site_count++) {
        words->site_pages =
            memory_resize_array(words->site_pages, words->site_count + 1, sizeof(uint32_t));
        words->site_pages[words->site_count] = 0;
    }
    words->site_pages[site]++;
    words->page_count++;
    for (size_t i = 0; i < document->paragraph_count; i++) {
        const struct paragraph *paragraph = &document->paragraphs[i];
        if (!is_of_the_frame(role_of_tags(paragraph->records[0].tags)))
            continue;
        line_read(&line, &tokens, paragraph->text);
        lexicon_each(&tokens, count_gram, &counting);
    }
}

struct slice *role_words_choose(struct role_words *words, struct weights *weights)
{
    for (size_t i = 0; i < words->pair_count; i++) {
        const struct role_word_pair *pair = &words->pairs[i];
        words->words[pair->word].sites +=
            pair->pages * ROLE_WORD_SHARE >= words->site_pages[pair->site];
    }
    struct slice *entries = memory_new(words->count + 1, sizeof *entries);
    for (size_t i = 0; i < words->count; i++) {
        if (words->words[i].sites < ROLE_WORD_SITES)
            continue;
        size_t feature = weights_add_word(weights, words->words[i].entry);
        if (feature)
            entries[feature - FEATURE_WORD] = words->words[i].entry;
    }
    return entries;
}

void role_words_release(struct role_words *words)
{
    hash_index_release(&words->numbers);
    hash_index_release(&words->pair_numbers);
    free(words->words);
    free(words->pairs);
    free(words->site_pages);
    arena_release(&words->entries);
    buffer_release(&words->name);
    *words = (struct role_words){0};
}
