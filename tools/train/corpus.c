#include "corpus.h"

#include "ascii.h"
#include "message.h"

#include <fcntl.h>
#include <unistd.h>

bool corpus_open(struct corpus *corpus, const char *path, enum corpus_form form)
{
    bool is_standard = strcmp(path, "-") == 0;
    *corpus = (struct corpus){
        .path = is_standard ? "stdin" : path,
        .form = form,
        .article_begins = true,
        .block_begins = true,
    };
    corpus->fd = is_standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (corpus->fd < 0) {
        message_say_errno((struct place){path, 0}, "cannot read");
        return false;
    }
    lines_init_fd(&corpus->lines, corpus->fd, '\n', LINES_DEFAULT_LIMIT);
    return true;
}

/* Returns false, for the caller to return. */
static bool fail(struct corpus *corpus, const char *what)
{
    message_say((struct place){corpus->path, corpus->lines.number}, "%s", what);
    corpus->has_failed = true;
    return false;
}

/* Without what other systems put into text files: a byte order mark at the start, a carriage return
 * at the end of each line. */
static struct slice strip_line(const struct corpus *corpus, struct slice line)
{
    const struct slice mark = SLICE("\uFEFF");
    if (corpus->lines.number == 1 && slice_starts_with(line, mark))
        line = slice_from_offset(line, mark.length);
    if (slice_ends_with(line, SLICE("\r")))
        line.length--;
    return line;
}

static bool next_line(struct corpus *corpus, struct slice *line)
{
    switch (lines_next(&corpus->lines, line)) {
    case LINES_LINE:
        *line = strip_line(corpus, *line);
        return true;
    case LINES_TOO_LONG:
        return fail(corpus, "line too long");
    case LINES_FAILED:
        message_say_errno((struct place){corpus->path, corpus->lines.number}, "cannot read");
        corpus->has_failed = true;
        return false;
    case LINES_END:
        break;
    }
    return false;
}

static void append_text(struct corpus *corpus, struct slice text)
{
    if (!text.length)
        return; /* there may be no memory yet to set */
    buffer_append(&corpus->text, text);
    buffer_reserve(&corpus->ends, text.length);
    memset(corpus->ends.bytes + corpus->ends.length, 0, text.length);
    corpus->ends.length += text.length;
    buffer_reserve(&corpus->tags, text.length);
    memset(corpus->tags.bytes + corpus->tags.length, UPOS_COUNT, text.length);
    corpus->tags.length += text.length;
}

static void clear(struct corpus *corpus)
{
    buffer_clear(&corpus->text);
    buffer_clear(&corpus->ends);
    buffer_clear(&corpus->tags);
}

static void end_word(struct corpus *corpus, size_t length)
{
    if (length)
        corpus->ends.bytes[length - 1] = true;
}

static bool give(struct corpus *corpus, struct annotated *sentence)
{
    *sentence = (struct annotated){
        .text = buffer_slice(&corpus->text),
        .ends = (const bool *) corpus->ends.bytes,
        .tags = (const uint8_t *) corpus->tags.bytes,
        .begins_article = corpus->article_begins,
        .begins_block = corpus->block_begins,
    };
    corpus->article_begins = corpus->block_begins = false;
    return true;
}

/* Finds the form of a word in the text from *at on, spaces (U+0020) left out of account, and ends a
 * word with this tag there. */
static bool place_word(struct corpus *corpus, struct slice form, enum upos tag, size_t *at)
{
    const struct buffer *text = &corpus->text;
    for (size_t i = 0; i < form.length; i++) {
        if (form.bytes[i] == ' ')
            continue;
        while (*at < text->length && text->bytes[*at] == ' ')
            ++*at;
        if (*at == text->length || text->bytes[*at] != form.bytes[i])
            return false;
        ++*at;
    }
    end_word(corpus, *at);
    if (*at)
        corpus->tags.bytes[*at - 1] = (char) tag;
    return true;
}

static bool is_blank(struct slice text, size_t at)
{
    while (at < text.length && text.bytes[at] == ' ')
        at++;
    return at == text.length;
}

/* The first field of a line of CoNLL-U: 3, 3-4 or 3.1. */
struct word_number {
    uint32_t first, last;
    bool is_empty; /* 3.1: a word that was left out by the writer; it has no place in the text */
};

/* Takes the digits that *field begins with off it. */
static bool take_number(struct slice *field, uint32_t *number)
{
    enum { MOST_DIGITS = 9 };
    size_t length = 0;
    *number = 0;
    while (length < field->length && length < MOST_DIGITS && ascii_is_digit(field->bytes[length]))
        *number = *number * 10 + (uint32_t) (field->bytes[length++] - '0');
    *field = slice_from_offset(*field, length);
    return length > 0;
}

/* Returns false if the field is no number of a word. */
static bool read_word_number(struct slice field, struct word_number *number)
{
    *number = (struct word_number){0};
    if (!take_number(&field, &number->first))
        return false;
    number->last = number->first;
    if (!field.length)
        return number->first > 0;
    number->is_empty = field.bytes[0] == '.';
    bool is_range = field.bytes[0] == '-';
    field = slice_from_offset(field, 1);
    if (number->is_empty) {
        uint32_t which;
        return take_number(&field, &which) && !field.length;
    }
    return is_range && take_number(&field, &number->last) && !field.length && number->first > 0 &&
           number->first < number->last;
}

/* How far the words of a sentence have been read. */
struct progress {
    size_t at;        /* bytes of the text behind the last word */
    uint32_t covered; /* the last word of a token of several words (3-4), which is in the text in
                         place of them */
};

static bool take_word(struct corpus *corpus, struct slice line, struct progress *progress)
{
    struct slice field, form, lemma, tag = {0};
    struct word_number number;
    if (!slice_cut(&line, '\t', &field) || !slice_cut(&line, '\t', &form) || !form.length)
        return fail(corpus, "expected the fields of CoNLL-U, or a comment");
    if (!read_word_number(field, &number))
        return fail(corpus, "expected the number of a word in the first field");
    if (number.is_empty || number.first <= progress->covered)
        return true;
    if (number.last > number.first)
        progress->covered = number.last;
    if (!corpus->text.length)
        return fail(corpus, "a word, expected the comment '# text = ' before it");
    if (slice_cut(&line, '\t', &lemma))
        slice_cut(&line, '\t', &tag);
    if (!place_word(corpus, form, upos_find(tag), &progress->at))
        return fail(corpus, "a word that the text of the sentence does not have here");
    return true;
}

static bool take_text(struct corpus *corpus, struct slice text)
{
    if (corpus->text.length)
        return fail(corpus, "a second text, expected a blank line before it");
    append_text(corpus, text);
    return true;
}

static bool end_sentence(struct corpus *corpus, const struct progress *progress,
                         struct annotated *sentence)
{
    if (is_blank(buffer_slice(&corpus->text), progress->at))
        return give(corpus, sentence);
    return fail(corpus, "a sentence whose text goes on behind its last word");
}

static bool next_conllu(struct corpus *corpus, struct annotated *sentence)
{
    const struct slice text_key = SLICE("# text = ");
    struct progress progress = {0};
    struct slice line;
    clear(corpus);
    while (next_line(corpus, &line)) {
        bool good = true;
        if (!line.length && corpus->text.length)
            return end_sentence(corpus, &progress, sentence);
        if (slice_starts_with(line, text_key))
            good = take_text(corpus, slice_from_offset(line, text_key.length));
        else if (line.length && line.bytes[0] != '#')
            good = take_word(corpus, line, &progress);
        if (!good)
            return false;
    }
    /* The blank line at the end of the file may be missing. */
    return !corpus->has_failed && corpus->text.length && end_sentence(corpus, &progress, sentence);
}

static bool starts_with_one_of(struct slice token, const struct slice *marks)
{
    for (; marks->length; marks++)
        if (slice_starts_with(token, *marks))
            return true;
    return false;
}

static bool ends_with_one_of(struct slice token, const struct slice *marks)
{
    for (; marks->length; marks++)
        if (slice_ends_with(token, *marks))
            return true;
    return false;
}

/* Where the spaces of running text are, from one token of a line to the next. */
struct spacing {
    bool is_glued;    /* no space before the next token, whatever it is */
    bool is_in_quote; /* of straight quotes, which open and close in turn */
};

/* Appends a token, with the space before it if it has one. */
static void append_token(struct corpus *corpus, struct slice token, struct spacing *spacing)
{
    static const struct slice closing[] = {
        SLICE(","), SLICE("."), SLICE(";"), SLICE(":"), SLICE("?"), SLICE("!"), SLICE(")"),
        SLICE("]"), SLICE("”"), SLICE("’"), SLICE("%"), SLICE("…"), SLICE("»"), {0},
    };
    static const struct slice opening[] = {
        SLICE("("), SLICE("["), SLICE("“"), SLICE("‘"), SLICE("«"), {0},
    };
    bool is_quote = slice_equal(token, SLICE("\""));
    bool opens = is_quote && !spacing->is_in_quote, closes = is_quote && spacing->is_in_quote;
    bool is_slash = slice_equal(token, SLICE("/"));
    if (!spacing->is_glued && !is_slash && !closes && !starts_with_one_of(token, closing))
        append_text(corpus, SLICE(" "));
    append_text(corpus, token);
    spacing->is_glued = is_slash || opens || ends_with_one_of(token, opening);
    spacing->is_in_quote = spacing->is_in_quote != is_quote;
}

static void join_tokens(struct corpus *corpus, struct slice line)
{
    struct spacing spacing = {.is_glued = true};
    for (size_t start = 0, end; start < line.length; start = end + 1) {
        end = start;
        while (end < line.length && line.bytes[end] != ' ' && line.bytes[end] != '_')
            end++;
        if (end > start)
            append_token(corpus, slice_of(line.bytes + start, end - start), &spacing);
        if (end == line.length || line.bytes[end] == ' ')
            end_word(corpus, corpus->text.length);
    }
    end_word(corpus, corpus->text.length); /* where the line ends with '_' */
}

static bool next_joined(struct corpus *corpus, struct annotated *sentence)
{
    struct slice line;
    while (next_line(corpus, &line)) {
        if (slice_equal(line, SLICE("\f"))) {
            corpus->article_begins = corpus->block_begins = true;
        } else if (is_blank(line, 0)) {
            corpus->block_begins = true;
        } else {
            clear(corpus);
            join_tokens(corpus, line);
            if (corpus->text.length)
                return give(corpus, sentence);
        }
    }
    return false;
}

bool corpus_next(struct corpus *corpus, struct annotated *sentence)
{
    if (corpus->has_failed)
        return false;
    return corpus->form == CORPUS_CONLLU ? next_conllu(corpus, sentence)
                                         : next_joined(corpus, sentence);
}

bool corpus_close(struct corpus *corpus)
{
    if (corpus->fd != STDIN_FILENO)
        close(corpus->fd);
    lines_release(&corpus->lines);
    buffer_release(&corpus->text);
    buffer_release(&corpus->ends);
    buffer_release(&corpus->tags);
    return !corpus->has_failed;
}

bool annotated_next(const struct annotated *sentence, size_t *at, struct annotated_word *word)
{
    struct slice text = sentence->text;
    while (*at < text.length && text.bytes[*at] == ' ')
        ++*at;
    size_t start = *at;
    while (*at < text.length && !sentence->ends[*at])
        ++*at;
    bool is_ended = *at < text.length;
    word->tag = is_ended ? sentence->tags[*at] : UPOS_COUNT;
    *at += is_ended;
    word->text = slice_of(text.bytes + start, *at - start);
    return word->text.length > 0;
}
