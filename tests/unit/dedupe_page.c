#include "dedupe_records.h"

START_TEST(site_and_title)
{
    records_begin(SLICE("a\t0\tsite=cho.example|title=Gạo%3B muối\t\na\t1\t_\tGiá gạo.\n"));
    ck_assert(read_page());
    assert_slice(page.site, "cho.example");
    assert_slice(page.title, "gạo muối");
    ck_assert(!read_page());
}
END_TEST

START_TEST(no_metadata)
{
    records_begin(SLICE("a\t1\t_\tGiá gạo.\nb\t0\t_\t\n"));
    ck_assert(read_page());
    assert_slice(page.site, "");
    assert_slice(page.title, "");
    ck_assert(read_page());
    assert_slice(page.site, "");
    assert_slice(page.title, "");
    ck_assert(!read_page());
}
END_TEST

START_TEST(a_title_paragraph_goes_before_the_metadata)
{
    records_begin(SLICE("a\t0\ttitle=Trang nhà\t\na\t1\trole=nav\tMenu\n"
                        "a\t2\trole=title\tGạo lên giá\na\t3\trole=title\tMuối\n"
                        "b\t0\ttitle=Trang nhà\t\nb\t1\tfield=title\tMuối xuống giá\n"));
    ck_assert(read_page());
    assert_slice(page.title, "gạo lên giá");
    ck_assert(page.title_hash == page.lines[1].exact);
    ck_assert(read_page());
    assert_slice(page.title, "muối xuống giá");
    ck_assert(!read_page());
}
END_TEST

START_TEST(kinds)
{
    static const enum kind expected[] = {
        KIND_TITLE,    KIND_PROSE,    KIND_CONTENT,  KIND_PROSE,       KIND_CONTENT,
        KIND_METADATA, KIND_METADATA, KIND_METADATA, KIND_BOILERPLATE, KIND_CONTENT,
        KIND_CONTENT,  KIND_CONTENT,  KIND_CONTENT,  KIND_BOILERPLATE,
    };
    struct buffer records = {0};
    for (size_t role = 0; role < ROLE_COUNT; role++) {
        buffer_append_string(&records, "a\t");
        buffer_append_number(&records, role + 1);
        buffer_append_string(&records, "\trole=");
        buffer_append_string(&records, role_name((enum role) role));
        buffer_append_string(&records, "\tchữ\n");
    }
    records_begin(buffer_slice(&records));
    ck_assert(read_page());
    for (size_t role = 0; role < ROLE_COUNT; role++) {
        ck_assert_int_eq(page.lines[role].role, (enum role) role);
        ck_assert_msg(page.lines[role].kind == expected[role], "role %s",
                      role_name((enum role) role));
    }
    ck_assert(!read_page());
    buffer_release(&records);
}
END_TEST

START_TEST(without_a_role_length_decides)
{
    struct buffer records = {0};
    buffer_append_string(&records, "a\t1\t_\tngắn\na\t2\trole=menu\t");
    for (int i = 0; i < 99; i++)
        buffer_append_string(&records, "ế");
    buffer_append_string(&records, "\na\t3\t_\t");
    for (int i = 0; i < 100; i++)
        buffer_append_string(&records, "ế");
    buffer_append_string(&records, "\n");
    records_begin(buffer_slice(&records));
    ck_assert(read_page());
    ck_assert_int_eq(page.lines[0].kind, KIND_CONTENT);
    ck_assert_int_eq(page.lines[1].kind, KIND_CONTENT);
    ck_assert_int_eq(page.lines[1].role, ROLE_COUNT);
    ck_assert_uint_eq(page.lines[1].characters, 99);
    ck_assert_int_eq(page.lines[2].kind, KIND_PROSE);
    ck_assert(!read_page());
    buffer_release(&records);
}
END_TEST

START_TEST(keys_of_lines)
{
    records_begin(SLICE("a\t0\tsite=x\t\na\t1\t_\tẢnh: HOÀ Bình 12\na\t2\t_\tảnh hòa bình 12.\n"
                        "a\t3\t_\tảnh hòa bình 7\na\t4.1\t_\tẢnh:\na\t4.2\t_\tHoà Bình\\t12\n"
                        "b\t0\tsite=y\t\nb\t1\t_\tẢnh: HOÀ Bình 12\n"));
    ck_assert(read_page());
    const struct line *lines = page.lines;
    assert_slice(lines[0].text, "ảnh hòa bình 12");
    assert_slice(lines[3].text, "ảnh hòa bình 12");
    ck_assert(lines[0].exact == lines[1].exact && lines[0].frequency == lines[1].frequency);
    ck_assert(lines[0].exact == lines[3].exact && lines[0].frequency == lines[3].frequency);
    ck_assert(lines[0].exact != lines[2].exact && lines[0].frequency == lines[2].frequency);
    uint64_t exact = lines[0].exact, frequency = lines[0].frequency;
    ck_assert(read_page());
    ck_assert(page.lines[0].exact == exact && page.lines[0].frequency != frequency);
    ck_assert(!read_page());
}
END_TEST

START_TEST(nothing_is_folded_unasked)
{
    page_rules.fold = 0;
    records_begin(SLICE("a\t1\t_\tẢnh 1\na\t2\t_\tảnh 1\na\t3\t_\tẢnh 2\n"));
    ck_assert(read_page());
    assert_slice(page.lines[0].text, "Ảnh 1");
    ck_assert(page.lines[0].exact != page.lines[1].exact);
    ck_assert(page.lines[0].frequency == page.lines[2].frequency); /* digits always are, here */
    ck_assert(!read_page());
}
END_TEST

int main(void)
{
    return unit_run("dedupe_page", (const TTest *const[]){
                                       site_and_title,
                                       no_metadata,
                                       a_title_paragraph_goes_before_the_metadata,
                                       kinds,
                                       without_a_role_length_decides,
                                       keys_of_lines,
                                       nothing_is_folded_unasked,
                                       NULL,
                                   });
}
