#include "document.h"
#include "unit.h"

static struct cli_settings settings;
static struct input input;
static struct document document;

/* The records come on standard input. */
static void set_up(struct slice records, size_t max_doc)
{
    ck_assert_int_ge(dup2(unit_file(records), STDIN_FILENO), 0);
    settings = (struct cli_settings){.delimiter = '\n', .max_line = 1 << 20, .max_doc = max_doc};
    input_init(&input, NULL, 0, &settings);
    document = (struct document){0};
}

static void tear_down(void)
{
    ck_assert_int_eq(document_read(&document, &input), DOCUMENT_END);
    ck_assert_uint_eq(document.count, 0);
    document_release(&document);
    input_close(&input);
}

START_TEST(records_and_paragraphs)
{
    set_up(SLICE("a\t0\ttitle=T\t\na\t1\t_\tone\na\t2.1\t_\tSentence.\na\t2.2\t_\tAnother.\n"
                 "a\t3\t_\tthree\tw1 w2\n"),
           1 << 20);
    ck_assert_int_eq(document_read(&document, &input), DOCUMENT_WHOLE);
    assert_slice(document.id, "a");
    ck_assert_uint_eq(document.count, 5);
    assert_slice(document_metadata(&document)->tags, "title=T");
    ck_assert_uint_eq(document.paragraph_count, 3);
    assert_slice(document.paragraphs[0].text, "one");
    assert_slice(document.paragraphs[1].text, "Sentence. Another.");
    ck_assert_uint_eq(document.paragraphs[1].count, 2);
    ck_assert_ptr_eq(document.paragraphs[1].records, &document.records[2]);
    assert_slice(document.records[4].words, "w1 w2");
    tear_down();
}
END_TEST

START_TEST(a_document_begins_with_a_new_id_or_loc_0)
{
    set_up(SLICE("a\t1\t_\tone\nb\t0\t_\t\nb\t1\t_\ttwo\nb\t0\t_\t\nb\t1\t_\tthree\n"), 1 << 20);
    ck_assert_int_eq(document_read(&document, &input), DOCUMENT_WHOLE);
    assert_slice(document.id, "a");
    ck_assert_ptr_null(document_metadata(&document));
    assert_slice(document.paragraphs[0].text, "one");
    ck_assert_int_eq(document_read(&document, &input), DOCUMENT_WHOLE);
    assert_slice(document.paragraphs[0].text, "two");
    ck_assert_int_eq(document_read(&document, &input), DOCUMENT_WHOLE);
    assert_slice(document.paragraphs[0].text, "three");
    ck_assert_uint_eq(document.count, 2);
    tear_down();
}
END_TEST

START_TEST(paragraph_text_is_plain)
{
    set_up(SLICE("a\t1\t_\tone\\ttwo\na\t2.1\tspacesafter=\tA.\\\\\na\t2.2\tspacesafter=x\tB.\n"),
           1 << 20);
    ck_assert_int_eq(document_read(&document, &input), DOCUMENT_WHOLE);
    assert_slice(document.paragraphs[0].text, "one\ttwo");
    assert_slice(document.paragraphs[1].text, "A.\\B.");
    tear_down();
}
END_TEST

START_TEST(a_large_document_is_handed_on_in_parts)
{
    struct record record;
    int messages = unit_catch_messages();
    set_up(SLICE("a\t1\t_\t1234567890\na\t2\t_\t1234567890\na\t3\t_\t1234567890\n"
                 "a\t4\t_\t1234567890\nb\t1\t_\tnext\n"),
           50);
    ck_assert_int_eq(document_read(&document, &input), DOCUMENT_LARGE);
    ck_assert_uint_eq(document.paragraph_count, 0);
    size_t records = document.count;
    ck_assert_uint_ge(records, 1);
    while (document_next_part(&document, &input, &record)) {
        records++;
        ck_assert_uint_eq(record.loc.paragraph, records);
    }
    ck_assert_uint_eq(records, 4);
    ck_assert_int_eq(input.status, STATUS_REJECTED);
    ck_assert(slice_starts_with(unit_contents(messages), SLICE("ganloc: stdin:")));
    ck_assert_ptr_nonnull(
        slice_find(unit_contents(messages), SLICE("'a' is larger than 50 bytes (--max-doc)")));
    ck_assert_int_eq(document_read(&document, &input), DOCUMENT_WHOLE);
    assert_slice(document.paragraphs[0].text, "next");
    tear_down();
}
END_TEST

START_TEST(many_records)
{
    struct buffer text = {0};
    for (uint64_t i = 1; i <= 5000; i++) {
        buffer_append_string(&text, "a\t");
        buffer_append_number(&text, i);
        buffer_append_string(&text, "\t_\ttext ");
        buffer_append_number(&text, i);
        buffer_append_byte(&text, '\n');
    }
    set_up(buffer_slice(&text), 1 << 30);
    ck_assert_int_eq(document_read(&document, &input), DOCUMENT_WHOLE);
    ck_assert_uint_eq(document.paragraph_count, 5000);
    assert_slice(document.paragraphs[0].text, "text 1");
    assert_slice(document.paragraphs[4999].text, "text 5000");
    tear_down();
    buffer_release(&text);
}
END_TEST

START_TEST(text_is_a_document)
{
    set_up(SLICE("one\n \u00A0\n\\three\n"), 1 << 20);
    ck_assert_int_eq(document_read_text(&document, &input), DOCUMENT_WHOLE);
    assert_slice(document.id, "stdin");
    ck_assert_uint_eq(document.paragraph_count, 2);
    assert_slice(document.paragraphs[1].text, "\\three");
    ck_assert_uint_eq(document.paragraphs[1].records->loc.paragraph, 3);
    ck_assert_int_eq(document_read_text(&document, &input), DOCUMENT_END);
    tear_down();
}
END_TEST

START_TEST(a_large_text_is_handed_on_in_parts)
{
    struct slice line;
    unit_catch_messages();
    set_up(SLICE("1234567890\n1234567890\n1234567890\n"), 20);
    ck_assert_int_eq(document_read_text(&document, &input), DOCUMENT_LARGE);
    size_t lines = document.count;
    while (document_next_line(&input, &line))
        lines++;
    ck_assert_uint_eq(lines, 3);
    ck_assert_int_eq(document_read_text(&document, &input), DOCUMENT_END);
    tear_down();
}
END_TEST

START_TEST(a_line_may_be_over_the_limit)
{
    struct slice line;
    unit_catch_messages();
    set_up(SLICE("1234567890\n"), 5);
    ck_assert_int_eq(document_read_text(&document, &input), DOCUMENT_LARGE);
    ck_assert_uint_eq(document.count, 1);
    ck_assert(!document_next_line(&input, &line));
    ck_assert_int_eq(document_read_text(&document, &input), DOCUMENT_END);
    tear_down();
}
END_TEST

START_TEST(no_records)
{
    set_up(SLICE(""), 1 << 20);
    tear_down();
    ck_assert_int_eq(input.status, STATUS_DONE);
}
END_TEST

int main(void)
{
    return unit_run("document", (const TTest *const[]){
                                    records_and_paragraphs,
                                    a_document_begins_with_a_new_id_or_loc_0,
                                    paragraph_text_is_plain,
                                    a_large_document_is_handed_on_in_parts,
                                    many_records,
                                    text_is_a_document,
                                    a_large_text_is_handed_on_in_parts,
                                    a_line_may_be_over_the_limit,
                                    no_records,
                                    NULL,
                                });
}
