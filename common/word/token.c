#include "token.h"

#include "../address.h"
#include "../ascii.h"
#include "../unicode.h"

/* What a character is to the tokenizer. */
enum kind { KIND_SPACE, KIND_LETTER, KIND_DIGIT, KIND_OTHER };

struct character {
    uint32_t value;
    uint8_t length; /* bytes */
    uint8_t kind;   /* enum kind */
    bool is_upper;
};

static struct character read_character(struct slice text)
{
    struct character character = {0};
    character.length =
        (uint8_t) unicode_decode(text.bytes, text.bytes + text.length, &character.value);
    if (!character.length)
        return (struct character){.value = UNICODE_REPLACEMENT, .length = 1, .kind = KIND_OTHER};
    switch (unicode_class_of(character.value)) {
    case UNICODE_SPACE:
        character.kind = KIND_SPACE;
        break;
    case UNICODE_UPPER:
        character.is_upper = true;
        character.kind = KIND_LETTER;
        break;
    case UNICODE_LOWER:
    case UNICODE_LETTER:
    case UNICODE_MARK:
    case UNICODE_NUMBER:
        character.kind = KIND_LETTER;
        break;
    case UNICODE_DIGIT:
        character.kind = KIND_DIGIT;
        break;
    default:
        character.kind = KIND_OTHER;
    }
    return character;
}

/* A run of letters, digits and what shows as nothing. */
struct piece {
    struct slice bytes;
    size_t count; /* characters that are letters or digits */
    bool begins_upper;
    bool begins_digit, ends_digit;
    bool is_upper;  /* all letters are upper case */
    bool is_digits; /* no letters */
};

/* Soft hyphens, zero-width spaces and joiners inside of a word are no end of it. */
static bool is_invisible(const struct character *character)
{
    return character->kind == KIND_OTHER && character->value >= 0x80 &&
           unicode_is_blank(character->value);
}

static struct piece read_piece(struct slice text)
{
    struct piece piece = {.is_upper = true, .is_digits = true};
    struct slice rest = text;
    while (rest.length) {
        struct character character = read_character(rest);
        bool is_part = character.kind == KIND_LETTER || character.kind == KIND_DIGIT;
        if (!is_part && !(piece.count && is_invisible(&character)))
            break;
        rest = slice_from_offset(rest, character.length);
        if (!is_part)
            continue;
        bool is_digit = character.kind == KIND_DIGIT;
        if (!piece.count++) {
            piece.begins_upper = character.is_upper;
            piece.begins_digit = is_digit;
        }
        piece.ends_digit = is_digit;
        piece.is_digits = piece.is_digits && is_digit;
        piece.is_upper = piece.is_upper && (is_digit || character.is_upper);
    }
    piece.bytes = slice_of(text.bytes, text.length - rest.length);
    return piece;
}

static bool has_vowel(struct slice word)
{
    uint32_t character;
    while (unicode_next(&word, &character))
        if (unicode_is_vowel(character))
            return true;
    return false;
}

/* The start of a name: N, Ng, Tr. */
static bool is_initial(const struct piece *piece)
{
    return piece->begins_upper && (piece->count == 1 || (piece->count <= 3 && !piece->is_upper &&
                                                         !has_vowel(piece->bytes)));
}

/* The country behind the kind of a host: the sg of edb.gov.sg. */
static bool is_country_of_host(const struct piece *before, const struct piece *after)
{
    return before->count == 3 && after->bytes.length == 2 && !after->begins_upper &&
           !after->begins_digit && (unsigned char) after->bytes.bytes[0] < 0x80 &&
           address_is_ending(before->bytes);
}

/* The name of a host or file goes on behind a dot: dantri.com, Kenh14.vn, bao-cao.PDF, edb.gov.sg,
 * baobinhduong.org.vn. `rest` stands behind *after. */
static bool dot_connects_name(const struct piece *before, const struct piece *after,
                              struct slice rest)
{
    if (address_is_ending(after->bytes))
        return true;
    if (after->begins_upper || after->begins_digit)
        return false;
    if (is_country_of_host(before, after))
        return true;
    if (before->count < 2 || before->is_upper || !slice_starts_with(rest, SLICE(".")))
        return false;
    return address_is_ending(read_piece(slice_from_offset(rest, 1)).bytes);
}

/* A dot with no space behind it, inside a number, an abbreviation or the name of a host or file. */
static bool dot_connects(const struct piece *before, const struct piece *after, struct slice rest)
{
    if (after->begins_digit) /* 25.000, Q.1, tr.35, XBB.1.5 */
        return before->ends_digit || (before->is_upper && before->count <= 4) ||
               (before->count <= 2 && !has_vowel(before->bytes));
    if (dot_connects_name(before, after, rest))
        return true;
    if (before->ends_digit)
        return after->is_upper && !before->is_digits;
    if ((before->is_upper && before->count <= 4) || is_initial(before))
        if (after->is_upper || is_initial(after)) /* TP.HCM, PGS.TS, U.S, Ng.V.Th */
            return true;
    return before->count == 1 && after->count == 1; /* v.v, a.m */
}

/* Whether the token ends with the unit, which is all of it or stands behind a digit. */
static bool ends_with_unit(struct slice token, struct slice unit)
{
    if (token.length < unit.length)
        return false;
    size_t start = token.length - unit.length;
    return slice_equal_ignoring_case(slice_from_offset(token, start), unit) &&
           (!start || ascii_is_digit(token.bytes[start - 1]));
}

/* A slash is part of dates, fractions, the numbers of documents and units of speed. `token` goes up
 * to the end of *after, and `rest` stands behind it. */
static bool slash_connects(const struct piece *before, const struct piece *after,
                           struct slice token, struct slice rest, bool has_slash)
{
    if (before->ends_digit && after->begins_digit)
        return true;
    if (before->is_digits && after->is_upper && after->count > 1 &&
        slice_starts_with(rest, SLICE("-"))) /* 15/NĐ-CP */
        return true;
    if (has_slash && after->begins_upper) /* 10/2016/TT-BGDĐT */
        return true;
    if (ascii_is_digit(token.bytes[0]) && !before->begins_digit && before->is_upper &&
        after->begins_upper) /* 86-KH/TW */
        return true;
    return ends_with_unit(token, SLICE("km/h")) || ends_with_unit(token, SLICE("m/s"));
}

/* A token being read: pieces, and what connects them. */
struct run {
    struct slice token; /* so far */
    struct piece last;
    bool has_slash;   /* between digits */
    bool is_initials; /* initials and single letters with dots between them: A, N.V.Th, v.v */
};

/* Whether the character `mark` behind run->last, with `after` behind it and `rest` behind that,
 * goes on with the token. */
static bool connects(const struct run *run, uint32_t mark, const struct piece *after,
                     struct slice rest)
{
    const struct piece *before = &run->last;
    bool between_letters = !before->ends_digit && !after->begins_digit;
    switch (mark) {
    case '.':
        return dot_connects(before, after, rest);
    case ',':
    case ':':
    case 0x2013: /* – */
        return before->ends_digit && after->begins_digit;
    case '/': {
        size_t length = (size_t) (after->bytes.bytes + after->bytes.length - run->token.bytes);
        return slash_connects(before, after, slice_of(run->token.bytes, length), rest,
                              run->has_slash);
    }
    case '-':
    case '_':
    case '\'':
        return true;
    case '&':
    case 0x2019: /* ’ */
        return between_letters;
    default:
        return false;
    }
}

/* `q.` in the list, or `Q.` */
static bool is_abbreviation(const struct tokenizer *tokenizer, struct slice word)
{
    if (abbreviations_find(tokenizer->abbreviations, word) != ABBREVIATION_NONE)
        return true;
    char upper[2] = {word.bytes[0], '.'};
    if (word.length != 2 || word.bytes[0] < 'a' || word.bytes[0] > 'z')
        return false;
    upper[0] = (char) (upper[0] - 'a' + 'A');
    return abbreviations_find(tokenizer->abbreviations, slice_of(upper, 2)) != ABBREVIATION_NONE;
}

/* Whether the full stop behind a token belongs to it: of `A.`, `N.V.T.`, `v.v.`, `TP.` and `Cty.`
 * it does, but not behind the last word of the text. In lower case only of those without a vowel
 * (`q.`, `tp.`): others may be words. */
static bool keeps_stop(const struct tokenizer *tokenizer, const struct run *run, struct slice rest)
{
    const struct piece *last = &run->last;
    struct slice behind = slice_from_offset(rest, 1);
    if (!slice_starts_with(rest, SLICE(".")) || last->is_digits || !behind.length ||
        read_character(behind).kind == KIND_OTHER || unicode_text_is_blank(behind))
        return false;
    bool has_pieces = run->token.length > last->bytes.length;
    if (has_pieces && run->is_initials)
        return true;
    if (!last->begins_upper && has_vowel(last->bytes))
        return false;
    struct slice word = slice_of(last->bytes.bytes, last->bytes.length + 1);
    return (last->count == 1 && last->is_upper && !has_pieces) || is_abbreviation(tokenizer, word);
}

/* Whether a piece may be part of initials with dots between them. */
static bool is_among_initials(const struct piece *piece)
{
    return !piece->begins_digit && (piece->count == 1 || is_initial(piece));
}

/* The length of the token that begins with a letter or digit. */
static size_t word_length(const struct tokenizer *tokenizer, struct slice text)
{
    size_t address = address_length(text);
    if (address)
        return address;
    struct run run = {.last = read_piece(text)};
    run.is_initials = is_among_initials(&run.last);
    for (;;) {
        run.token = slice_of(text.bytes,
                             (size_t) (run.last.bytes.bytes - text.bytes) + run.last.bytes.length);
        struct slice rest = slice_from_offset(text, run.token.length);
        if (!rest.length)
            return run.token.length;
        struct character mark = read_character(rest);
        struct piece after = read_piece(slice_from_offset(rest, mark.length));
        rest = slice_from_offset(rest, mark.length + after.bytes.length);
        if (mark.kind != KIND_OTHER || !after.count || !connects(&run, mark.value, &after, rest))
            break;
        run.has_slash = run.has_slash || (mark.value == '/' && after.begins_digit);
        run.is_initials = run.is_initials && mark.value == '.' && is_among_initials(&after);
        run.last = after;
    }
    struct slice rest = slice_from_offset(text, run.token.length);
    return run.token.length + keeps_stop(tokenizer, &run, rest);
}

/* The length of `#tag` and `@name` behind their sign, or 0. */
static size_t tag_length(struct slice text)
{
    struct slice rest = text;
    while (rest.length) {
        struct character character = read_character(rest);
        if (character.kind == KIND_SPACE ||
            (character.kind == KIND_OTHER && character.value != '_'))
            break;
        rest = slice_from_offset(rest, character.length);
    }
    return text.length - rest.length;
}

/* The length of a unit that begins with a sign: °C, °F. 0: there is none. */
static size_t degree_length(struct slice text)
{
    const struct slice degree = SLICE("°");
    if (!slice_starts_with(text, degree))
        return 0;
    struct piece scale = read_piece(slice_from_offset(text, degree.length));
    bool is_scale = scale.bytes.length == 1 && strchr("CFK", scale.bytes.bytes[0]);
    return is_scale ? degree.length + 1 : 0;
}

/* The length of a mark, or of an emoji of several characters. Some signs (Unicode Standard Annex
 * 29: Prepend) are one with what follows, but white space and words are no part of a mark. */
static size_t symbol_length(struct slice text)
{
    size_t degree = degree_length(text);
    if (degree)
        return degree;
    struct slice rest = slice_of(text.bytes, unicode_grapheme_length(text));
    struct character character = read_character(rest);
    for (rest = slice_from_offset(rest, character.length); rest.length;
         rest = slice_from_offset(rest, character.length)) {
        character = read_character(rest);
        if (character.kind == KIND_SPACE || character.kind == KIND_DIGIT)
            break;
    }
    return (size_t) (rest.bytes - text.bytes);
}

/* The length of the token that begins with anything else that is no white space. */
static size_t mark_length(const struct tokenizer *tokenizer, struct slice text, bool has_space)
{
    struct slice behind = slice_from_offset(text, 1);
    switch (text.bytes[0]) {
    case '.':
        return slice_starts_with(text, SLICE("..."))  ? 3
               : slice_starts_with(text, SLICE("..")) ? 2
                                                      : 1;
    case '#':
    case '@':
        return 1 + tag_length(behind);
    case '-': /* a negative number */
        if (has_space && behind.length && ascii_is_digit(behind.bytes[0]))
            return 1 + word_length(tokenizer, behind);
        return 1;
    default:
        if ((unsigned char) text.bytes[0] < 0x80 &&
            (!behind.length || (unsigned char) behind.bytes[0] < 0x80))
            return 1;
        return symbol_length(text);
    }
}

/* The length of the Latin letters that the text begins with, as far as they can be told by their
 * first bytes: nearly all of a Vietnamese text. */
static size_t latin_length(struct slice text)
{
    const unsigned char *at = (const unsigned char *) text.bytes, *end = at + text.length;
    for (; at < end; at++) {
        if (*at < 0x80) {
            if (!ascii_is_letter((char) *at))
                break;
        } else if (*at == 0xE1) { /* 1E00 to 1EFF: Latin Extended Additional */
            if (end - at < 3 || at[1] < 0xB8 || at[1] > 0xBB || (at[2] & 0xC0) != 0x80)
                break;
            at += 2;
        } else { /* 00C0 to 023F but the signs of multiplication and division; combining marks */
            bool may_be = (*at >= 0xC3 && *at <= 0xC8) || *at == 0xCC;
            if (!may_be || end - at < 2 || (at[1] & 0xC0) != 0x80 ||
                (*at == 0xC3 && (at[1] & 0xDF) == 0x97))
                break;
            at++;
        }
    }
    return (size_t) (at - (const unsigned char *) text.bytes);
}

static size_t token_length(const struct tokenizer *tokenizer, struct slice text, bool has_space)
{
    /* Nearly always letters up to a space or comma. */
    size_t latin = latin_length(text);
    if (latin && (latin == text.length || text.bytes[latin] == ' ' || text.bytes[latin] == ','))
        return latin;
    struct character first = read_character(text);
    if (first.kind == KIND_LETTER || first.kind == KIND_DIGIT)
        return word_length(tokenizer, text);
    return mark_length(tokenizer, text, has_space);
}

/* Takes the white space off the start of *text. */
static bool skip_space(struct slice *text)
{
    struct slice start = *text;
    while (text->length) {
        if (text->bytes[0] == ' ') {
            *text = slice_from_offset(*text, 1);
            continue;
        }
        if ((unsigned char) text->bytes[0] > ' ' && (unsigned char) text->bytes[0] < 0x80)
            break;
        struct character character = read_character(*text);
        if (character.kind != KIND_SPACE)
            break;
        *text = slice_from_offset(*text, character.length);
    }
    return text->length < start.length;
}

static void place(const struct tokenizer *tokenizer, const char *text, struct token *token,
                  struct slice bytes)
{
    const struct surface *surface = surfaces_find(tokenizer->surfaces, bytes);
    token->start = (size_t) (bytes.bytes - text);
    token->end = token->start + bytes.length;
    token->form = surface->form;
    token->id = surface->id;
    token->shape = surface->shape;
}

static bool is_stop(const char *text, const struct token *token)
{
    return token->end - token->start == 1 && text[token->start] == '.';
}

/* Whether a full stop with white space before it, and another token behind it, follows. */
static bool is_before_torn_stop(const char *text, const struct token *token,
                                const struct token *end)
{
    return end - token > 2 && token[1].has_space && is_stop(text, &token[1]);
}

/* A group of digits: `25` and `000`, `84` and `4`. */
static bool is_short_number(const struct token *token)
{
    return token->shape == SHAPE_NUMBER && token->end - token->start <= 3;
}

/* `25 . 000` */
static size_t count_torn_number(const char *text, const struct token *first,
                                const struct token *end)
{
    const struct token *at = first;
    while (is_before_torn_stop(text, at, end) && is_short_number(at) && is_short_number(&at[2]))
        at += 2;
    return (size_t) (at - first) + 1;
}

/* `V . H .`; the last stop of the text is that of the sentence. */
static size_t count_torn_initials(const char *text, const struct token *first,
                                  const struct token *end)
{
    const struct token *at = first;
    while (is_before_torn_stop(text, at, end) && at->shape == SHAPE_LETTER)
        at += 2;
    return at - first > 2 ? (size_t) (at - first) : 1;
}

static bool is_not_known(unsigned shape)
{
    return shape == SHAPE_UPPER_FOREIGN || shape == SHAPE_LOWER_FOREIGN ||
           shape == SHAPE_CAPITAL_FOREIGN;
}

/* `TP . HCM` */
static size_t count_torn_abbreviation(const struct tokenizer *tokenizer, const char *text,
                                      const struct token *first, const struct token *end)
{
    if (!is_before_torn_stop(text, first, end) || !is_not_known(first->shape) ||
        !is_not_known(first[2].shape))
        return 1;
    struct buffer word = {0};
    buffer_append(&word, slice_of(text + first->start, first->end - first->start));
    buffer_append_byte(&word, '.');
    enum abbreviation_kind kind = abbreviations_find(tokenizer->abbreviations, buffer_slice(&word));
    buffer_release(&word);
    return kind == ABBREVIATION_JOINS || kind == ABBREVIATION_JOINS_SURELY ? 3 : 1;
}

/* How many tokens from `first` on are one, torn apart by spaces around its stops. */
static size_t count_torn(const struct tokenizer *tokenizer, const char *text,
                         const struct token *first, const struct token *end)
{
    size_t count = count_torn_number(text, first, end);
    if (count == 1)
        count = count_torn_initials(text, first, end);
    return count > 1 ? count : count_torn_abbreviation(tokenizer, text, first, end);
}

static size_t join_torn(const struct tokenizer *tokenizer, const char *text, struct token *tokens,
                        size_t count)
{
    size_t kept = 0;
    for (size_t at = 0; at < count; kept++) {
        size_t torn = count_torn(tokenizer, text, tokens + at, tokens + count);
        size_t start = tokens[at].start, end = tokens[at + torn - 1].end;
        tokens[kept] = tokens[at];
        tokens[kept].is_torn = torn > 1;
        if (torn > 1)
            place(tokenizer, text, &tokens[kept], slice_of(text + start, end - start));
        at += torn;
    }
    return kept;
}

size_t tokens_take(const struct tokenizer *tokenizer, const char *text, struct slice *rest,
                   struct token *tokens, size_t most)
{
    size_t count = 0;
    bool may_be_torn = false;
    while (count < most) {
        bool has_space = skip_space(rest) || rest->bytes == text;
        if (!rest->length)
            break;
        struct slice bytes = slice_of(rest->bytes, token_length(tokenizer, *rest, has_space));
        tokens[count].has_space = has_space;
        tokens[count].is_torn = false;
        place(tokenizer, text, &tokens[count], bytes);
        *rest = slice_from_offset(*rest, bytes.length);
        may_be_torn = may_be_torn || (has_space && is_stop(text, &tokens[count]));
        count++;
    }
    return may_be_torn ? join_torn(tokenizer, text, tokens, count) : count;
}

bool token_may_join(const struct token *token)
{
    const struct token *next = token + 1;
    bool are_numbers = token->shape == SHAPE_NUMBER && next->shape == SHAPE_NUMBER;
    /* A letter is up to two bytes long, and its full stop one. */
    bool is_title = token->shape == SHAPE_ABBREVIATION && token->end - token->start > 3;
    return next->has_space && shape_is_word(token->shape) && shape_is_word(next->shape) &&
           !are_numbers && !is_title;
}
