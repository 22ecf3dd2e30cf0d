/* The dates that a text names, and those of documents. */
#include "../../tools/tag/date_notation.h"
#include "../../tools/tag/date_own.h"
#include "../../tools/tag/date_read.h"
#include "case_file.h"

static struct date_words *words;
static struct date_reader *reader;

static void set_up(void)
{
    words = date_words_load("vi");
    ck_assert_ptr_nonnull(words);
    reader = date_reader_new(words);
}

static void tear_down(void)
{
    date_reader_free(reader);
    date_words_free(words);
}

/* The values joined by ';', each once. */
static bool append_value(void *context, const struct date_span *span, struct slice where)
{
    struct buffer *values = context, value = {0};
    (void) where;
    date_span_append(&value, span);
    if (!slice_find(buffer_slice(values), buffer_slice(&value))) {
        if (values->length)
            buffer_append_byte(values, ';');
        buffer_append(values, buffer_slice(&value));
    }
    buffer_release(&value);
    return true;
}

/* Takes year-month-day; `-` is none. */
static struct date_reference reference_of(struct slice text)
{
    struct date_reference reference = {0};
    struct date date;
    if (slice_equal(text, SLICE("-")))
        return reference;
    ck_assert(date_own_parse(reader, text, &date));
    return (struct date_reference){true, date_number(&date)};
}

static bool check_case(uint64_t number, struct slice line)
{
    struct buffer got = {0};
    struct slice own, text, expected = line;
    slice_cut(&expected, '\t', &own);
    slice_cut(&expected, '\t', &text);
    ck_assert_msg(expected.bytes, "line %" PRIu64 ": expected three fields", number);
    struct date_reference reference = reference_of(own);
    date_reader_read(reader, text, &reference, append_value, &got);
    struct slice values = got.length ? buffer_slice(&got) : SLICE("_");
    bool good = slice_equal(values, expected);
    if (!good)
        printf("line %" PRIu64 ": %.*s: got %.*s, expected %.*s\n", number, (int) text.length,
               text.bytes, (int) values.length, values.bytes, (int) expected.length,
               expected.bytes);
    buffer_release(&got);
    return good;
}

START_TEST(table_of_cases)
{
    set_up();
    case_file_check("tests/unit/tag_date_cases.tsv", 280, check_case);
    tear_down();
}
END_TEST

/* The document's own date as a dump has it, and in ISO 8601; "" where it is none. */
#define owns(text, expected) owns_at(SLICE(text), expected, __LINE__)

static void owns_at(struct slice text, const char *expected, int line)
{
    struct buffer got = {0};
    struct date date;
    if (date_own_parse(reader, text, &date))
        date_append(&got, &date);
    ck_assert_msg(strcmp(buffer_string(&got), expected) == 0, "line %d: got '%s', expected '%s'",
                  line, buffer_string(&got), expected);
    buffer_release(&got);
}

START_TEST(dates_of_documents)
{
    set_up();
    owns("2024-11-22", "2024-11-22");
    owns("2024-11-22T21:03:00+07:00", "2024-11-22T21:03:00+07:00");
    owns("2024-11-22T14:03:00.250Z", "2024-11-22T14:03:00.250Z");
    owns("2024-11-22 21:03:00", "2024-11-22T21:03:00");
    owns("2024-11-22 21:03:00 +0700", "2024-11-22T21:03:00+07:00");
    owns("2024-11-22T09:03-05:00", "2024-11-22T09:03-05:00");
    owns("Fri, 22 Nov 2024 21:03:05 +0700", "2024-11-22T21:03:05+07:00");
    owns("Fri, 22 Nov 2024 14:03:05 GMT", "2024-11-22T14:03:05Z");
    owns("22/11/2024 21:03 GMT+7", "2024-11-22T21:03+07:00");
    owns("22/11/2024 21:03 (GMT+7)", "2024-11-22T21:03+07:00");
    owns("Chủ nhật, 24/11/2024, 21:03 [GMT+7]", "2024-11-24T21:03+07:00");
    owns("Thứ sáu, 22/11/2024 21:03", "2024-11-22T21:03");
    owns("Thứ sáu, ngày 22/11/2024 - 21:03", "2024-11-22T21:03");
    owns("21:03 - 22/11/2024", "2024-11-22T21:03");
    owns("22-11-2024", "2024-11-22");
    owns("11/22/2024 9:03:00 PM", "2024-11-22T21:03:00");
    owns("1732284180", "2024-11-22T14:03:00Z");
    owns("1732284180000", "2024-11-22T14:03:00Z");
    owns("1732284180250", "2024-11-22T14:03:00.250Z");
    owns("20241122", "2024-11-22");
    owns("20241122210305", "2024-11-22T21:03:05");
    owns("20241122T140305Z", "2024-11-22T14:03:05Z");
    owns("  22/11/2024  ", "2024-11-22");
    owns("November 22, 2024", "2024-11-22");
    owns("", "");
    owns("hôm qua", "");
    owns("22/11", "");
    owns("2024-13-45", "");
    owns("29/2/2023", "");
    owns("tháng 11/2024", "");
    owns("0", "");
    owns("12345", "");
    owns("99999999999999999999", "");
    owns("20241122T99", "");
    owns("20241322", "");
    tear_down();
}
END_TEST

#define url_has(url, expected) url_has_at(SLICE(url), expected, __LINE__)

static void url_has_at(struct slice url, const char *expected, int line)
{
    struct buffer got = {0};
    struct date date;
    if (date_notation_url(url, &date))
        date_append(&got, &date);
    ck_assert_msg(strcmp(buffer_string(&got), expected) == 0, "line %d: got '%s', expected '%s'",
                  line, buffer_string(&got), expected);
    buffer_release(&got);
}

START_TEST(dates_of_urls)
{
    url_has("https://a.example/2024/11/22/cho-moi.html", "2024-11-22");
    url_has("https://a.example/tin/cho-moi-2024-11-22", "2024-11-22");
    url_has("https://a.example/20241122/cho-moi.html", "2024-11-22");
    url_has("https://a.example/cho-moi-20241122210312345.htm", "2024-11-22");
    url_has("https://a.example/cho-moi-20241122210312.htm", "2024-11-22");
    url_has("https://a.example/2024/11/cho-moi.html", "");
    url_has("https://a.example/cho-moi-4312345.html", "");
    url_has("https://a.example/cho-moi-18820241122.html", "");
    url_has("https://a.example/cho-moi-20249922.html", "");
    url_has("https://a.example/cho-moi-20241122993312.htm", "");
    url_has("https://a.example/2024/11/221", "");
    url_has("https://a.example/1024/11/22", "");
    url_has("https://a.example/2023/02/29/", "");
    url_has("2024/11/22", "2024-11-22");
    url_has("2024/11/2", "");
    url_has("", "");
}
END_TEST

/* The day of a document is that of the language's country. */
START_TEST(days_of_documents)
{
    static const struct {
        struct slice text;
        int32_t day; /* of November 2024 */
    } cases[] = {
        {SLICE("2024-11-22T16:59:00Z"), 22},
        {SLICE("2024-11-22T17:00:00Z"), 23},
        {SLICE("2024-11-22T23:30:00"), 22},
        {SLICE("2024-11-22T00:30:00+07:00"), 22},
        {SLICE("2024-11-22T00:30:00+14:00"), 21},
        {SLICE("2024-11-22T12:00:00-05:00"), 23},
        {SLICE("2024-11-22"), 22},
    };
    set_up();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct date date;
        ck_assert(date_own_parse(reader, cases[i].text, &date));
        int32_t day = date_own_day(&date, 420);
        ck_assert_int_eq(calendar_day_of(day).day, cases[i].day);
    }
    tear_down();
}
END_TEST

static bool count_date(void *context, const struct date_span *span, struct slice where)
{
    (void) span;
    (void) where;
    ++*(unsigned *) context;
    return true;
}

/* Of a text that is read in parts, no date is lost where a part may end at a stop. */
START_TEST(long_texts)
{
    static const struct date_reference none;
    struct buffer text = {0};
    unsigned count = 0;
    set_up();
    for (unsigned i = 0; i < 5000; i++)
        buffer_append_string(&text, "Ngày 22/11/2024, đò chạy lại. ");
    date_reader_read(reader, buffer_slice(&text), &none, count_date, &count);
    ck_assert_uint_eq(count, 5000);
    buffer_release(&text);
    tear_down();
}
END_TEST

/* Bytes that are no UTF-8, marks and digits without end. */
START_TEST(hostile_texts)
{
    static const char *const pieces[] = {
        "\xFF",   "\xE2\x80", "\xC2", "1/",       "ngày ", "22-",   "từ 1 - ", "9",
        "thứ 2 ", "năm ",     "(",    "tháng 1-", "0:00:", "quý I", "1, ",     "21h03"};
    struct date_reference reference = {true, 20000};
    set_up();
    for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++)
        for (size_t k = 0; k < sizeof pieces / sizeof pieces[0]; k++) {
            struct buffer text = {0};
            unsigned count = 0;
            for (unsigned n = 0; n < 5000; n++) {
                buffer_append_string(&text, pieces[i]);
                buffer_append_string(&text, pieces[n % 3 ? i : k]);
            }
            date_reader_read(reader, buffer_slice(&text), &reference, count_date, &count);
            buffer_release(&text);
        }
    tear_down();
}
END_TEST

int main(void)
{
    return unit_run("tag_date", (const TTest *const[]){
                                    table_of_cases,
                                    dates_of_documents,
                                    dates_of_urls,
                                    days_of_documents,
                                    long_texts,
                                    hostile_texts,
                                    NULL,
                                });
}
