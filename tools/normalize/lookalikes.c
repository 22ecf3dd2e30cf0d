#include "lookalikes.h"

#include "lookalikes_around.h"
#include "lookalikes_judge.h"
#include "lookalikes_word.h"
#include "unicode.h"

/* A word of one script that has the very shape of one of the language. */
static bool is_homoglyph(const struct line *line, const struct word *word)
{
    return (word->kinds & LOOKALIKE_SCRIPTS) && lookalikes_is_pure(word) && word->is_exact &&
           word->letters >= 2 && lookalikes_is_in_language(word) && !word->is_quoted &&
           !word->is_in_formula && !lookalikes_mixes_honestly(line, word);
}

/* A word in Latin letters of the language, or one that has become so. */
static bool is_native(const struct word *word)
{
    return lookalikes_is_in_language(word) && (word->converts || !word->kinds);
}

/* Runs of homoglyphs between words of the language; only one side may be the end of the line. */
static void convert_homoglyphs(struct line *line)
{
    size_t end;
    for (size_t at = 0; at < line->count; at = end + 1) {
        for (end = at; end < line->count && !line->words[end].converts &&
                       is_homoglyph(line, &line->words[end]);)
            end++;
        bool before = at > 0 && is_native(&line->words[at - 1]);
        bool after = end < line->count && is_native(&line->words[end]);
        if ((before || at == 0) && (after || end == line->count) && (before || after))
            for (size_t i = at; i < end; i++)
                line->words[i].converts = true;
    }
}

static bool is_single(const struct word *word)
{
    return word->is_readable && word->letters == 1 && !word->digits && !word->is_in_formula &&
           (word->kinds &
            (LOOKALIKE_SHAPES | LOOKALIKE_BIT(MATHEMATICAL) | LOOKALIKE_BIT(FULLWIDTH))) &&
           !word->is_bracketed;
}

/* A letter by itself, with disguised words on its sides. */
static void convert_singles(struct line *line)
{
    bool before = false; /* whether the word before was converted, and is no single letter */
    for (size_t at = 0; at < line->count; at++) {
        struct word *word = &line->words[at];
        bool is_last = at + 1 == line->count;
        bool after = !is_last && line->words[at + 1].converts;
        bool converts = !word->converts && is_single(word) &&
                        !lookalikes_mixes_honestly(line, word) && (before || at == 0) &&
                        (after || is_last) && (before || after);
        before = word->converts;
        word->converts |= converts;
    }
}

static void decide(struct line *line)
{
    for (size_t at = 0; at < line->count; at++) {
        struct word *word = &line->words[at];
        if (!word->kinds)
            continue;
        lookalikes_look_around(line, word);
        word->converts = lookalikes_is_disguised(line, word);
        if (word->converts)
            line->strong_kinds |= word->kinds;
    }
    for (size_t at = 0; at < line->count; at++) {
        struct word *word = &line->words[at];
        if (word->kinds && !word->converts)
            word->converts = lookalikes_is_disguised_too(line, word);
    }
    convert_singles(line);
    convert_homoglyphs(line);
}

static void append_line(struct buffer *out, const struct line *line)
{
    size_t clean = 0;
    for (size_t at = 0; at < line->count; at++) {
        const struct word *word = &line->words[at];
        if (!word->converts)
            continue;
        buffer_append(out, slice_of(line->text.bytes + clean, word->start - clean));
        buffer_append(out, lookalikes_reading(line, word));
        clean = word->end;
    }
    buffer_append(out, slice_from_offset(line->text, clean));
}

static bool has_lookalikes(struct slice text)
{
    uint32_t character;
    while (unicode_next(&text, &character))
        if (lookalikes_has(character))
            return true;
    return false;
}

void lookalikes_read(struct buffer *out, struct slice text, const struct language *language)
{
    static struct line line; /* its memory is used again */
    if (!has_lookalikes(text)) {
        buffer_append(out, text);
        return;
    }
    line = (struct line){
        .language = language,
        .text = text,
        .words = line.words,
        .capacity = line.capacity,
        .readings = line.readings,
    };
    buffer_clear(&line.readings);
    lookalikes_read_words(&line);
    lookalikes_find_brackets(&line);
    decide(&line);
    append_line(out, &line);
}
