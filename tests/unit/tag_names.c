#include "../../tools/tag/layers.h"
#include "case_file.h"
#include "data_folder.h"
#include "tags.h"

enum { MOST_RECORDS = 8 };

static void *ner;

static void set_up(void)
{
    static const struct cli_paths no_rules;
    const struct layer_settings settings = {.language = language_find("vi"), .rules = &no_rules};
    ner = layer_ner.open(&settings);
    ck_assert_ptr_nonnull(ner);
}

/* Cuts the part before " // " off *rest. */
static bool next_part(struct slice *rest, struct slice *part)
{
    const char *end = rest->bytes ? slice_find(*rest, SLICE(" // ")) : NULL;
    *part = *rest;
    if (end)
        part->length = (size_t) (end - rest->bytes);
    *rest = end ? slice_from_offset(*rest, part->length + 4) : (struct slice){0};
    return part->bytes;
}

/* Appends the tags of each record, joined by " // ". */
static void append_tags(struct buffer *out, struct slice text)
{
    struct slice texts[MOST_RECORDS];
    struct record records[MOST_RECORDS] = {{.line = {0}}};
    struct paragraph paragraphs[MOST_RECORDS];
    enum role roles[MOST_RECORDS];
    struct document document = {.records = records, .paragraphs = paragraphs};
    while (document.count < MOST_RECORDS && next_part(&text, &texts[document.count])) {
        paragraphs[document.count] =
            (struct paragraph){&records[document.count], 1, texts[document.count]};
        roles[document.count++] = ROLE_COUNT;
    }
    document.paragraph_count = document.count;
    const struct page page = {.document = &document, .texts = texts, .roles = roles};
    layer_ner.read(ner, &page);
    for (size_t i = 0; i < document.count; i++) {
        struct buffer tags = {0};
        layer_ner.add_tags(ner, &page, &(struct layer_record){&records[i], i, i}, &tags);
        buffer_append_string(out, i ? " // " : "");
        buffer_append(out, tags.length ? buffer_slice(&tags) : SLICE("_"));
        buffer_release(&tags);
    }
}

static bool check(uint64_t number, struct slice line)
{
    struct buffer got = {0};
    struct slice text;
    slice_cut(&line, '\t', &text);
    append_tags(&got, text);
    bool good = slice_equal(buffer_slice(&got), line);
    if (!good)
        printf("line %" PRIu64 ": %.*s\n  got      %s\n  expected %.*s\n", number,
               (int) text.length, text.bytes, buffer_string(&got), (int) line.length,
               line.bytes ? line.bytes : "");
    buffer_release(&got);
    return good;
}

START_TEST(cases)
{
    set_up();
    case_file_check("tests/unit/tag_names.tsv", 35, check);
    layer_ner.close(ner);
}
END_TEST

/* What a text that never ends in a name may hold. */
START_TEST(hostile_texts)
{
    static const char *const parts[] = {"A ",  "Nguyễn ",  "Kim-", "A.",    "tỉnh ",   "Công ty ",
                                        "và ", "\xff\xc3", ":",    "Ảnh: ", "quận 1 ", "ÔNG ",
                                        "“",   "HCM. ",    "Đ",    "\t\n",  "1",       "Mỹ "};
    set_up();
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct buffer text = {0}, tags = {0};
        for (size_t k = 0; k < 20000; k++)
            buffer_append_string(&text, parts[i]);
        append_tags(&tags, buffer_slice(&text));
        ck_assert(slice_equal(buffer_slice(&tags), SLICE("_")) ||
                  tags_are_good(buffer_slice(&tags)));
        buffer_release(&text);
        buffer_release(&tags);
    }
    layer_ner.close(ner);
}
END_TEST

/* The list is refused with a message that says where and why. */
static void refused(const char *file, struct slice contents, const char *why)
{
    static const char *const files[] = {"syllables.txt",
                                        "name_words.txt",
                                        "places.txt",
                                        "organisations.txt",
                                        "persons.txt",
                                        "family_names.txt",
                                        "given_names.txt",
                                        "first_names.txt",
                                        "names.txt",
                                        "names.weights",
                                        NULL};
    const struct layer_settings settings = {.language = language_find("vi")};
    data_folder_make();
    for (size_t i = 0; files[i]; i++)
        data_folder_write(files[i], SLICE(""));
    data_folder_write(file, contents);
    int messages = unit_catch_messages();
    ck_assert_ptr_null(layer_ner.open(&settings));
    struct buffer said = {0};
    buffer_append(&said, unit_contents(messages));
    ck_assert_msg(strstr(buffer_string(&said), file) && strstr(buffer_string(&said), why), "%s: %s",
                  file, buffer_string(&said));
    buffer_release(&said);
    close(messages);
    data_folder_remove(files);
}

START_TEST(wrong_kind)
{
    refused("name_words.txt", SLICE("nonsense ông\n"), "a kind of word");
}
END_TEST

START_TEST(name_without_capital)
{
    refused("places.txt", SLICE("Huế\nhà nội\n"), ":2: a name without a capital");
}
END_TEST

START_TEST(too_many_words)
{
    refused("organisations.txt", SLICE("A b c d e f g h i k l m n o p q r\n"), "1 to 16 words");
}
END_TEST

START_TEST(wrong_weight)
{
    refused("names.weights", SLICE("left 1 2 3 ông\n"), "four weights");
}
END_TEST

START_TEST(weight_out_of_range)
{
    refused("names.weights", SLICE("left 1 2 3 65 ông\n"), "-64 to 64");
}
END_TEST

START_TEST(wrong_place)
{
    refused("names.weights", SLICE("above 1 2 3 4 ông\n"), "expected left, right");
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {cases,
                                  hostile_texts,
                                  wrong_kind,
                                  name_without_capital,
                                  too_many_words,
                                  wrong_weight,
                                  weight_out_of_range,
                                  wrong_place,
                                  NULL};
    return unit_run("tag_names", tests);
}
