#include "line.h"

#include "../hash.h"
#include "../unicode.h"

enum {
    TABLE = 0x2140, /* characters whose traits are kept: past the general punctuation and signs */
    LABEL_WORDS = 5,
};

/* What a character counts as, or-ed. */
enum mark {
    MARK_QUOTE = 1 << 0,
    MARK_SEPARATOR = 1 << 1,
    MARK_CLOSES = 1 << 2, /* a sentence, at the end of a word */
    MARK_SIGN = 1 << 3,   /* see struct line */
};

struct trait {
    uint16_t lower; /* the character in lower case; of others than the first 65536 a part */
    uint8_t class;  /* enum unicode_class */
    uint8_t marks;
    uint64_t unit; /* what it adds to struct pass.counts */
};

static struct trait traits[TABLE];
static bool table_is_filled;

static uint8_t marks_of(uint32_t character)
{
    switch (character) {
    case '"':
    case 0x201D: /* ” */
        return MARK_QUOTE | MARK_CLOSES;
    case 0x201C: /* “ */
    case 0x00AB: /* « */
        return MARK_QUOTE;
    case 0x00BB: /* » */
        return MARK_SEPARATOR | MARK_CLOSES | MARK_SIGN;
    case ':':
    case '(':
    case '[':
    case '@':
    case '*':
    case 0x00A9: /* © */
    case 0x00AE: /* ® */
    case 0x2122: /* ™ */
        return MARK_SIGN;
    case '.':
    case '?':
    case '!':
    case 0x2026: /* … */
        return MARK_CLOSES;
    case '|':
    case '>':
        return MARK_SEPARATOR | MARK_SIGN;
    case '/':
    case 0x203A: /* › */
    case 0x2022: /* • */
    case 0x00B7: /* · */
        return MARK_SEPARATOR;
    default:
        return 0;
    }
}

/* Where the characters of a class are counted: 16 bits each, as there are at most LINE_WHOLE. */
enum { COUNT_UPPER = 0, COUNT_LOWER = 16, COUNT_LETTER = 32, COUNT_DIGIT = 48 };

static uint64_t unit_of(enum unicode_class class)
{
    switch (class) {
    case UNICODE_UPPER:
        return (uint64_t) 1 << COUNT_UPPER;
    case UNICODE_LOWER:
        return (uint64_t) 1 << COUNT_LOWER;
    case UNICODE_LETTER:
        return (uint64_t) 1 << COUNT_LETTER;
    case UNICODE_DIGIT:
        return (uint64_t) 1 << COUNT_DIGIT;
    default:
        return 0;
    }
}

static struct trait find_trait(uint32_t character)
{
    enum unicode_class class = unicode_class_of(character);
    return (struct trait){(uint16_t) unicode_lower(character), (uint8_t) class, marks_of(character),
                          unit_of(class)};
}

static void fill_table(void)
{
    for (uint32_t character = 0; character < TABLE; character++)
        traits[character] = find_trait(character);
    table_is_filled = true;
}

/* Where a pass over characters is. */
struct pass {
    struct line *line;
    struct line_tokens *tokens;
    uint64_t counts;     /* of characters, by class, see unit_of */
    const char *word;    /* where the word at hand begins; null between words */
    size_t word_tokens;  /* tokens with letters or digits before it */
    size_t named_tokens; /* tokens with letters or digits so far */
    uint32_t word_first; /* its first character */
    bool is_capitalized; /* that is an upper-case letter */
    const char *token;   /* where the token at hand begins; null between tokens */
    uint64_t hash;       /* of it so far */
    size_t digits;       /* it has; 0: it is of letters */
    size_t part_words;   /* since the last separator */
    uint32_t before;     /* the character before */
    bool ends_sentence;  /* the word before does */
    bool may_be_label;   /* no colon came yet */
};

/* A multiplicative hash; the sum keeps high bits in play. */
static inline uint64_t mix(uint64_t hash, uint64_t value)
{
    return (hash ^ value) * 0x9E3779B97F4A7C15u + (hash >> 29);
}

enum { SEED = 0x51ED270B };

static inline void add_token(struct line_tokens *tokens, uint64_t hash, const char *start,
                             const char *end)
{
    tokens->tokens[tokens->count++] = (struct line_token){hash, {start, (size_t) (end - start)}};
}

/* Of a token of letters or digits. */
static inline void end_token(struct pass *pass, const char *end)
{
    struct line *line = pass->line;
    if (!pass->token)
        return;
    uint64_t hash = pass->hash | 1;
    add_token(pass->tokens, hash, pass->token, end);
    line->key = mix(line->key, hash);
    line->end = hash;
    if (!pass->named_tokens++)
        line->start = hash;
    pass->token = NULL;
    pass->digits = 0;
}

static inline void extend_token(struct pass *pass, const char *at, uint32_t lower, bool is_digit)
{
    if (pass->token && (pass->digits > 0) != is_digit)
        end_token(pass, at);
    if (!pass->token) {
        pass->token = at;
        pass->hash = SEED;
    }
    if (!is_digit) {
        pass->hash = mix(pass->hash, lower);
        return;
    }
    pass->line->key = mix(pass->line->key, lower); /* the token keeps only their number */
    if (pass->digits++ < LINE_NUMBER)
        pass->hash = mix(pass->hash, '0');
}

/* Short words that end with an upper-case letter and a stop, such as "TP." and "A." */
static bool is_abbreviation(struct slice word)
{
    uint32_t before = unicode_last(slice_of(word.bytes, word.length - 1));
    return word.length <= 5 && unicode_class_of(before) == UNICODE_UPPER;
}

static void end_part(struct pass *pass)
{
    struct line *line = pass->line;
    line->parts += pass->part_words > 0;
    if (pass->part_words > line->longest_part)
        line->longest_part = pass->part_words;
    pass->part_words = 0;
}

static void end_word(struct pass *pass, const char *end, uint8_t last_marks)
{
    struct line *line = pass->line;
    struct slice word = slice_of(pass->word, (size_t) (end - pass->word));
    if (!line->words++) {
        line->first_word = word;
        line->first = pass->word_first;
    }
    line->last_word = word;
    line->last = pass->before;
    line->stops_inside += pass->is_capitalized && pass->ends_sentence;
    line->capitalized_words += pass->is_capitalized;
    pass->ends_sentence = (last_marks & MARK_CLOSES) && !is_abbreviation(word);
    pass->part_words += pass->named_tokens > pass->word_tokens;
    pass->word = NULL;
}

/* A word that is a separator and nothing else, or one that ends a part inside of a word. A slash
 * counts only before white space: and/or, 1/2. */
static bool separates(uint32_t character, const char *behind, const char *end)
{
    return character != '/' || (behind < end && *behind == ' ');
}

static inline void take_other(struct pass *pass, uint32_t character, const struct trait *trait,
                              const char *start, const char *behind, const char *end)
{
    struct line *line = pass->line;
    end_token(pass, start);
    if (trait->class == UNICODE_CONTROL)
        return;
    add_token(pass->tokens, mix(SEED, trait->lower) | 1, start, behind);
    line->commas += character == ',';
    line->has_quote |= (trait->marks & MARK_QUOTE) != 0;
    line->has_sign |= (trait->marks & MARK_SIGN) != 0;
    if (trait->marks & MARK_SEPARATOR && separates(character, behind, end)) {
        line->separators++;
        end_part(pass);
    }
    if (character == ':' && pass->may_be_label) {
        pass->may_be_label = false;
        bool is_time = pass->before >= '0' && pass->before <= '9';
        line->has_label = !is_time && line->words + 1 <= LABEL_WORDS && behind < end;
    }
}

/* Takes a character of a word. */
static inline void take_character(struct pass *pass, uint32_t character, const struct trait *trait,
                                  const char *start, const char *behind, const char *end)
{
    if (!pass->word) {
        pass->word = start;
        pass->word_tokens = pass->named_tokens;
        pass->word_first = character;
        pass->is_capitalized = trait->class == UNICODE_UPPER;
    }
    switch (trait->class) {
    case UNICODE_UPPER:
    case UNICODE_LOWER:
    case UNICODE_LETTER:
        pass->line->has_foreign |= character >= 0x80;
        extend_token(pass, start, trait->lower, false);
        break;
    case UNICODE_DIGIT:
        extend_token(pass, start, trait->lower, true);
        break;
    case UNICODE_MARK:
        if (pass->token) {
            pass->hash = mix(pass->hash, trait->lower);
            break;
        }
        /* fall through */
    default:
        take_other(pass, character, trait, start, behind, end);
    }
    pass->before = character;
}

/* Goes on with a part of the text. */
static void pass_over(struct pass *pass, struct slice text)
{
    const char *at = text.bytes, *end = at ? at + text.length : at;
    uint8_t marks = 0;
    uint64_t counts = pass->counts;
    while (at < end) {
        const char *start = at;
        uint32_t character;
        struct trait found;
        const struct trait *trait = &found;
        size_t length = unicode_decode(at, end, &character);
        if (!length) {
            pass->line->is_valid = false;
            character = UNICODE_REPLACEMENT;
            length = 1;
        }
        at += length;
        if (character < TABLE)
            trait = &traits[character];
        else
            found = find_trait(character);
        counts += trait->unit;
        pass->line->characters++;
        if (trait->class != UNICODE_SPACE) {
            take_character(pass, character, trait, start, at, end);
            marks = trait->marks;
            continue;
        }
        end_token(pass, start);
        if (pass->word)
            end_word(pass, start, marks);
    }
    pass->counts = counts;
    end_token(pass, end);
    if (pass->word)
        end_word(pass, end, marks);
}

static bool continues_character(char byte)
{
    return ((unsigned char) byte & 0xC0) == 0x80;
}

/* Eight bytes at a time: those that go on with a character have bit 7 set and bit 6 clear. */
static size_t count_characters(struct slice text)
{
    const uint64_t ones = 0x0101010101010101;
    size_t count = text.length, i = 0;
    for (; i + sizeof(uint64_t) <= text.length; i += sizeof(uint64_t)) {
        uint64_t bytes;
        memcpy(&bytes, text.bytes + i, sizeof bytes);
        count -= ((bytes >> 7 & ~bytes >> 6 & ones) * ones) >> 56;
    }
    for (; i < text.length; i++)
        count -= continues_character(text.bytes[i]);
    return count;
}

/* Between words, if one ends near, and in any case between characters. */
static size_t end_of_head(struct slice text)
{
    size_t end = LINE_HEAD;
    while (end > LINE_HEAD / 2 && text.bytes[end] != ' ')
        end--;
    if (text.bytes[end] == ' ')
        return end;
    for (end = LINE_HEAD; end > LINE_HEAD - 4 && continues_character(text.bytes[end]);)
        end--;
    return end;
}

static size_t start_of_tail(struct slice text)
{
    size_t first = text.length - LINE_TAIL, start = first;
    while (start < first + LINE_TAIL / 2 && text.bytes[start - 1] != ' ')
        start++;
    if (text.bytes[start - 1] == ' ')
        return start;
    for (start = first; start < first + 4 && continues_character(text.bytes[start]);)
        start++;
    return start;
}

static void read_long(struct pass *pass, struct slice text)
{
    size_t head = end_of_head(text), tail = start_of_tail(text);
    pass_over(pass, slice_of(text.bytes, head));
    add_token(pass->tokens, 0, text.bytes + head, text.bytes + tail);
    pass->ends_sentence = false;
    pass_over(pass, slice_from_offset(text, tail));
}

static size_t count_at(uint64_t counts, unsigned place)
{
    return counts >> place & 0xFFFF;
}

static void sum_up(const struct pass *pass)
{
    struct line *line = pass->line;
    line->uppers = count_at(pass->counts, COUNT_UPPER);
    line->lowers = count_at(pass->counts, COUNT_LOWER);
    line->digits = count_at(pass->counts, COUNT_DIGIT);
    line->letters = line->uppers + line->lowers + count_at(pass->counts, COUNT_LETTER);
    line->key_length = line->letters + line->digits;
}

void line_read(struct line *line, struct line_tokens *tokens, struct slice text)
{
    struct pass pass = {.line = line, .tokens = tokens, .may_be_label = true};
    if (!table_is_filled)
        fill_table();
    *line = (struct line){.key = SEED, .is_valid = true};
    tokens->count = 0;
    if (text.length <= LINE_WHOLE) {
        pass_over(&pass, text);
        sum_up(&pass);
    } else {
        read_long(&pass, text);
        sum_up(&pass);
        line->characters = count_characters(text);
        line->key = hash_bytes(text, SEED);
        line->key_length = 0;
    }
    end_part(&pass);
}

uint64_t line_token_hash(struct slice text)
{
    struct line line;
    struct line_tokens tokens;
    line_read(&line, &tokens, text);
    return tokens.count ? tokens.tokens[0].hash : 0;
}
