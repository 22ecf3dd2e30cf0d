#include "repair.h"

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

enum { PASSES = 10 };

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

/* Appends the text as the step leaves it to an empty buffer. */
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

/* Takes the steps named, in order. Returns those that changed the text. */
static unsigned take_steps(struct repair *repair, unsigned steps, struct slice *text)
{
    unsigned changed = 0;
    for (int step = 0; step < STEP_COUNT; step++) {
        if (!(steps & STEP_BIT(step)))
            continue;
        buffer_clear(&repair->next);
        take_step(repair, (enum step) step, &repair->next, *text);
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

/* Text that is UTF-8 may be misread legacy text beneath mojibake and references: these go first,
 * and alone, for in legacy text controls and soft hyphens are letters. */
static unsigned steps_at_once(unsigned steps)
{
    const unsigned beneath = STEP_BIT(STEP_MOJIBAKE) | STEP_BIT(STEP_ENTITIES);
    bool is_misread = (steps & STEP_BIT(STEP_CHARSET)) && !(steps & STEP_BIT(STEP_UTF8));
    return is_misread && (steps & beneath) ? steps & beneath : steps;
}

/* A step may make work for one before it, as where a soft hyphen parts a reference: the steps are
 * taken again until nothing changes. Two passes do; the bound is a guard against texts made to
 * need more. What was misread is read again only once. `steps` are taken first, and none that are
 * not `allowed`. Returns the steps that changed the text. */
static unsigned take_passes(struct repair *repair, unsigned allowed, unsigned steps,
                            struct slice *text)
{
    unsigned changed = 0, done = 0;
    for (int pass = 0; steps && pass < PASSES; pass++) {
        unsigned taken = steps_at_once(steps), left = steps & ~taken;
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
    const unsigned others = repair->steps & ~STEP_BIT(STEP_CHARSET);
    struct buffer legacy = {0};
    unsigned first = steps_at_once(steps);
    if (first != steps)
        take_steps(repair, first, &text);
    buffer_append(&legacy, text);
    take_passes(repair, others, repair_scan(repair, text) & others, &text);
    charset_observe(evidence, buffer_slice(&legacy), text, repair->language);
    buffer_release(&legacy);
}

void repair_release(struct repair *repair)
{
    buffer_release(&repair->now);
    buffer_release(&repair->next);
}
