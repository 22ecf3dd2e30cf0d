#include "record.h"
#include "unit.h"

static enum record_fault fault_of(struct slice line)
{
    struct record record;
    return record_parse(&record, line);
}

START_TEST(fields_are_taken_apart)
{
    struct record record;
    struct slice line = SLICE("a/1.txt\t3.2\trole=body|per=A;B\tm\\tn\tm n");
    ck_assert_int_eq(record_parse(&record, line), RECORD_GOOD);
    assert_slice(record.doc, "a/1.txt");
    ck_assert_uint_eq(record.loc.paragraph, 3);
    ck_assert_uint_eq(record.loc.sentence, 2);
    assert_slice(record.tags, "role=body|per=A;B");
    assert_slice(record.text, "m\\tn");
    assert_slice(record.words, "m n");
    ck_assert_ptr_eq(record.line.bytes, line.bytes);
}
END_TEST

START_TEST(words_may_be_absent_or_empty)
{
    struct record record;
    ck_assert_int_eq(record_parse(&record, SLICE("d\t0\t_\t")), RECORD_GOOD);
    assert_slice(record.text, "");
    ck_assert_ptr_null(record.words.bytes);
    ck_assert_int_eq(record_parse(&record, SLICE("d\t0\t_\t\t")), RECORD_GOOD);
    assert_slice(record.words, "");
    ck_assert_ptr_nonnull(record.words.bytes);
}
END_TEST

START_TEST(four_or_five_fields)
{
    ck_assert_int_eq(fault_of(SLICE("")), RECORD_FIELDS);
    ck_assert_int_eq(fault_of((struct slice){NULL, 0}), RECORD_FIELDS);
    ck_assert_int_eq(fault_of(SLICE("d")), RECORD_FIELDS);
    ck_assert_int_eq(fault_of(SLICE("d\t1\t_")), RECORD_FIELDS);
    ck_assert_int_eq(fault_of(SLICE("d\t1\t_\tt\tw\tmore")), RECORD_FIELDS);
    ck_assert_int_eq(fault_of(SLICE("\t\t\t\t\t\t\t\t")), RECORD_FIELDS);
}
END_TEST

START_TEST(each_field_has_its_fault)
{
    ck_assert_int_eq(fault_of(SLICE("\t1\t_\tt")), RECORD_DOC);
    ck_assert_int_eq(fault_of(SLICE("d\tx\t_\tt")), RECORD_LOC);
    ck_assert_int_eq(fault_of(SLICE("d\t1\t\tt")), RECORD_TAGS);
    ck_assert_int_eq(fault_of(SLICE("d\t1\trole\tt")), RECORD_TAGS);
    ck_assert_int_eq(fault_of(SLICE("d\t1\t_\tC:\\dir")), RECORD_ESCAPE);
    ck_assert_int_eq(fault_of(SLICE("d\t1\t_\tend\\")), RECORD_ESCAPE);
    ck_assert_int_eq(fault_of(SLICE("d\\x\t1\t_\tt")), RECORD_ESCAPE);
    ck_assert_int_eq(fault_of(SLICE("d\t1\t_\tt\r")), RECORD_CONTROL);
    ck_assert_int_eq(fault_of(SLICE("d\t1\t_\tt\\\\ \\t\\n\\r")), RECORD_GOOD);
}
END_TEST

START_TEST(faults_are_described)
{
    struct buffer text = {0};
    record_describe_fault(&text, RECORD_FIELDS, SLICE("plain text"));
    assert_slice(buffer_slice(&text), "1 field, expected 4 or 5");
    buffer_clear(&text);
    record_describe_fault(&text, RECORD_FIELDS, SLICE("a\tb\tc"));
    assert_slice(buffer_slice(&text), "3 fields, expected 4 or 5");
    for (int fault = RECORD_DOC; fault <= RECORD_CONTROL; fault++) {
        buffer_clear(&text);
        record_describe_fault(&text, (enum record_fault) fault, SLICE(""));
        ck_assert_ptr_nonnull(slice_find(buffer_slice(&text), SLICE("expected")));
    }
    buffer_release(&text);
}
END_TEST

START_TEST(locs_that_are_good)
{
    static const struct {
        struct slice text;
        struct loc loc;
    } good[] = {
        {SLICE("0"), {0, 0}},
        {SLICE("1"), {1, 0}},
        {SLICE("10.20"), {10, 20}},
        {SLICE("4294967295.4294967295"), {UINT32_MAX, UINT32_MAX}},
    };
    struct buffer text = {0};
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        struct loc loc;
        ck_assert(loc_parse(good[i].text, &loc));
        ck_assert_int_eq(loc_compare(loc, good[i].loc), 0);
        buffer_clear(&text);
        loc_format(&text, loc);
        ck_assert(slice_equal(buffer_slice(&text), good[i].text));
    }
    buffer_release(&text);
}
END_TEST

START_TEST(locs_that_are_bad)
{
    static const struct slice bad[] = {
        SLICE(""),
        SLICE("00"),
        SLICE("01"),
        SLICE("0.1"),
        SLICE("1.0"),
        SLICE("1."),
        SLICE(".1"),
        SLICE("1.01"),
        SLICE("-1"),
        SLICE("+1"),
        SLICE("1 "),
        SLICE("4294967296"),
        SLICE("1.1.1"),
        SLICE("x"),
        SLICE("1.4294967296"),
        SLICE("1,1"),
        SLICE("99999999999999999999999"),
    };
    struct loc loc;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        ck_assert_msg(!loc_parse(bad[i], &loc), "'%s' was taken", bad[i].bytes);
}
END_TEST

START_TEST(locs_are_ordered)
{
    static const struct loc ascending[] = {{0, 0}, {1, 0},  {1, 1},  {1, 2},
                                           {2, 0}, {10, 0}, {10, 10}};
    enum { COUNT = sizeof ascending / sizeof ascending[0] };
    for (int i = 0; i < COUNT; i++)
        for (int j = 0; j < COUNT; j++) {
            int order = loc_compare(ascending[i], ascending[j]);
            ck_assert_int_eq((order > 0) - (order < 0), (i > j) - (i < j));
        }
}
END_TEST

START_TEST(escapes_go_round)
{
    struct slice text = SLICE("\ta\\b\n\\n\r\\\0đ");
    struct buffer escaped = {0}, plain = {0};
    text_escape(&escaped, text);
    assert_slice(buffer_slice(&escaped), "\\ta\\\\b\\n\\\\n\\r\\\\\0đ");
    text_unescape(&plain, buffer_slice(&escaped));
    ck_assert(slice_equal(buffer_slice(&plain), text));
    buffer_release(&escaped);
    buffer_release(&plain);
}
END_TEST

START_TEST(plain_text_is_not_copied)
{
    struct buffer scratch = {0};
    struct slice text = SLICE("no escapes");
    ck_assert_ptr_eq(text_plain(text, &scratch).bytes, text.bytes);
    assert_slice(text_plain(SLICE("one\\ttwo"), &scratch), "one\ttwo");
    assert_slice(text_plain(SLICE("\\\\"), &scratch), "\\");
    buffer_release(&scratch);
}
END_TEST

START_TEST(written_records_parse_again)
{
    static const struct slice lines[] = {
        SLICE("d\t0\ttitle=T\t"),
        SLICE("d\t1\t_\ttext"),
        SLICE("d\t2.1\t_\ttext\twords"),
        SLICE("d\t2.2\ta=|b=c\t\t"),
    };
    struct writer writer;
    int fd = unit_file(SLICE(""));
    writer_init(&writer, dup(fd), "file", false);
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        struct record record;
        ck_assert_int_eq(record_parse(&record, lines[i]), RECORD_GOOD);
        record_write(&writer, &record);
    }
    ck_assert(writer_close(&writer));
    assert_slice(unit_contents(fd), "d\t0\ttitle=T\t\nd\t1\t_\ttext\nd\t2.1\t_\ttext\twords\n"
                                    "d\t2.2\ta=|b=c\t\t\n");
}
END_TEST

START_TEST(empty_tags_are_written_as_none)
{
    struct writer writer;
    int fd = unit_file(SLICE(""));
    writer_init(&writer, dup(fd), "file", false);
    record_write(&writer, &(struct record){.doc = SLICE("d"), .text = SLICE("t"), .loc = {1, 0}});
    ck_assert(writer_close(&writer));
    assert_slice(unit_contents(fd), "d\t1\t_\tt\n");
}
END_TEST

START_TEST(gaps_between_sentences)
{
    struct buffer text = {0};
    record_append_gap(&text, &(struct record){.tags = SLICE("_")});
    record_append_gap(&text, &(struct record){.tags = SLICE("role=body|spacesafter=%09 ")});
    record_append_gap(&text, &(struct record){.tags = SLICE("spacesafter=")});
    assert_slice(buffer_slice(&text), " \t ");
    buffer_release(&text);
}
END_TEST

int main(void)
{
    return unit_run("record", (const TTest *const[]){
                                  fields_are_taken_apart,
                                  words_may_be_absent_or_empty,
                                  four_or_five_fields,
                                  each_field_has_its_fault,
                                  faults_are_described,
                                  locs_that_are_good,
                                  locs_that_are_bad,
                                  locs_are_ordered,
                                  escapes_go_round,
                                  plain_text_is_not_copied,
                                  written_records_parse_again,
                                  empty_tags_are_written_as_none,
                                  gaps_between_sentences,
                                  NULL,
                              });
}
