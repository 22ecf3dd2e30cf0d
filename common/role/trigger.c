#include "trigger.h"

#include "pattern_strings.h"

#include "../memory.h"
#include "../unicode.h"
#include "line.h"

#include <stdlib.h>

enum {
    NUMBER_FREQUENCY = 1000000,
    YEAR_FREQUENCY = 60000, /* of numbers of a length that is known and not short */
    YEAR_LENGTH = 4,
    FIRST_ADVANTAGE = 50, /* so much rarer is a token as the first of its text */
};

/* Chooses tokens. */
struct chooser {
    trigger_frequency *frequency;
    void *context;
    struct buffer token;
};

/* A token found in a string. */
struct choice {
    size_t start, length;
    uint32_t frequency;
    bool is_whole; /* it is known from end to end */
    bool is_first; /* nothing but marks stands before it in the text */
};

static bool is_letter(uint32_t character)
{
    return character < PATTERN_ANYTHING &&
           (unicode_is_letter(character) || unicode_class_of(character) == UNICODE_MARK);
}

static bool is_digit(uint32_t character)
{
    return character == PATTERN_NUMBER ||
           (character < PATTERN_ANYTHING && unicode_class_of(character) == UNICODE_DIGIT);
}

static bool is_mark(uint32_t character)
{
    if (character >= PATTERN_ANYTHING)
        return false;
    enum unicode_class class = unicode_class_of(character);
    return class != UNICODE_SPACE && class != UNICODE_CONTROL;
}

static void spell(struct buffer *token, const struct pattern_string *string, struct choice choice)
{
    buffer_clear(token);
    for (size_t i = 0; i < choice.length; i++)
        unicode_append(token, unicode_lower(string->characters[choice.start + i]));
}

/* What is from `start` to `end` is a whole token if it is known what stands at both ends. */
static bool is_whole(const struct pattern_string *string, size_t start, size_t end)
{
    return start > 0 && end < string->length && string->characters[start - 1] != PATTERN_ANYTHING &&
           string->characters[end] != PATTERN_ANYTHING;
}

static size_t end_of_run(const struct pattern_string *string, size_t start,
                         bool (*belongs)(uint32_t character))
{
    size_t end = start;
    while (end < string->length && belongs(string->characters[end]))
        end++;
    return end;
}

/* The token that begins at `start`, if one does; else length 1, and not whole. */
static struct choice token_at(struct chooser *chooser, const struct pattern_string *string,
                              size_t start)
{
    struct choice choice = {start, 1, NUMBER_FREQUENCY, false, false};
    uint32_t character = string->characters[start];
    if (is_digit(character)) {
        choice.length = end_of_run(string, start, is_digit) - start;
        choice.is_whole = is_whole(string, start, start + choice.length);
        if (choice.is_whole && choice.length >= YEAR_LENGTH)
            choice.frequency = YEAR_FREQUENCY;
        return choice;
    }
    if (is_letter(character)) {
        choice.length = end_of_run(string, start, is_letter) - start;
        choice.is_whole = is_whole(string, start, start + choice.length);
    } else {
        choice.is_whole = is_mark(character);
    }
    if (choice.is_whole) {
        spell(&chooser->token, string, choice);
        choice.frequency = chooser->frequency(chooser->context, buffer_slice(&chooser->token));
    }
    return choice;
}

/* Numbers will do even where only a part is known. */
static bool will_do(const struct pattern_string *string, struct choice choice)
{
    return choice.is_whole || is_digit(string->characters[choice.start]);
}

/* Neither a token of letters or digits, nor what may hold one. */
static bool is_between(uint32_t character)
{
    return character != PATTERN_ANYTHING && !is_letter(character) && !is_digit(character);
}

/* The rarest token; length 0 where there is none. */
static struct choice rarest_token(struct chooser *chooser, const struct pattern_string *string)
{
    struct choice best = {0, 0, UINT32_MAX, false, false}, next;
    bool is_first = string->length && string->characters[0] == PATTERN_START;
    for (size_t at = 0; at < string->length; at = next.start + next.length) {
        next = token_at(chooser, string, at);
        if (is_first && !is_between(string->characters[at])) {
            next.is_first = next.is_whole;
            is_first = false;
        }
        if (next.is_first)
            next.frequency /= FIRST_ADVANTAGE;
        if (will_do(string, next) && next.frequency < best.frequency)
            best = next;
    }
    return best;
}

/* The last letters, which may become a token with what follows. */
static struct pattern_part last_letters(struct chooser *chooser,
                                        const struct pattern_string *string)
{
    size_t start = string->length;
    while (start > 0 && is_letter(string->characters[start - 1]))
        start--;
    struct choice choice = {start, string->length - start, UINT32_MAX, false, false};
    if (start > 0 && choice.length && string->characters[start - 1] != PATTERN_ANYTHING) {
        spell(&chooser->token, string, choice);
        choice.frequency = chooser->frequency(chooser->context, buffer_slice(&chooser->token));
    }
    return (struct pattern_part){choice.start, choice.length, choice.frequency};
}

/* The rarest token, or what may become one, with what stands around it. */
static struct pattern_part choose_part(void *context, const struct pattern_string *string)
{
    struct choice best = rarest_token(context, string);
    struct pattern_part part = {best.start, best.length, best.frequency};
    if (!best.length)
        part = last_letters(context, string);
    if (best.is_first) {
        part.length += part.start;
        part.start = 0;
    } else if (part.start > 0) {
        part.start--;
        part.length++;
    }
    if (part.start + part.length < string->length)
        part.length++;
    return part;
}

static void add_token(struct trigger *trigger, struct slice name, bool is_first)
{
    uint64_t token = line_token_hash(name);
    if (is_first)
        token = trigger_first(token);
    for (size_t i = 0; i < trigger->count; i++)
        if (trigger->tokens[i] == token)
            return;
    trigger->tokens =
        memory_resize_array(trigger->tokens, trigger->count + 1, sizeof *trigger->tokens);
    trigger->tokens[trigger->count++] = token;
}

static void add_number(struct trigger *trigger, struct choice choice)
{
    size_t least = 1, most = LINE_NUMBER;
    if (choice.is_whole)
        least = most = choice.length < LINE_NUMBER ? choice.length : LINE_NUMBER;
    for (size_t length = least; length <= most; length++)
        add_token(trigger, slice_of("00000", length), choice.is_first);
}

/* Returns false where the string has no token. */
static bool add_string(struct trigger *trigger, struct chooser *chooser,
                       const struct pattern_string *string)
{
    struct choice choice = rarest_token(chooser, string);
    if (!choice.length)
        return false;
    if (is_digit(string->characters[choice.start])) {
        add_number(trigger, choice);
        return true;
    }
    spell(&chooser->token, string, choice);
    add_token(trigger, buffer_slice(&chooser->token), choice.is_first);
    return true;
}

void trigger_init(struct trigger *trigger, struct slice pattern, trigger_frequency *frequency,
                  void *context)
{
    struct chooser chooser = {frequency, context, {0}};
    struct pattern_strings strings;
    *trigger = (struct trigger){0};
    bool good = pattern_strings_init(&strings, pattern, choose_part, &chooser);
    for (size_t i = 0; good && i < strings.count; i++)
        good = add_string(trigger, &chooser, &strings.strings[i]);
    if (!good)
        trigger_release(trigger);
    pattern_strings_release(&strings);
    buffer_release(&chooser.token);
}

void trigger_release(struct trigger *trigger)
{
    free(trigger->tokens);
    *trigger = (struct trigger){0};
}
