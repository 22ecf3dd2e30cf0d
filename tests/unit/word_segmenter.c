/* The segmenter with a model that knows a few words, see word_model_file.h. */
#include "../../common/word/segmenter.h"
#include "word_model_file.h"

#include "data.h"
#include "unicode.h"

#include <sys/stat.h>

enum { ROOM = 100, LONG = 20000 };

static struct segmenter segmenter;
static struct abbreviations abbreviations;
static struct buffer words;
static char data[] = "/tmp/ganloc-unit.XXXXXX";

static const struct slice known[] = {
    SLICE("đồng sim"),
    SLICE("bà con"),
    SLICE("hợp tác xã"),
    SLICE("lúng ta lúng túng"),
};

/* The forms of a word's tokens. */
static size_t read_forms(struct slice word, uint64_t forms[LONGEST_GRAM])
{
    struct forms reader;
    struct slice token;
    size_t count = 0;
    ck_assert(forms_load(&reader, language_find("vi")));
    while (slice_cut(&word, ' ', &token))
        forms[count++] = forms_read(&reader, token).hash;
    forms_release(&reader);
    return count;
}

static void write_model(const char *path)
{
    struct model_file file = model_file_new(ROOM);
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        uint64_t forms[LONGEST_GRAM] = {0};
        model_file_add_word(&file, forms, read_forms(known[i], forms));
    }
    model_file_write(&file, path);
    buffer_release(&file.bytes);
}

/* The data folder of the build, but for the model, which is this one. */
static void set_up(void)
{
    static const char *const names[] = {"abbreviations.txt", "birth_names.txt", "family_names.txt",
                                        "syllables.txt"};
    struct buffer path = {0}, place = {0};
    char vi[50], model[100];
    ck_assert_ptr_nonnull(mkdtemp(data));
    snprintf(vi, sizeof vi, "%s/vi", data);
    snprintf(model, sizeof model, "%s/words.model", vi);
    ck_assert_int_eq(mkdir(vi, 0700), 0);
    write_model(model);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char resolved[4096];
        ck_assert(data_find(&path, "vi", names[i]));
        ck_assert_ptr_nonnull(realpath(buffer_string(&path), resolved));
        buffer_clear(&place);
        buffer_append_string(&place, vi);
        buffer_append_byte(&place, '/');
        buffer_append_string(&place, names[i]);
        ck_assert_int_eq(symlink(resolved, buffer_string(&place)), 0);
    }
    ck_assert_int_eq(setenv("GANLOC_DATA", data, 1), 0);
    ck_assert(abbreviations_load(&abbreviations, "vi"));
    ck_assert(segmenter_load(&segmenter, language_find("vi"), &abbreviations));
    buffer_release(&path);
    buffer_release(&place);
}

static void write_file(const char *name, struct slice contents)
{
    char path[50];
    snprintf(path, sizeof path, "%s/vi/%s", data, name);
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(contents.bytes, 1, contents.length, file), contents.length);
    ck_assert_int_eq(fclose(file), 0);
}

static void read_dictionary(struct slice lines)
{
    char path[50];
    write_file("dict", lines);
    snprintf(path, sizeof path, "%s/vi/dict", data);
    ck_assert(segmenter_read_dictionary(&segmenter, path));
}

static void tear_down(void)
{
    char path[50];
    segmenter_release(&segmenter);
    abbreviations_release(&abbreviations);
    buffer_release(&words);
    for (const char *const *name =
             (const char *const[]){"abbreviations.txt", "birth_names.txt", "family_names.txt",
                                   "syllables.txt", "words.model", "dict", "", NULL};
         *name; name++) {
        snprintf(path, sizeof path, "%s/vi/%s", data, *name);
        remove(path);
    }
    ck_assert_int_eq(rmdir(data), 0);
}

/* What is appended are the bytes of the text; a space or nothing where words end, '_' for white
 * space in them. */
static void check_bytes(struct slice text)
{
    struct slice rest = buffer_slice(&words);
    uint32_t character;
    size_t at = 0;
    bool is_good = true;
    while (text.length) {
        const char *start = text.bytes;
        unicode_next(&text, &character);
        size_t length = (size_t) (text.bytes - start);
        if (unicode_is_space(character))
            continue;
        while (at < rest.length && rest.bytes[at] != *start &&
               (rest.bytes[at] == ' ' || rest.bytes[at] == '_'))
            at++;
        is_good =
            is_good && at + length <= rest.length && memcmp(rest.bytes + at, start, length) == 0;
        at += length;
    }
    ck_assert(is_good && at == rest.length);
}

static size_t segment(struct slice text)
{
    buffer_clear(&words);
    size_t count = segmenter_append_words(&segmenter, &words, text);
    check_bytes(text);
    return count;
}

static void gives(struct slice text, struct slice expected, int line)
{
    size_t count = segment(text), spaces = 0;
    unit_compare(buffer_slice(&words), expected, line);
    for (size_t i = 0; i < words.length; i++)
        spaces += words.bytes[i] == ' ';
    ck_assert_uint_eq(count, words.length ? spaces + 1 : 0);
}

#define splits(text, expected) gives(SLICE(text), SLICE(expected), __LINE__)

START_TEST(known_words)
{
    set_up();
    splits("Bà con ở Đồng Sim.", "Bà_con ở Đồng_Sim .");
    splits("bà  con\u00A0hợp\ttác xã", "bà_con hợp_tác_xã");
    splits("cứ lúng ta lúng túng mãi", "cứ lúng_ta_lúng_túng mãi");
    splits("bà, con", "bà , con");
    splits("bà-con", "bà-con");
    splits("hợp tác", "hợp tác");
    tear_down();
}
END_TEST

START_TEST(no_words)
{
    set_up();
    splits("", "");
    splits(" \t\u3000", "");
    splits("  một  ", "một");
    tear_down();
}
END_TEST

START_TEST(what_is_appended_to)
{
    set_up();
    buffer_append_string(&words, "a");
    ck_assert_uint_eq(segmenter_append_words(&segmenter, &words, SLICE(" ")), 0);
    ck_assert_uint_eq(segmenter_append_words(&segmenter, &words, SLICE("bà con")), 1);
    assert_slice(buffer_slice(&words), "abà_con");
    tear_down();
}
END_TEST

START_TEST(all_capitals_and_decomposed)
{
    set_up();
    splits("BÀ CON Ở ĐỒNG SIM", "BÀ_CON Ở ĐỒNG_SIM");
    splits("ba\u0300 con", "ba\u0300_con");
    tear_down();
}
END_TEST

START_TEST(torn_tokens)
{
    set_up();
    splits("25 . 000 bà con", "25_._000 bà_con");
    splits("ở TP  .\u00A0HCM", "ở TP_._HCM");
    tear_down();
}
END_TEST

START_TEST(other_languages)
{
    set_up();
    splits("The co-op ba con works well here", "The co-op ba con works well here");
    splits("今天下雨。明天", "今天下雨 。 明天");
    splits("a\0b", "a \0 b");
    splits("\xFF bà\xFF con", "\xFF bà \xFF con");
    tear_down();
}
END_TEST

START_TEST(words_of_the_user)
{
    set_up();
    splits("chợ Sen Hạ họp", "chợ Sen Hạ họp");
    read_dictionary(SLICE("chợ sen\nSen Hạ họp\nThe co-op\nA, B\n"));
    splits("chợ Sen Hạ họp", "chợ_Sen Hạ họp");
    splits("sen hạ họp", "sen_hạ_họp");
    splits("hợp tác xã, bà con", "hợp_tác_xã , bà_con");
    splits("The co-op works well here", "The_co-op works well here");
    splits("ở A, B và A,B", "ở A,_B và A,B");
    read_dictionary(SLICE("xã bà\n"));
    splits("hợp tác xã bà con", "hợp tác xã_bà con");
    tear_down();
}
END_TEST

START_TEST(more_tokens_than_a_window)
{
    static const struct slice pieces[] = {
        SLICE("bà con "),  SLICE("bà con, "), SLICE("a"),       SLICE("!"), SLICE("bà "),
        SLICE(". "),       SLICE("25 . "),    SLICE("A . "),    SLICE("👍"), SLICE("hợp tác xã"),
        SLICE("bà\u00A0"), SLICE("a,b"),      SLICE("\xCC\x81")};
    struct buffer text = {0};
    set_up();
    for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
        buffer_clear(&text);
        for (size_t times = 0; times < LONG; times++)
            buffer_append(&text, pieces[i]);
        segment(buffer_slice(&text));
    }
    buffer_clear(&text);
    for (size_t times = 0; times < LONG; times++)
        buffer_append_string(&text, "bà con, ");
    ck_assert_uint_eq(segment(buffer_slice(&text)), (size_t) 2 * LONG);
    buffer_release(&text);
    tear_down();
}
END_TEST

START_TEST(words_of_the_user_across_windows)
{
    struct buffer text = {0};
    set_up();
    read_dictionary(SLICE("chợ phiên Bắc Hà"));
    for (size_t tokens = 4096 - 70; tokens < 4096 + 3; tokens++) {
        buffer_clear(&text);
        for (size_t i = 0; i < tokens; i++)
            buffer_append_string(&text, "đi ");
        buffer_append_string(&text, "chợ phiên Bắc Hà");
        segment(buffer_slice(&text));
        ck_assert(slice_ends_with(buffer_slice(&words), SLICE("đi chợ_phiên_Bắc_Hà")));
    }
    buffer_release(&text);
    tear_down();
}
END_TEST

START_TEST(models_that_are_missing_or_wrong)
{
    char path[50];
    set_up();
    segmenter_release(&segmenter);
    int messages = unit_catch_messages();
    write_file("words.model", SLICE("no model"));
    ck_assert(!segmenter_load(&segmenter, language_find("vi"), &abbreviations));
    segmenter_release(&segmenter);
    snprintf(path, sizeof path, "%s/vi/words.model", data);
    ck_assert_int_eq(remove(path), 0);
    ck_assert(!segmenter_load(&segmenter, language_find("vi"), &abbreviations));
    struct slice said = unit_contents(messages);
    ck_assert_ptr_nonnull(slice_find(said, SLICE("/vi/words.model: not a model of words\n")));
    ck_assert_ptr_nonnull(slice_find(said, SLICE("/vi/words.model: cannot read data file")));
    tear_down();
}
END_TEST

int main(void)
{
    return unit_run("word_segmenter", (const TTest *const[]){
                                          known_words,
                                          no_words,
                                          what_is_appended_to,
                                          all_capitals_and_decomposed,
                                          torn_tokens,
                                          other_languages,
                                          words_of_the_user,
                                          more_tokens_than_a_window,
                                          words_of_the_user_across_windows,
                                          models_that_are_missing_or_wrong,
                                          NULL,
                                      });
}
