#include "name_lists.h"

#include "data.h"

/* A list that is being read. */
struct list {
    struct name_lexicon *lexicon;
    uint32_t kind;       /* of its words */
    enum name_type type; /* of its names */
    int8_t weight;       /* how sure they are */
};

static const char too_long[] = "expected 1 to 16 words";

static const char *add_kind(struct name_lexicon *lexicon, struct slice text, uint32_t kind)
{
    struct name_capitals letters;
    struct name_phrase *phrase = name_lexicon_add(lexicon, text, true, &letters);
    if (!phrase)
        return too_long;
    phrase->kinds |= kind;
    return NULL;
}

static const char *add_name(struct name_lexicon *lexicon, struct slice text, enum name_type type,
                            int8_t weight)
{
    struct name_capitals letters;
    struct name_phrase *phrase = name_lexicon_add(lexicon, text, true, &letters);
    if (!phrase)
        return too_long;
    if (!letters.capitals)
        return "a name without a capital";
    phrase->capitals &= letters.capitals;
    phrase->shouted &= letters.shouted;
    if (phrase->known[type] < weight)
        phrase->known[type] = weight;
    return NULL;
}

static const char *take_name(void *context, struct slice line)
{
    const struct list *list = context;
    return add_name(list->lexicon, line, list->type, list->weight);
}

/* A syllable of the language, a space, and how often it is met in ten million: once is too little
 * to tell it from a foreign word. */
static const char *take_syllable(void *context, struct slice line)
{
    const struct list *list = context;
    struct slice syllable;
    slice_cut(&line, ' ', &syllable);
    if (!slice_equal(line, SLICE("1")))
        name_lexicon_add_syllable(list->lexicon, syllable);
    return NULL;
}

static const char *take_kind(void *context, struct slice line)
{
    const struct list *list = context;
    return add_kind(list->lexicon, line, list->kind);
}

/* Words apart by spaces, each by itself. */
static const char *take_kinds(void *context, struct slice line)
{
    const struct list *list = context;
    struct slice word;
    const char *error = NULL;
    while (!error && slice_cut(&line, ' ', &word))
        error = add_kind(list->lexicon, word, list->kind);
    return error;
}

static const struct named_kind {
    struct slice name;
    uint32_t kind;
} word_kinds[] = {
    {SLICE("address"), NAME_KIND_ADDRESS}, {SLICE("title"), NAME_KIND_TITLE},
    {SLICE("credit"), NAME_KIND_CREDIT},   {SLICE("place"), NAME_KIND_AREA},
    {SLICE("nature"), NAME_KIND_NATURE},   {SLICE("facility"), NAME_KIND_FACILITY},
    {SLICE("other"), NAME_KIND_OTHER},     {SLICE("head"), NAME_KIND_HEAD},
    {SLICE("state"), NAME_KIND_STATE},     {SLICE("outer"), NAME_KIND_OUTER},
    {SLICE("form"), NAME_KIND_FORM},       {SLICE("body"), NAME_KIND_BODY},
    {SLICE("word"), NAME_KIND_WORD},       {SLICE("opener"), NAME_KIND_OPENER},
    {SLICE("link"), NAME_KIND_LINK},       {SLICE("numbered"), NAME_KIND_NUMBERED},
    {SLICE("short"), NAME_KIND_SHORT},     {SLICE("club"), NAME_KIND_CLUB},
    {SLICE("common"), NAME_KIND_COMMON},   {SLICE("and"), NAME_KIND_AND},
    {SLICE("inside"), NAME_KIND_INSIDE},   {SLICE("quantity"), NAME_KIND_QUANTITY},
    {SLICE("family"), NAME_KIND_FAMILY},   {SLICE("tail"), NAME_KIND_TAIL},
};

static uint32_t kind_of(struct slice name)
{
    for (size_t i = 0; i < sizeof word_kinds / sizeof *word_kinds; i++)
        if (slice_equal(name, word_kinds[i].name))
            return word_kinds[i].kind;
    return 0;
}

/* Returns NAME_TYPES where it is the name of none. */
static enum name_type type_of(struct slice name)
{
    static const struct slice names[NAME_TYPES] = {SLICE("per"), SLICE("loc"), SLICE("org"),
                                                   SLICE("none")};
    size_t type = 0;
    while (type < NAME_TYPES && !slice_equal(name, names[type]))
        type++;
    return (enum name_type) type;
}

/* A line of a file of words: its kind or type first. */
static const char *take_word(void *context, struct slice line)
{
    const struct list *list = context;
    struct slice first;
    slice_cut(&line, ' ', &first);
    enum name_type type = type_of(first);
    uint32_t kind = kind_of(first);
    if (type < NAME_TYPES)
        return add_name(list->lexicon, line, type, list->weight);
    if (slice_equal(first, SLICE("team")))
        return add_name(list->lexicon, line, NAME_ORGANISATION, NAME_TEAM);
    return kind ? add_kind(list->lexicon, line, kind)
                : "expected per, loc, org, none or a kind of word, such as title, and a space";
}

/* A whole number from -64 to 64. */
static bool read_weight(struct slice text, int8_t *weight)
{
    bool is_negative = text.length && text.bytes[0] == '-';
    text = slice_from_offset(text, is_negative);
    int value = 0;
    if (!text.length || text.length > 2)
        return false;
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] < '0' || text.bytes[i] > '9')
            return false;
        value = value * 10 + (text.bytes[i] - '0');
    }
    *weight = (int8_t) (is_negative ? -value : value);
    return value <= 64;
}

static int8_t *phrase_weights(struct name_lexicon *lexicon, struct slice text,
                              enum name_place place)
{
    struct name_capitals letters;
    struct name_phrase *phrase = name_lexicon_add(lexicon, text, false, &letters);
    return phrase ? phrase->weights[place] : NULL;
}

static int8_t *shape_weights(struct name_lexicon *lexicon, struct slice text)
{
    static const char letters[] = "vfc";
    if (text.length != 2 || text.bytes[0] < '1' || text.bytes[0] > '4')
        return NULL;
    const char *letter = strchr(letters, text.bytes[1]);
    return letter && *letter ? name_lexicon_shape_weights(lexicon, (size_t) (text.bytes[0] - '0'),
                                                          (enum name_letters)(letter - letters))
                             : NULL;
}

static int8_t *weights_at(struct name_lexicon *lexicon, struct slice place, struct slice text)
{
    static const struct slice places[NAME_PLACES] = {SLICE("left"), SLICE("right"), SLICE("first"),
                                                     SLICE("last")};
    for (size_t i = 0; i < NAME_PLACES; i++)
        if (slice_equal(place, places[i]))
            return phrase_weights(lexicon, text, (enum name_place) i);
    if (slice_equal(place, SLICE("ending")))
        return name_lexicon_add_ending(lexicon, text);
    return slice_equal(place, SLICE("shape")) ? shape_weights(lexicon, text) : NULL;
}

static const char *take_weights(void *context, struct slice line)
{
    const struct list *list = context;
    struct slice place, number;
    int8_t weights[NAME_TYPES];
    slice_cut(&line, ' ', &place);
    for (size_t i = 0; i < NAME_TYPES; i++)
        if (!slice_cut(&line, ' ', &number) || !read_weight(number, &weights[i]))
            return "expected four weights from -64 to 64 behind the first word";
    int8_t *place_of_weights = weights_at(list->lexicon, place, line);
    if (!place_of_weights)
        return "expected left, right, first, last, ending or shape, four weights, and words";
    memcpy(place_of_weights, weights, sizeof weights);
    return NULL;
}

static bool load(const struct language *language, struct name_lexicon *lexicon)
{
    struct list family = {.lexicon = lexicon, .kind = NAME_KIND_FAMILY};
    struct list given = {.lexicon = lexicon, .kind = NAME_KIND_GIVEN};
    struct list first = {.lexicon = lexicon, .kind = NAME_KIND_FIRST};
    struct list places = {.lexicon = lexicon, .type = NAME_PLACE, .weight = NAME_LISTED};
    struct list organisations = {
        .lexicon = lexicon, .type = NAME_ORGANISATION, .weight = NAME_LISTED};
    struct list persons = {.lexicon = lexicon, .type = NAME_PERSON, .weight = NAME_LISTED};
    struct list listed = {.lexicon = lexicon, .weight = NAME_LISTED};
    struct list learned = {.lexicon = lexicon, .weight = NAME_LEARNED};
    const char *code = language->code;
    return (!language->load_words || language->load_words()) &&
           data_load(code, "syllables.txt", take_syllable, &listed) &&
           data_load(code, "name_words.txt", take_word, &listed) &&
           data_load(code, "places.txt", take_name, &places) &&
           data_load(code, "organisations.txt", take_name, &organisations) &&
           data_load(code, "persons.txt", take_name, &persons) &&
           data_load(code, "family_names.txt", take_kind, &family) &&
           data_load(code, "given_names.txt", take_kind, &given) &&
           data_load(code, "first_names.txt", take_kinds, &first) &&
           data_load(code, "names.txt", take_word, &learned) &&
           data_load(code, "names.weights", take_weights, &learned);
}

struct name_lexicon *name_lexicon_load(const struct language *language)
{
    struct name_lexicon *lexicon = name_lexicon_new(language);
    if (load(language, lexicon))
        return lexicon;
    name_lexicon_free(lexicon);
    return NULL;
}
