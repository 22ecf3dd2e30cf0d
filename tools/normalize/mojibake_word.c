#include "mojibake_word.h"

#include "context.h"
#include "mojibake_loss.h"
#include "mojibake_text.h"

enum {
    WORD_LOSSES = 2,  /* in one syllable: Đ and a vowel */
    CORPUS = 10000000 /* words, of which word_frequency tells */
};

void word_reader_release(struct word_reader *reader)
{
    buffer_release(&reader->spelled);
    buffer_release(&reader->composed);
}

/* True for words in capitals, in small letters, and in small letters but for the first one. */
static bool word_has_even_case(const struct word *word)
{
    bool has_small = character_is_lower(word->letters[0]), has_capital = false;
    for (unsigned i = 1; i < word->count; i++) {
        enum unicode_class class = unicode_class_of(word->letters[i]);
        has_small = has_small || class == UNICODE_LOWER;
        has_capital = has_capital || class == UNICODE_UPPER;
    }
    return !(has_small && has_capital);
}

/* The word in Normalization Form C, which costs something only where it has marks. */
static struct slice spell(struct word_reader *reader, const struct word *word)
{
    bool has_marks = false;
    buffer_clear(&reader->spelled);
    for (unsigned i = 0; i < word->count; i++) {
        has_marks = has_marks || unicode_class_of(word->letters[i]) == UNICODE_MARK;
        unicode_append(&reader->spelled, word->letters[i]);
    }
    if (!has_marks)
        return buffer_slice(&reader->spelled);
    buffer_clear(&reader->composed);
    unicode_append_nfc(&reader->composed, buffer_slice(&reader->spelled));
    return buffer_slice(&reader->composed);
}

/* How often the word is met; 0 also where its case is none that words are written in. */
static uint32_t frequency_of(struct word_reader *reader, const struct word *word)
{
    if (!word->count || !word_has_even_case(word))
        return 0;
    return reader->language->word_frequency(spell(reader, word));
}

/* The search for the best of all the words that a text may begin with. */
struct search {
    struct word_reader *reader;
    struct word word;     /* as far as it is read */
    unsigned losses_left; /* that it may still have */
    unsigned weight;      /* how much likelier these losses are than others */
    bool has_open_space;  /* a space stands behind a loss: its own, or one between words */
    bool has_taken_space; /* it was taken for its own */
    struct guess best;
};

static void search_on(struct search *search, struct slice rest);

/* The best word with at most so many losses. */
static struct guess search_word(struct word_reader *reader, struct slice text, unsigned losses)
{
    struct search search = {
        .reader = reader,
        .losses_left = losses,
        .weight = 1,
        .best.rest = text,
    };
    search_on(&search, text);
    return search.best;
}

/* How likely what stands behind a word is. Two words compete with one by how often they come to
 * stand beside each other by chance. */
static uint64_t weight_of_rest(const struct search *search, struct slice rest)
{
    if (!search->has_open_space || search->has_taken_space)
        return CORPUS;
    uint32_t next = search_word(search->reader, text_behind_first(rest), 0).frequency;
    return next ? next : 1;
}

/* The word as far as it was read ends here. */
static void search_end(struct search *search, struct slice rest)
{
    uint32_t frequency = frequency_of(search->reader, &search->word);
    if (!frequency)
        return;
    uint64_t score = weight_of_rest(search, rest) * frequency * search->weight;
    if (score > search->best.score)
        search->best = (struct guess){score, frequency, search->word, rest};
}

static void search_with(struct search *search, uint32_t letter, struct slice rest)
{
    if (search->word.count == WORD_LETTERS)
        return;
    search->word.letters[search->word.count++] = letter;
    search_on(search, rest);
    search->word.count--;
}

/* The last byte was A0, and the no-break space that it was read as became the space that `rest`
 * begins with. That may have melted with another one, which stood between words. Two spaces have
 * not: one of them must be the letter's. */
static void search_space(struct search *search, uint32_t letter, struct slice rest)
{
    enum { WEIGHT = 16, WEIGHT_OF_TWO = 4096 };
    struct slice after = text_behind_first(rest);
    enum loss_behind behind = loss_look_behind_space(search->reader->page, after);
    search->has_open_space = behind == LOSS_BEHIND_WORD;
    search->weight = text_first(after) == ' ' ? WEIGHT_OF_TWO : WEIGHT;
    if (behind != LOSS_BEHIND_OTHER) {
        search->has_taken_space = true;
        search_with(search, letter, after);
        search->has_taken_space = false;
    }
    if (behind != LOSS_BEHIND_END)
        search_with(search, letter, rest);
    search->weight = 1;
}

static void search_byte(struct search *search, const struct loss *loss, int byte, struct slice rest)
{
    uint32_t letter = loss_mend(*loss, byte);
    if (context_is_word_character(letter))
        search_with(search, letter, rest);
}

/* Tries every byte that may have been lost. */
static void search_loss(struct search *search, const struct loss *loss)
{
    unsigned intact = search->reader->intact;
    uint32_t next = text_first(loss->rest), spaced = loss_mend(*loss, NO_BREAK_SPACE);
    struct slice behind_hole = loss->rest;
    bool may_be_hole = !(intact & FRAGILITY_HOLE);
    bool is_marked = loss_take_hole(&behind_hole) && may_be_hole;
    if (!search->losses_left || search->word.count == WORD_LETTERS)
        return;
    search->losses_left--;
    if (next == ' ' && unicode_is_letter(spaced) && !(intact & FRAGILITY_SPACE))
        search_space(search, spaced, loss->rest);
    if (next != ' ' && !context_is_word_character(next) && (!next || !(intact & FRAGILITY_SPACE)))
        search_byte(search, loss, NO_BREAK_SPACE, loss->rest);
    if (!is_marked && !(intact & FRAGILITY_HYPHEN))
        search_byte(search, loss, SOFT_HYPHEN, loss->rest);
    for (size_t i = 0; may_be_hole && i < LOSS_HOLES; i++)
        search_byte(search, loss, loss_holes[i], behind_hole);
    search->losses_left++;
}

/* Goes on from what was read so far. */
static void search_on(struct search *search, struct slice rest)
{
    enum page page = search->reader->page;
    uint32_t letter = text_first(rest);
    struct slice after = text_behind_first(rest);
    struct sequence sequence;
    struct loss loss;
    bool is_loss = false;
    if (sequence_read(&sequence, page, rest)) {
        letter = sequence.character;
        after = sequence.rest;
    } else if (loss_read(&loss, page, rest)) {
        letter = loss_mend(loss, SOFT_HYPHEN);
        is_loss = true;
    }
    if (!context_is_word_character(letter))
        search_end(search, rest);
    else if (is_loss)
        search_loss(search, &loss);
    else
        search_with(search, letter, after);
}

struct guess word_guess(struct word_reader *reader, struct slice text)
{
    return search_word(reader, text, WORD_LOSSES);
}

struct guess word_guess_intact(struct word_reader *reader, struct slice text)
{
    return search_word(reader, text, 0);
}

/* Takes the word that *text begins with off it, as it stands. Returns false where it is too long to
 * be one of the language. */
static bool take_as_is(struct slice *text, struct word *word)
{
    struct slice rest = *text;
    uint32_t letter;
    word->count = 0;
    while (unicode_next(&rest, &letter) && context_is_word_character(letter)) {
        if (word->count == WORD_LETTERS)
            return false;
        word->letters[word->count++] = letter;
        *text = rest;
    }
    return true;
}

uint32_t word_frequency_as_is(struct word_reader *reader, struct slice text)
{
    struct word word;
    return take_as_is(&text, &word) ? frequency_of(reader, &word) : 0;
}

/* True where the guess has letters behind the signs that it stands as. */
static bool goes_on(const struct guess *guess, struct slice text)
{
    struct word word;
    struct slice rest = text;
    bool is_short = take_as_is(&rest, &word);
    uint32_t last = unicode_last(slice_of(text.bytes, text.length - guess->rest.length));
    return is_short && rest.length > guess->rest.length && context_is_word_character(last);
}

/* What the guess was read from. */
static struct slice signs_of(const struct guess *guess, struct slice text)
{
    return slice_of(text.bytes, text.length - guess->rest.length);
}

static bool ends_small(const struct guess *guess)
{
    return guess->word.count && character_is_lower(guess->word.letters[guess->word.count - 1]);
}

/* True where the guess stands as a word and signs that no one writes behind it: a guillemet that
 * closes nothing and one more sign (`phá»‘`), or a soft hyphen or no-break space before a space. */
static bool has_stray_signs(const struct word_reader *reader, const struct guess *guess,
                            struct slice text)
{
    struct slice signs = signs_of(guess, text);
    uint32_t last = unicode_take_last(&signs);
    if (reader->page != PAGE_WINDOWS || !reader->is_partly_honest || reader->has_guillemet)
        return false;
    if (!ends_small(guess) && guess->word.count > 1)
        return false;
    if (last == NO_BREAK_SPACE || last == SOFT_HYPHEN)
        return reader->has_small && character_closes(text_first(guess->rest));
    return unicode_take_last(&signs) == 0xBB && unicode_last(signs) == LEAD_A_ACUTE_SMALL;
}

enum { FAR = 8 /* times as often */ };

bool word_lost_its_space(struct word_reader *reader, struct slice text)
{
    struct guess guess = word_guess(reader, text);
    if (!ends_small(&guess))
        return false;
    if (goes_on(&guess, text))
        return guess.frequency >= FAR;
    return unicode_last(signs_of(&guess, text)) == ' ' && text_first(guess.rest) == ' ' &&
           word_is_far_commoner(reader, &guess, text);
}

bool word_is_far_commoner(struct word_reader *reader, const struct guess *guess, struct slice text)
{
    bool tells = ends_small(guess) || !reader->is_partly_honest;
    uint64_t as_is = word_frequency_as_is(reader, text);
    if (tells && goes_on(guess, text))
        return guess->frequency >= FAR;
    if (has_stray_signs(reader, guess, text))
        return guess->frequency >= FAR && (uint64_t) FAR * FAR * guess->frequency >= as_is;
    return reader->has_small && ends_small(guess) && guess->frequency >= FAR * (as_is + 1);
}
