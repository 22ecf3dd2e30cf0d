#include "charset.h"

#include "unicode.h"
#include "utf8.h"

enum {
    ENOUGH_KNOWN = 3,   /* words, for a verdict on text that is UTF-8 as it stands */
    KNOWN_RATIO = 6,    /* known words for each unknown one, of those that a code page makes */
    COMMON = 5,         /* in ten million */
    KNOWN_PERCENT = 60, /* of all words */
};

static bool is_utf8(struct slice text)
{
    uint32_t character;
    const char *at = text.bytes, *end = text.bytes + text.length;
    size_t length;
    for (; at < end; at += length)
        if (!(length = unicode_decode(at, end, &character)))
            return false;
    return true;
}

static bool is_ascii(struct slice text)
{
    for (size_t i = 0; i < text.length; i++)
        if ((unsigned char) text.bytes[i] >= 0x80)
            return false;
    return true;
}

/* A run of characters that a reading is judged by: all but ASCII that is no letter, and spaces. */
static bool is_part(uint32_t character)
{
    return character >= 0x80 ? !unicode_is_space(character) : unicode_is_letter(character);
}

static bool next_run(struct slice *rest, struct slice *run)
{
    uint32_t character;
    const char *begin = NULL;
    while (rest->length) {
        const char *at = rest->bytes;
        unicode_next(rest, &character);
        if (is_part(character)) {
            begin = begin ? begin : at;
        } else if (begin) {
            *run = slice_of(begin, (size_t) (at - begin));
            return true;
        }
    }
    if (begin)
        *run = slice_of(begin, (size_t) (rest->bytes - begin));
    return begin != NULL;
}

/* Takes quotation marks and the like off both ends. */
static struct slice trim_punctuation(struct slice run)
{
    uint32_t character;
    struct slice rest = run;
    while (unicode_next(&rest, &character) && unicode_class_of(character) == UNICODE_PUNCTUATION)
        run = rest;
    while (run.length && unicode_class_of(character = unicode_last(run)) == UNICODE_PUNCTUATION)
        run.length -= character < 0x80 ? 1 : character < 0x800 ? 2 : 3;
    return run;
}

static bool has_letter(struct slice run)
{
    uint32_t character;
    while (unicode_next(&run, &character))
        if (unicode_is_letter(character))
            return true;
    return false;
}

/* True where no capital stands behind a small letter: else it is no word as people write them. */
static bool has_usual_case(struct slice run)
{
    uint32_t character;
    bool is_small = false;
    while (unicode_next(&run, &character)) {
        enum unicode_class class = unicode_class_of(character);
        if (class == UNICODE_UPPER && is_small)
            return false;
        is_small = is_small || class == UNICODE_LOWER;
    }
    return true;
}

/* A word of one letter, and a rare one, are too easily met by chance to speak for a reading. */
static void add_run(struct charset_score *score, struct slice run, const struct language *language)
{
    uint32_t frequency = has_usual_case(run) ? language->word_frequency(run) : 0;
    bool is_plain = is_ascii(run), is_short = unicode_count(run) < 2;
    if (is_plain && !is_short) {
        score->ascii_known += frequency > 0;
        score->ascii_unknown += !frequency;
    } else if (!is_plain && has_letter(run)) {
        score->known += frequency >= COMMON && !is_short;
        score->unknown += !frequency;
    }
}

static struct charset_score score_reading(struct slice text, const struct language *language)
{
    struct charset_score score = {0};
    struct slice run;
    while (next_run(&text, &run))
        add_run(&score, trim_punctuation(run), language);
    return score;
}

/* Appends the text as a page has it, where it had been taken for windows-1252. Characters that are
 * not in windows-1252 were never bytes of the page and stay. */
static void reread(struct buffer *out, struct slice text, enum codepage page)
{
    struct buffer bytes = {0};
    uint32_t character;
    while (text.length) {
        const char *at = text.bytes;
        unicode_next(&text, &character);
        int byte =
            character < 0x80 ? (int) character : codepage_byte(CODEPAGE_WINDOWS_1252, character);
        if (byte >= 0) {
            buffer_append_byte(&bytes, (char) byte);
            continue;
        }
        codepage_decode(out, page, buffer_slice(&bytes));
        buffer_clear(&bytes);
        buffer_append(out, slice_of(at, (size_t) (text.bytes - at)));
    }
    codepage_decode(out, page, buffer_slice(&bytes));
    buffer_release(&bytes);
}

static void read_as(struct buffer *out, struct slice text, enum charset_kind kind,
                    enum codepage page)
{
    if (kind == CHARSET_RAW)
        codepage_decode(out, page, text);
    else
        reread(out, text, page);
}

static struct charset_score score_page(struct slice text, enum charset_kind kind,
                                       enum codepage page, const struct language *language)
{
    struct buffer reading = {0};
    read_as(&reading, text, kind, page);
    struct charset_score score = score_reading(buffer_slice(&reading), language);
    buffer_release(&reading);
    return score;
}

static struct charset_score score_as_is(struct slice text, const struct language *language)
{
    struct buffer repaired = {0};
    utf8_repair(&repaired, text);
    struct charset_score score = score_reading(buffer_slice(&repaired), language);
    buffer_release(&repaired);
    return score;
}

/* The pages that are looked for. Of windows-1252 nothing speaks for the language; Mac Roman is only
 * met where mojibake is. */
static bool is_candidate(enum codepage page)
{
    return page != CODEPAGE_WINDOWS_1252 && page != CODEPAGE_MAC_ROMAN;
}

static enum charset_kind kind_of(struct slice text)
{
    return is_utf8(text) ? CHARSET_MISREAD : CHARSET_RAW;
}

/* True where no byte is part of a UTF-8 sequence, be it a whole one or one cut off: such a text is
 * damaged UTF-8 and nothing else. */
static bool is_single_bytes(struct slice text)
{
    uint32_t character;
    const char *at = text.bytes, *end = text.bytes + text.length;
    for (; at < end; at++) {
        size_t length = unicode_decode(at, end, &character);
        bool is_cut =
            !length && (unicode_invalid_length(at, end) > 1 || utf8_is_surrogate(at, end));
        if (length > 1 || is_cut)
            return false;
    }
    return true;
}

/* What a text speaks for. */
struct scores {
    enum charset_kind kind;
    struct charset_score as_is;
    struct charset_score pages[CODEPAGE_COUNT];
};

static struct scores score_text(struct slice text, const struct language *language)
{
    enum charset_kind kind = kind_of(text);
    struct scores scores = {.kind = kind, .as_is = score_as_is(text, language)};
    for (int page = 0; page < CODEPAGE_COUNT; page++)
        if (is_candidate((enum codepage) page))
            scores.pages[page] = score_page(text, kind, (enum codepage) page, language);
    return scores;
}

static void add_score(struct charset_score *sum, struct charset_score score)
{
    sum->known += score.known;
    sum->unknown += score.unknown;
    sum->ascii_known += score.ascii_known;
    sum->ascii_unknown += score.ascii_unknown;
}

static uint64_t most_known(const struct scores *scores)
{
    uint64_t most = 0;
    for (int page = 0; page < CODEPAGE_COUNT; page++)
        if (scores->pages[page].known > most)
            most = scores->pages[page].known;
    return most;
}

void charset_observe(struct charset_evidence *evidence, struct slice text, struct slice repaired,
                     const struct language *language)
{
    if (!language->word_frequency || is_ascii(text))
        return;
    struct scores scores = score_text(text, language);
    if (!slice_equal(text, repaired)) {
        struct scores later = score_text(repaired, language);
        if (most_known(&later) > most_known(&scores))
            scores = later;
    }
    if (scores.kind == CHARSET_RAW && !is_single_bytes(text))
        evidence->may_be_damaged = true;
    add_score(&evidence->as_is[scores.kind], scores.as_is);
    for (int page = 0; page < CODEPAGE_COUNT; page++)
        add_score(&evidence->pages[scores.kind][page], scores.pages[page]);
}

/* Letters that begin with C3 in UTF-8 are in windows-1252 too. Those with E1 and C4, and combining
 * marks with CC, are not, nor most letters with C6; hardly a line of Vietnamese lacks them. */
bool charset_is_utf8(struct slice text)
{
    static const unsigned char leads[] = {0xE1, 0xC4, 0xCC};
    enum { HORNS = 0xC6, FLORIN = 0x92 }; /* with C6, windows-1252 has that one */
    if (!text.length)
        return false;
    for (size_t i = 0; i < sizeof leads; i++)
        if (memchr(text.bytes, leads[i], text.length))
            return true;
    const char *horn = memchr(text.bytes, HORNS, text.length);
    return horn && horn + 1 < text.bytes + text.length && (unsigned char) horn[1] != FLORIN;
}

bool charset_is_doubtful(struct slice text)
{
    return text.length && !charset_is_utf8(text) && memchr(text.bytes, 0xC3, text.length);
}

bool charset_is_open(const struct charset_evidence *evidence)
{
    for (int kind = 0; kind < CHARSET_KINDS; kind++)
        for (int page = 0; page < CODEPAGE_COUNT; page++) {
            const struct charset_score *score = &evidence->pages[kind][page];
            if (score->known > score->unknown && score->known > evidence->as_is[kind].known)
                return true;
        }
    return false;
}

/* In text of the language, most words are in use, be they ASCII or not. */
static bool is_of_language(struct charset_score score)
{
    uint64_t known = score.known + score.ascii_known;
    uint64_t words = known + score.unknown + score.ascii_unknown;
    return known * 100 >= words * KNOWN_PERCENT && score.known >= KNOWN_RATIO * score.unknown;
}

/* Bytes that are no UTF-8 must be read by some page: one word will do, unless they may be damaged
 * UTF-8. Text that is UTF-8 needs three, or two that are none as they stand. */
static bool is_clear(const struct charset_evidence *evidence, enum charset_kind kind, int page)
{
    struct charset_score score = evidence->pages[kind][page], as_is = evidence->as_is[kind];
    if (!score.known || !is_of_language(score) || score.known < 2 * as_is.known)
        return false;
    if (kind == CHARSET_RAW && !evidence->may_be_damaged)
        return true;
    return score.known >= ENOUGH_KNOWN || (kind == CHARSET_MISREAD && score.known == 2 &&
                                           !score.unknown && as_is.unknown >= score.known);
}

/* True where page a reads better than page b. */
static bool reads_better(const struct charset_score *scores, int a, int b)
{
    return b == CHARSET_NONE ||
           scores[a].known + scores[b].unknown > scores[b].known + scores[a].unknown;
}

static int decide_kind(const struct charset_evidence *evidence, enum charset_kind kind)
{
    int best = CHARSET_NONE;
    for (int page = 0; page < CODEPAGE_COUNT; page++)
        if (is_clear(evidence, kind, page) && reads_better(evidence->pages[kind], page, best))
            best = page;
    return best;
}

struct charset_verdict charset_decide(const struct charset_evidence *evidence)
{
    struct charset_verdict verdict = CHARSET_UNDECIDED;
    for (int kind = 0; kind < CHARSET_KINDS; kind++)
        verdict.pages[kind] = decide_kind(evidence, (enum charset_kind) kind);
    return verdict;
}

static bool is_better(struct charset_score score, struct charset_score as_is)
{
    return score.known >= as_is.known && score.unknown <= as_is.unknown;
}

static bool is_ascii_letter(uint32_t character)
{
    return character < 0x80 && unicode_is_letter(character);
}

/* True where the characters that are not ASCII are letters, most of them beside ASCII letters, and
 * signs and punctuation where such stand. */
static bool is_western_reading(struct slice reading)
{
    enum { DEBRIS = 0xFF }; /* hardly a word has a y with diaeresis; many damaged files have FF */
    uint32_t character, before = 0, behind;
    unsigned in_words = 0, alone = 0;
    for (; unicode_next(&reading, &character); before = character) {
        struct slice ahead = reading;
        behind = 0;
        unicode_next(&ahead, &behind);
        enum unicode_class class = unicode_class_of(character);
        bool is_beside = is_ascii_letter(before) || is_ascii_letter(behind);
        bool is_within = is_ascii_letter(before) && is_ascii_letter(behind);
        if (character < 0x80)
            continue;
        if (class == UNICODE_CONTROL || (class == UNICODE_SYMBOL && is_within) ||
            character == DEBRIS)
            return false;
        in_words += unicode_is_letter(character) && is_beside;
        alone += unicode_is_letter(character) && !is_beside;
    }
    return alone <= in_words;
}

/* True where the bytes that are no UTF-8 read as windows-1252. */
static bool is_western(struct slice text)
{
    struct buffer reading = {0};
    if (!is_single_bytes(text))
        return false;
    codepage_decode(&reading, CODEPAGE_WINDOWS_1252, text);
    bool is_good = is_western_reading(buffer_slice(&reading));
    buffer_release(&reading);
    return is_good;
}

/* The page of the verdict, unless the text itself speaks clearly for another, as where documents
 * were joined; CHARSET_NONE where neither reads better than the text as it is. */
static int best_page(struct slice text, enum charset_kind kind, int verdict,
                     const struct language *language)
{
    struct charset_evidence own = {0};
    charset_observe(&own, text, text, language);
    int page = decide_kind(&own, kind);
    if (page != CHARSET_NONE && reads_better(own.pages[kind], page, verdict))
        return page;
    bool is_good = verdict != CHARSET_NONE && is_better(own.pages[kind][verdict], own.as_is[kind]);
    return is_good ? verdict : CHARSET_NONE;
}

/* The page by which the text is to be read; CHARSET_NONE: as it is. */
static int page_for(struct slice text, enum charset_kind kind,
                    const struct charset_verdict *verdict, const struct language *language)
{
    if (kind == CHARSET_MISREAD && charset_is_utf8(text))
        return CHARSET_NONE;
    if (kind == CHARSET_RAW && verdict->is_forced)
        return verdict->pages[kind];
    int page = best_page(text, kind, verdict->pages[kind], language);
    if (page == CHARSET_NONE && kind == CHARSET_RAW && is_western(text))
        return CODEPAGE_WINDOWS_1252;
    return page;
}

void charset_convert(struct buffer *out, struct slice text, const struct charset_verdict *verdict,
                     const struct language *language)
{
    enum charset_kind kind = kind_of(text);
    int page = page_for(text, kind, verdict, language);
    if (page == CHARSET_NONE)
        buffer_append(out, text);
    else
        read_as(out, text, kind, (enum codepage) page);
}
