#include "charset.h"

#include "unicode.h"
#include "western.h"

enum {
    ENOUGH_KNOWN = 3,   /* words, for a verdict on text that is UTF-8 as it stands */
    KNOWN_RATIO = 6,    /* known words for each unknown one, of those that a code page makes */
    KNOWN_PERCENT = 60, /* of all words */
    SETTLED = 200,      /* known words, with which no more are waited for */
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

/* The pages that are looked for. Of windows-1252 nothing speaks for the language; Mac Roman is only
 * met where mojibake is. */
static bool is_candidate(enum codepage page)
{
    return page != CODEPAGE_WINDOWS_1252 && page != CODEPAGE_MAC_ROMAN;
}

static enum reading_kind kind_of(struct slice text)
{
    return is_utf8(text) ? READING_MISREAD : READING_RAW;
}

/* What a text speaks for. */
struct scores {
    enum reading_kind kind;
    struct reading_score as_is;
    struct reading_score pages[CODEPAGE_COUNT];
};

static struct scores score_text(struct slice text, const struct language *language)
{
    enum reading_kind kind = kind_of(text);
    struct scores scores = {.kind = kind, .as_is = reading_score_as_is(text, language)};
    for (int page = 0; page < CODEPAGE_COUNT; page++)
        if (is_candidate((enum codepage) page))
            scores.pages[page] = reading_score_page(text, kind, (enum codepage) page, language);
    return scores;
}

static void add_score(struct reading_score *sum, struct reading_score score)
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

void charset_observe(struct charset_evidence *evidence, const struct slice *states, size_t count,
                     const struct language *language)
{
    if (!language->word_frequency)
        return;
    size_t best = 0;
    struct scores scores = score_text(states[0], language);
    for (size_t i = 1; i < count; i++) {
        if (slice_equal(states[i], states[i - 1]))
            continue;
        struct scores other = score_text(states[i], language);
        if (most_known(&other) > most_known(&scores)) {
            scores = other;
            best = i;
        }
    }
    if (scores.kind == READING_RAW && !western_is_single_bytes(states[best]))
        evidence->may_be_damaged = true;
    add_score(&evidence->as_is[scores.kind], scores.as_is);
    for (int page = 0; page < CODEPAGE_COUNT; page++)
        add_score(&evidence->pages[scores.kind][page], scores.pages[page]);
}

/* Letters that begin with C3 in UTF-8 are in windows-1252 too. Those with E1 and C4, and combining
 * marks with CC, are not, nor most letters with C6; hardly a line of Vietnamese lacks them. */
bool charset_is_unambiguous(struct slice text)
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

bool charset_is_ambiguous(struct slice text)
{
    return text.length && !charset_is_unambiguous(text) && memchr(text.bytes, 0xC3, text.length);
}

bool charset_is_open(const struct charset_evidence *evidence)
{
    for (int kind = 0; kind < READING_KINDS; kind++)
        for (int page = 0; page < CODEPAGE_COUNT; page++) {
            const struct reading_score *score = &evidence->pages[kind][page];
            if (score->known > score->unknown && score->known > evidence->as_is[kind].known)
                return true;
        }
    return false;
}

/* In text of the language, most words are in use, be they ASCII or not. */
static bool is_of_language(struct reading_score score)
{
    uint64_t known = score.known + score.ascii_known;
    uint64_t words = known + score.unknown + score.ascii_unknown;
    return known * 100 >= words * KNOWN_PERCENT && score.known >= KNOWN_RATIO * score.unknown;
}

/* Bytes that are no UTF-8 must be read by some page: one word will do, unless they may be damaged
 * UTF-8. Text that is UTF-8 needs three, or two that are none as they stand. */
static bool is_clear(const struct charset_evidence *evidence, enum reading_kind kind, int page)
{
    struct reading_score score = evidence->pages[kind][page], as_is = evidence->as_is[kind];
    if (!score.known || !is_of_language(score) || score.known < 2 * as_is.known)
        return false;
    if (kind == READING_RAW && !evidence->may_be_damaged)
        return true;
    return score.known >= ENOUGH_KNOWN || (kind == READING_MISREAD && score.known == 2 &&
                                           !score.unknown && as_is.unknown >= score.known);
}

/* True where page a reads better than page b. */
static bool reads_better(const struct reading_score *scores, int a, int b)
{
    return b == CHARSET_NONE ||
           scores[a].known + scores[b].unknown > scores[b].known + scores[a].unknown;
}

static int decide_kind(const struct charset_evidence *evidence, enum reading_kind kind)
{
    int best = CHARSET_NONE;
    for (int page = 0; page < CODEPAGE_COUNT; page++)
        if (is_clear(evidence, kind, page) && reads_better(evidence->pages[kind], page, best))
            best = page;
    return best;
}

bool charset_is_settled(const struct charset_evidence *evidence)
{
    for (int kind = 0; kind < READING_KINDS; kind++)
        for (int page = 0; page < CODEPAGE_COUNT; page++)
            if (evidence->pages[kind][page].known >= SETTLED &&
                is_clear(evidence, (enum reading_kind) kind, page))
                return true;
    return false;
}

struct charset_verdict charset_decide(const struct charset_evidence *evidence)
{
    struct charset_verdict verdict = CHARSET_UNDECIDED;
    for (int kind = 0; kind < READING_KINDS; kind++)
        verdict.pages[kind] = decide_kind(evidence, (enum reading_kind) kind);
    return verdict;
}

/* True where a reading has words in use and none that is not. */
static bool is_good(struct reading_score score)
{
    return score.known && !score.unknown;
}

/* The page of the verdict, unless the text itself speaks clearly for another, as where documents
 * were joined. CHARSET_NONE where the text reads better as UTF-8. */
static int best_page(struct slice text, enum reading_kind kind, int verdict,
                     const struct language *language)
{
    struct charset_evidence own = {0};
    struct reading_score score = {0}, as_is = reading_score_as_is(text, language);
    if (verdict != CHARSET_NONE)
        score = reading_score_page(text, kind, (enum codepage) verdict, language);
    if (is_good(score) && score.known >= as_is.known) /* most often: no other page is tried */
        return verdict;
    charset_observe(&own, &text, 1, language);
    int page = decide_kind(&own, kind);
    if (page != CHARSET_NONE && reads_better(own.pages[kind], page, verdict))
        return page;
    bool may_be = kind == READING_RAW || score.unknown <= as_is.unknown;
    return may_be && score.known >= as_is.known ? verdict : CHARSET_NONE;
}

/* The page by which the text is to be read; CHARSET_NONE: as it is. */
static int page_for(struct slice text, enum reading_kind kind,
                    const struct charset_verdict *verdict, const struct language *language)
{
    if (kind == READING_MISREAD && charset_is_unambiguous(text))
        return CHARSET_NONE;
    if (kind == READING_RAW && verdict->is_forced)
        return verdict->pages[kind];
    int page = best_page(text, kind, verdict->pages[kind], language);
    if (page == CHARSET_NONE && kind == READING_RAW && western_is_likely(text))
        return CODEPAGE_WINDOWS_1252;
    return page;
}

bool charset_reads_well(struct slice text, const struct charset_verdict *verdict,
                        const struct language *language)
{
    int page = verdict->pages[READING_MISREAD];
    return page != CHARSET_NONE && !charset_is_unambiguous(text) &&
           is_good(reading_score_page(text, READING_MISREAD, (enum codepage) page, language));
}

void charset_convert(struct buffer *out, struct slice text, const struct charset_verdict *verdict,
                     const struct language *language)
{
    enum reading_kind kind = kind_of(text);
    int page = page_for(text, kind, verdict, language);
    if (page == CHARSET_NONE)
        buffer_append(out, text);
    else
        reading_append(out, text, kind, (enum codepage) page);
}
