#include "../../common/sentence/sentence.h"
#include "lines.h"
#include "unit.h"

static struct sentence_rules rules;

/* Appends the text with a '|' behind every sentence but the last. */
static void append_marked(struct buffer *marked, struct slice text)
{
    while (text.length) {
        size_t length = sentence_length(&rules, text);
        ck_assert_uint_gt(length, 0);
        ck_assert_uint_le(length, text.length);
        buffer_append(marked, slice_of(text.bytes, length));
        text = slice_from_offset(text, length);
        if (text.length)
            buffer_append_byte(marked, '|');
        /* a sentence is to begin without white space */
        while (text.length && strchr(" \t\n", text.bytes[0])) {
            buffer_append_byte(marked, text.bytes[0]);
            text = slice_from_offset(text, 1);
        }
    }
}

/* The text without its '|' is split where they stand. */
#define splits(marked) splits_at(SLICE(marked), __LINE__)

static void splits_at(struct slice expected, int line)
{
    struct buffer text = {0}, marked = {0};
    if (!rules.weights.count)
        ck_assert(sentence_rules_load(&rules, language_find("vi")));
    for (size_t i = 0; i < expected.length; i++)
        if (expected.bytes[i] != '|')
            buffer_append_byte(&text, expected.bytes[i]);
    append_marked(&marked, buffer_slice(&text));
    unit_compare(buffer_slice(&marked), expected, line);
    buffer_release(&text);
    buffer_release(&marked);
}

START_TEST(nothing_to_split)
{
    splits("Một câu không có dấu chấm ở cuối");
    splits(".");
    splits("...");
    splits("!?");
    splits("a");
    splits("123");
    splits("TP.");
    splits("\"");
    ck_assert_uint_eq(sentence_length(&rules, SLICE("")), 0);
}
END_TEST

START_TEST(white_space_of_any_kind)
{
    splits("Chợ tan.|  Thuyền về.");
    splits("Chợ tan.|\tThuyền về.|\nTrời tối.");
    splits("Chợ tan.|\u00A0Thuyền về."); /* not white space for this test */
    splits("Anh ở TP.\u00A0Huế.| Chị ở Q.\u00A0Ba.");
    splits("Chợ tan.|\u200B Thuyền về.");
}
END_TEST

START_TEST(plain_sentences)
{
    splits("Chợ tan.| Thuyền về bến.");
    splits("Chợ tan!| Thuyền về bến?| Chưa đâu.");
    splits("Nước lên. lúa chìm.");
}
END_TEST

START_TEST(abbreviations)
{
    splits("Anh ở TP. Hồ Chí Minh.| Chị ở TP. Cần Thơ.");
    splits("Xe chạy về TP. HCM trong đêm.");
    splits("Xe chạy về TP.HCM trong đêm.| Trời mưa.");
    splits("Đêm ở TP. HCM.| Sáng ở Q.1.");
    splits("Nhà số 5, P. Bến Nghé, Q. 1, TP. Huế.| Mời ghé.");
    splits("Nhà ở Q.1.| Trường ở P.12.");
    splits("Ở Q.1, P.2 có chợ.");
    splits("GS. Vũ Lân và PGS.TS. Đỗ Mai dự họp.| Buổi họp ngắn.");
    splits("GS.TS Vũ Lân nói.| Ai cũng nghe.");
    splits("ThS. Hà đến muộn.");
    splits("BS. Lê Hạ trực đêm nay.");
}
END_TEST

START_TEST(initials)
{
    splits("Ông N.V.T. bị bắt.| Vụ án khép lại.");
    splits("Ông Trần V. A. kể lại.");
    splits("Bà L.T. H. kể lại.");
    splits("J. K. Rowling viết.| John F. Kennedy đọc.");
    splits("Nước Mỹ (U.S.) rộng.| Nước Anh nhỏ.");
}
END_TEST

START_TEST(abbreviations_that_may_end)
{
    splits("Gồm cam, quýt, v.v. và bưởi.");
    splits("Gồm cam, quýt, v.v.| Chợ nào cũng bán.");
    splits("Cty Hoa Sen Co., Ltd. nộp thuế.");
    splits("Cty Hoa Sen Co., Ltd.| Nộp thuế đủ.");
    splits("Họp lúc 8 a.m. hôm qua.");
}
END_TEST

START_TEST(numbers_and_dates)
{
    splits("Giá 1.500.000 đồng.| Không bớt.");
    splits("Lãi suất 6.5 phần trăm.| Tăng nhẹ.");
    splits("Tăng 2,5.| Giảm 3.");
    splits("Năm nay là 2024.| Năm sau là 2025.");
    splits("Ngày 12.5.2021, đê vỡ.| Ngày 13.5 vá xong.");
    splits("Sinh ngày 1.2.1990.| Quê ở Sóc Trăng.");
    splits("Vào lúc 5.30 chiều nay.");
}
END_TEST

START_TEST(list_marks)
{
    splits("1. Mở đầu.| 2. Thân bài.| 3. Kết.");
    splits("10. Điều mười.");
    splits("IV. Kết luận chung.");
    splits("II.1. Phạm vi.");
    splits("2.1. Phạm vi áp dụng.| Không có ngoại lệ.");
    splits("Điều 3. Phạm vi.");
}
END_TEST

START_TEST(ellipses_and_runs_of_marks)
{
    splits("Anh đi… rồi anh về.");
    splits("Anh đi…| Rồi anh về.");
    splits("Anh đi... rồi anh về.");
    splits("Anh đi...| Rồi anh về.");
    splits("Thế à?!| Ừ!!!| Đi thôi...");
}
END_TEST

START_TEST(quotes)
{
    splits("“Đi thôi.”| Anh nói.");
    splits("“Đi thôi”, anh nói.| Họ đi.");
    splits("“Đi thôi!” – anh nói.| Họ đi.");
    splits("Anh nói: “Đi thôi.”| Họ đi.");
    splits("“Ai đó?”| “Tôi đây.”");
    splits("Anh hỏi: \"Ai đó?\".| Không ai đáp.");
    splits("Anh bảo: “Đi.”.| Họ đi.");
    splits("'Đi thôi.'| 'Ừ.'");
    splits("«Đi thôi.»| «Ừ.»");
}
END_TEST

START_TEST(brackets)
{
    splits("(Xem hình 3.)| Sau đó vẽ lại.");
    splits("Đã vẽ (xem hình 3).| Sau đó sửa.");
    splits("Đã vẽ [3].| Sau đó sửa.");
    splits("(Đi.| Về.)| Xong.");
}
END_TEST

START_TEST(ends_of_official_texts)
{
    splits("Luật có hiệu lực từ hôm nay./.");
    splits("Luật có hiệu lực./.| Nơi nhận: lưu.");
    splits("Luật có hiệu lực ./.| Nơi nhận: lưu.");
}
END_TEST

START_TEST(a_missing_space)
{
    splits("Việc xong.|Sau đó về.");
    splits("Việc xong!|Sau đó về.");
}
END_TEST

START_TEST(addresses)
{
    splits("Xem tại www.vidu.vn.| Có ảnh.");
    splits("Xem tại https://vidu.vn/a.Html?x=1.Y rồi về.");
    splits("Xem trang vidu.Com nhé.");
    splits("Gửi thư tới a.b@thu.vn.| Hạn là mai.");
    splits("Phiên bản 2.0.1 ra rồi.| Tải ngay.");
}
END_TEST

START_TEST(other_scripts)
{
    splits("今天下雨。|明天晴。");
    splits("你好！|你是谁？|我是阿明。");
    splits("他说：「走吧。」|大家走了。");
    splits("Trời đẹp 😀.| Đi chơi 🎉!| Về.");
    splits("Vui quá!😀 Mai đi tiếp.");
    splits("שלום עולם.| מה נשמע?| טוב.");
    splits("مرحبا بالعالم.| كيف الحال؟ جيد.");
}
END_TEST

START_TEST(dialogues)
{
    splits("Đội thắng 2 - 0.| Đội kia buồn.");
    splits("- Đi đâu?| - Đi chợ.");
    splits("– Đi đâu?| – Đi chợ.");
}
END_TEST

START_TEST(more_abbreviations)
{
    splits("St. Gallen đẹp.| Dr. No hay.");
    splits("Mr. Bean cười.| Mrs. Hall khóc.");
    splits("Tháng Jan. 5 có tuyết.");
    splits("Sống ở thế kỷ 3 TCN.| Người ta trồng lúa.");
}
END_TEST

START_TEST(other_stops)
{
    splits("Nhiệt độ 35oC.| Gió nhẹ.");
    splits("Cô học lớp 5A.| Em học lớp 3B.");
    splits("Đó là điều .| Ai biết.");
    splits("Ông cười .Rồi đi.");
    splits("Mua 5 kg.| Bán 3 kg.");
    splits("Giá là 5 USD.| Rẻ.");
    splits("Theo ông, \"không sao.| Cứ đi\".| Rồi thôi.");
    splits("Chị hỏi anh có đi không?, anh lắc đầu.");
    splits("Ai?| Ở đâu? làm gì?");
}
END_TEST

/* A case a line, see there. */
START_TEST(cases_of_the_file)
{
    struct lines lines = {0};
    struct slice line;
    int fd = open("tests/unit/sentence_cases.txt", O_RDONLY), count = 0;
    ck_assert_int_ge(fd, 0);
    lines_init_fd(&lines, fd, '\n', LINES_DEFAULT_LIMIT);
    while (lines_next(&lines, &line) == LINES_LINE) {
        if (!line.length || line.bytes[0] == '#')
            continue;
        splits_at(line, (int) lines.number);
        count++;
    }
    ck_assert_int_ge(count, 150);
    lines_release(&lines);
    close(fd);
}
END_TEST

START_TEST(any_bytes)
{
    splits("Một\0hai.| Ba.");
    splits("\xFF\xFE.| Ba.");
    splits("Ba\xE2\x80.| Bốn.| Năm.");
    splits("\xE3\x80.\xEF\xBC");
    splits("\xE2\x80");
}
END_TEST

/* All weights are 0: what is in doubt goes on. */
START_TEST(no_data)
{
    struct sentence_rules none = {0};
    ck_assert_uint_eq(sentence_length(&none, SLICE("Ở Huế. Đẹp")), sizeof "Ở Huế." - 1);
    ck_assert_uint_eq(sentence_length(&none, SLICE("Ở TP. Huế")), sizeof "Ở TP. Huế" - 1);
    ck_assert_uint_eq(sentence_length(&none, SLICE("Ông A. Ba")), sizeof "Ông A. Ba" - 1);
}
END_TEST

/* A language that does not tell its words: no word is foreign to it. */
START_TEST(no_words)
{
    static const struct language silent = {.code = "vi"};
    struct sentence_rules plain = {0};
    ck_assert(sentence_rules_load(&plain, &silent));
    plain.weights.of[DOUBT_INITIAL][FEATURE_FOREIGN] = 1000;
    ck_assert_uint_eq(sentence_length(&plain, SLICE("Ông J. Henderson")),
                      sizeof "Ông J. Henderson" - 1);
    plain.language = language_find("vi");
    ck_assert(plain.language->load_words());
    ck_assert_uint_eq(sentence_length(&plain, SLICE("Ông J. Henderson")), sizeof "Ông J." - 1);
    ck_assert_uint_eq(sentence_length(&plain, SLICE("Ông J. Hiền")), sizeof "Ông J. Hiền" - 1);
    sentence_rules_release(&plain);
}
END_TEST

/* Time must grow with the length of a text, not with its square; no text may be lost. */
START_TEST(long_texts_take_no_time)
{
    static const char *const parts[] = {
        "(",  ".a",   "! (", "1.1",  "? - a ", "V. A. ", "1; 2. ", ". \"", "!",  ".",
        "a.", "a. ",  "á.B", "x.Y,", "\".",    "\".( ",  "…",      "。",   "/.", ". -",
        "1.", "TP. ", "A. ", "😀",    "\xE2",   "\xFF.",  "Aa.",    "- ! "};
    ck_assert(sentence_rules_load(&rules, language_find("vi")));
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        struct buffer text = {0};
        for (int k = 0; k < 100000; k++)
            buffer_append_string(&text, parts[i]);
        struct slice rest = buffer_slice(&text);
        while (rest.length) {
            size_t length = sentence_length(&rules, rest);
            ck_assert_uint_gt(length, 0);
            rest = slice_from_offset(rest, length);
        }
        buffer_release(&text);
    }
}
END_TEST

START_TEST(a_run_of_marks_is_one_sentence)
{
    struct buffer text = {0};
    ck_assert(sentence_rules_load(&rules, language_find("vi")));
    buffer_append_string(&text, "Ôi");
    while (text.length < 100000)
        buffer_append_byte(&text, '!');
    size_t length = text.length;
    buffer_append_string(&text, " Thôi.");
    ck_assert_uint_eq(sentence_length(&rules, buffer_slice(&text)), length);
    buffer_release(&text);
}
END_TEST

int main(void)
{
    return unit_run("sentence", (const TTest *const[]){
                                    nothing_to_split,
                                    white_space_of_any_kind,
                                    plain_sentences,
                                    abbreviations,
                                    initials,
                                    abbreviations_that_may_end,
                                    numbers_and_dates,
                                    list_marks,
                                    ellipses_and_runs_of_marks,
                                    quotes,
                                    brackets,
                                    ends_of_official_texts,
                                    a_missing_space,
                                    addresses,
                                    other_scripts,
                                    dialogues,
                                    more_abbreviations,
                                    other_stops,
                                    cases_of_the_file,
                                    any_bytes,
                                    no_data,
                                    no_words,
                                    long_texts_take_no_time,
                                    a_run_of_marks_is_one_sentence,
                                    NULL,
                                });
}
