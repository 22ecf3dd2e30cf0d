#include "name_token.h"

#include "ascii.h"
#include "hash.h"
#include "memory.h"
#include "unicode.h"

#include <stdlib.h>

/* Characters as the tokens need them. */
enum character_class { SPACE, MARK, DIGIT, LOWER, UPPER };

static enum character_class class_of(uint32_t character)
{
    switch (unicode_class_of(character)) {
    case UNICODE_UPPER:
        return UPPER;
    case UNICODE_LOWER:
    case UNICODE_LETTER:
    case UNICODE_MARK:
        return LOWER;
    case UNICODE_DIGIT:
        return DIGIT;
    case UNICODE_SPACE:
    case UNICODE_CONTROL:
        return SPACE;
    default:
        return MARK;
    }
}

static enum character_class ascii_class(char byte)
{
    if (byte >= 'a' && byte <= 'z')
        return LOWER;
    if (byte == ' ')
        return SPACE;
    return ascii_is_upper(byte)        ? UPPER
           : ascii_is_digit(byte)      ? DIGIT
           : byte > ' ' && byte < 0x7F ? MARK
                                       : SPACE;
}

/* The class of the character at `at`, and its length in bytes. */
static inline enum character_class next_class(const char *at, const char *end, size_t *length)
{
    const unsigned char *byte = (const unsigned char *) at;
    if (byte[0] < 0x80) {
        *length = 1;
        return ascii_class(*at);
    }
    /* U+1EA0 to U+1EFF, Vietnamese letters: capitals are even */
    if (byte[0] == 0xE1 && end - at > 2 && (byte[2] & 0xC0) == 0x80 &&
        (byte[1] == 0xBB || (byte[1] == 0xBA && byte[2] >= 0xA0))) {
        *length = 3;
        return byte[2] & 1 ? LOWER : UPPER;
    }
    uint32_t character;
    *length = unicode_decode(at, end, &character);
    if (*length)
        return class_of(character);
    *length = 1;
    return MARK;
}

void name_token_lower(struct buffer *out, struct slice text, const struct name_token *token)
{
    struct slice rest = slice_of(text.bytes + token->offset, token->length);
    uint32_t character;
    if (token->shape == NAME_LOWER) {
        buffer_append(out, rest);
        return;
    }
    while (unicode_next(&rest, &character))
        if (character < 0x80)
            buffer_append_byte(out, ascii_lower((char) character));
        else
            unicode_append(out, unicode_lower(character));
}

static struct name_token *add(struct name_tokens *tokens)
{
    if (tokens->count == tokens->capacity) {
        tokens->capacity = tokens->capacity ? tokens->capacity * 2 : 256;
        tokens->tokens =
            memory_resize_array(tokens->tokens, tokens->capacity, sizeof *tokens->tokens);
    }
    return &tokens->tokens[tokens->count++];
}

/* The end of the word that begins at `at` with a character of this class and length. */
static const char *read_word(const char *at, const char *end, enum character_class first,
                             size_t length, enum name_shape *shape)
{
    size_t upper = first == UPPER, others = 0;
    at += length;
    while (at < end) {
        if (*at >= 'a' && *at <= 'z') { /* as most are */
            others++;
            at++;
            continue;
        }
        enum character_class class = next_class(at, end, &length);
        if (class < DIGIT)
            break;
        upper += class == UPPER;
        others += class == LOWER;
        at += length;
    }
    *shape = first == DIGIT         ? NAME_DIGITS
             : first == LOWER       ? NAME_LOWER
             : upper > 1 && !others ? NAME_CAPITALS
                                    : NAME_CAPITAL;
    return at;
}

static void look_up(struct name_tokens *tokens, const struct name_lexicon *lexicon,
                    struct slice text, struct name_token *token)
{
    struct slice lower = slice_of(text.bytes + token->offset, token->length);
    if (name_token_is_capital(token)) {
        buffer_clear(&tokens->lower);
        name_token_lower(&tokens->lower, text, token);
        lower = buffer_slice(&tokens->lower);
    }
    token->hash = hash_bytes(lower, 0);
    token->word = name_lexicon_word(lexicon, token->hash);
    const struct name_word *word = name_lexicon_word_of(lexicon, token->word);
    token->phrase = word->phrase;
    token->is_native = word->is_native;
}

static bool ends_sentence(struct slice mark)
{
    static const char *const marks[] = {".", "?", "!", "…", ":", "•", "*", "“", "\"", "‘", "("};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (slice_equal(mark, slice_from_string(marks[i])))
            return true;
    return false;
}

/* Behind a full stop that belongs to an abbreviation (TP. J.), no sentence begins. */
static bool is_initial(const struct name_tokens *tokens, size_t number, struct slice text)
{
    if (!number)
        return true;
    const struct name_token *before = &tokens->tokens[number - 1];
    if (before->shape != NAME_MARK ||
        !ends_sentence(slice_of(text.bytes + before->offset, before->length)))
        return number == 1 && before->shape == NAME_MARK;
    if (text.bytes[before->offset] != '.' || number < 2)
        return true;
    const struct name_token *word = before - 1;
    return !(before->is_glued && name_token_is_capital(word) && word->length <= 3);
}

size_t name_tokens_read(struct name_tokens *tokens, const struct name_lexicon *lexicon,
                        struct slice text)
{
    const char *at = text.bytes, *end = text.bytes + text.length;
    bool is_glued = false;
    tokens->count = 0;
    if (text.length > UINT32_MAX)
        end = text.bytes + UINT32_MAX;
    while (at < end && tokens->count < NAME_TOKENS_MOST) {
        size_t length;
        enum character_class class = next_class(at, end, &length);
        if (class == SPACE) {
            is_glued = false;
            at += length;
            continue;
        }
        enum name_shape shape = NAME_MARK;
        const char *stop = class == MARK ? at + length : read_word(at, end, class, length, &shape);
        struct name_token *token = add(tokens);
        *token = (struct name_token){
            .offset = (uint32_t) (at - text.bytes),
            .length = (uint32_t) (stop - at),
            .shape = (uint8_t) shape,
            .is_glued = is_glued,
        };
        if (name_token_is_capital(token))
            token->is_initial = is_initial(tokens, tokens->count - 1, text);
        if (lexicon)
            look_up(tokens, lexicon, text, token);
        is_glued = true;
        at = stop;
    }
    return (size_t) (at - text.bytes);
}

void name_tokens_release(struct name_tokens *tokens)
{
    free(tokens->tokens);
    buffer_release(&tokens->lower);
    *tokens = (struct name_tokens){0};
}
