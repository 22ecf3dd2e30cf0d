#include "input.h"
#include "role/weights.h"
#include "unit.h"

static struct rules *rules;
static struct lexicon lexicon;
static struct feature_reader *reader;
static struct document document;
static struct input input;

static void set_up(void)
{
    const struct language *language = language_find("vi");
    rules = rules_load(language);
    ck_assert_ptr_nonnull(rules);
    lexicon_add(&lexicon, SLICE("gà"));
    lexicon_add(&lexicon, SLICE("^_trang"));
    reader = feature_reader_new(rules, &lexicon, language);
    ck_assert_ptr_nonnull(reader);
}

static void tear_down(void)
{
    feature_reader_free(reader);
    rules_free(rules);
    lexicon_release(&lexicon);
    document_release(&document);
}

/* Reads the one document that records are. */
static void read_document(struct slice records)
{
    static struct cli_settings settings = {
        .delimiter = '\n', .max_line = 1 << 24, .max_doc = 1 << 26};
    document_release(&document);
    document = (struct document){0};
    input_init_fd(&input, unit_file(records), "records", &settings);
    ck_assert_int_eq(document_read(&document, &input), DOCUMENT_WHOLE);
}

static bool has(const struct features *features, size_t feature)
{
    for (size_t i = 0; i < features->count; i++)
        if (features->held[i] == feature)
            return true;
    return false;
}

/* Whether each of the features named, separated by spaces, holds; with '!' before it, does not. */
static void check(const struct features *features, const char *names)
{
    struct slice rest = slice_from_string(names), name;
    while (rest.length && slice_cut(&rest, ' ', &name)) {
        bool expected = name.bytes[0] != '!';
        size_t feature = 0;
        name = slice_from_offset(name, !expected);
        while (feature < FEATURE_COUNT &&
               !slice_equal(slice_from_string(feature_name((enum feature) feature)), name))
            feature++;
        if (feature == FEATURE_COUNT)
            feature = FEATURE_RULE + rules_find(rules, name);
        ck_assert_msg(feature < FEATURE_RULE + rules_count(rules), "no feature %.*s",
                      (int) name.length, name.bytes);
        ck_assert_msg(has(features, feature) == expected, "%.*s: not %d", (int) name.length,
                      name.bytes, expected);
    }
}

static const char page[] =
    "a\t0\ttitle=Chợ phiên dời lên bãi đá cao\t\n"
    "a\t1\thtml=nav;links|html.links=1.00\tTrang chủ | Gà | Vịt\n"
    "a\t2\thtml=h1\tChợ phiên dời lên bãi đá cao\n"
    "a\t3\t_\tThứ Ba, 14/05/2024, 09:20\n"
    "a\t4\tfield=lead\tSáng sớm, bà con gùi măng xuống tới đầu cầu. Ai cũng đi chậm hơn mọi khi, "
    "vì đường còn lầy.\n"
    "a\t5\t_\tChợ phiên dời lên bãi đá cao - Ảnh 1\n"
    "a\t6\t_\tNguyễn Văn An\n"
    "a\t7\t_\tBẢN QUYỀN © 2024\n";

START_TEST(of_a_page)
{
    set_up();
    read_document(slice_from_string(page));
    const struct features *features = feature_reader_read(reader, &document);
    ck_assert_uint_eq(document.paragraph_count, 7);
    check(&features[0], "always first separated html-nav html-links linked !html-heading !last "
                        "length-30 among-short other-title");
    check(&features[1], "early html-heading page-title !other-title !linked headline "
                        "repeated-later !repeats");
    check(&features[2], "digits many-digits ends-digit !label");
    check(&features[3], "field-lead ends-stop sentence sentences !page-title");
    check(&features[4], "repeats-longer !repeats past-prose just-past-prose");
    check(&features[5], "family-name given-name capitalized under-picture late");
    check(&features[6], "all-capitals copyright last !late");
    ck_assert_uint_eq(features[0].word_count, 2);
    ck_assert_uint_eq(features[1].word_count, 0);
    tear_down();
}
END_TEST

/* What is kept of lines from page to page changes nothing. */
START_TEST(again_and_again)
{
    set_up();
    read_document(slice_from_string(page));
    static struct features before[7];
    static uint16_t words[2];
    memcpy(before, feature_reader_read(reader, &document), sizeof before);
    memcpy(words, before[0].words, sizeof words);
    for (int i = 0; i < 5; i++) {
        const struct features *features = feature_reader_read(reader, &document);
        for (size_t k = 0; k < document.paragraph_count; k++) {
            ck_assert_uint_eq(features[k].count, before[k].count);
            for (size_t n = 0; n < features[k].count; n++)
                ck_assert(has(&features[k], before[k].held[n]));
            ck_assert_uint_eq(features[k].word_count, before[k].word_count);
        }
        ck_assert_mem_eq(features[0].words, words, sizeof words);
    }
    tear_down();
}
END_TEST

/* Each feature once, however often a hint or a line is given. */
START_TEST(none_is_there_twice)
{
    set_up();
    read_document(SLICE("a\t1\thtml=h1;h1;title;nav;nav\tTrang chủ\n"
                        "a\t2\thtml=h2;h3;h4\tTrang chủ\na\t3\t_\t\n"));
    const struct features *features = feature_reader_read(reader, &document);
    for (size_t k = 0; k < document.paragraph_count; k++)
        for (size_t i = 0; i < features[k].count; i++)
            for (size_t n = 0; n < i; n++)
                ck_assert_uint_ne(features[k].held[i], features[k].held[n]);
    tear_down();
}
END_TEST

int main(void)
{
    return unit_run("role_features", (const TTest *const[]){
                                         of_a_page,
                                         again_and_again,
                                         none_is_there_twice,
                                         NULL,
                                     });
}
