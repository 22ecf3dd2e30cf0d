#include "repair.h"

#include "clean.h"
#include "entities.h"
#include "litter.h"
#include "unicode.h"

enum { PASSES = 10 };

const char *const repair_step_names[REPAIR_STEPS] = {
    [REPAIR_UTF8] = "utf8",       [REPAIR_ENTITIES] = "entities", [REPAIR_CONTROLS] = "controls",
    [REPAIR_COMPOSE] = "compose", [REPAIR_SPACES] = "spaces",
};

static void decode_entities(struct buffer *out, struct slice text)
{
    entities_decode(out, text);
}

static bool is_space(uint32_t character)
{
    return character == 0x0085 || unicode_is_space(character);
}

static void drop_controls(struct buffer *out, struct slice text)
{
    uint32_t character, before = 0;
    while (text.length) {
        const char *start = text.bytes;
        unicode_next(&text, &character);
        if (!is_space(character) && is_litter(character, before))
            continue;
        buffer_append(out, slice_of(start, (size_t) (text.bytes - start)));
        before = character;
    }
}

static void fold_spaces(struct buffer *out, struct slice text)
{
    bool space_due = false;
    uint32_t character;
    while (text.length) {
        const char *start = text.bytes;
        unicode_next(&text, &character);
        if (is_space(character)) {
            space_due = true;
            continue;
        }
        if (space_due && out->length)
            buffer_append_byte(out, ' ');
        space_due = false;
        buffer_append(out, slice_of(start, (size_t) (text.bytes - start)));
    }
}

/* Each appends the repaired text to an empty buffer. */
static void (*const steps[REPAIR_STEPS])(struct buffer *out, struct slice text) = {
    [REPAIR_UTF8] = unicode_append_valid, [REPAIR_ENTITIES] = decode_entities,
    [REPAIR_CONTROLS] = drop_controls,    [REPAIR_COMPOSE] = unicode_append_nfc,
    [REPAIR_SPACES] = fold_spaces,
};

/* Takes all steps once. Returns true if any of them changed the text, and says which. */
static bool take_steps(struct repair *repair, struct slice *text, bool changed_by[REPAIR_STEPS])
{
    bool changed = false;
    for (int step = 0; step < REPAIR_STEPS; step++) {
        buffer_clear(&repair->next);
        steps[step](&repair->next, *text);
        if (slice_equal(*text, buffer_slice(&repair->next)))
            continue;
        changed = changed_by[step] = true;
        struct buffer swap = repair->now;
        repair->now = repair->next;
        repair->next = swap;
        *text = buffer_slice(&repair->now);
    }
    return changed;
}

/* A step may make work for one before it, as where a soft hyphen parts a reference: the steps are
 * taken again until nothing changes. Two passes do; the bound is a guard against texts made to
 * need more. */
bool repair_text(struct repair *repair, struct slice text, struct slice *repaired)
{
    bool changed_by[REPAIR_STEPS] = {false};
    bool changed = false;
    struct slice now = text;
    repair->texts++;
    for (int pass = 0; pass < PASSES && !text_is_clean(now); pass++) {
        if (!take_steps(repair, &now, changed_by))
            break;
        changed = true;
    }
    for (int step = 0; step < REPAIR_STEPS; step++)
        repair->changed_by[step] += changed_by[step];
    repair->changed += changed;
    *repaired = now;
    return changed;
}

void repair_release(struct repair *repair)
{
    buffer_release(&repair->now);
    buffer_release(&repair->next);
}
