#include "mojibake.h"

#include "context.h"
#include "mojibake_honest.h"
#include "mojibake_loss.h"
#include "mojibake_text.h"
#include "mojibake_word.h"

/* How a line is read again:
 *
 * A sequence is the characters that the bytes of one character were read as: `Ã´` for ô, `á»‡` for
 * ệ. It is certain where no one writes so, doubtful where someone may: `XÃ”` is Xã in capitals and
 * a quote, or Xô. A line with a certain sequence is given away. Then its doubtful sequences are
 * read again as well, if no honest letter stands in the line, and what was lost is looked for: a
 * loss is a sequence without its last character. Words of the language decide what it was. */

enum {
    MOST_READINGS = 4,
    LEFT_GUILLEMET = 0xAB,
    RIGHT_GUILLEMET = 0xBB,
};

/* What a line shows when read as a page's misreading. */
struct evidence {
    size_t certain;     /* sequences that only mojibake explains, and losses */
    size_t doubtful;    /* sequences that it may explain */
    size_t honest;      /* letters that are not ASCII and opening guillemets, of neither */
    bool has_small;     /* letters from a to z */
    unsigned intact;    /* fragile bytes that stand in sequences: such were not lost in this line */
    bool has_guillemet; /* one stands by itself: others may close what it opens */
};

static void weigh_sequence(struct evidence *evidence, enum page page, struct place *place,
                           const struct sequence *sequence)
{
    uint32_t script;
    if (place_has_mojibake(place, page, sequence, &script))
        evidence->certain++;
    else
        evidence->doubtful++;
    evidence->intact |= loss_fragility(page_byte(page, sequence->read_as[sequence->count - 1]));
    place_pass(place, sequence, script);
}

/* A loss is certain in `lÃ`: a capital behind a small letter, and nothing behind it. No other lead
 * comes to stand so: of the letters that end in A0 à is the only small one. `LÃ m` may be honest.
 */
static void weigh_loss(struct evidence *evidence, struct place *place, const struct loss *loss)
{
    bool is_inside = character_is_lower(place->before) && loss_lead(loss) == LEAD_A_TILDE;
    place_advance(place, loss->rest, 0);
    evidence->certain += is_inside && !unicode_is_letter(text_first(place->rest));
    bool is_inside_word = unicode_is_letter(text_first(place->rest));
    evidence->doubtful += loss_lead(loss) == LEAD_A_TILDE ? text_first(place->rest) == ' '
                                                          : loss->count == 2 && is_inside_word;
}

static struct evidence gather_evidence(enum page page, struct slice text)
{
    struct evidence evidence = {0};
    struct place place = {.rest = text};
    while (place.rest.length) {
        struct sequence sequence;
        struct loss loss;
        uint32_t character = text_first(place.rest);
        if (character < 0x80) {
            evidence.has_small |= character >= 'a' && character <= 'z';
            place_step(&place);
        } else if (place_read(&place, page, &sequence)) {
            weigh_sequence(&evidence, page, &place, &sequence);
        } else if (loss_read(&loss, page, place.rest)) {
            weigh_loss(&evidence, &place, &loss);
        } else {
            evidence.honest += unicode_is_letter(character) || character == LEFT_GUILLEMET;
            evidence.has_guillemet |= character == LEFT_GUILLEMET || character == RIGHT_GUILLEMET;
            place_step(&place);
        }
    }
    return evidence;
}

/* One reading of a line. */
struct reader {
    enum page page;
    struct evidence evidence;
    struct word_reader words;
    struct buffer *out;
};

/* True where the word is not what stands there. */
static bool guess_is_misread(const struct guess *guess, struct slice text)
{
    size_t length = text.length - guess->rest.length;
    return unicode_count(slice_of(text.bytes, length)) > guess->word.count;
}

/* Takes the word at the place, whatever was lost of it, if it is one of the language. Returns false
 * if not, or if what stands there may be honest. */
static bool take_word(struct reader *reader, struct place *place)
{
    struct guess guess = word_guess(&reader->words, place->rest);
    if (!guess.score)
        return false;
    if (reader->evidence.honest && word_frequency_as_is(&reader->words, place->rest) &&
        !word_is_far_commoner(&reader->words, &guess, place->rest))
        return false;
    for (unsigned i = 0; i < guess.word.count; i++)
        unicode_append(reader->out, guess.word.letters[i]);
    bool is_misread = guess_is_misread(&guess, place->rest);
    place_advance(place, guess.rest, 0);
    place->is_behind_misread = is_misread && sequence_may_go_on(reader->page, place->before);
    return true;
}

/* True for `á»` and a sign, in a line where nothing opens what the guillemet would close. */
static bool has_stray_guillemet(const struct reader *reader, const struct sequence *sequence)
{
    return reader->page == PAGE_WINDOWS && !reader->evidence.has_guillemet &&
           sequence->read_as[0] == LEAD_A_ACUTE_SMALL && sequence->read_as[1] == RIGHT_GUILLEMET;
}

static bool is_certain(struct reader *reader, struct place *place, const struct sequence *sequence,
                       uint32_t *script)
{
    return place_has_mojibake(place, reader->page, sequence, script) || !reader->evidence.honest ||
           has_stray_guillemet(reader, sequence);
}

static bool take_sequence(struct reader *reader, struct place *place)
{
    struct sequence sequence;
    uint32_t script;
    if (!place_read(place, reader->page, &sequence))
        return false;
    if (!is_certain(reader, place, &sequence, &script))
        return false;
    unicode_append(reader->out, sequence.character);
    place_pass(place, &sequence, script);
    return true;
}

/* Takes the loss at the place, where no word tells what it was. Returns false where nothing else
 * does: but for quotes, and for what a row of sequences ends in, nothing does beside honest
 * letters. */
static bool take_loss(struct reader *reader, struct place *place)
{
    struct loss loss;
    struct mending mending;
    if (!loss_read(&loss, reader->page, place->rest))
        return false;
    if (!loss_mend_quote(&mending, &loss) &&
        ((reader->evidence.honest && !place_is_behind_row(place)) ||
         !loss_mend_alone(&mending, &loss, reader->page, place->before)))
        return false;
    if (mending.character)
        unicode_append(reader->out, mending.character);
    place_advance(place, mending.rest, 0);
    return true;
}

static void take_character(struct reader *reader, struct place *place)
{
    unicode_append(reader->out, text_first(place->rest));
    place_step(place);
}

static void read_line(struct reader *reader, struct slice text)
{
    struct place place = {.rest = text};
    while (place.rest.length) {
        bool is_in_word = context_is_word_character(unicode_last(buffer_slice(reader->out)));
        if (!is_in_word && take_word(reader, &place))
            continue;
        if (!take_sequence(reader, &place) && !take_loss(reader, &place))
            take_character(reader, &place);
    }
}

/* True where the word is misread and far commoner so: `HÃª` is Hê and not Hã with a sign behind
 * it. */
static bool is_telling(struct word_reader *words, struct slice text)
{
    struct guess guess = word_guess_intact(words, text);
    return guess_is_misread(&guess, text) && word_is_far_commoner(words, &guess, text);
}

/* The same beside honest letters, where words in capitals tell nothing. */
static bool is_telling_in_honest_line(struct word_reader *words, struct slice text)
{
    return is_telling(words, text) || word_lost_its_space(words, text);
}

static bool has_telling_word(struct reader *reader, struct slice text)
{
    struct place place = {.rest = text};
    for (; place.rest.length; place_step(&place)) {
        if (context_is_word_character(place.before))
            continue;
        if (reader->evidence.honest ? is_telling_in_honest_line(&reader->words, place.rest)
                                    : is_telling(&reader->words, place.rest))
            return true;
    }
    return false;
}

/* True where the line, so read, is mojibake in all or in part. Beside honest letters the words of
 * the language tell only where these are of the language. */
static bool is_convincing(struct reader *reader, struct slice text)
{
    const struct evidence *evidence = &reader->evidence;
    if (evidence->certain || !evidence->doubtful)
        return evidence->certain;
    if (evidence->honest && context_of(text, reader->words.language) == CONTEXT_FOREIGN)
        return false;
    return has_telling_word(reader, text);
}

/* Appends the text as it was before it was misread as the page. Returns false, and appends nothing,
 * where it was not. */
static bool undo_page(struct buffer *out, enum page page, const struct evidence *evidence,
                      struct slice text, const struct language *language)
{
    struct reader reader = {.page = page, .evidence = *evidence, .out = out};
    reader.words = (struct word_reader){
        .language = language,
        .page = page,
        .intact = evidence->intact,
        .has_small = evidence->has_small,
        .is_partly_honest = evidence->honest,
        .has_guillemet = evidence->has_guillemet,
    };
    bool is_mojibake = is_convincing(&reader, text);
    if (is_mojibake)
        read_line(&reader, text);
    word_reader_release(&reader.words);
    return is_mojibake;
}

/* The same for the likelier page, or else the other one. */
static bool undo_once(struct buffer *out, struct slice text, const struct language *language)
{
    struct evidence windows = gather_evidence(PAGE_WINDOWS, text);
    struct evidence mac = gather_evidence(PAGE_MAC, text);
    if (mac.certain > windows.certain)
        return undo_page(out, PAGE_MAC, &mac, text, language);
    return undo_page(out, PAGE_WINDOWS, &windows, text, language) ||
           undo_page(out, PAGE_MAC, &mac, text, language);
}

/* Text that was misread more often than that is not touched at all, so that a second repair finds
 * nothing to do. */
void mojibake_repair(struct buffer *out, struct slice text, const struct language *language)
{
    struct buffer now = {0}, next = {0};
    struct slice repaired = text;
    unsigned readings = 0;
    while (readings <= MOST_READINGS && undo_once(&next, repaired, language) &&
           !slice_equal(repaired, buffer_slice(&next))) {
        struct buffer swap = now;
        now = next;
        next = swap;
        buffer_clear(&next);
        repaired = buffer_slice(&now);
        readings++;
    }
    buffer_append(out, readings <= MOST_READINGS ? repaired : text);
    buffer_release(&now);
    buffer_release(&next);
}

bool mojibake_may_begin(uint32_t first, uint32_t second)
{
    return sequence_may_begin(PAGE_WINDOWS, first, second) ||
           sequence_may_begin(PAGE_MAC, first, second) ||
           (page_byte(PAGE_WINDOWS, first) == LEAD_A_TILDE && !unicode_is_letter(second));
}
