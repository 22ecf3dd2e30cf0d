#include "repair.h"

#include "ascii.h"
#include "compose.h"
#include "controls.h"
#include "entities.h"
#include "forms.h"
#include "lookalikes.h"
#include "mojibake.h"
#include "overlay.h"
#include "respell.h"
#include "scan.h"
#include "spaces.h"
#include "unicode.h"
#include "utf8.h"

enum {
    PASSES = 10,
    PIECE = 64 << 10, /* bytes */
};

/* Puts the characters of a text together, or, where they are, the tone marks of its words right:
 * that needs whole letters, and comes in the next pass. */
static void compose(const struct repair *repair, struct buffer *out, struct slice text)
{
    compose_append(out, text);
    if (!slice_equal(buffer_slice(out), text))
        return;
    buffer_clear(out);
    respell_words(out, text, repair->language, SPELLING_KEEP);
}

/* Appends the text as the step leaves it. */
static void take_step(const struct repair *repair, enum step step, struct buffer *out,
                      struct slice text)
{
    switch (step) {
    case STEP_CHARSET:
        charset_convert(out, text, &repair->verdict, repair->language);
        break;
    case STEP_UTF8:
        utf8_repair(out, text);
        break;
    case STEP_MOJIBAKE:
        mojibake_repair(out, text, repair->language);
        break;
    case STEP_ENTITIES:
        entities_decode(out, text, repair->steps & STEP_BIT(STEP_CONTROLS));
        break;
    case STEP_CONTROLS:
        controls_drop(out, text);
        break;
    case STEP_OVERLAY:
        overlay_strip(out, text);
        break;
    case STEP_LOOKALIKES:
        lookalikes_read(out, text, repair->language);
        break;
    case STEP_COMPOSE:
        compose(repair, out, text);
        break;
    case STEP_TONES:
        respell_words(out, text, repair->language, repair->spelling);
        break;
    case STEP_SPACES:
        spaces_fold(out, text, repair->language);
        break;
    case STEP_PUNCT:
        forms_unify_punctuation(out, text);
        break;
    case STEP_WIDTH:
        forms_unify_width(out, text);
        break;
    case STEP_CASE:
        unicode_append_case_folded(out, text);
        break;
    case STEP_DIGITS:
        forms_unify_digits(out, text);
        break;
    case STEP_COUNT:
        break;
    }
}

/* These steps keep notes on each character of a text, many times its size. */
static bool keeps_notes(enum step step)
{
    return step == STEP_MOJIBAKE || step == STEP_OVERLAY || step == STEP_LOOKALIKES;
}

/* The beginning of a text, of PIECE bytes or a little more, up to a space between ASCII letters,
 * where neither of these steps looks across; all of it if it is no longer or has no such space. */
static struct slice piece_of(struct slice text)
{
    for (size_t i = PIECE; i + 1 < text.length; i++)
        if (text.bytes[i] == ' ' && ascii_is_letter(text.bytes[i - 1]) &&
            ascii_is_letter(text.bytes[i + 1]))
            return slice_of(text.bytes, i + 1);
    return text;
}

static void take_step_in_pieces(const struct repair *repair, enum step step, struct buffer *out,
                                struct slice text)
{
    while (keeps_notes(step) && text.length > PIECE) {
        struct slice piece = piece_of(text);
        take_step(repair, step, out, piece);
        text = slice_from_offset(text, piece.length);
    }
    take_step(repair, step, out, text);
}

/* Takes the steps named, in order. Returns those that changed the text. */
static unsigned take_steps(struct repair *repair, unsigned steps, struct slice *text)
{
    unsigned changed = 0;
    for (int step = 0; step < STEP_COUNT; step++) {
        if (!(steps & STEP_BIT(step)))
            continue;
        buffer_clear(&repair->next);
        take_step_in_pieces(repair, (enum step) step, &repair->next, *text);
        if (slice_equal(*text, buffer_slice(&repair->next)))
            continue;
        changed |= STEP_BIT(step);
        struct buffer swap = repair->now;
        repair->now = repair->next;
        repair->next = swap;
        *text = buffer_slice(&repair->now);
    }
    return changed;
}

unsigned repair_scan(const struct repair *repair, struct slice text)
{
    return scan_steps(text, repair->steps, repair->language, repair->spelling);
}

/* Letters of windows-1252 and none that only the language has: legacy text if its document is. */
static bool may_be_misread(const struct repair *repair, struct slice text)
{
    return repair->verdict.pages[READING_MISREAD] != CHARSET_NONE && charset_is_ambiguous(text);
}

/* What is to be taken before the text is looked at anew: entities may hide mojibake, which needs
 * the controls and spaces that later steps take away. Text that is UTF-8 may be misread legacy
 * text, with letters that are controls or mojibake to other steps: that goes first, and by itself,
 * if it reads well as it is, else when mojibake and entities above it are gone. */
static unsigned steps_at_once(const struct repair *repair, unsigned steps, struct slice text)
{
    const unsigned charset = STEP_BIT(STEP_CHARSET), utf8 = STEP_BIT(STEP_UTF8);
    const unsigned above = STEP_BIT(STEP_MOJIBAKE) | STEP_BIT(STEP_ENTITIES);
    bool is_misread = (steps & charset) && !(steps & utf8);
    if (is_misread && charset_reads_well(text, &repair->verdict, repair->language))
        return charset;
    if (is_misread && (steps & above))
        return steps & above;
    return steps & STEP_BIT(STEP_ENTITIES) ? steps & (charset | utf8 | above) : steps;
}

/* A step may make work for one before it, as where a soft hyphen parts a reference: the steps are
 * taken again until nothing changes. A few passes do; the bound is a guard against texts made to
 * need more. What was misread is read again only once. `steps` are taken first, and none that are
 * not `allowed`. Returns the steps that changed the text. */
static unsigned take_passes(struct repair *repair, unsigned allowed, unsigned steps,
                            struct slice *text)
{
    unsigned changed = 0, done = 0;
    for (int pass = 0; steps && pass < PASSES; pass++) {
        unsigned taken = steps_at_once(repair, steps, *text), left = steps & ~taken;
        unsigned more = take_steps(repair, taken, text);
        changed |= more;
        if (!more && !left)
            break;
        if (steps == STEP_BIT(STEP_TONES)) /* makes no work for others */
            break;
        if (!(steps & STEP_BIT(STEP_UTF8)))
            done |= more & STEP_BIT(STEP_CHARSET);
        steps = left;
        if (more)
            steps =
                (repair_scan(repair, *text) | (left & STEP_BIT(STEP_CHARSET))) & allowed & ~done;
    }
    return changed;
}

unsigned repair_text(struct repair *repair, struct slice text, unsigned steps,
                     struct slice *repaired)
{
    *repaired = text;
    if ((repair->steps & STEP_BIT(STEP_CHARSET)) && may_be_misread(repair, text))
        steps |= STEP_BIT(STEP_CHARSET);
    return take_passes(repair, repair->steps, steps, repaired);
}

void repair_count(struct repair *repair, unsigned changed)
{
    if (!changed)
        return;
    repair->changed++;
    for (int step = 0; step < STEP_COUNT; step++)
        repair->changed_by[step] += changed >> step & 1;
}

void repair_observe(struct repair *repair, struct charset_evidence *evidence, struct slice text,
                    unsigned steps)
{
    const unsigned above = STEP_BIT(STEP_MOJIBAKE) | STEP_BIT(STEP_ENTITIES);
    const unsigned others = repair->steps & ~STEP_BIT(STEP_CHARSET);
    struct slice states[] = {text, text, text};
    struct buffer uncovered = {0};
    if (!(steps & STEP_BIT(STEP_UTF8)) && (steps & above)) {
        take_steps(repair, steps & above, &states[1]);
        buffer_append(&uncovered, states[1]);
        states[1] = states[2] = buffer_slice(&uncovered);
    }
    if (!charset_is_unambiguous(states[1]) || (steps & STEP_BIT(STEP_UTF8))) {
        take_passes(repair, others, repair_scan(repair, states[2]) & others, &states[2]);
        charset_observe(evidence, states, sizeof states / sizeof states[0], repair->language);
    }
    buffer_release(&uncovered);
}

void repair_release(struct repair *repair)
{
    buffer_release(&repair->now);
    buffer_release(&repair->next);
}
