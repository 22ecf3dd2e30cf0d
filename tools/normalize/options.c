#include "options.h"

enum {
    KEY_ONLY = 256,
    KEY_EXCEPT,
    KEY_ALSO,
    KEY_TONES,
    KEY_CHARSET,
    KEY_MARK,
};

const struct cli_option options_table[] = {
    {KEY_ONLY, "only", "LIST", "take these steps only"},
    {KEY_EXCEPT, "except", "LIST", "take the usual steps but these"},
    {KEY_ALSO, "also", "LIST", "take these steps beside the usual ones"},
    {KEY_TONES, "tones", "STYLE", "old (hòa), new (hoà) or keep (default old)"},
    {KEY_CHARSET, "charset", "NAME", "code page of text that is no UTF-8 (default: found out)"},
    {KEY_MARK, "mark", NULL, "name the steps that changed a record in its tag fix"},
    {0, NULL, NULL, NULL},
};

/* "steps joined by commas: charset, utf8, ...", for messages. */
static const char *step_list(void)
{
    static struct buffer list;
    buffer_clear(&list);
    buffer_append_string(&list, "steps joined by commas: ");
    for (int step = 0; step < STEP_COUNT; step++) {
        buffer_append_string(&list, step ? ", " : "");
        buffer_append_string(&list, step_names[step]);
    }
    return buffer_string(&list);
}

/* The bit of a step; 0 for a name that is none. */
static unsigned find_step(struct slice name)
{
    for (int step = 0; step < STEP_COUNT; step++)
        if (slice_equal(name, slice_from_string(step_names[step])))
            return STEP_BIT(step);
    return 0;
}

/* The bits of a list of names; 0 where one of them is no step, or there is none. */
static unsigned parse_steps(const char *list)
{
    struct slice rest = slice_from_string(list), name;
    unsigned steps = 0;
    while (slice_cut(&rest, ',', &name)) {
        unsigned step = find_step(slice_trim(name));
        if (!step)
            return 0;
        steps |= step;
    }
    return steps;
}

static const char *take_steps(unsigned *steps, int key, const char *list)
{
    unsigned named = parse_steps(list);
    if (!named)
        return step_list();
    if (key == KEY_ONLY)
        *steps = named;
    else if (key == KEY_EXCEPT)
        *steps &= ~named;
    else
        *steps |= named;
    *steps |= STEP_BIT(STEP_UTF8); /* what is written is UTF-8, always */
    return NULL;
}

static const char *take_tones(struct options *options, const char *style)
{
    static const char *const styles[] = {
        [SPELLING_KEEP] = "keep", [SPELLING_OLD] = "old", [SPELLING_NEW] = "new"};
    for (int i = SPELLING_KEEP; i <= SPELLING_NEW; i++)
        if (strcmp(style, styles[i]) == 0) {
            options->tones = (enum spelling) i;
            return NULL;
        }
    return "old, new or keep";
}

static const char *take_charset(struct options *options, const char *name)
{
    enum codepage page;
    if (!codepage_from_name(name, &page))
        return "windows-1258, viscii, tcvn3, vni, vps, windows-1252 or mac-roman";
    options->charset.pages[READING_RAW] = (int) page;
    options->charset.is_forced = true;
    return NULL;
}

const char *options_take(void *context, int key, const char *value)
{
    struct options *options = context;
    switch (key) {
    case KEY_ONLY:
    case KEY_EXCEPT:
    case KEY_ALSO:
        return take_steps(&options->steps, key, value);
    case KEY_TONES:
        return take_tones(options, value);
    case KEY_CHARSET:
        return take_charset(options, value);
    case KEY_MARK:
        options->mark = true;
        return NULL;
    default:
        return NULL;
    }
}
