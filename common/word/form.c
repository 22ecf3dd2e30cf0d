#include "form.h"

#include "../ascii.h"
#include "../data.h"
#include "../hash.h"
#include "../unicode.h"
#include "shape.h"

/* What the characters of a token are. */
struct make_up {
    size_t count; /* characters */
    bool has_letters;
    bool has_digits;
    bool has_others;
    bool begins_upper; /* its first letter is upper case, and nothing stands before it */
    bool is_upper;     /* no letter in lower case, or without case */
    uint32_t last;     /* the last character */
};

static void note(struct make_up *make_up, uint32_t character)
{
    make_up->count++;
    make_up->last = character;
    switch (unicode_class_of(character)) {
    case UNICODE_UPPER:
        make_up->begins_upper = make_up->begins_upper || make_up->count == 1;
        make_up->has_letters = true;
        break;
    case UNICODE_LOWER:
    case UNICODE_LETTER:
        make_up->is_upper = false;
        make_up->has_letters = true;
        break;
    case UNICODE_MARK:
        make_up->has_letters = true;
        break;
    case UNICODE_DIGIT:
        make_up->has_digits = true;
        break;
    default:
        make_up->has_others = true;
    }
}

/* Bytes of a token that count: a token may be megabytes, and none that long is known. */
enum { LONGEST_READ = 1024 };

/* Puts the folded token into forms->folded. */
static struct make_up fold(struct forms *forms, struct slice token)
{
    if (token.length > LONGEST_READ)
        token.length = LONGEST_READ;
    struct make_up make_up = {.is_upper = true};
    buffer_clear(&forms->folded);
    buffer_clear(&forms->composed);
    unicode_append_valid(&forms->folded, token);
    unicode_append_nfc(&forms->composed, buffer_slice(&forms->folded));
    buffer_clear(&forms->folded);
    struct slice rest = buffer_slice(&forms->composed);
    uint32_t character;
    while (unicode_next(&rest, &character)) {
        note(&make_up, character);
        int digit = unicode_digit_value(character);
        unicode_append(&forms->folded,
                       digit >= 0 ? (uint32_t) ('0' + digit) : unicode_lower(character));
    }
    bool is_word = make_up.has_letters && !make_up.has_digits && !make_up.has_others;
    if (is_word && forms->language->unify_spelling)
        forms->folded.length =
            forms->language->unify_spelling(forms->folded.bytes, forms->folded.length);
    return make_up;
}

static bool is_known(const struct forms *forms, const struct make_up *make_up)
{
    const struct language *language = forms->language;
    if (!make_up->has_letters || make_up->has_digits || make_up->has_others)
        return false;
    return !language->word_frequency || language->word_frequency(buffer_slice(&forms->composed));
}

static enum shape shape_of(const struct forms *forms, const struct make_up *make_up, bool known)
{
    if (!make_up->has_letters) {
        if (make_up->has_digits)
            return SHAPE_NUMBER;
        struct slice folded = buffer_slice(&forms->folded);
        bool is_ascii = folded.length == 1 || (unsigned char) folded.bytes[0] < 0x80;
        return is_ascii && folded.bytes[0] != '"' ? SHAPE_PUNCTUATION : SHAPE_QUOTE;
    }
    if (make_up->last == '.')
        return SHAPE_ABBREVIATION;
    if (make_up->has_digits)
        return SHAPE_CODE;
    if (make_up->count == 1 && make_up->begins_upper)
        return SHAPE_LETTER;
    if (make_up->has_others)
        return make_up->begins_upper ? SHAPE_CAPITAL_FOREIGN : SHAPE_LOWER_FOREIGN;
    if (make_up->is_upper)
        return known ? SHAPE_UPPER : SHAPE_UPPER_FOREIGN;
    if (!make_up->begins_upper)
        return known ? SHAPE_LOWER : SHAPE_LOWER_FOREIGN;
    if (!known)
        return SHAPE_CAPITAL_FOREIGN;
    struct slice folded = buffer_slice(&forms->folded);
    return word_set_has(&forms->family_names, folded)  ? SHAPE_CAPITAL_FAMILY
           : word_set_has(&forms->birth_names, folded) ? SHAPE_CAPITAL_BIRTH
                                                       : SHAPE_CAPITAL;
}

static void mask_digits(struct buffer *folded)
{
    for (size_t i = 0; i < folded->length; i++)
        if (ascii_is_digit(folded->bytes[i]))
            folded->bytes[i] = '0';
}

struct form forms_read(struct forms *forms, struct slice token)
{
    struct make_up make_up = fold(forms, token);
    bool known = is_known(forms, &make_up);
    struct form form = {.shape = (uint8_t) shape_of(forms, &make_up, known)};
    form.exact = hash_bytes(buffer_slice(&forms->folded), 0);
    mask_digits(&forms->folded);
    uint64_t hash = hash_bytes(buffer_slice(&forms->folded), 0);
    form.hash = hash ? hash : 1;
    if (known && forms->language->read_sound)
        forms->language->read_sound(buffer_slice(&forms->composed), &form.sound);
    return form;
}

/* A list being read. */
struct list {
    struct forms *forms;
    struct word_set *names;
};

static const char *take_name(void *context, struct slice line)
{
    struct list *list = context;
    fold(list->forms, line);
    word_set_add(list->names, buffer_slice(&list->forms->folded));
    return NULL;
}

static bool load_names(struct forms *forms, const char *file, struct word_set *names)
{
    struct list list = {forms, names};
    return data_load(forms->language->code, file, take_name, &list);
}

bool forms_load(struct forms *forms, const struct language *language)
{
    *forms = (struct forms){.language = language};
    return (!language->load_words || language->load_words()) &&
           load_names(forms, "family_names.txt", &forms->family_names) &&
           load_names(forms, "birth_names.txt", &forms->birth_names);
}

void forms_release(struct forms *forms)
{
    word_set_release(&forms->family_names);
    word_set_release(&forms->birth_names);
    buffer_release(&forms->composed);
    buffer_release(&forms->folded);
}
