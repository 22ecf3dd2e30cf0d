#include "corpus.h"

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

static void fail(struct corpus *corpus, const char *what)
{
    message_say((struct place){corpus->path, corpus->lines.number}, "%s", what);
    corpus->has_failed = true;
}

static bool next_line(struct corpus *corpus, struct slice *line)
{
    switch (lines_next(&corpus->lines, line)) {
    case LINES_LINE:
        return true;
    case LINES_TOO_LONG:
        fail(corpus, "line too long");
        return false;
    case LINES_FAILED:
        message_say_errno((struct place){corpus->path, corpus->lines.number}, "cannot read");
        corpus->has_failed = true;
        return false;
    case LINES_END:
        break;
    }
    return false;
}

static void set_text(struct corpus *corpus, struct slice text)
{
    buffer_append(&corpus->text, text);
    buffer_reserve(&corpus->ends, text.length);
    memset(corpus->ends.bytes + corpus->ends.length, 0, text.length);
    corpus->ends.length += text.length;
}

static void clear(struct corpus *corpus)
{
    buffer_clear(&corpus->text);
    buffer_clear(&corpus->ends);
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
        .begins_article = corpus->article_begins,
        .begins_block = corpus->block_begins,
    };
    corpus->article_begins = corpus->block_begins = false;
    return true;
}

/* Finds the form of a word in the text from *at on, white space left out of account, and ends a
 * word there. */
static bool place_word(struct corpus *corpus, struct slice form, size_t *at)
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
    return true;
}

static bool is_blank(struct slice text, size_t at)
{
    while (at < text.length && text.bytes[at] == ' ')
        at++;
    return at == text.length;
}

/* Words of several tokens (1-2) and empty ones (1.1) have no place in the text of their own. */
static bool is_word_number(struct slice field)
{
    for (size_t i = 0; i < field.length; i++)
        if (field.bytes[i] < '0' || field.bytes[i] > '9')
            return false;
    return field.length > 0;
}

static bool next_conllu(struct corpus *corpus, struct annotated *sentence)
{
    const struct slice text_key = SLICE("# text = ");
    struct slice line, number, form;
    size_t at = 0;
    clear(corpus);
    while (next_line(corpus, &line)) {
        if (slice_starts_with(line, text_key)) {
            clear(corpus);
            set_text(corpus, slice_from_offset(line, text_key.length));
            at = 0;
        } else if (line.length && line.bytes[0] != '#') {
            if (!slice_cut(&line, '\t', &number) || !slice_cut(&line, '\t', &form)) {
                fail(corpus, "expected the fields of CoNLL-U, or a comment");
                return false;
            }
            if (is_word_number(number) && !place_word(corpus, form, &at)) {
                fail(corpus, "a word that the text of the sentence does not have here");
                return false;
            }
        } else if (!line.length && corpus->text.length) {
            if (is_blank(buffer_slice(&corpus->text), at))
                return give(corpus, sentence);
            fail(corpus, "a sentence whose text goes on behind its last word");
            return false;
        }
    }
    if (!corpus->has_failed && corpus->text.length && at == corpus->text.length)
        return give(corpus, sentence); /* no blank line at the end of the file */
    return false;
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

/* Appends the tokens of a line with the spaces of running text. */
static void join_tokens(struct corpus *corpus, struct slice line)
{
    static const struct slice closing[] = {
        SLICE(","), SLICE("."), SLICE(";"), SLICE(":"), SLICE("?"), SLICE("!"), SLICE(")"),
        SLICE("]"), SLICE("”"), SLICE("’"), SLICE("%"), SLICE("…"), SLICE("»"), {0},
    };
    static const struct slice opening[] = {
        SLICE("("), SLICE("["), SLICE("“"), SLICE("‘"), SLICE("«"), {0},
    };
    bool is_glued = true, quote_opens = true;
    size_t start = 0;
    while (start < line.length) {
        size_t end = start;
        while (end < line.length && line.bytes[end] != ' ' && line.bytes[end] != '_')
            end++;
        struct slice token = slice_of(line.bytes + start, end - start);
        if (token.length) {
            bool is_quote = slice_equal(token, SLICE("\""));
            bool is_slash = slice_equal(token, SLICE("/"));
            if (!is_glued && !is_slash && !(is_quote && !quote_opens) &&
                !starts_with_one_of(token, closing))
                set_text(corpus, SLICE(" "));
            set_text(corpus, token);
            is_glued = is_slash || (is_quote && quote_opens) || ends_with_one_of(token, opening);
            quote_opens = quote_opens != is_quote;
        }
        if (end == line.length || line.bytes[end] == ' ')
            end_word(corpus, corpus->text.length);
        start = end + 1;
    }
    end_word(corpus, corpus->text.length);
}

static bool next_joined(struct corpus *corpus, struct annotated *sentence)
{
    struct slice line;
    while (next_line(corpus, &line)) {
        if (slice_equal(line, SLICE("\f"))) {
            corpus->article_begins = corpus->block_begins = true;
        } else if (!line.length) {
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
    return !corpus->has_failed;
}
