#include "date_tokens.h"

#include "ascii.h"
#include "unicode.h"

#include <limits.h>

enum { MOST_DIGITS = 9 };

/* How a byte begins a token. */
enum byte_kind {
    BYTE_MARK,
    BYTE_SPACE,
    BYTE_DIGIT,
    BYTE_WORD,  /* an ASCII letter, or a character that is not ASCII */
    BYTE_OTHER, /* begins U+0080 to U+00BF or U+2000 to U+2FFF: spaces and punctuation */
};

static enum byte_kind kind_of_byte(unsigned char value)
{
    char byte = (char) value;
    if (value == 0xC2 || value == 0xE2)
        return BYTE_OTHER;
    if (value >= 0x80 || ascii_is_letter(byte))
        return BYTE_WORD;
    if (ascii_is_digit(byte))
        return BYTE_DIGIT;
    return ascii_is_space(byte) ? BYTE_SPACE : BYTE_MARK;
}

void date_tokens_init(struct date_tokens *tokens)
{
    tokens->scratch = (struct buffer){0};
    tokens->count = 0;
    for (unsigned byte = 0; byte <= UCHAR_MAX; byte++)
        tokens->kinds[byte] = (uint8_t) kind_of_byte((unsigned char) byte);
}

static enum byte_kind kind_of(const struct date_tokens *tokens, char byte)
{
    return (enum byte_kind) tokens->kinds[(unsigned char) byte];
}

/* Reads a character that is not ASCII and hardly a letter. Sets *mark to what stands for it, a
 * space for a space. Returns its length in bytes, 1 where it is not valid. */
static size_t read_other(struct slice text, char *mark)
{
    uint32_t character = UNICODE_REPLACEMENT;
    size_t length = unicode_decode(text.bytes, text.bytes + text.length, &character);
    if (character == 0xA0 || (character >= 0x2000 && character <= 0x200B))
        *mark = ' ';
    else if ((character >= 0x2010 && character <= 0x2015) || character == 0x2212)
        *mark = '-';
    else if (character == 0xB0 || character == 0xBA)
        *mark = '%';
    else
        *mark = '"';
    return length ? length : 1;
}

static size_t run_length(const struct date_tokens *tokens, struct slice text, enum byte_kind kind)
{
    size_t length = 1;
    while (length < text.length && kind_of(tokens, text.bytes[length]) == kind)
        length++;
    return length;
}

static uint32_t number_of(struct slice digits)
{
    uint32_t number = 0;
    if (digits.length > MOST_DIGITS)
        return 0;
    for (size_t i = 0; i < digits.length; i++)
        number = number * 10 + (uint32_t) (digits.bytes[i] - '0');
    return number;
}

/* A phrase that is only one with a capital: tháng Năm, against 9 tháng năm 2018. */
static bool is_meant(const struct date_word *word, struct slice text)
{
    return word->classes &&
           (!(word->classes & DATE_IS(DATE_WORD_CAPITAL)) || date_words_end_is_capital(text));
}

/* Looks for the longest phrase of at most `most` words that the text begins with, its words one
 * space apart. Sets *length, which is that of the first word, to its length. Null where there is
 * none. */
static const struct date_word *longest_phrase(struct date_tokens *tokens,
                                              const struct date_words *words, struct slice text,
                                              unsigned most, size_t *length)
{
    const struct date_word *longest = NULL;
    size_t end = *length;
    for (unsigned count = 2; count <= most && end + 1 < text.length; count++) {
        if (text.bytes[end] != ' ' || kind_of(tokens, text.bytes[end + 1]) != BYTE_WORD)
            break;
        end += 1 + run_length(tokens, slice_from_offset(text, end + 1), BYTE_WORD);
        const struct date_word *word =
            date_words_find(words, slice_of(text.bytes, end), &tokens->scratch);
        if (!word || !is_meant(word, slice_of(text.bytes, end)))
            continue;
        longest = word;
        *length = end;
    }
    return longest;
}

static void read_word(struct date_tokens *tokens, const struct date_words *words, struct slice text,
                      struct date_token *token)
{
    const struct date_word *word, *phrase = NULL;
    token->kind = DATE_TOKEN_WORD;
    token->text.length = run_length(tokens, text, BYTE_WORD);
    word = date_words_find(words, token->text, &tokens->scratch);
    if (!word)
        return;
    if (word->most_words > 1)
        phrase = longest_phrase(tokens, words, text, word->most_words, &token->text.length);
    if (phrase)
        word = phrase;
    token->classes = word->classes;
    token->value = word->value;
    token->last = word->last;
}

/* Reads the token that the text begins with; false for white space, which only has a length. */
static bool read_token(struct date_tokens *tokens, const struct date_words *words,
                       struct slice text, struct date_token *token)
{
    *token = (struct date_token){.text = slice_of(text.bytes, 1)};
    switch (kind_of(tokens, text.bytes[0])) {
    case BYTE_SPACE:
        return false;
    case BYTE_DIGIT:
        token->kind = DATE_TOKEN_NUMBER;
        token->text.length = run_length(tokens, text, BYTE_DIGIT);
        token->number = number_of(token->text);
        return true;
    case BYTE_WORD:
        read_word(tokens, words, text, token);
        return true;
    case BYTE_OTHER:
        token->kind = DATE_TOKEN_MARK;
        token->text.length = read_other(text, &token->mark);
        return token->mark != ' ';
    default:
        token->kind = DATE_TOKEN_MARK;
        token->mark = text.bytes[0];
        return true;
    }
}

static bool may_end_part(const struct date_token *token)
{
    return token->mark == '.' || token->mark == ',' || token->mark == ';';
}

bool date_tokens_read(struct date_tokens *tokens, const struct date_words *words,
                      struct slice *text)
{
    bool is_glued = false;
    tokens->count = 0;
    while (text->length && tokens->count < DATE_TOKENS) {
        struct date_token *token = &tokens->tokens[tokens->count];
        bool is_token = read_token(tokens, words, *text, token);
        *text = slice_from_offset(*text, token->text.length);
        token->is_glued = is_glued;
        is_glued = is_token;
        tokens->count += is_token;
        if (!is_token && tokens->count > DATE_TOKENS_ENOUGH &&
            may_end_part(&tokens->tokens[tokens->count - 1]))
            break;
    }
    tokens->tokens[tokens->count] = (struct date_token){0};
    return tokens->count;
}

void date_tokens_release(struct date_tokens *tokens)
{
    buffer_release(&tokens->scratch);
    tokens->count = 0;
}
