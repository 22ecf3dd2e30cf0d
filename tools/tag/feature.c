#include "feature.h"

#include "counter.h"
#include "data.h"
#include "fold.h"
#include "hash.h"
#include "memory.h"
#include "tags.h"
#include "unicode.h"
#include "word_set.h"

#include <assert.h>
#include <stdlib.h>

enum {
    PROSE_CHARACTERS = 90, /* a paragraph this long that ends a sentence is prose */
    TITLE_SEARCH = 15,     /* paragraphs among which the title is looked for, for counters */
    TITLE_CHARACTERS = 16, /* the shortest text that may be a title */
    HEAD_CHARACTERS = 40,  /* the longest text that heads a list of links */
};

static const char *const feature_names[FEATURE_COUNT] = {
    [FEATURE_LENGTH_3] = "length-3",
    [FEATURE_LENGTH_15] = "length-15",
    [FEATURE_LENGTH_30] = "length-30",
    [FEATURE_LENGTH_60] = "length-60",
    [FEATURE_LENGTH_120] = "length-120",
    [FEATURE_LENGTH_200] = "length-200",
    [FEATURE_LENGTH_280] = "length-280",
    [FEATURE_LENGTH_MORE] = "length-more",
    [FEATURE_ENDS_STOP] = "ends-stop",
    [FEATURE_ENDS_ELLIPSIS] = "ends-ellipsis",
    [FEATURE_ENDS_QUESTION] = "ends-question",
    [FEATURE_ENDS_EXCLAMATION] = "ends-exclamation",
    [FEATURE_ENDS_QUOTE] = "ends-quote",
    [FEATURE_ENDS_COLON] = "ends-colon",
    [FEATURE_ENDS_OPEN] = "ends-open",
    [FEATURE_STARTS_LOWER] = "starts-lower",
    [FEATURE_STARTS_DIGIT] = "starts-digit",
    [FEATURE_STARTS_DASH] = "starts-dash",
    [FEATURE_STARTS_SYMBOL] = "starts-symbol",
    [FEATURE_ALL_CAPITALS] = "all-capitals",
    [FEATURE_CAPITALIZED] = "capitalized",
    [FEATURE_FAMILY_NAME] = "family-name",
    [FEATURE_GIVEN_NAME] = "given-name",
    [FEATURE_MANY_DIGITS] = "many-digits",
    [FEATURE_NO_LETTERS] = "no-letters",
    [FEATURE_SEPARATED] = "separated",
    [FEATURE_SENTENCE] = "sentence",
    [FEATURE_SENTENCES] = "sentences",
    [FEATURE_COMMAS] = "commas",
    [FEATURE_QUOTED] = "quoted",
    [FEATURE_REPEATS] = "repeats",
    [FEATURE_REPEATS_LONGER] = "repeats-longer",
    [FEATURE_REPEATED_NEXT] = "repeated-next",
    [FEATURE_REPEATED_LATER] = "repeated-later",
    [FEATURE_PAGE_TITLE] = "page-title",
    [FEATURE_FIELD_TITLE] = "field-title",
    [FEATURE_FIELD_LEAD] = "field-lead",
    [FEATURE_FIRST] = "first",
    [FEATURE_EARLY] = "early",
    [FEATURE_LAST] = "last",
    [FEATURE_AFTER_PROSE] = "after-prose",
    [FEATURE_BEFORE_PROSE] = "before-prose",
    [FEATURE_PAST_PROSE] = "past-prose",
    [FEATURE_BEFORE_ALL_PROSE] = "before-all-prose",
    [FEATURE_LONGEST_EARLY] = "longest-early",
    [FEATURE_HEADLINE] = "headline",
    [FEATURE_AMONG_HEADLINES] = "among-headlines",
    [FEATURE_ABOVE_HEADLINES] = "above-headlines",
    [FEATURE_UNDER_PICTURE] = "under-picture",
    [FEATURE_HTML_HEADING] = "html-heading",
    [FEATURE_HTML_SUBHEADING] = "html-subheading",
    [FEATURE_HTML_NAV] = "html-nav",
    [FEATURE_HTML_HEADER] = "html-header",
    [FEATURE_HTML_FOOTER] = "html-footer",
    [FEATURE_HTML_ASIDE] = "html-aside",
    [FEATURE_HTML_FIGURE] = "html-figure",
    [FEATURE_HTML_TIME] = "html-time",
    [FEATURE_HTML_ADDRESS] = "html-address",
    [FEATURE_HTML_FORM] = "html-form",
    [FEATURE_HTML_BUTTON] = "html-button",
    [FEATURE_HTML_LINKS] = "html-links",
    [FEATURE_LINKED] = "linked",
};

/* What a pass over the characters of a paragraph finds. */
struct shape {
    size_t characters, letters, uppers, lowers, digits, commas, stops_inside;
    size_t words, capitalized_words;
    uint32_t first, last; /* characters */
    bool has_quote;
    bool ends_sentence; /* the last word counted ends one */
    struct slice first_word, last_word;
};

/* A paragraph as the features see it. */
struct view {
    struct shape shape;
    struct slice key; /* fold.h, FOLD_TEXT; in the reader's arena */
    bool is_prose, is_headline;
    bool is_phrase;   /* neither a menu nor mostly digits, and no full stop at its end */
    bool has_counter; /* an earlier text with a counter behind it */
    bool is_counted;  /* a later one is this text with a counter behind it */
};

struct feature_reader {
    const struct rules *rules;
    const struct language *language;
    struct word_set family_names, given_names; /* their keys */
    struct features *features;
    struct view *views;
    size_t capacity;
    struct arena keys;
    struct buffer scratch;
    struct word_set seen; /* keys of earlier paragraphs */
};

const char *feature_name(enum feature feature)
{
    return feature_names[feature];
}

static struct slice fold(struct feature_reader *reader, struct slice text);

/* A list of names being read. */
struct name_list {
    struct feature_reader *reader;
    struct word_set *names;
};

static const char *take_name(void *context, struct slice line)
{
    struct name_list *list = context;
    word_set_add(list->names, fold(list->reader, line));
    return NULL;
}

static bool load_names(struct feature_reader *reader, const char *file, struct word_set *names)
{
    struct name_list list = {reader, names};
    return data_load(reader->language->code, file, take_name, &list);
}

struct feature_reader *feature_reader_new(const struct rules *rules,
                                          const struct language *language)
{
    struct feature_reader *reader = memory_new(1, sizeof *reader);
    reader->rules = rules;
    reader->language = language;
    if (load_names(reader, "family_names.txt", &reader->family_names) &&
        load_names(reader, "given_names.txt", &reader->given_names))
        return reader;
    feature_reader_free(reader);
    return NULL;
}

static bool is_stop(uint32_t character)
{
    return character == '.' || character == 0x2026 || character == 0x3002;
}

static bool is_closing_quote(uint32_t character)
{
    return character == '"' || character == 0x201D || character == 0x00BB;
}

static bool closes_sentence(uint32_t character)
{
    return is_stop(character) || character == '?' || character == '!' ||
           is_closing_quote(character);
}

static bool is_quote(uint32_t character)
{
    return character == '"' || character == 0x201C || character == 0x201D || character == 0x00AB;
}

/* Counts one character of a word. */
static void count_character(struct shape *shape, uint32_t character, enum unicode_class class)
{
    shape->characters++;
    shape->uppers += class == UNICODE_UPPER;
    shape->lowers += class == UNICODE_LOWER;
    shape->digits += class == UNICODE_DIGIT;
    shape->letters += class == UNICODE_UPPER || class == UNICODE_LOWER || class == UNICODE_LETTER;
    shape->commas += character == ',';
    shape->has_quote = shape->has_quote || is_quote(character);
}

/* Short words that end with an upper-case letter and a stop, such as "TP." and "A." */
static bool is_abbreviation(struct slice word)
{
    uint32_t before = unicode_last(slice_of(word.bytes, word.length - 1));
    return word.length <= 5 && unicode_class_of(before) == UNICODE_UPPER;
}

static void count_word(struct shape *shape, struct slice word)
{
    uint32_t first = 0, last = unicode_last(word);
    struct slice rest = word;
    unicode_next(&rest, &first);
    bool is_capitalized = unicode_class_of(first) == UNICODE_UPPER;
    if (shape->words == 0) {
        shape->first_word = word;
        shape->first = first;
    }
    shape->stops_inside += is_capitalized && shape->ends_sentence;
    shape->ends_sentence = closes_sentence(last) && !is_abbreviation(word);
    shape->capitalized_words += is_capitalized;
    shape->words++;
    shape->last = last;
    shape->last_word = word;
}

static struct shape shape_of(struct slice text)
{
    struct shape shape = {0};
    struct slice rest = text, word = {NULL, 0};
    uint32_t character;
    while (rest.length) {
        const char *start = rest.bytes;
        unicode_next(&rest, &character);
        enum unicode_class class = unicode_class_of(character);
        count_character(&shape, character, class);
        if (class != UNICODE_SPACE) {
            word = slice_of(word.length ? word.bytes : start,
                            (size_t) (rest.bytes - (word.length ? word.bytes : start)));
        } else if (word.length) {
            count_word(&shape, word);
            word.length = 0;
        }
    }
    if (word.length)
        count_word(&shape, word);
    return shape;
}

static struct slice fold(struct feature_reader *reader, struct slice text)
{
    buffer_clear(&reader->scratch);
    fold_append(&reader->scratch, text, FOLD_TEXT, reader->language);
    return arena_copy(&reader->keys, buffer_slice(&reader->scratch));
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

/* Short parts with separators between them, as menus and breadcrumbs have: at least two parts of at
 * most six words each. */
static bool is_separated(struct slice text)
{
    size_t parts = 1, words = 0;
    bool in_word = false;
    uint32_t character;
    while (unicode_next(&text, &character)) {
        bool separates = character == '|' || character == '>' || character == 0x00BB ||
                         character == 0x203A || character == 0x2022 || character == 0x00B7 ||
                         (character == '/' && text.length && text.bytes[0] == ' ');
        if (separates) {
            parts += words > 0;
            words = 0;
            in_word = false;
        } else if (unicode_is_space(character)) {
            in_word = false;
        } else {
            words += !in_word && !unicode_is_dash(character);
            in_word = true;
            if (words > 6)
                return false;
        }
    }
    return parts >= 2 && words > 0;
}

/* Names and menus have most words capitalized, sentences end with a stop. */
static bool is_headline(const struct shape *shape)
{
    return shape->words >= 5 && shape->words <= 25 && !is_stop(shape->last) && shape->last != ':' &&
           shape->capitalized_words * 10 <= shape->words * 6 &&
           shape->digits * 5 <= shape->letters && !shape->stops_inside &&
           unicode_class_of(shape->first) != UNICODE_LOWER;
}

static void look_at_paragraphs(struct feature_reader *reader, const struct document *document)
{
    arena_clear(&reader->keys);
    reserve(reader, document->paragraph_count);
    for (size_t i = 0; i < document->paragraph_count; i++) {
        struct slice text = document->paragraphs[i].text;
        struct view *view = &reader->views[i];
        view->shape = shape_of(text);
        view->key = fold(reader, text);
        view->is_counted = false;
        view->is_phrase = !is_separated(text) && !is_stop(view->shape.last) &&
                          view->shape.letters > view->shape.digits * 3;
        view->is_headline = view->is_phrase && is_headline(&view->shape);
        view->is_prose =
            view->shape.characters >= PROSE_CHARACTERS && closes_sentence(view->shape.last);
    }
}

/* Each feature is held at most once, so that there is room for all. */
static void hold(struct features *features, size_t feature, bool is_true)
{
    assert(features->count < FEATURE_LIMIT);
    if (is_true)
        features->held[features->count++] = (uint16_t) feature;
}

static void hold_length(struct features *features, size_t characters)
{
    static const size_t longest[] = {3, 15, 30, 60, 120, 200, 280};
    size_t bin = 0;
    while (bin < sizeof longest / sizeof longest[0] && characters > longest[bin])
        bin++;
    hold(features, FEATURE_LENGTH_3 + bin, true);
}

/* The features of a line that may be the name of a person and nothing else. */
static void hold_names(struct feature_reader *reader, struct features *features,
                       const struct shape *shape)
{
    bool may_be_name = shape->words >= 2 && shape->words <= 6 &&
                       shape->capitalized_words == shape->words && !shape->digits && !shape->commas;
    if (!may_be_name)
        return;
    hold(features, FEATURE_FAMILY_NAME,
         word_set_has(&reader->family_names, fold(reader, shape->first_word)));
    hold(features, FEATURE_GIVEN_NAME,
         word_set_has(&reader->given_names, fold(reader, shape->last_word)));
}

static void hold_shape(struct feature_reader *reader, struct features *features,
                       const struct shape *shape, struct slice text)
{
    enum unicode_class first = unicode_class_of(shape->first);
    enum unicode_class last = unicode_class_of(shape->last);
    bool is_ellipsis = slice_ends_with(text, SLICE("…")) || slice_ends_with(text, SLICE("..."));
    bool is_capitalized = shape->words >= 2 && shape->words <= 7 &&
                          shape->capitalized_words == shape->words && shape->lowers;
    hold_length(features, shape->characters);
    hold(features, FEATURE_ENDS_STOP, is_stop(shape->last) && !is_ellipsis);
    hold(features, FEATURE_ENDS_ELLIPSIS, is_ellipsis);
    hold(features, FEATURE_ENDS_QUESTION, shape->last == '?');
    hold(features, FEATURE_ENDS_EXCLAMATION, shape->last == '!');
    hold(features, FEATURE_ENDS_QUOTE, is_closing_quote(shape->last));
    hold(features, FEATURE_ENDS_COLON, shape->last == ':');
    hold(features, FEATURE_ENDS_OPEN,
         last == UNICODE_LOWER || last == UNICODE_UPPER || last == UNICODE_LETTER ||
             last == UNICODE_DIGIT);
    hold(features, FEATURE_STARTS_LOWER, first == UNICODE_LOWER);
    hold(features, FEATURE_STARTS_DIGIT, first == UNICODE_DIGIT);
    hold(features, FEATURE_STARTS_DASH,
         unicode_is_dash(shape->first) && shape->first_word.length <= 3);
    hold(features, FEATURE_STARTS_SYMBOL,
         (first == UNICODE_SYMBOL || first == UNICODE_PUNCTUATION) && !is_quote(shape->first) &&
             !unicode_is_dash(shape->first) && shape->first != '(' && shape->first != '[');
    hold(features, FEATURE_ALL_CAPITALS, shape->uppers >= 4 && !shape->lowers);
    hold(features, FEATURE_CAPITALIZED, is_capitalized);
    hold_names(reader, features, shape);
    hold(features, FEATURE_MANY_DIGITS,
         shape->digits && shape->digits * 10 >= (shape->digits + shape->letters) * 3);
    hold(features, FEATURE_NO_LETTERS, !shape->letters);
    hold(features, FEATURE_SEPARATED, is_separated(text));
    hold(features, FEATURE_SENTENCE, shape->words >= 7 && is_stop(shape->last));
    hold(features, FEATURE_SENTENCES, shape->stops_inside);
    hold(features, FEATURE_COMMAS, shape->commas >= 2);
    hold(features, FEATURE_QUOTED, shape->has_quote);
}

/* The earlier paragraph, among the first, that this one is with a counter behind it; `number`
 * itself where there is none. */
static size_t counted(const struct feature_reader *reader, size_t number)
{
    struct slice key = reader->views[number].key;
    for (size_t i = 0; i < number && i < TITLE_SEARCH; i++) {
        const struct view *earlier = &reader->views[i];
        if (earlier->shape.characters >= TITLE_CHARACTERS && key.length > earlier->key.length &&
            counter_is_repeat(key, earlier->key))
            return i;
    }
    return number;
}

static void find_counters(struct feature_reader *reader, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t original = counted(reader, i);
        reader->views[i].has_counter = original < i;
        if (original < i)
            reader->views[original].is_counted = true;
    }
}

static void hold_place(struct feature_reader *reader, struct features *features, size_t number,
                       size_t count, struct slice page_title)
{
    const struct view *views = reader->views;
    bool is_long = views[number].shape.characters >= TITLE_CHARACTERS;
    hold(features, FEATURE_REPEATS, is_long && word_set_has(&reader->seen, views[number].key));
    hold(features, FEATURE_REPEATS_LONGER, views[number].has_counter);
    hold(features, FEATURE_REPEATED_LATER, views[number].is_counted);
    hold(features, FEATURE_REPEATED_NEXT,
         is_long && number + 1 < count && slice_equal(views[number].key, views[number + 1].key));
    hold(features, FEATURE_PAGE_TITLE,
         page_title.length && slice_equal(views[number].key, page_title));
    hold(features, FEATURE_FIRST, number == 0);
    hold(features, FEATURE_EARLY, number >= 1 && number <= 3);
    hold(features, FEATURE_LAST, number + 1 == count);
    hold(features, FEATURE_HEADLINE, views[number].is_headline);
    hold(features, FEATURE_UNDER_PICTURE, number > 0 && views[number - 1].has_counter);
    hold(features, FEATURE_AFTER_PROSE, number > 0 && views[number - 1].is_prose);
    hold(features, FEATURE_BEFORE_PROSE, number + 1 < count && views[number + 1].is_prose);
}

static bool is_headline_at(const struct feature_reader *reader, size_t number, size_t count)
{
    return number < count && reader->views[number].is_headline;
}

/* Lists of links stand above and below the text of a page, not in it: there, one headline behind
 * the other would be headings. */
static void hold_headlines(const struct feature_reader *reader, struct features *features,
                           size_t number, size_t count)
{
    const struct view *view = &reader->views[number];
    bool is_next = is_headline_at(reader, number + 1, count);
    bool is_before = number > 0 && is_headline_at(reader, number - 1, count);
    hold(features, FEATURE_AMONG_HEADLINES, view->is_headline && (is_next || is_before));
    hold(features, FEATURE_ABOVE_HEADLINES,
         !view->is_headline && view->shape.characters <= HEAD_CHARACTERS && is_next &&
             is_headline_at(reader, number + 2, count));
}

/* The hints of the tag `html`, and what they say. */
static const struct hint {
    struct slice name;
    enum feature feature;
} hints[] = {
    {SLICE("h1"), FEATURE_HTML_HEADING},    {SLICE("title"), FEATURE_HTML_HEADING},
    {SLICE("h2"), FEATURE_HTML_SUBHEADING}, {SLICE("h3"), FEATURE_HTML_SUBHEADING},
    {SLICE("h4"), FEATURE_HTML_SUBHEADING}, {SLICE("h5"), FEATURE_HTML_SUBHEADING},
    {SLICE("h6"), FEATURE_HTML_SUBHEADING}, {SLICE("nav"), FEATURE_HTML_NAV},
    {SLICE("header"), FEATURE_HTML_HEADER}, {SLICE("footer"), FEATURE_HTML_FOOTER},
    {SLICE("aside"), FEATURE_HTML_ASIDE},   {SLICE("figcaption"), FEATURE_HTML_FIGURE},
    {SLICE("time"), FEATURE_HTML_TIME},     {SLICE("address"), FEATURE_HTML_ADDRESS},
    {SLICE("form"), FEATURE_HTML_FORM},     {SLICE("button"), FEATURE_HTML_BUTTON},
    {SLICE("links"), FEATURE_HTML_LINKS},
};

static void hold_hints(struct features *features, struct slice tags)
{
    bool is_given[FEATURE_COUNT] = {false};
    struct slice values = tags_get(tags, SLICE("html")), value;
    while (tags_next_value(&values, &value))
        for (size_t i = 0; i < sizeof hints / sizeof hints[0]; i++)
            is_given[hints[i].feature] |= slice_equal(value, hints[i].name);
    for (size_t feature = 0; feature < FEATURE_COUNT; feature++)
        hold(features, feature, is_given[feature]);
    struct slice links = tags_get(tags, SLICE("html.links"));
    hold(features, FEATURE_LINKED,
         slice_starts_with(links, SLICE("0.9")) || slice_starts_with(links, SLICE("1")));
    struct slice field = tags_get(tags, SLICE("field"));
    hold(features, FEATURE_FIELD_TITLE, slice_equal(field, SLICE("title")));
    hold(features, FEATURE_FIELD_LEAD, slice_equal(field, SLICE("lead")));
}

static void hold_rules(const struct feature_reader *reader, struct features *features,
                       struct slice text)
{
    if (text.length > RULES_LONGEST)
        return;
    for (size_t i = 0; i < rules_count(reader->rules); i++)
        hold(features, FEATURE_COUNT + i, rules_match(reader->rules, i, text));
}

static struct slice page_title_key(struct feature_reader *reader, const struct document *document)
{
    const struct record *metadata = document_metadata(document);
    struct slice title = metadata ? tags_get(metadata->tags, SLICE("title")) : SLICE("");
    struct buffer plain = {0};
    tags_unescape(&plain, title);
    struct slice key = fold(reader, buffer_slice(&plain));
    buffer_release(&plain);
    return key;
}

/* Menus and datelines are short: among what stands before the text, the title is the longest. */
static size_t longest_phrase(const struct feature_reader *reader, size_t count)
{
    size_t longest = count, characters = 0;
    for (size_t i = 0; i < count; i++) {
        const struct view *view = &reader->views[i];
        if (!view->is_phrase || view->shape.characters <= characters)
            continue;
        longest = i;
        characters = view->shape.characters;
    }
    return longest;
}

static void hold_prose_bounds(struct feature_reader *reader, size_t count)
{
    size_t first = 0, end = count;
    while (first < count && !reader->views[first].is_prose)
        first++;
    while (end > 0 && !reader->views[end - 1].is_prose)
        end--;
    size_t longest = longest_phrase(reader, first < count ? first : 0);
    for (size_t i = 0; i < count; i++) {
        hold(&reader->features[i], FEATURE_LONGEST_EARLY,
             i == longest && longest < first && first < count);
        hold(&reader->features[i], FEATURE_BEFORE_ALL_PROSE, i < first && first < count);
        bool is_past = end > 0 && i >= end; /* without prose there is no telling */
        hold(&reader->features[i], FEATURE_PAST_PROSE, is_past);
        if (is_past)
            hold_headlines(reader, &reader->features[i], i, count);
    }
}

const struct features *feature_reader_read(struct feature_reader *reader,
                                           const struct document *document)
{
    size_t count = document->paragraph_count;
    look_at_paragraphs(reader, document);
    find_counters(reader, count);
    struct slice page_title = page_title_key(reader, document);
    word_set_clear(&reader->seen);
    for (size_t i = 0; i < count; i++) {
        const struct paragraph *paragraph = &document->paragraphs[i];
        struct features *features = &reader->features[i];
        features->count = 0;
        hold_shape(reader, features, &reader->views[i].shape, paragraph->text);
        hold_place(reader, features, i, count, page_title);
        hold_hints(features, paragraph->records[0].tags);
        hold_rules(reader, features, paragraph->text);
        word_set_add(&reader->seen, reader->views[i].key);
    }
    hold_prose_bounds(reader, count);
    return reader->features;
}

void feature_reader_free(struct feature_reader *reader)
{
    if (!reader)
        return;
    word_set_release(&reader->family_names);
    word_set_release(&reader->given_names);
    word_set_release(&reader->seen);
    arena_release(&reader->keys);
    buffer_release(&reader->scratch);
    free(reader->features);
    free(reader->views);
    free(reader);
}
