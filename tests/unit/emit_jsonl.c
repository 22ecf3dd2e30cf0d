#include "../../tools/emit/jsonl.h"
#include "emit_records.h"

#define expect(records, text)                                                                      \
    unit_compare(emitted(emit_jsonl, SLICE(records)), SLICE(text), __LINE__)

START_TEST(fields)
{
    expect("http://x.example/1\t0\turl=http://x.example/1|site=x.example|title=Trang|"
           "date=2024-05-06|author=Lê Hạ;Mai%3B Lan\t\nhttp://x.example/1\t1\t_\tMột.\n",
           "{\"id\":\"http://x.example/1\",\"url\":\"http://x.example/1\",\"site\":\"x.example\","
           "\"title\":\"Trang\",\"date\":\"2024-05-06\",\"authors\":[\"Lê Hạ\",\"Mai; Lan\"],"
           "\"source\":null,\"text\":\"Một.\"}\n");
    ck_assert_uint_eq(counts.documents, 1);
    ck_assert_uint_eq(counts.paragraphs, 1);
}
END_TEST

START_TEST(nothing_known)
{
    expect("a\t1\t_\tMột.\n",
           "{\"id\":\"a\",\"url\":null,\"site\":null,\"title\":null,\"date\":null,\"authors\":[],"
           "\"source\":null,\"text\":\"Một.\"}\n");
    expect("a\t0\turl=|title=\t\n",
           "{\"id\":\"a\",\"url\":null,\"site\":null,\"title\":null,\"date\":null,\"authors\":[],"
           "\"source\":null,\"text\":\"\"}\n");
    expect("", "");
}
END_TEST

/* Without the fields that are not known; those stand in nothing_known. */
static struct slice short_form(struct slice records)
{
    static struct buffer out;
    static const char *const unknown[] = {"\"url\":null,",  "\"site\":null,",  "\"title\":null,",
                                          "\"date\":null,", "\"authors\":[],", "\"source\":null,"};
    struct slice rest = emitted(emit_jsonl, records);
    buffer_clear(&out);
    while (rest.length) {
        size_t length = 0;
        for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++)
            if (slice_starts_with(rest, slice_from_string(unknown[i])))
                length = strlen(unknown[i]);
        if (!length)
            buffer_append_byte(&out, rest.bytes[0]);
        rest = slice_from_offset(rest, length ? length : 1);
    }
    return buffer_slice(&out);
}

#define expect_short(records, text) unit_compare(short_form(SLICE(records)), SLICE(text), __LINE__)

START_TEST(paragraphs_are_lines)
{
    expect_short(
        "a\t1.1\t_\tMột.\na\t1.2\tspacesafter=\tHai.\na\t1.3\t_\tBa.\na\t2\t_\tBốn\\nnăm\\t.\n",
        "{\"id\":\"a\",\"text\":\"Một. Hai.Ba.\\nBốn năm\\t.\"}\n");
    options.by_sentence = true;
    expect_short("a\t1.1\t_\tMột.\na\t1.2\tspacesafter=\tHai.\na\t2\t_\tBa.\n",
                 "{\"id\":\"a\",\"text\":\"Một.\\nHai.\\nBa.\"}\n");
}
END_TEST

START_TEST(escapes)
{
    expect_short("a\\\\b\\tc\t1\t_\t\"một\" \\\\ / </p> \u2028 \x01\x1F\x7F 😀\n",
                 "{\"id\":\"a\\\\b\\tc\",\"text\":\"\\\"một\\\" \\\\ / </p> \u2028 "
                 "\\u0001\\u001f\x7F 😀\"}\n");
    expect_short("a\t1\t_\tm\0t\n", "{\"id\":\"a\",\"text\":\"m\\u0000t\"}\n");
}
END_TEST

START_TEST(bytes_that_are_not_utf8)
{
    expect_short("\xFF\t0\tsite=\xC3|author=\x80x\t\n\xFF\t1\t_\tm\xE1\xBBt \xED\xA0\x80.\n",
                 "{\"id\":\"\uFFFD\",\"site\":\"\uFFFD\",\"authors\":[\"\uFFFDx\"],"
                 "\"text\":\"m\uFFFDt \uFFFD\uFFFD\uFFFD.\"}\n");
}
END_TEST

START_TEST(fields_from_roles)
{
    expect_short("a\t1\trole=title\tGạo\na\t2\trole=dateline\tThứ hai\na\t3\trole=byline\tLê Hạ\n"
                 "a\t4\trole=body\tMột.\na\t5\trole=byline\tMai\na\t6\trole=source\tTheo Chợ\n"
                 "a\t7\trole=title\tMuối\na\t8\trole=source\tTheo Bến\n",
                 "{\"id\":\"a\",\"title\":\"Gạo\",\"date\":\"Thứ hai\",\"authors\":[\"Lê Hạ\","
                 "\"Mai\"],\"source\":\"Theo Chợ\",\"text\":\"Gạo\\nThứ hai\\nLê Hạ\\nMột.\\nMai\\n"
                 "Theo Chợ\\nMuối\\nTheo Bến\"}\n");
    /* what the metadata record says goes before the dateline and bylines, not before the title */
    expect_short("a\t0\ttitle=Trang|date=2024|author=Ai\t\na\t1\trole=title\tGạo\n"
                 "a\t2\trole=dateline\tThứ hai\na\t3\trole=byline\tLê Hạ\n",
                 "{\"id\":\"a\",\"title\":\"Gạo\",\"date\":\"2024\",\"authors\":[\"Ai\"],"
                 "\"text\":\"Gạo\\nThứ hai\\nLê Hạ\"}\n");
}
END_TEST

START_TEST(metadata_may_move)
{
    options.metadata = EMIT_METADATA_MOVE;
    expect_short("a\t1\trole=title\tGạo\na\t2\trole=dateline\tThứ hai\na\t3\trole=byline\tLê Hạ\n"
                 "a\t4\trole=body\tMột.\na\t6\trole=source\tTheo Chợ\n",
                 "{\"id\":\"a\",\"title\":\"Gạo\",\"date\":\"Thứ hai\",\"authors\":[\"Lê Hạ\"],"
                 "\"source\":\"Theo Chợ\",\"text\":\"Gạo\\nMột.\"}\n");
}
END_TEST

START_TEST(paragraphs_from_other_fields)
{
    expect_short("a\t0\ttitle=Trang\t\na\t1\tfield=title|role=title\tGạo\n"
                 "a\t2.1\tfield=lead\tTóm.\na\t2.2\tfield=lead\tTắt.\na\t3\t_\tMột.\n",
                 "{\"id\":\"a\",\"title\":\"Gạo\",\"lead\":\"Tóm. Tắt.\",\"text\":\"Một.\"}\n");
}
END_TEST

START_TEST(kept_fields)
{
    expect_short(
        "a\t0\tkeep.views=12|keep.tags=[\"x\", 1.10,null]|keep.s=\"n\\u00f3%3B\"|"
        "keep.big=123456789012345678901234567890|keep.e=1e3|keep.o={\"b\":0.1,\"a\":{}}\t\n"
        "a\t1\t_\tMột.\n",
        "{\"id\":\"a\",\"text\":\"Một.\",\"views\":12,\"tags\":[\"x\", 1.10,null],"
        "\"s\":\"n\\u00f3;\",\"big\":123456789012345678901234567890,\"e\":1e3,"
        "\"o\":{\"b\":0.1,\"a\":{}}}\n");
    /* what is no JSON is a string; a line break must not end the line */
    expect_short(
        "a\t0\tkeep.x=chữ|keep.y=|keep.z=[1,%0A2]|keep.w=\"\xFF\"|keep.v={\t\na\t1\t_\t.\n",
        "{\"id\":\"a\",\"text\":\".\",\"x\":\"chữ\",\"y\":\"\",\"z\":[1, 2],"
        "\"w\":\"\uFFFD\",\"v\":\"{\"}\n");
    /* the first of a name; in place of a field of the same name */
    expect_short("a\t0\tkeep.x=1|keep.x=2|keep.source=\"Bến\"\t\na\t1\trole=source\tChợ\n",
                 "{\"id\":\"a\",\"text\":\"Chợ\",\"x\":1,\"source\":\"Bến\"}\n");
}
END_TEST

START_TEST(what_was_dropped)
{
    static const char records[] = "a\t0\twhy=copy\t\na\t1\twhy=copy\tMột.\nb\t0\t_\t\n"
                                  "b\t1\twhy=df:3\tHai.\nc\t0\t_\t\nc\t1\twhy=df:3\tBa.\n"
                                  "c\t2\t_\tBốn.\n";
    unit_compare(short_form(slice_from_string(records)),
                 SLICE("{\"id\":\"b\",\"text\":\"\"}\n{\"id\":\"c\",\"text\":\"Bốn.\"}\n"),
                 __LINE__);
    ck_assert_uint_eq(counts.documents, 2);
    ck_assert_uint_eq(counts.left_out, 4);
    options.all = true;
    unit_compare(short_form(slice_from_string(records)),
                 SLICE("{\"id\":\"a\",\"text\":\"Một.\"}\n{\"id\":\"b\",\"text\":\"Hai.\"}\n"
                       "{\"id\":\"c\",\"text\":\"Ba.\\nBốn.\"}\n"),
                 __LINE__);
}
END_TEST

START_TEST(documents_of_the_same_id)
{
    expect_short("a\t0\t_\t\na\t1\t_\tMột.\na\t0\t_\t\na\t2\t_\tHai.\n",
                 "{\"id\":\"a\",\"text\":\"Một.\"}\n{\"id\":\"a\",\"text\":\"Hai.\"}\n");
}
END_TEST

START_TEST(a_document_that_is_too_large)
{
    int messages = unit_catch_messages();
    settings.max_doc = 100;
    expect_short(
        "a\t1\t_\tMột.\nb\t1\t_\tMột hai ba bốn năm sáu bảy tám chín mười.\n"
        "b\t2\t_\tMột hai ba bốn năm sáu bảy tám chín mười.\nb\t3\t_\tHai.\nc\t1\t_\tBa.\n",
        "{\"id\":\"a\",\"text\":\"Một.\"}\n{\"id\":\"c\",\"text\":\"Ba.\"}\n");
    ck_assert_int_eq(status, STATUS_REJECTED);
    assert_slice(unit_contents(messages),
                 "ganloc: records:3: document 'b' is larger than 100 bytes (--max-doc)\n");
}
END_TEST

int main(void)
{
    return unit_run("emit_jsonl", (const TTest *const[]){
                                      fields,
                                      nothing_known,
                                      paragraphs_are_lines,
                                      escapes,
                                      bytes_that_are_not_utf8,
                                      fields_from_roles,
                                      metadata_may_move,
                                      paragraphs_from_other_fields,
                                      kept_fields,
                                      what_was_dropped,
                                      documents_of_the_same_id,
                                      a_document_that_is_too_large,
                                      NULL,
                                  });
}
