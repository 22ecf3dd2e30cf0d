#include "overlay_cluster.h"

#include "lookalikes_character.h"
#include "memory.h"
#include "overlay_mark.h"
#include "unicode.h"

static void add_mark(struct line *line, uint32_t mark)
{
    if (line->mark_count == line->mark_capacity) {
        line->mark_capacity = line->mark_capacity * 2 + 64;
        line->marks = memory_resize_array(line->marks, line->mark_capacity, sizeof *line->marks);
    }
    line->marks[line->mark_count++] = mark;
}

/* The new cluster is not counted yet. */
static struct cluster *add_cluster(struct line *line, size_t start)
{
    if (line->count == line->capacity) {
        line->capacity = line->capacity * 2 + 64;
        line->clusters =
            memory_resize_array(line->clusters, line->capacity, sizeof *line->clusters);
    }
    struct cluster *cluster = &line->clusters[line->count];
    *cluster = (struct cluster){.start = start, .first_mark = line->mark_count};
    return cluster;
}

/* Only what is composed with marks of ours is taken apart: no Hangul, no Devanagari. */
static void read_base(struct line *line, struct cluster *cluster, uint32_t character)
{
    uint32_t parts[UNICODE_PARTS];
    size_t count = unicode_decompose(character, parts);
    for (size_t i = 1; i < count; i++)
        if (!overlay_is_mark(parts[i])) {
            parts[0] = character;
            count = 1;
        }
    cluster->base = parts[0];
    cluster->letter = lookalikes_latin_letter(parts[0]);
    cluster->is_letter = unicode_is_letter(character);
    cluster->is_digit = unicode_class_of(character) == UNICODE_DIGIT;
    cluster->written = (uint8_t) (count - 1);
    for (size_t i = 1; i < count; i++)
        add_mark(line, parts[i]);
}

void overlay_read_line(struct line *line, struct slice text)
{
    struct slice rest = text;
    uint32_t character;
    line->text = text;
    line->count = line->mark_count = 0;
    while (rest.length) {
        size_t start = (size_t) (rest.bytes - text.bytes);
        unicode_next(&rest, &character);
        if (overlay_is_mark(character) && line->count) {
            add_mark(line, character);
            continue;
        }
        read_base(line, add_cluster(line, start), character);
        line->count++;
    }
    add_cluster(line, text.length);
}

size_t overlay_marks_end(const struct line *line, size_t at)
{
    return line->clusters[at + 1].first_mark;
}

static bool in_word(const struct cluster *cluster)
{
    return cluster->is_letter || cluster->is_digit;
}

struct word overlay_word_at(const struct line *line, size_t first)
{
    struct word word = {.first = first, .end = first};
    for (; word.end < line->count && in_word(&line->clusters[word.end]); word.end++) {
        word.letters += line->clusters[word.end].is_letter;
        word.digits += line->clusters[word.end].is_digit;
    }
    return word;
}

static void append_changed(struct buffer *out, struct buffer *letter, const struct line *line,
                           size_t at)
{
    const struct cluster *cluster = &line->clusters[at];
    buffer_clear(letter);
    unicode_append(letter, cluster->base);
    for (size_t i = cluster->first_mark; i < overlay_marks_end(line, at); i++)
        if (line->marks[i])
            unicode_append(letter, line->marks[i]);
    unicode_append_nfc(out, buffer_slice(letter));
}

void overlay_append_line(struct buffer *out, const struct line *line)
{
    struct buffer letter = {0};
    size_t clean = 0;
    for (size_t at = 0; at < line->count; at++) {
        const struct cluster *cluster = &line->clusters[at];
        if (!cluster->is_changed)
            continue;
        buffer_append(out, slice_of(line->text.bytes + clean, cluster->start - clean));
        append_changed(out, &letter, line, at);
        clean = cluster[1].start;
    }
    buffer_append(out, slice_from_offset(line->text, clean));
    buffer_release(&letter);
}
