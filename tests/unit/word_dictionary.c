#include "../../common/word/dictionary.h"
#include "data_folder.h"

enum { MOST = 100 };

static struct abbreviations abbreviations;
static struct forms forms;
static struct surfaces surfaces;
static struct tokenizer tokenizer = {&abbreviations, &surfaces};
static struct dictionary dictionary;

static uint32_t no_number(void *context, const struct form *form)
{
    (void) context;
    (void) form;
    return 0;
}

/* Reads a file with these lines. */
static bool read_lines(struct slice lines)
{
    ck_assert(abbreviations_load(&abbreviations, "vi"));
    ck_assert(forms_load(&forms, language_find("vi")));
    surfaces_init(&surfaces, &forms, no_number, NULL);
    data_folder_make();
    data_folder_write("words", lines);
    return dictionary_read(&dictionary, "vi/words", &tokenizer);
}

static void tear_down(void)
{
    dictionary_release(&dictionary);
    surfaces_release(&surfaces);
    forms_release(&forms);
    abbreviations_release(&abbreviations);
    data_folder_remove((const char *const[]){"words", NULL});
}

/* The number of tokens of the word that the text begins with. */
static size_t match(const char *text)
{
    struct token tokens[MOST];
    struct slice rest = slice_from_string(text);
    size_t count = tokens_take(&tokenizer, text, &rest, tokens, MOST);
    return dictionary_match(&dictionary, tokens, count);
}

START_TEST(an_empty_one)
{
    ck_assert(read_lines(SLICE("# nothing\n\n")));
    ck_assert_uint_eq(match("Chợ Đồng Sim"), 0);
    tear_down();
}
END_TEST

START_TEST(the_longest_word)
{
    ck_assert(
        read_lines(SLICE("Chợ Đồng Sim\nchợ đồng\n  hòn_Rơm \r\n# chợ\nchợ đồng sim thượng hạ")));
    ck_assert_uint_eq(match("Chợ Đồng Sim họp"), 3);
    ck_assert_uint_eq(match("Chợ Đồng Sim Thượng họp"), 3);
    ck_assert_uint_eq(match("Chợ Đồng Sim Thượng Hạ"), 5);
    ck_assert_uint_eq(match("Chợ Đồng"), 2);
    ck_assert_uint_eq(match("Chợ"), 0);
    ck_assert_uint_eq(match("Hòn Rơm."), 2);
    ck_assert_uint_eq(match("Hòn"), 0);
    ck_assert_uint_eq(match("Đồng Sim"), 0);
    tear_down();
}
END_TEST

START_TEST(what_makes_no_difference)
{
    ck_assert(read_lines(SLICE("khỏe mạnh\nCovid 19\nÁnh Dương")));
    ck_assert_uint_eq(match("KHỎE  MẠNH"), 2);
    ck_assert_uint_eq(match("khoẻ\u00A0mạnh"), 2);
    ck_assert_uint_eq(match("kho\u0309e mạnh"), 2);
    ck_assert_uint_eq(match("covid 19"), 2);
    ck_assert_uint_eq(match("covid \u0661\u0669"), 2); /* Arabic-Indic digits */
    ck_assert_uint_eq(match("covid 20"), 0);
    ck_assert_uint_eq(match("A\u0301nh dương"), 2);
    ck_assert_uint_eq(match("anh dương"), 0);
    tear_down();
}
END_TEST

START_TEST(punctuation_is_part_of_words)
{
    ck_assert(read_lines(SLICE("C++\nCông ty A/B\nQ & A")));
    ck_assert_uint_eq(match("C++ là"), 3);
    ck_assert_uint_eq(match("C"), 0);
    ck_assert_uint_eq(match("công ty A/B"), 5);
    ck_assert_uint_eq(match("công ty A / B"), 5);
    ck_assert_uint_eq(match("Q & A"), 3);
    tear_down();
}
END_TEST

START_TEST(a_stop_at_the_end)
{
    ck_assert(read_lines(SLICE("Sen TP.\nÔng N.V.")));
    ck_assert_uint_eq(match("Ông N.V. khai"), 2);
    ck_assert_uint_eq(match("Ông N.V."), 3);
    ck_assert_uint_eq(match("Sen TP. khai"), 2);
    ck_assert_uint_eq(match("Sen TP."), 3);
    ck_assert_uint_eq(match("Sen TP"), 0);
    tear_down();
}
END_TEST

START_TEST(many_words)
{
    struct buffer lines = {0}, word = {0};
    for (unsigned i = 0; i < 5000; i++) {
        buffer_append_string(&lines, "làng ");
        for (unsigned rest = i + 1; rest; rest /= 20)
            buffer_append_byte(&lines, "bcdghklmnpqrstvxaeio"[rest % 20]);
        buffer_append_byte(&lines, '\n');
    }
    ck_assert(read_lines(buffer_slice(&lines)));
    struct slice rest = buffer_slice(&lines), line;
    while (slice_cut(&rest, '\n', &line) && line.length) {
        buffer_clear(&word);
        buffer_append(&word, line);
        ck_assert_uint_eq(match(buffer_string(&word)), 2);
        buffer_append_byte(&word, 'z');
        ck_assert_uint_eq(match(buffer_string(&word)), 0);
    }
    buffer_release(&lines);
    buffer_release(&word);
    tear_down();
}
END_TEST

START_TEST(bad_lines)
{
    int messages = unit_catch_messages();
    ck_assert(!read_lines(SLICE("một\n_\n__ _\nhai\n")));
    assert_slice(unit_contents(messages),
                 "ganloc: vi/words:2: expected a word\nganloc: vi/words:3: expected a word\n");
    ck_assert(!dictionary_read(&dictionary, "vi/none", &tokenizer));
    ck_assert_uint_eq(dictionary.count, 2);
    tear_down();
}
END_TEST

/* So that a text takes time in proportion to its length, whatever the dictionary. */
START_TEST(the_longest_entry)
{
    struct buffer lines = {0};
    for (unsigned i = 0; i < 64; i++)
        buffer_append_string(&lines, "la ");
    size_t entry = lines.length;
    buffer_append_byte(&lines, '\n');
    for (unsigned i = 0; i < 65; i++)
        buffer_append_string(&lines, "lo ");
    int messages = unit_catch_messages();
    ck_assert(!read_lines(buffer_slice(&lines)));
    assert_slice(unit_contents(messages),
                 "ganloc: vi/words:2: expected a word of at most 64 syllables and marks\n");
    lines.length = entry;
    ck_assert_uint_eq(match(buffer_string(&lines)), 64);
    buffer_release(&lines);
    tear_down();
}
END_TEST

int main(void)
{
    return unit_run("word_dictionary", (const TTest *const[]){
                                           an_empty_one,
                                           the_longest_word,
                                           what_makes_no_difference,
                                           punctuation_is_part_of_words,
                                           a_stop_at_the_end,
                                           many_words,
                                           bad_lines,
                                           the_longest_entry,
                                           NULL,
                                       });
}
