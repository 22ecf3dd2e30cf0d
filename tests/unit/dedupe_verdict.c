#include "../../tools/dedupe/verdict.h"
#include "dedupe_records.h"

static struct index index_of_all;
static struct limits limits = {.min_documents = 3, .min_share = 2, .min_characters = 20};
static struct buffer answer;
static struct kept kept;

/* Learns all documents, then judges them. Returns a line a document: its id, then the tags of each
 * paragraph, "-" for a kept one. Good until the next call. */
static const char *judge(struct slice records)
{
    static struct verdict verdicts[200];
    records_begin(records);
    while (read_page())
        index_learn(&index_of_all, &page);
    buffer_clear(&answer);
    records_begin(records);
    while (read_page()) {
        bool is_copy = verdict_judge(verdicts, &page, &index_of_all, &limits, &kept);
        buffer_append(&answer, document.id);
        if (is_copy)
            buffer_append_string(&answer, "(copy)");
        for (size_t i = 0; i < document.paragraph_count; i++) {
            struct buffer tags = {0};
            if (verdicts[i].reason == REASON_NONE)
                buffer_append_byte(&tags, '-');
            else
                verdict_append_tags(&tags, &(struct record){.doc = document.id, .tags = SLICE("_")},
                                    &verdicts[i]);
            buffer_append_byte(&answer, ' ');
            buffer_append(&answer, buffer_slice(&tags));
            buffer_release(&tags);
        }
        buffer_append_byte(&answer, '\n');
    }
    index_release(&index_of_all);
    key_table_release(&kept.lines);
    return buffer_string(&answer);
}

#define judges(records, expected) ck_assert_str_eq(judge(SLICE(records)), expected)

START_TEST(roles_that_are_dropped)
{
    judges("a\t1\trole=nav\tTrang chủ\na\t2\trole=ad\tQC\na\t3\trole=body\tNội dung\n"
           "a\t4\trole=footer\tGiấy phép\na\t5\t_\tKhông vai\n",
           "a why=role:nav - - why=role:footer -\n");
}
END_TEST

START_TEST(repeats)
{
    judges("a\t1\trole=caption\tMột tấm ảnh bến sông lúc chiều\n"
           "a\t2\trole=body\tMột đoạn văn đứng ở giữa hai tấm ảnh.\n"
           "a\t3\trole=caption\tmột tấm ảnh, bến sông lúc chiều.\n"
           "a\t4\trole=body\tMột đoạn văn đứng ở giữa hai tấm ảnh.\n",
           "a - - why=repeat|of=a;1 why=repeat|of=a;2\n");
}
END_TEST

START_TEST(short_lines_may_stand_twice)
{
    judges("a\t1\t_\tMười chín chữ cái\na\t2\t_\tMười chín chữ cái\n", "a - -\n");
    limits.min_characters = 17;
    judges("a\t1\t_\tMười chín chữ cái\na\t2\t_\tMười chín chữ cái\n", "a - why=repeat|of=a;1\n");
    limits.min_characters = 18;
    judges("a\t1\t_\tMười chín chữ cái\na\t2\t_\tMười chín chữ cái\n", "a - -\n");
}
END_TEST

START_TEST(the_title_with_a_counter)
{
    judges("a\t1\trole=title\tGiá gạo lên từng ngày\na\t2\t_\tGiá gạo lên từng ngày -0\n"
           "a\t3\t_\tGiá gạo lên từng ngày - Ảnh 3.\na\t4\t_\tGiá gạo lên từng ngày nay\n"
           "a\t5\t_\tGiá gạo lên từng ngày 2024\n",
           "a - why=repeat|of=a;1 why=repeat|of=a;1 - -\n");
    judges("a\t1\trole=title\tGiá gạo lên\na\t2\t_\t[Hình 2] Giá gạo lên\n"
           "a\t3\t_\tVì sao giá gạo lên\n",
           "a - why=repeat|of=a;1 -\n");
    /* only the title is printed again with counters */
    judges("a\t1\trole=caption\tGiá gạo lên từng ngày\na\t2\t_\tGiá gạo lên từng ngày -0\n",
           "a - -\n");
}
END_TEST

/* What is dropped is no original: the repeat of a dropped line is judged by itself. */
START_TEST(a_repeat_of_what_was_dropped)
{
    judges(
        "a\t1\trole=nav\tTrang chủ của báo Chợ Quê\na\t2\trole=body\tTrang chủ của báo Chợ Quê\n",
        "a why=role:nav -\n");
}
END_TEST

START_TEST(segmented_paragraphs_are_one)
{
    judges("a\t1.1\t_\tTrời mưa suốt đêm qua.\na\t1.2\t_\tNước lên.\n"
           "a\t2.1\t_\tTrời mưa suốt\na\t2.2\t_\tđêm qua. Nước lên.\n",
           "a - why=repeat|of=a;1.1\n");
}
END_TEST

START_TEST(lines_of_a_site)
{
    judges("a\t0\tsite=x\t\na\t1\t_\tCài ứng dụng\na\t2\t_\tmột\n"
           "b\t0\tsite=x\t\nb\t1\t_\tCài ứng dụng\nb\t2\t_\thai\n"
           "c\t0\tsite=x\t\nc\t1\t_\tCài ứng dụng\nc\t2\t_\tba\n"
           "d\t0\tsite=y\t\nd\t1\t_\tCài ứng dụng\nd\t2\t_\tbốn\n",
           "a why=df:3 -\nb why=df:3 -\nc why=df:3 -\nd - -\n");
    limits.min_documents = 4;
    judges("a\t1\t_\tCài ứng dụng\na\t2\t_\tmột\nb\t1\t_\tCài ứng dụng\nb\t2\t_\thai\n"
           "c\t1\t_\tCài ứng dụng\nc\t2\t_\tba\n",
           "a - -\nb - -\nc - -\n");
    limits.min_documents = 2;
    judges("a\t1\t_\tLượt xem: 15\na\t2\t_\tmột\nb\t1\t_\tLượt xem: 7\nb\t2\t_\thai\n",
           "a why=df:2 -\nb why=df:2 -\n");
}
END_TEST

/* `frequency` of 100 documents have the line; the others a line of their own each. */
static const char *judge_frequency(const char *tags, const char *line, uint64_t frequency)
{
    struct buffer records = {0};
    for (uint64_t i = 0; i < 100; i++) {
        buffer_append_byte(&records, 'd');
        buffer_append_number(&records, i);
        buffer_append_string(&records, "\t1\t_\t");
        buffer_append_byte(&records, (char) ('a' + i / 10));
        buffer_append_byte(&records, (char) ('a' + i % 10));
        if (i < frequency) {
            buffer_append_string(&records, "\nd");
            buffer_append_number(&records, i);
            buffer_append_string(&records, "\t2\t");
            buffer_append_string(&records, tags);
            buffer_append_byte(&records, '\t');
            buffer_append_string(&records, line);
        }
        buffer_append_byte(&records, '\n');
    }
    const char *judged = judge(buffer_slice(&records));
    buffer_release(&records);
    return judged;
}

static bool drops(const char *tags, const char *line, uint64_t frequency)
{
    return strncmp(judge_frequency(tags, line, frequency), "d0 - why=df:", 12) == 0;
}

START_TEST(the_share_of_a_site)
{
    limits.min_share = 10;
    ck_assert(!drops("_", "Cài ứng dụng", 9));
    ck_assert(drops("_", "Cài ứng dụng", 10));
    limits.min_share = 0;
    ck_assert(!drops("_", "Cài ứng dụng", 2));
    ck_assert(drops("_", "Cài ứng dụng", 3));
    limits.min_share = 100;
    ck_assert(!drops("_", "Cài ứng dụng", 99));
    ck_assert(drops("_", "Cài ứng dụng", 100));
}
END_TEST

START_TEST(prose_must_be_five_times_as_frequent)
{
    ck_assert(!drops("role=body", "Theo hãng tin", 14));
    ck_assert(drops("role=body", "Theo hãng tin", 15));
    ck_assert(!drops("role=lead", "Theo hãng tin", 14));
    ck_assert(drops("role=caption", "Theo hãng tin", 3));
    limits.min_share = 4;
    ck_assert(!drops("role=body", "Theo hãng tin", 19));
    ck_assert(drops("role=body", "Theo hãng tin", 20));
}
END_TEST

/* A title, byline or the like that stands on a third of the pages is none; but an author may have
 * written all of a few pages. */
START_TEST(what_each_page_should_have_for_itself)
{
    ck_assert(!drops("role=title", "Bản tin sáng", 29));
    ck_assert(drops("role=title", "Bản tin sáng", 30));
    ck_assert(!drops("role=byline", "Lê Hạ", 29));
    ck_assert(drops("role=byline", "Lê Hạ", 30));
    ck_assert(drops("role=source", "Theo Chợ Quê", 30));
    limits.min_documents = 7;
    ck_assert(!drops("role=byline", "Lê Hạ", 34));
    ck_assert(drops("role=byline", "Lê Hạ", 35));
    limits.min_documents = 3;
    /* masked digits make datelines and reports the same */
    ck_assert(!drops("role=dateline", "Thứ hai, 5/6", 100));
    ck_assert(!drops("role=title", "Giá vàng ngày 5/6", 100));
    limits.min_share = 50;
    ck_assert(!drops("role=title", "Bản tin sáng", 49));
    ck_assert(drops("role=title", "Bản tin sáng", 50));
}
END_TEST

/* A story that many sites print keeps its title; one that is the title of a page is not counted
 * where others of the site link to it. */
START_TEST(titles_are_counted_by_site)
{
    judges("a\t0\tsite=w\t\na\t1\trole=title\tGạo lên giá\na\t2\t_\tmột\n"
           "b\t0\tsite=x\t\nb\t1\trole=title\tGạo lên giá\nb\t2\t_\thai\n"
           "c\t0\tsite=y\t\nc\t1\trole=title\tGạo lên giá\nc\t2\t_\tba\n"
           "d\t0\tsite=z\t\nd\t1\trole=title\tGạo lên giá\nd\t2\t_\tbốn\n",
           "a - -\nb - -\nc - -\nd - -\n");
    judges("a\t1\trole=title\tGạo lên giá\na\t2\t_\tmột\n"
           "b\t1\trole=title\tMuối xuống giá\nb\t2\t_\tGạo lên giá\n"
           "c\t1\trole=title\tGió mùa về\nc\t2\t_\tGạo lên giá\n"
           "d\t1\trole=title\tChợ tan\nd\t2\t_\tGạo lên giá\n",
           "a - -\nb - why=df:4\nc - why=df:4\nd - why=df:4\n");
}
END_TEST

START_TEST(titles_of_other_documents)
{
    judges("a\t1\trole=title\tGạo lên giá ở chợ huyện\na\t2\trole=body\tChuyện giá gạo.\n"
           "b\t1\trole=title\tMuối xuống giá ở chợ xã\nb\t2\t_\tGạo lên giá ở chợ huyện\n"
           "b\t3\trole=body\tChuyện muối.\n",
           "a - -\nb - why=related|of=a;0 -\n");
    /* behind a label, before a date */
    judges("a\t1\trole=title\tGạo lên giá ở chợ huyện\na\t2\trole=body\tChuyện giá gạo.\n"
           "b\t1\t_\tĐọc thêm: Gạo lên giá ở chợ huyện\nb\t2\t_\t>> Gạo lên giá ở chợ huyện\n"
           "b\t3\t_\tGạo lên giá ở chợ huyện (12/5/2024)\n"
           "b\t4\t_\tGạo lên giá ở chợ huyện, chợ xã\n",
           "a - -\nb why=related|of=a;0 why=related|of=a;0 why=related|of=a;0 -\n");
    /* its own title, here from the metadata, stays */
    judges("a\t0\ttitle=Gạo lên giá ở chợ huyện\t\na\t1\t_\tGạo lên giá ở chợ huyện\n", "a -\n");
    /* too short to tell */
    judges("a\t1\trole=title\tGạo lên giá\nb\t1\trole=title\tMuối\nb\t2\t_\tGạo lên giá\n",
           "a -\nb - -\n");
}
END_TEST

START_TEST(copies)
{
    judges("a\t0\tsite=x\t\na\t1\trole=title\tGạo lên giá\na\t2\trole=byline\tLê Hạ\n"
           "a\t3\trole=body\tChuyện giá gạo.\n"
           "b\t0\tsite=y\t\nb\t1\trole=nav\tTrang chủ\nb\t2\trole=title\tGẠO LÊN GIÁ\n"
           "b\t3\trole=body\tChuyện giá gạo\nb\t4\trole=byline\tTheo Lê Hạ\n"
           "c\t1\trole=title\tGạo lên giá\nc\t2\trole=body\tChuyện giá gạo khác.\n"
           "d\t1\trole=title\tGạo lên giá\nd\t2\trole=body\tChuyện giá gạo.\n",
           "a - - -\nb(copy) why=copy|of=a;0|sim=1 why=copy|of=a;0|sim=1 why=copy|of=a;0|sim=1 "
           "why=copy|of=a;0|sim=1\nc - -\nd(copy) why=copy|of=a;0|sim=1 why=copy|of=a;0|sim=1\n");
}
END_TEST

/* Each site puts its own name, or an agency's, before the lead. */
START_TEST(copies_whose_lead_names_another_agency)
{
    judges(
        "a\t0\tsite=a\t\na\t1\trole=title\tGạo lên giá\na\t2\trole=lead\t(Chợ Quê) - Giá gạo "
        "tăng.\n"
        "b\t0\tsite=b\t\nb\t1\trole=title\tGạo lên giá\nb\t2\trole=lead\tBẾN SÔNG – Giá gạo tăng.\n"
        "c\t0\tsite=c\t\nc\t1\trole=title\tGạo lên giá\nc\t2\trole=lead\tGiá gạo tăng.\n"
        "d\t0\tsite=d\t\nd\t1\trole=title\tGạo lên giá\nd\t2\trole=lead\tGiá gạo - giảm.\n"
        "e\t0\tsite=e\t\ne\t1\trole=title\tGạo lên giá\ne\t2\trole=body\t(Chợ Quê) - Giá gạo "
        "tăng.\n",
        "a - -\nb(copy) why=copy|of=a;0|sim=1 why=copy|of=a;0|sim=1\n"
        "c(copy) why=copy|of=a;0|sim=1 why=copy|of=a;0|sim=1\nd - -\ne - -\n");
}
END_TEST

START_TEST(documents_without_text_are_no_copies)
{
    judges("a\t0\tsite=x\t\nb\t0\tsite=x\t\nc\t1\trole=nav\tTrang chủ\nd\t1\trole=nav\tTrang chủ\n"
           "e\t1\t_\t\nf\t1\t_\t\ng\t1\trole=byline\tLê Hạ\nh\t1\trole=byline\tLê Hạ\n",
           "a\nb\nc why=role:nav\nd why=role:nav\ne -\nf -\ng -\nh -\n");
}
END_TEST

START_TEST(the_order_of_paragraphs_tells_texts_apart)
{
    judges("a\t1\t_\tmột\na\t2\t_\thai\nb\t1\t_\thai\nb\t2\t_\tmột\nc\t1\t_\tmột hai\n",
           "a - -\nb - -\nc -\n");
}
END_TEST

/* Time must grow with the number of lines, not with its square. */
START_TEST(a_page_of_many_lines)
{
    enum { LINES = 100000 };
    struct buffer records = {0};
    struct verdict *verdicts = calloc(LINES, sizeof *verdicts);
    ck_assert_ptr_nonnull(verdicts);
    for (uint64_t i = 1; i <= LINES; i++) {
        buffer_append_string(&records, "a\t");
        buffer_append_number(&records, i);
        buffer_append_string(&records, "\t_\tmột dòng dài của trang số ");
        buffer_append_number(&records, i % (LINES - 1));
        buffer_append_byte(&records, '\n');
    }
    records_begin(buffer_slice(&records));
    ck_assert(read_page());
    index_learn(&index_of_all, &page);
    ck_assert(!verdict_judge(verdicts, &page, &index_of_all, &limits, &kept));
    for (size_t i = 0; i + 1 < LINES; i++)
        ck_assert_int_eq(verdicts[i].reason, REASON_NONE);
    ck_assert_int_eq(verdicts[LINES - 1].reason, REASON_REPEAT);
    ck_assert_uint_eq(verdicts[LINES - 1].of_loc.paragraph, 1);
    ck_assert(!read_page());
    index_release(&index_of_all);
    key_table_release(&kept.lines);
    buffer_release(&records);
    free(verdicts);
}
END_TEST

START_TEST(tags_are_escaped)
{
    judges("a|b;c\t1\t_\tmột tấm ảnh bến sông\na|b;c\t2\t_\tmột tấm ảnh bến sông\n",
           "a|b;c - why=repeat|of=a%7Cb%3Bc;1\n");
}
END_TEST

START_TEST(names_of_reasons)
{
    ck_assert_str_eq(reason_name(REASON_NONE), "kept");
    ck_assert_str_eq(reason_name(REASON_COPY), "copy");
}
END_TEST

int main(void)
{
    return unit_run("dedupe_verdict", (const TTest *const[]){
                                          roles_that_are_dropped,
                                          repeats,
                                          short_lines_may_stand_twice,
                                          the_title_with_a_counter,
                                          a_repeat_of_what_was_dropped,
                                          segmented_paragraphs_are_one,
                                          lines_of_a_site,
                                          the_share_of_a_site,
                                          prose_must_be_five_times_as_frequent,
                                          what_each_page_should_have_for_itself,
                                          titles_are_counted_by_site,
                                          titles_of_other_documents,
                                          copies,
                                          copies_whose_lead_names_another_agency,
                                          documents_without_text_are_no_copies,
                                          the_order_of_paragraphs_tells_texts_apart,
                                          a_page_of_many_lines,
                                          tags_are_escaped,
                                          names_of_reasons,
                                          NULL,
                                      });
}
