#include "feature.h"
#include "observe.h"

#include "../memory.h"
#include "../tags.h"
#include "../unicode.h"
#include "line_cache.h"
#include "repeats.h"

#include <stdlib.h>

struct feature_reader {
    const struct rules *rules;
    size_t users_rules; /* the number of the first */
    const struct lexicon *lexicon;
    const struct language *language;
    struct name_lists names;
    struct features *features;
    struct view *views;
    size_t capacity;
    struct repeat_finder repeats;
    struct line_cache cache;
    uint16_t *words; /* of all paragraphs, one behind the other; never null */
    size_t word_count, word_capacity;
    struct buffer plain; /* the title of the page */
    struct buffer valid; /* a text whose bytes are not all UTF-8 */
};

struct feature_reader *feature_reader_new(const struct rules *rules, const struct lexicon *lexicon,
                                          const struct language *language)
{
    struct feature_reader *reader = memory_new(1, sizeof *reader);
    reader->rules = rules;
    reader->users_rules = rules_of_user(rules);
    reader->word_capacity = 1024;
    reader->words = memory_new(reader->word_capacity, sizeof *reader->words);
    reader->lexicon = lexicon;
    reader->language = language;
    if (name_lists_load(&reader->names, language))
        return reader;
    feature_reader_free(reader);
    return NULL;
}

static void reserve(struct feature_reader *reader, size_t count)
{
    if (count <= reader->capacity)
        return;
    reader->capacity = count * 2;
    reader->features =
        memory_resize_array(reader->features, reader->capacity, sizeof *reader->features);
    reader->views = memory_resize_array(reader->views, reader->capacity, sizeof *reader->views);
}

static void add_word(struct feature_reader *reader, uint16_t word)
{
    if (reader->word_count == reader->word_capacity) {
        reader->word_capacity *= 2;
        reader->words =
            memory_resize_array(reader->words, reader->word_capacity, sizeof *reader->words);
    }
    reader->words[reader->word_count++] = word;
}

static void take_word(void *context, const struct line_token *tokens, size_t count, uint64_t hash)
{
    struct feature_reader *reader = context;
    uint32_t number = hash_index_find(&reader->lexicon->entries, hash);
    (void) tokens;
    (void) count;
    if (number != HASH_INDEX_NONE)
        add_word(reader, (uint16_t) (FEATURE_WORD + number));
}

/* What the language's rules look for is short, or has a colon, an address or many numbers. Most
 * headlines and sentences have none of these: they cost no search. */
static bool may_match_rules(const struct line *line)
{
    enum { WORDS = 8, DIGITS = 6 };
    return line->words < WORDS || line->digits >= DIGITS || line->has_sign;
}

static struct slice make_valid(struct feature_reader *reader, struct slice text)
{
    buffer_clear(&reader->valid);
    unicode_append_valid(&reader->valid, text);
    return buffer_slice(&reader->valid);
}

/* What a line shows by itself. Its words are the last ones of the reader. */
static void read_line(struct feature_reader *reader, struct slice text, struct view *view,
                      struct features *features)
{
    struct line line;
    struct line_tokens tokens;
    size_t before = reader->word_count;
    line_read(&line, &tokens, text);
    view_init(view, &line);
    lexicon_each(&tokens, take_word, reader);
    observe_line(features, &line, text, &reader->names);
    observe_rules(features, reader->rules, may_match_rules(&line) ? 0 : reader->users_rules,
                  line.is_valid ? text : make_valid(reader, text), &tokens, line.start);
    features->words = reader->words + before;
    features->word_count = reader->word_count - before;
}

static void take_from_cache(struct feature_reader *reader, const struct line_cache_entry *entry,
                            struct view *view, struct features *features)
{
    *view = entry->view;
    features->count = entry->held_count;
    memcpy(features->held, entry->held, entry->held_count * sizeof *entry->held);
    features->word_count = entry->word_count;
    for (size_t i = 0; i < entry->word_count; i++)
        add_word(reader, entry->words[i]);
}

static void read_lines(struct feature_reader *reader, const struct document *document)
{
    reader->word_count = 0;
    for (size_t i = 0; i < document->paragraph_count; i++) {
        struct features *features = &reader->features[i];
        struct slice text = document->paragraphs[i].text;
        const struct line_cache_entry *entry = line_cache_find(&reader->cache, text);
        features->count = 0;
        if (entry) {
            take_from_cache(reader, entry, &reader->views[i], features);
        } else {
            read_line(reader, text, &reader->views[i], features);
            line_cache_keep(&reader->cache, text, &reader->views[i], features);
        }
        observe_tags(features, document->paragraphs[i].records[0].tags);
    }
    /* Only now they stay where they are. */
    const uint16_t *words = reader->words;
    for (size_t i = 0; i < document->paragraph_count; i++) {
        reader->features[i].words = words;
        words += reader->features[i].word_count;
    }
}

/* The key of the title that the metadata record gives; 0 where there is none. */
static uint64_t page_title_key(struct feature_reader *reader, const struct document *document)
{
    const struct record *metadata = document_metadata(document);
    struct slice title = metadata ? tags_get(metadata->tags, SLICE("title")) : SLICE("");
    struct line line;
    struct line_tokens tokens;
    if (!title.length)
        return 0;
    buffer_clear(&reader->plain);
    tags_unescape(&reader->plain, title);
    line_read(&line, &tokens, buffer_slice(&reader->plain));
    return line.key;
}

const struct features *feature_reader_read(struct feature_reader *reader,
                                           const struct document *document)
{
    reserve(reader, document->paragraph_count);
    read_lines(reader, document);
    observe_page(reader->features, reader->views,
                 repeat_finder_read(&reader->repeats, document, reader->views, reader->language),
                 document->paragraph_count, page_title_key(reader, document));
    return reader->features;
}

void feature_reader_free(struct feature_reader *reader)
{
    if (!reader)
        return;
    name_lists_release(&reader->names);
    repeat_finder_release(&reader->repeats);
    line_cache_release(&reader->cache);
    free(reader->features);
    free(reader->views);
    free(reader->words);
    buffer_release(&reader->plain);
    buffer_release(&reader->valid);
    free(reader);
}
