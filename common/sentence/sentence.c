#include "sentence.h"

#include "../address.h"
#include "../unicode.h"

/* A capital, and behind it a lower-case letter, white space or the end. */
static bool is_capitalized(struct slice text)
{
    uint32_t character;
    if (!unicode_next(&text, &character) || unicode_class_of(character) != UNICODE_UPPER)
        return false;
    if (!unicode_next(&text, &character))
        return true;
    return unicode_class_of(character) == UNICODE_LOWER || unicode_is_space(character);
}

/* True where the next word is known to open sentences rather than stand inside. */
static bool opens_sentences(const struct sentence_weights *weights,
                            const struct following *following)
{
    int opens = 0;
    return sentence_weights_opens(weights, stop_leading_word(following->word), &opens) && opens > 0;
}

/* `xong` before a stop: a word in lower case, or with its first letter only in upper case. */
static bool is_usual_word(const struct word *word)
{
    return unicode_class_of(word->last) == UNICODE_LOWER && !word->stops && !word->digits &&
           !word->others && word->uppers <= 1;
}

/* `5%`, `1969` and `(xong)` before a stop. */
static bool ends_phrase(const struct word *word)
{
    switch (word->last) {
    case '%':
    case '"':
    case ')':
    case 0x201D: /* ” */
        return true;
    default:
        return unicode_class_of(word->last) == UNICODE_DIGIT && !word->stops && !word->is_first;
    }
}

/* Marks with no space behind them end a sentence only before a capitalized word (`xong.Sau đó`),
 * not inside addresses and numbers (`example.Com`, `a.vn/b.Html`, `1.5`). Names of programs look
 * the same (`Node.Js`): only behind a word in lower case and one full stop may it be any word, else
 * it must be one that opens sentences. */
static bool is_glued_end(const struct sentence_weights *weights, const struct stop *stop,
                         const struct word *before, const struct following *following)
{
    bool is_usual = is_usual_word(before);
    if (!(is_usual || ends_phrase(before)) || before->is_in_path || before->is_apart ||
        following->opener != OPENER_NONE || !is_capitalized(following->word) ||
        address_is_ending(stop_leading_word(following->word)))
        return false;
    if (is_usual && stop->is_single && !stop->closes_quote && !stop->closes_bracket &&
        !before->uppers)
        return true;
    return opens_sentences(weights, following);
}

/* `PGS.TS.` is what its last part is. */
static enum abbreviation_kind kind_of(const struct abbreviations *abbreviations, struct slice word)
{
    enum abbreviation_kind kind = abbreviations_find(abbreviations, word);
    if (kind != ABBREVIATION_NONE || !word.length)
        return kind;
    size_t start = word.length - 1;
    while (start > 0 && word.bytes[start - 1] != '.')
        start--;
    return start ? abbreviations_find(abbreviations, slice_from_offset(word, start)) : kind;
}

/* Letters are of Roman numbers. */
static bool is_roman(struct slice word)
{
    for (size_t i = 0; i < word.length; i++)
        if (!memchr("IVX.0123456789", word.bytes[i], 14))
            return false;
    return true;
}

/* `1.`, `II.1.`, `IV.`, `a.` number what follows where they begin it. */
static bool is_list_mark(const struct word *word)
{
    if (word->others || word->is_apart || word->stops > 2 || !word->text.length)
        return false;
    if (word->digits > 2 * (word->stops + 1))
        return false;
    return word->letters == 1 || is_roman(word->text);
}

/* `b. Ý` or `b) Ý`, which begins a sentence in lower case. */
static bool begins_with_list_letter(struct slice text)
{
    uint32_t character;
    if (text.length < 4 || text.bytes[0] < 'a' || text.bytes[0] > 'z' ||
        !memchr(".)", text.bytes[1], 2) || text.bytes[2] != ' ')
        return false;
    text = slice_from_offset(text, 3);
    return unicode_next(&text, &character) && unicode_class_of(character) == UNICODE_UPPER;
}

/* All that the rules look at. */
struct surrounding_text {
    struct slice text;
    struct stop stop;
    struct following following;
    struct word before;
};

static enum sentence_verdict doubted(enum doubt_kind kind, enum doubt_kind *why)
{
    *why = kind;
    return SENTENCE_IN_DOUBT;
}

static enum sentence_verdict ends_if(bool is_so)
{
    return is_so ? SENTENCE_ENDS : SENTENCE_GOES_ON;
}

/* `Vitamin C. Vitamin D`: the next word is the one before the letter again. */
static bool is_repeated(const struct surrounding_text *place)
{
    size_t start = (size_t) (place->before.text.bytes - place->text.bytes);
    struct slice previous = stop_trailing_word(slice_of(place->text.bytes, start));
    return previous.length &&
           slice_equal_ignoring_case(previous, stop_leading_word(place->following.word));
}

/* `K.` in `J. K. Lan`, or `A.` in `Nguyễn V. A.` */
static enum sentence_verdict judge_initial(const struct sentence_weights *weights,
                                           const struct surrounding_text *place,
                                           enum doubt_kind *why)
{
    if (is_repeated(place))
        return SENTENCE_ENDS;
    return place->before.is_behind_stop && !opens_sentences(weights, &place->following)
               ? SENTENCE_GOES_ON
               : doubted(DOUBT_INITIAL, why);
}

/* `Điều 1.`, `Chương II.`: a capitalized word and its number, and nothing before them, are a
 * heading with what follows. */
static bool is_heading_label(const struct surrounding_text *place)
{
    const struct word *word = &place->before;
    size_t start = (size_t) (word->text.bytes - place->text.bytes);
    struct slice previous = stop_trailing_word(slice_of(place->text.bytes, start));
    bool is_number = !word->stops && !word->others && word->letters + word->digits <= 3 &&
                     !(word->letters && word->digits) && is_roman(word->text);
    return is_number && !word->is_apart && previous.bytes == place->text.bytes &&
           is_capitalized(previous);
}

/* `Ch. (36 tuổi)`, `A. (chồng chị B.)`: what stands in the bracket is said of the one before it. */
static bool is_name_before_bracket(const struct surrounding_text *place)
{
    const struct word *word = &place->before;
    enum unicode_class next = unicode_class_of(place->following.first);
    return place->following.opener == OPENER_BRACKET && word->letters && word->letters <= 2 &&
           word->uppers && !word->digits && !word->others &&
           (next == UNICODE_LOWER || next == UNICODE_DIGIT);
}

/* A number, a list mark, an initial, or a word. */
static enum sentence_verdict judge_word(const struct sentence_weights *weights,
                                        const struct surrounding_text *place, enum doubt_kind *why)
{
    const struct word *word = &place->before;
    bool is_upper_next = unicode_class_of(place->following.first) == UNICODE_UPPER;
    bool is_number = word->digits && !word->letters && !word->others;
    if ((word->is_first || word->is_listed) && is_list_mark(word))
        return SENTENCE_GOES_ON;
    if (is_heading_label(place) || is_name_before_bracket(place))
        return SENTENCE_GOES_ON;
    if (is_number)
        return doubted(DOUBT_NUMBER, why);
    if (word->letters == 1 && !word->digits && !word->others && (word->uppers || !word->has_vowel))
        return judge_initial(weights, place, why);
    if (word->stops && word->letters == word->uppers && word->letters == word->stops + 1)
        return judge_initial(weights, place, why);
    if (word->letters > 1 && (!word->has_vowel || word->uppers == word->letters))
        return doubted(DOUBT_SHORT, why);
    return is_upper_next ? SENTENCE_ENDS : doubted(DOUBT_PLAIN, why);
}

static enum sentence_verdict judge_single_stop(const struct sentence_rules *rules,
                                               const struct surrounding_text *place,
                                               enum doubt_kind *why)
{
    bool is_upper_next = unicode_class_of(place->following.first) == UNICODE_UPPER;
    switch (kind_of(&rules->abbreviations, place->before.with_stop)) {
    case ABBREVIATION_JOINS_SURELY:
        return SENTENCE_GOES_ON;
    case ABBREVIATION_ENDS_SURELY:
        return ends_if(is_upper_next);
    case ABBREVIATION_JOINS:
        return is_upper_next ? doubted(DOUBT_ABBREVIATION, why) : SENTENCE_GOES_ON;
    case ABBREVIATION_ENDS:
        return is_upper_next ? doubted(DOUBT_PHRASE, why) : SENTENCE_GOES_ON;
    case ABBREVIATION_NONE:
        break;
    }
    return judge_word(&rules->weights, place, why);
}

static bool is_letter_or_digit(uint32_t character)
{
    return unicode_is_letter(character) || unicode_class_of(character) == UNICODE_DIGIT;
}

/* Marks follow: a sentence may begin with an ellipsis, `...Rồi`, and with nothing else. */
static bool begins_with_ellipsis(struct slice text)
{
    struct stop stop;
    uint32_t character;
    stop_find(text, 0, &stop);
    text = slice_from_offset(text, stop.end);
    return stop.is_ellipsis && unicode_next(&text, &character) && is_letter_or_digit(character);
}

/* What follows leaves no choice, or *is_open. */
static enum sentence_verdict judge_following(const struct surrounding_text *place, bool *is_open)
{
    const struct following *following = &place->following;
    enum unicode_class class = unicode_class_of(following->first);
    *is_open = false;
    if (class == UNICODE_LOWER && following->opener == OPENER_NONE)
        return ends_if(place->stop.is_single && begins_with_list_letter(following->word));
    if (stop_is_mark(following->first))
        return ends_if(begins_with_ellipsis(following->word));
    if (class == UNICODE_PUNCTUATION)
        return SENTENCE_GOES_ON;
    /* Who said it: `“Đi!” - Lan nói`, `Đi đâu? - anh hỏi` */
    if (following->opener == OPENER_DASH &&
        (place->stop.closes_quote || (class == UNICODE_LOWER && !place->stop.is_single)))
        return SENTENCE_GOES_ON;
    *is_open = true;
    return SENTENCE_GOES_ON;
}

static enum sentence_verdict judge_marks(const struct stop *stop, enum doubt_kind *why)
{
    if (stop->is_slashed)
        return SENTENCE_ENDS;
    if (stop->is_single)
        return doubted(DOUBT_CLOSED, why);
    if (stop->is_ellipsis)
        return doubted(DOUBT_ELLIPSIS, why);
    return doubted(stop->mark == '?' ? DOUBT_QUESTION : DOUBT_EXCLAMATION, why);
}

static enum sentence_verdict judge(const struct sentence_rules *rules,
                                   struct surrounding_text *place, enum doubt_kind *why)
{
    bool is_open;
    const struct stop *stop = &place->stop;
    place->following = stop_following(place->text, stop);
    if (!place->following.first || stop->is_wide)
        return SENTENCE_ENDS;
    if (place->following.has_space) {
        enum sentence_verdict verdict = judge_following(place, &is_open);
        if (!is_open)
            return verdict;
    }
    place->before = stop_word_before(place->text, stop);
    if (!place->following.has_space)
        return ends_if(is_glued_end(&rules->weights, stop, &place->before, &place->following));
    if (stop->is_single && !stop->closes_quote && !stop->closes_bracket)
        return judge_single_stop(rules, place, why);
    return judge_marks(stop, why);
}

/* True where the next word and its full stop are an abbreviation. */
static bool is_listed(const struct abbreviations *abbreviations, struct slice text)
{
    struct slice word = stop_leading_word(text);
    if (word.length == text.length || text.bytes[word.length] != '.')
        return false;
    return abbreviations_find(abbreviations, slice_of(text.bytes, word.length + 1)) !=
           ABBREVIATION_NONE;
}

bool sentence_scan_next(const struct sentence_rules *rules, struct sentence_scan *scan,
                        enum sentence_verdict *verdict, struct doubt *doubt)
{
    enum doubt_kind why = DOUBT_ANY;
    struct surrounding_text place = {.text = scan->text};
    if (!stop_find(scan->text, scan->at, &place.stop))
        return false;
    scan->at = place.stop.end;
    *verdict = judge(rules, &place, &why);
    if (*verdict != SENTENCE_IN_DOUBT)
        return true;
    open_marks_read(&scan->open, scan->text, place.stop.end);
    struct surroundings around = {
        .text = scan->text,
        .stop = &place.stop,
        .before = &place.before,
        .following = &place.following,
        .open = &scan->open,
        .is_next_listed = is_listed(&rules->abbreviations, place.following.word),
        .language = rules->language,
    };
    *doubt = doubt_observe(&rules->weights, why, &around);
    return true;
}

size_t sentence_length(const struct sentence_rules *rules, struct slice text)
{
    struct sentence_scan scan = {.text = text};
    enum sentence_verdict verdict;
    struct doubt doubt;
    while (sentence_scan_next(rules, &scan, &verdict, &doubt)) {
        if (verdict == SENTENCE_IN_DOUBT)
            verdict = ends_if(doubt_sum(&rules->weights, &doubt) > 0);
        if (verdict == SENTENCE_ENDS)
            return scan.at;
    }
    return text.length;
}

bool sentence_rules_load_unweighted(struct sentence_rules *rules, const struct language *language)
{
    rules->language = language;
    return abbreviations_load(&rules->abbreviations, language->code) &&
           (!language->load_words || language->load_words());
}

bool sentence_rules_load(struct sentence_rules *rules, const struct language *language)
{
    return sentence_rules_load_unweighted(rules, language) &&
           sentence_weights_load(&rules->weights, language->code);
}

void sentence_rules_release(struct sentence_rules *rules)
{
    abbreviations_release(&rules->abbreviations);
    sentence_weights_release(&rules->weights);
    rules->language = NULL;
}
