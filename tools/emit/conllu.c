#include "conllu.h"

#include "tags.h"
#include "unicode.h"
#include "upos.h"

/* A word of the sentence: what stands in the text, its tag, and what follows it in the text. */
struct token {
    struct slice form, upos, gap;
};

struct state {
    struct buffer doc;      /* id of the document begun last */
    struct loc loc;         /* of the sentence written last */
    bool has_said_no_words; /* one message for all records without */
    bool is_past_doc;       /* a metadata record has come since: another of the same id */
    struct buffer text;     /* scratch: the plain text */
    struct buffer words;    /* scratch: the plain words */
    struct buffer sentence; /* the block being written */
};

/* Words carry tags if every one does: "km/h" alone says nothing. */
static bool have_upos(struct slice words)
{
    struct slice token, word;
    while (slice_cut(&words, ' ', &token))
        if (upos_split(token, &word) == UPOS_COUNT)
            return false;
    return true;
}

static struct slice take_space(struct slice *text)
{
    struct slice start = *text, rest = *text;
    uint32_t character;
    while (rest.length) {
        unicode_next(&rest, &character);
        if (!unicode_is_space(character))
            break;
        *text = rest;
    }
    return slice_of(start.bytes, start.length - text->length);
}

/* Takes the word off the text's start; '_' in it stands for white space, or for itself. Returns
 * false if the text goes on otherwise. */
static bool take_word(struct slice *text, struct slice word, struct slice *form)
{
    struct slice start = *text;
    for (size_t i = 0; i < word.length; i++) {
        if (text->length && text->bytes[0] == word.bytes[i])
            *text = slice_from_offset(*text, 1);
        else if (word.bytes[i] != '_' || !take_space(text).length)
            return false;
    }
    *form = slice_of(start.bytes, start.length - text->length);
    return word.length > 0;
}

/* White space and what parts the fields of MISC, in the backslash forms of UDPipe's SpacesAfter and
 * SpacesInToken. */
static void append_spaces(struct buffer *out, struct slice spaces)
{
    for (size_t i = 0; i < spaces.length; i++) {
        switch (spaces.bytes[i]) {
        case ' ':
            buffer_append_string(out, "\\s");
            break;
        case '\t':
            buffer_append_string(out, "\\t");
            break;
        case '\n':
            buffer_append_string(out, "\\n");
            break;
        case '\r':
            buffer_append_string(out, "\\r");
            break;
        case '|':
            buffer_append_string(out, "\\p");
            break;
        case '\\':
            buffer_append_string(out, "\\\\");
            break;
        default:
            buffer_append_byte(out, spaces.bytes[i]);
        }
    }
}

/* White space of any kind inside a word is one space in the FORM column. */
static void append_form(struct buffer *out, struct slice form)
{
    while (form.length) {
        if (take_space(&form).length) {
            buffer_append_byte(out, ' ');
            continue;
        }
        buffer_append_byte(out, form.bytes[0]);
        form = slice_from_offset(form, 1);
    }
}

/* True where the FORM column shows the white space of a word as it stands in the text. */
static bool has_plain_spaces(struct slice form)
{
    while (form.length) {
        struct slice space = take_space(&form);
        if (space.length && !slice_equal(space, SLICE(" ")))
            return false;
        form = slice_from_offset(form, 1);
    }
    return true;
}

/* The MISC column: what the others do not say of the text. */
static void append_misc(struct buffer *out, const struct token *token)
{
    size_t start = out->length;
    if (!token->gap.length) {
        buffer_append_string(out, "SpaceAfter=No");
    } else if (!slice_equal(token->gap, SLICE(" "))) {
        buffer_append_string(out, "SpacesAfter=");
        append_spaces(out, token->gap);
    }
    if (!has_plain_spaces(token->form)) {
        if (out->length > start)
            buffer_append_byte(out, '|');
        buffer_append_string(out, "SpacesInToken=");
        append_spaces(out, token->form);
    }
    if (out->length == start)
        buffer_append_byte(out, '_');
}

static void append_token(struct buffer *out, size_t number, const struct token *token)
{
    buffer_append_number(out, number);
    buffer_append_byte(out, '\t');
    append_form(out, token->form);
    buffer_append_string(out, "\t_\t");
    buffer_append(out, token->upos);
    buffer_append_string(out, "\t_\t_\t_\t_\t_\t");
    append_misc(out, token);
    buffer_append_byte(out, '\n');
}

/* Appends the lines of all words. Returns false where words and text do not agree. */
static bool append_tokens(struct buffer *out, struct slice words, struct slice text,
                          struct slice gap, bool has_upos)
{
    struct slice written;
    size_t number = 0;
    take_space(&text);
    while (slice_cut(&words, ' ', &written)) {
        struct token token = {.upos = SLICE("_")};
        struct slice word = written;
        if (has_upos)
            token.upos = upos_name(upos_split(written, &word));
        if (!take_word(&text, word, &token.form))
            return false;
        token.gap = take_space(&text);
        if (!text.length)
            token.gap = gap;
        append_token(out, ++number, &token);
    }
    return text.length == 0;
}

static void append_comment(struct buffer *out, const char *name, struct slice value)
{
    buffer_append_string(out, "# ");
    buffer_append_string(out, name);
    buffer_append_string(out, " = ");
    buffer_append(out, value);
    buffer_append_byte(out, '\n');
}

static bool begins_document(const struct state *state, const struct record *record)
{
    return state->is_past_doc || !slice_equal(record->doc, buffer_slice(&state->doc));
}

static bool begins_paragraph(const struct state *state, const struct record *record)
{
    return begins_document(state, record) || record->loc.paragraph != state->loc.paragraph;
}

static void append_comments(struct state *state, const struct record *record)
{
    struct buffer *out = &state->sentence;
    if (begins_document(state, record))
        append_comment(out, "newdoc id", record->doc);
    if (begins_paragraph(state, record))
        buffer_append_string(out, "# newpar\n");
    buffer_append_string(out, "# sent_id = ");
    buffer_append(out, record->doc);
    buffer_append_byte(out, ':');
    loc_format(out, record->loc);
    buffer_append_string(out, "\n# text = ");
    append_form(out, buffer_slice(&state->text));
    buffer_append_byte(out, '\n');
}

static void remember(struct state *state, const struct record *record)
{
    buffer_clear(&state->doc);
    buffer_append(&state->doc, record->doc);
    state->loc = record->loc;
    state->is_past_doc = false;
}

/* The same, with tags behind the words or without. What looks like a tag behind a single word may
 * be a part of it: 10/2016/X. */
static bool append_tagged_tokens(struct buffer *out, struct slice words, struct slice text,
                                 struct slice gap)
{
    size_t start = out->length;
    if (have_upos(words) && append_tokens(out, words, text, gap, true))
        return true;
    out->length = start;
    return append_tokens(out, words, text, gap, false);
}

/* Puts the sentence's block together. Returns null, or what is wrong with the record. */
static const char *make_block(struct state *state, const struct record *record)
{
    struct buffer gap = {0};
    if (!record->words.bytes)
        return "no words (field 5), expected records from segment -w (further ones are only "
               "counted)";
    buffer_clear(&state->text);
    text_unescape(&state->text, record->text);
    buffer_clear(&state->words);
    text_unescape(&state->words, record->words);
    buffer_clear(&state->sentence);
    append_comments(state, record);
    record_append_gap(&gap, record);
    bool agrees = append_tagged_tokens(&state->sentence, buffer_slice(&state->words),
                                       buffer_slice(&state->text), buffer_slice(&gap));
    buffer_release(&gap);
    buffer_append_byte(&state->sentence, '\n');
    return agrees ? NULL : "words (field 5) are not those of the text (field 4)";
}

static void write_sentence(struct state *state, struct input *input, struct writer *out,
                           const struct record *record, struct emit_counts *counts)
{
    const char *wrong = make_block(state, record);
    if (wrong) {
        if (record->words.bytes || !state->has_said_no_words)
            message_say(input_place(input), "%s", wrong);
        state->has_said_no_words = state->has_said_no_words || !record->words.bytes;
        counts->rejected++;
        input_raise_status(input, STATUS_REJECTED);
        return;
    }
    counts->documents += begins_document(state, record);
    counts->paragraphs += begins_paragraph(state, record);
    counts->sentences++;
    remember(state, record);
    writer_write(out, buffer_slice(&state->sentence));
    writer_end_record(out);
}

/* A text without a word has no place in CoNLL-U. */
static bool has_text(struct state *state, const struct record *record)
{
    struct slice text = text_plain(record->text, &state->text);
    take_space(&text);
    return text.length > 0;
}

void emit_conllu(struct input *input, struct writer *out, const struct emit_options *options,
                 struct emit_counts *counts)
{
    struct state state = {0};
    struct record record;
    while (!out->error && !input->stopped && input_record(input, &record)) {
        state.is_past_doc = state.is_past_doc || record.loc.paragraph == 0;
        if (!emit_wants(options, &record))
            counts->left_out++;
        else if (record.loc.paragraph && has_text(&state, &record))
            write_sentence(&state, input, out, &record, counts);
        input->stopped = input->settings->strict && counts->rejected;
    }
    buffer_release(&state.doc);
    buffer_release(&state.text);
    buffer_release(&state.words);
    buffer_release(&state.sentence);
}
