#include "../../tools/dedupe/index.h"
#include "dedupe_records.h"

#include "hash.h"

static struct index index_of_all;

static void learn(struct slice records)
{
    records_begin(records);
    while (read_page())
        index_learn(&index_of_all, &page);
}

/* In how many documents of the site the line stands. */
static uint32_t frequency(const char *site, const char *text)
{
    struct buffer records = {0};
    buffer_append_string(&records, "q\t0\tsite=");
    buffer_append_string(&records, site);
    buffer_append_string(&records, "\t\nq\t1\t_\t");
    buffer_append_string(&records, text);
    records_begin(buffer_slice(&records));
    ck_assert(read_page());
    uint32_t count = index_frequency(&index_of_all, &page.lines[0]);
    ck_assert(!read_page());
    buffer_release(&records);
    return count;
}

START_TEST(documents_are_counted_not_lines)
{
    learn(SLICE("a\t0\tsite=x\t\na\t1\t_\tBáo Chợ\na\t2\t_\tBáo Chợ\na\t3\t_\tbáo chợ!\n"
                "b\t0\tsite=x\t\nb\t1\t_\tBÁO CHỢ\nc\t0\tsite=y\t\nc\t1\t_\tBáo Chợ\n"
                "d\t0\tsite=x\t\nd\t1\t_\tSố 1 ra 2/3\ne\t0\tsite=x\t\ne\t1\t_\tSố 45 ra 20/11\n"));
    ck_assert_uint_eq(frequency("x", "Báo Chợ"), 2);
    ck_assert_uint_eq(frequency("y", "Báo Chợ"), 1);
    ck_assert_uint_eq(frequency("z", "Báo Chợ"), 0);
    ck_assert_uint_eq(frequency("x", "Báo"), 0);
    ck_assert_uint_eq(frequency("x", "Số 9 ra 9/9"), 2);
    index_release(&index_of_all);
}
END_TEST

START_TEST(titles_are_counted_as_titles)
{
    learn(SLICE("a\t1\trole=title\tBáo Chợ\na\t2\trole=title\tBáo chợ\nb\t1\t_\tBáo Chợ\n"
                "c\t1\trole=title\tBÁO CHỢ\nd\t0\tsite=x\t\nd\t1\trole=title\tBáo Chợ\n"));
    records_begin(SLICE("q\t1\t_\tBáo Chợ\nq\t2\trole=title\tBáo Chợ\n"));
    ck_assert(read_page());
    ck_assert_uint_eq(index_frequency(&index_of_all, &page.lines[0]), 3);
    ck_assert_uint_eq(index_frequency(&index_of_all, &page.lines[1]), 2);
    ck_assert(!read_page());
    index_release(&index_of_all);
}
END_TEST

START_TEST(documents_of_a_site)
{
    learn(SLICE("a\t0\tsite=x\t\nb\t0\tsite=x\t\nb\t1\t_\tchữ\nc\t1\t_\tchữ\n"));
    records_begin(SLICE("q\t0\tsite=x\t\nr\t1\t_\tchữ\ns\t0\tsite=y\t\n"));
    ck_assert(read_page());
    ck_assert_uint_eq(index_site_documents(&index_of_all, &page), 2);
    ck_assert(read_page());
    ck_assert_uint_eq(index_site_documents(&index_of_all, &page), 1);
    ck_assert(read_page());
    ck_assert_uint_eq(index_site_documents(&index_of_all, &page), 0);
    ck_assert(!read_page());
    index_release(&index_of_all);
}
END_TEST

START_TEST(the_first_document_with_a_title)
{
    learn(SLICE("a\t1\trole=title\tGạo lên giá\nb\t0\ttitle=Muối xuống giá\t\n"
                "c\t1\trole=title\tGạo lên giá!\nd\t1\t_\tGió mùa về\n"));
    ck_assert(
        slice_equal(index_titled(&index_of_all, hash_bytes(SLICE("gạo lên giá"), 0)), SLICE("a")));
    ck_assert(slice_equal(index_titled(&index_of_all, hash_bytes(SLICE("muối xuống giá"), 0)),
                          SLICE("b")));
    ck_assert_ptr_null(index_titled(&index_of_all, hash_bytes(SLICE("gió mùa về"), 0)).bytes);
    ck_assert_ptr_null(index_titled(&index_of_all, hash_bytes(SLICE(""), 0)).bytes);
    index_release(&index_of_all);
}
END_TEST

START_TEST(the_first_document_with_a_text)
{
    ck_assert_ptr_null(index_same_text(&index_of_all, 77, SLICE("a")).bytes);
    ck_assert_ptr_null(index_same_text(&index_of_all, 78, SLICE("b")).bytes);
    assert_slice(index_same_text(&index_of_all, 77, SLICE("c")), "a");
    assert_slice(index_same_text(&index_of_all, 77, SLICE("d")), "a");
    assert_slice(index_same_text(&index_of_all, 78, SLICE("e")), "b");
    index_release(&index_of_all);
}
END_TEST

START_TEST(many_documents)
{
    struct buffer records = {0};
    for (uint64_t i = 0; i < 3000; i++) {
        buffer_append_byte(&records, 'd');
        buffer_append_number(&records, i);
        buffer_append_string(&records, "\t1\trole=title\tTin ");
        for (uint64_t rest = i; rest; rest /= 10)
            buffer_append_byte(&records, (char) ('a' + rest % 10));
        buffer_append_string(&records, " đây\n");
    }
    learn(buffer_slice(&records));
    assert_slice(index_titled(&index_of_all, hash_bytes(SLICE("tin jjjc đây"), 0)), "d2999");
    assert_slice(index_titled(&index_of_all, hash_bytes(SLICE("tin b đây"), 0)), "d1");
    ck_assert_uint_eq(index_of_all.document, 3000);
    buffer_release(&records);
    index_release(&index_of_all);
}
END_TEST

int main(void)
{
    return unit_run("dedupe_index", (const TTest *const[]){
                                        documents_are_counted_not_lines,
                                        titles_are_counted_as_titles,
                                        documents_of_a_site,
                                        the_first_document_with_a_title,
                                        the_first_document_with_a_text,
                                        many_documents,
                                        NULL,
                                    });
}
