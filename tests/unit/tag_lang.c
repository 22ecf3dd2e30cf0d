#include "../../tools/tag/lang_grams.h"
#include "../../tools/tag/lang_reader.h"
#include "../../tools/tag/lang_script.h"
#include "../../tools/tag/lang_table.h"
#include "memory.h"
#include "unicode.h"
#include "unit.h"

struct sample {
    enum lang lang;
    const char *text;
};

/* About 20 characters each. */
static const struct sample short_lines[] = {
    {LANG_VI, "Mưa lớn ở miền Trung"},
    {LANG_VI, "Chợ phiên cuối tuần"},
    {LANG_VI, "MƯA LỚN Ở MIỀN TRUNG"},
    {LANG_VI, "THÔNG BÁO TUYỂN SINH"},
    {LANG_VI, "Bóng đá trong nước"},
    {LANG_EN, "The rain will not stop"},
    {LANG_EN, "People who live by the sea"},
    {LANG_EN, "Terms of use and privacy"},
    {LANG_FR, "Les enfants sont partis"},
    {LANG_FR, "Il fait beau à la mer"},
    {LANG_DE, "Die Kinder sind im Garten"},
    {LANG_DE, "Wir haben keine Zeit mehr"},
    {LANG_ES, "Los niños están en casa"},
    {LANG_ES, "El tren llega muy tarde"},
    {LANG_PT, "As crianças não estão"},
    {LANG_PT, "O trem chega muito tarde"},
    {LANG_IT, "I bambini sono a casa"},
    {LANG_IT, "Il treno arriva molto tardi"},
    {LANG_NL, "De kinderen zijn niet thuis"},
    {LANG_SV, "Barnen är inte hemma nu"},
    {LANG_DA, "Børnene er ikke hjemme nu"},
    {LANG_PL, "Dzieci są teraz w domu"},
    {LANG_CS, "Děti jsou teď doma a spí"},
    {LANG_HU, "A gyerekek most otthon vannak"},
    {LANG_RO, "Copiii sunt acum acasă"},
    {LANG_TR, "Çocuklar şimdi evde değil"},
    {LANG_FI, "Lapset eivät ole kotona"},
    {LANG_ID, "Anak-anak sedang di rumah"},
    {LANG_RU, "Дети сейчас дома и спят"},
    {LANG_UK, "Діти зараз удома і сплять"},
    {LANG_AR, "الأطفال في البيت الآن"},
    {LANG_FA, "بچه‌ها الان در خانه هستند"},
    {LANG_ZH, "孩子们现在都在家里睡觉"},
    {LANG_ZH, "孩子們現在都在家裡睡覺"},
    {LANG_JA, "子供たちは今家で寝ています"},
    {LANG_JA, "東京電力の発表"},
    {LANG_KO, "아이들은 지금 집에서 자요"},
    {LANG_TH, "เด็กๆ นอนอยู่ที่บ้าน"},
    {LANG_LO, "ເດັກນ້ອຍນອນຢູ່ເຮືອນ"},
    {LANG_KM, "ក្មេងៗកំពុងគេងនៅផ្ទះ"},
    {LANG_MY, "ကလေးတွေ အိမ်မှာ အိပ်နေတယ်"},
    {LANG_EL, "Τα παιδιά είναι στο σπίτι"},
    {LANG_HE, "הילדים ישנים בבית עכשיו"},
    {LANG_HI, "बच्चे अभी घर पर सो रहे हैं"},
    {LANG_BN, "শিশুরা এখন বাড়িতে ঘুমায়"},
    {LANG_TA, "குழந்தைகள் வீட்டில் உள்ளனர்"},
    {LANG_HY, "Երեխաները հիմա տանն են"},
    {LANG_KA, "ბავშვები ახლა სახლში არიან"},
};

/* What could mislead. */
static const struct sample traps[] = {
    /* Vietnamese without its marks, whole or in part */
    {LANG_VI, "Bao dien tu, trang chu, tin tuc"},
    {LANG_VI, "Gia vang hom nay tang manh"},
    {LANG_VI, "TIN MOI NHAT TRONG NGAY"},
    {LANG_VI, "Do bão to, thuyền du lịch không ra khơi"},
    {LANG_VI, "Cho con ăn cam, xoài, na"},
    /* names and words of another language in it */
    {LANG_VI, "Ca sĩ Taylor Swift, diễn viên Emma Stone và Ryan Gosling dự lễ trao giải"},
    {LANG_VI, "Manchester United thua đau Real Madrid ở Champions League"},
    {LANG_EN, "Nguyễn Thị Ánh Viên, Đỗ Hùng Dũng and Lê Quang Liêm were among the winners"},
    {LANG_EN, "Phở and bánh mì are loved by tourists who come to the city"},
    {LANG_EN, "The Beijing office (北京办事处) opened its doors to the public last week"},
    {LANG_ZH, "请使用 Google Chrome 或 Microsoft Edge 浏览器打开本页"},
    {LANG_JA, "Google Chrome または Microsoft Edge で開いてください"},
    {LANG_KO, "Google Chrome 또는 Microsoft Edge 에서 열어 주세요"},
    {LANG_RU, "Откройте страницу в Google Chrome или Microsoft Edge"},
    /* Han characters in Korean, few Kana in Japanese, the middle dot in Chinese */
    {LANG_KO, "大韓民國 서울特別市에서 열립니다"},
    {LANG_JA, "東京電力福島第一原子力発電所事故の調査報告書"},
    {LANG_ZH, "唐纳德・特朗普总统发表了讲话"},
};

static const char *const names[] = {"Video",
                                    "Podcast",
                                    "Orhan Demirel",
                                    "Premier League 2024",
                                    "Tô Lâm",
                                    "iPhone 15 Pro",
                                    "Hà Nội",
                                    "VnExpress",
                                    "中国",
                                    "The New York Times and The Washington Post",
                                    "Manchester City vs Real Madrid"};

static struct lang_reader *reader;

static struct lang_verdict judge(const char *text)
{
    return lang_reader_judge(reader, slice_from_string(text), true);
}

static void compare(const struct sample *sample)
{
    struct lang_verdict verdict = judge(sample->text);
    ck_assert_msg(verdict.lang == sample->lang && verdict.lead, "%s: %s, expected %s", sample->text,
                  lang_code(verdict.lang).bytes, lang_code(sample->lang).bytes);
}

static void set_up(void)
{
    reader = lang_reader_new();
}

static void tear_down(void)
{
    lang_reader_free(reader);
}

START_TEST(lines_of_20_characters)
{
    set_up();
    for (size_t i = 0; i < sizeof short_lines / sizeof short_lines[0]; i++)
        compare(&short_lines[i]);
    tear_down();
}
END_TEST

START_TEST(traps_are_told)
{
    set_up();
    for (size_t i = 0; i < sizeof traps / sizeof traps[0]; i++)
        compare(&traps[i]);
    tear_down();
}
END_TEST

START_TEST(decomposed_letters_are_the_same)
{
    set_up();
    for (size_t i = 0; i < sizeof short_lines / sizeof short_lines[0]; i++) {
        struct buffer text = {0};
        struct slice rest = slice_from_string(short_lines[i].text);
        uint32_t character, parts[UNICODE_PARTS];
        while (unicode_next(&rest, &character)) {
            size_t count = unicode_decompose(character, parts);
            for (size_t k = 0; k < count; k++)
                unicode_append(&text, parts[k]);
        }
        compare(&(struct sample){short_lines[i].lang, buffer_string(&text)});
        buffer_release(&text);
    }
    tear_down();
}
END_TEST

START_TEST(names_are_not_running_text)
{
    set_up();
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        ck_assert_msg(!judge(names[i]).is_running, "%s", names[i]);
    ck_assert(judge("Your address is not shown to other readers").is_running);
    ck_assert(judge("Mưa lớn làm nhiều tuyến đường ngập sâu").is_running);
    ck_assert(judge("孩子们现在都在家里睡觉").is_running);
    tear_down();
}
END_TEST

START_TEST(names_are_left_out_where_not_asked_for)
{
    set_up();
    struct lang_verdict verdict = lang_reader_judge(reader, SLICE("Premier League 2024"), false);
    ck_assert_int_eq(verdict.lang, LANG_UND);
    ck_assert_uint_eq(verdict.lead, 0);
    ck_assert_int_eq(lang_reader_judge(reader, SLICE("นายกรัฐมนตรี"), false).lang, LANG_TH);
    ck_assert_int_eq(lang_reader_judge(reader, SLICE("the end of the day"), false).lang, LANG_EN);
    tear_down();
}
END_TEST

START_TEST(without_letters_there_is_no_lead)
{
    static const char *const texts[] = {
        "", " ", "2024", "12/03/2014 - 07:03", "☰ ★ → $ 1.200.000", "\xFF\xFE\x80", "\u0301\u0323"};
    set_up();
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        ck_assert_msg(judge(texts[i]).lead == 0 && !judge(texts[i]).is_running, "%zu", i);
    tear_down();
}
END_TEST

/* Letters, marks or characters of a script without end; a character cut where reading stops. */
START_TEST(hostile_text)
{
    enum { SIZE = 1 << 20 };
    static const char *const units[] = {"a", "\u0301", "e\u0301\u0323", "A",  "漢",
                                        "ờ", "aờ",     "\xE1\xBB",      "a ", "\U0010FFFF"};
    char *text = memory_new(SIZE, 1);
    set_up();
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        size_t length = strlen(units[i]);
        for (size_t k = 0; k < SIZE; k++)
            text[k] = units[i][k % length];
        for (size_t size = 230; size < 260; size++)
            lang_reader_judge(reader, slice_of(text, size), true);
        lang_reader_judge(reader, slice_of(text, SIZE), false);
    }
    free(text);
    tear_down();
}
END_TEST

START_TEST(scripts)
{
    ck_assert_int_eq(lang_of_script(0), LANG_UND);
    ck_assert_int_eq(lang_of_script('a'), LANG_UND);
    ck_assert_int_eq(lang_of_script(0x36F), LANG_UND);
    ck_assert_int_eq(lang_of_script(0x370), LANG_EL);
    ck_assert_int_eq(lang_of_script(0x3FF), LANG_EL);
    ck_assert_int_eq(lang_of_script(0x400), LANG_UND);
    ck_assert_int_eq(lang_of_script(0xE7F), LANG_TH);
    ck_assert_int_eq(lang_of_script(0xE80), LANG_LO);
    ck_assert_int_eq(lang_of_script(0x3FFFF), LANG_ZH);
    ck_assert_int_eq(lang_of_script(0x40000), LANG_UND);
    ck_assert_int_eq(lang_of_script(UINT32_MAX), LANG_UND);
}
END_TEST

START_TEST(every_language_has_a_code)
{
    for (size_t lang = 0; lang < LANG_COUNT; lang++)
        ck_assert_uint_eq(lang_code((enum lang) lang).length, 2);
    assert_slice(lang_code(LANG_UND), "und");
}
END_TEST

START_TEST(every_language_has_its_n_grams)
{
    bool has[LANG_GRAMS] = {0};
    for (size_t i = 0; i < lang_row_count; i++) {
        ck_assert_int_lt(lang_rows[i].lang, LANG_GRAMS);
        ck_assert(lang_rows[i].weight > -128 && lang_rows[i].weight < 128);
        ck_assert(lang_rows[i].n_grams[0]);
        has[lang_rows[i].lang] = true;
    }
    for (size_t lang = 0; lang < LANG_GRAMS; lang++)
        ck_assert_msg(has[lang], "%s", lang_code((enum lang) lang).bytes);
}
END_TEST

/* The weights of a word are those of its n-grams: letters, pairs, triples and the word itself. */
START_TEST(n_grams_of_a_word_are_added)
{
    static const char *const n_grams[] = {"t",  "h",   "e",   "_t",  "th",   "he",
                                          "e_", "_th", "the", "he_", "_the_"};
    int32_t expected[LANG_ROW] = {0}, scores[LANG_ROW] = {0};
    for (size_t i = 0; i < lang_row_count; i++) {
        struct slice rest = slice_from_string(lang_rows[i].n_grams), n_gram;
        while (slice_cut(&rest, ' ', &n_gram))
            for (size_t k = 0; k < sizeof n_grams / sizeof n_grams[0]; k++)
                if (slice_equal(n_gram, slice_from_string(n_grams[k])))
                    expected[lang_rows[i].lang] += lang_rows[i].weight;
    }
    struct lang_grams *grams = lang_grams_new();
    lang_grams_weigh(grams, (const uint32_t[]){' ', 't', 'h', 'e', ' '}, 5, scores);
    for (size_t lang = 0; lang < LANG_ROW; lang++)
        ck_assert_int_eq(scores[lang], expected[lang]);
    ck_assert_int_gt(scores[LANG_EN], scores[LANG_FR]);
    lang_grams_free(grams);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {lines_of_20_characters,
                                  traps_are_told,
                                  decomposed_letters_are_the_same,
                                  names_are_not_running_text,
                                  names_are_left_out_where_not_asked_for,
                                  without_letters_there_is_no_lead,
                                  hostile_text,
                                  scripts,
                                  every_language_has_a_code,
                                  every_language_has_its_n_grams,
                                  n_grams_of_a_word_are_added,
                                  NULL};
    return unit_run("tag_lang", tests);
}
