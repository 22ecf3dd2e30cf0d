#include "../../tools/normalize/lookalikes.h"
#include "../../tools/normalize/lookalikes_table.h"
#include "unicode.h"
#include "unit.h"

static const struct language *vietnamese;
static struct buffer out, again;

/* Reads the text, and what comes out once more. */
static void expect(const char *text, const char *expected)
{
    buffer_clear(&out);
    lookalikes_read(&out, slice_from_string(text), vietnamese);
    ck_assert_msg(slice_equal(buffer_slice(&out), slice_from_string(expected)),
                  "'%s' became '%s', expected '%s'", text, buffer_string(&out), expected);
    buffer_clear(&again);
    lookalikes_read(&again, buffer_slice(&out), vietnamese);
    ck_assert_msg(slice_equal(buffer_slice(&again), buffer_slice(&out)),
                  "'%s' became '%s' the second time", expected, buffer_string(&again));
}

START_TEST(disguised)
{
    static const char *const pairs[][2] = {
        /* small capitals */
        {"ᴄᴏ̂ɴɢ ᴀɴ", "công an"},
        {"ǫᴜᴀ̂̉ɴ ǫᴜᴀɴʜ", "quẩn quanh"},
        {"ʟɪɴʜ ᴛɪɴʜ", "linh tinh"},
        {"ᴆᴏ̂ ʟᴀ", "đô la"},
        {"Bᴀ̉ɴ ᴛɪɴ ᴏ̛̉ Hᴜᴇ̂́", "Bản tin ở Huế"},
        {"ꜰʀᴇᴇ ᴍᴏᴠɪᴇs", "free movies"},
        {"+ ᴛɪᴇ̂̀ɴ ᴍᴀ̣̆ᴛ", "+ tiền mặt"},
        {"thu > ᴄʜɪ̉", "thu > chỉ"},
        {"ᴛᴀ̀ɪ/xɪ̉ᴜ", "tài/xỉu"},
        /* Cyrillic, Greek, Armenian and Cherokee letters among others */
        {"тнủ", "thủ"},
        {"мυа вάи", "mua bán"},
        {"đêм nαу тяờι mưα", "đêm nay trời mưa"},
        {"ĸнông", "không"},
        {"ŋнông", "ŋнông"}, /* a letter that is not in the table */
        {"cάi nhà", "cái nhà"},
        {"ցiá rẻ nհất", "giá rẻ nhất"},
        {"Ꭺnh Ꮋai", "Anh Hai"},
        {"нọρ тнư", "họp thư"},
        {"ѕố ρнόиg", "số phóng"},
        {"υу ban", "uy ban"},
        /* one script, with marks that it has not */
        {"хạо", "xạo"},
        {"со̣̂с", "cộc"},
        {"νο̛̉", "vở"},
        /* one script, between words of the language */
        {"Bà Ха ở xóm dưới", "Bà Xa ở xóm dưới"},
        {"Giữ хе ở đây", "Giữ xe ở đây"},
        {"Со tay lại", "Co tay lại"},
        /* the very shape: whatever the word */
        {"Fаcebook và Tеlegram", "Facebook và Telegram"},
        {"Amazοn", "Amazon"},
        {"ТP HCM", "TP HCM"},
        {"UBND ТP HCM họp", "UBND TP HCM họp"},
        {"ꓦiệt Nam, ngày hội ꓦiệt", "Việt Nam, ngày hội Việt"},
        /* letters of other Latin alphabets */
        {"Vıệt Nam", "Việt Nam"},
        {"tı\u0300nh làng", "tình làng"},
        {"ɑn toàn", "an toàn"},
        {"ɡiá vàng", "giá vàng"},
        {"bảo đảm ɑn toàn và ɡiữ vàng", "bảo đảm an toàn và giữ vàng"},
        {"ɩàm ɡì ƙhông ɩo", "làm gì không lo"},
        {"ƙhông có", "không có"},
        {"ĸhông có", "không có"},
        /* numerals and signs as letters */
        {"ⅽông ⅼàm ⅿột", "công làm một"},
        {"ⅰn sách", "in sách"},
        {"thi ⅵết và ⅺn lỗi", "thi viết và xin lỗi"},
        {"Ⅾân tộc, ⅭÔNG NHÂN", "Dân tộc, CÔNG NHÂN"},
        {"báo ¢áo", "báo cáo"},
        {"СOVID-19", "COVID-19"},
        /* mathematical letters and digits */
        {"𝗕𝗿𝗲𝗮𝗸𝗶𝗻𝗴 𝗡𝗲𝘄𝘀", "Breaking News"},
        {"𝐇𝐨̣𝐜 𝐩𝐡𝐢́ 𝟐𝟎𝟐𝟒", "Học phí 2024"},
        {"𝙂𝙤̣𝙞 𝟬𝟵𝟴-𝟳𝟲𝟱 ở 𝗧𝗩", "Gọi 098-765 ở TV"},
        {"𝕮𝖍𝖔̛̣ 𝖖𝖚𝖊̂", "Chợ quê"},
        {"𝒞𝒶́ 𝓀𝒽ℴ", "Cá kho"},
        {"𝗜 𝗮𝗺 𝗵𝗲𝗿𝗲", "I am here"},
        {"đ𝗮̀𝗻 𝗯𝗼̀", "đàn bò"},
        /* full-width, superscript, enclosed */
        {"Ｑｕａ́ｎ ｐｈｏ̛̉", "Quán phở"},
        {"Chị Ｌａｎ bán ｂáｎｈ", "Chị Lan bán bánh"},
        {"ᵗⁱᵉ̂̀ⁿ ˡᵉ̉", "tiền lẻ"},
        {"Ⓛⓤⓐ̣̂ⓣ ⓢⓤ̛", "Luật sư"},
        {"ⓗⓞⓣⓔⓛ", "hotel"},
        {"🅃🄸🄽 🄽🄾́🄽🄶", "TIN NÓNG"},
        {"🅢🅐🅛🅔", "SALE"},
        {"⒞⒣⒰̛̃", "chữ"},
        /* Eth and the African D */
        {"Ðồng hồ", "Đồng hồ"},
        {"Núi Bà Ðen", "Núi Bà Đen"},
        {"ðậu phộng", "đậu phộng"},
        {"Ɖời cha ăn mặn", "Đời cha ăn mặn"},
        {"Nhà ɖất ở ngoại ô", "Nhà đất ở ngoại ô"},
        {"Ðêm", "Đêm"},
        {"Ði ra", "Ði ra"}, /* too little to tell */
        {"Ði ra ngoài chợ", "Đi ra ngoài chợ"},
        {"Nghị quyết HÐND và NÐ-CP", "Nghị quyết HĐND và NĐ-CP"},
        {"ÐTCÐ: Ðá bóng", "ĐTCĐ: Đá bóng"},
        {"Căn cứ Nghị định 63/2016/NÐ-CP", "Căn cứ Nghị định 63/2016/NĐ-CP"},
        {"63/2016/NÐ-CP", "63/2016/NĐ-CP"},
        {"QÐ/TW", "QĐ/TW"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        expect(pairs[i][0], pairs[i][1]);
}
END_TEST

START_TEST(honest)
{
    static const char *const texts[] = {
        "",
        "plain",
        "Nắng sớm trải vàng trên bến sông",
        /* scripts */
        "Сегодня на улице тепло, а вчера было сыро",
        "На столе",
        "со мною",
        "ха-ха, хо-хо",
        "мы и он",
        "Сьогодні в нас дощ",
        "ще не вмерла",
        "Данас је леп дан, а сутра ће бити киша",
        "Днес времето е хубаво",
        "Бүгін ауа райы жақсы, ертең салқын болады",
        "Бүген һава матур",
        "Το βιβλίο είναι πάνω στο τραπέζι",
        "τὸν ἄνδρα μοι ἔννεπε",
        "Ես սիրում եմ կարդալ գրքեր",
        "ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ",
        "Tiểu thuyết «Оса» mới in lại",
        "Bài hát (Ха) ra mắt",
        "Đài МОСКВА phát lúc sáu giờ, theo báo Труд",
        "SMSка, PDFу, emailом в конце",
        "Купить HTC в городе",
        "за\u0301мок и замо\u0301к, да\u0302н",
        /* terms, units and formulas */
        "dày 3 μm, nặng 5 μg, 20 µl",
        "10 kΩ và 2 MΩ",
        "Δt = 2 s; ΔE",
        "β-carotene, α-globin, γ-GT, IL-1β, TNFα, IFNγ, NFκB",
        "nguyên tử Cα và Cβ của chuỗi",
        "số π, góc α, hệ số η",
        "H₂O, CO₂, 10⁶, m², 1ª, 2º, Tên™",
        "𝑎 + 𝑏 = 𝑐",
        "𝐹 = 𝑚𝑎",
        "𝑠𝑖𝑛/𝑐𝑜𝑠",
        "𝑓(𝑥) ∈ ℝ, ℓ, ℏ, ∂u/∂x",
        "x̄ và n̂",
        "nhiệt độ tᵒ, 5ᵉʳ, Mᵐᵉ, từᵃ nàyᵇ",
        "νmax và hν",
        /* transcriptions */
        "/ˈbɪt/ và /ɡɑː/ khác nhau",
        "[ʙɪ] [ʀɪŋ] [ðe]",
        "đọc là [hɪ na] nhé",
        "He said /ðə/ and /θɪn/.",
        /* other Latin letters */
        "Ég fór út í búð að kaupa mjólk og brauð, það var gaman",
        "Hún sagði: Ðað er ekki til",
        "ÞÚ ERT GÓÐUR MAÐUR",
        "Ðe tīde, ðā cwæþ hē",
        "Ðuro i Ðorđe su došli",
        "Ewegbe: ɖe, ɖo, ɖa, wò ŋkɔ, eye ƒe ame ɖe",
        "ɖò wè, é ɖò xɔ mɛ",
        "Yau ɗan Adam yana ƙasa, ɓera",
        "İstanbul'da ışık, ağaç, şeker, ığdır",
        "Mən səni sevirəm, gəl",
        "Voilà, là-bas, ça coûte cher à Noël",
        "Ankara'da sıcak, kız ve tın",
        "Kız kapıyı açtı",
        "Ông Altın và bà Yılmaz",
        "Yana ƙi, suka ƙare a ƙauye",
        "ꓞꓲ ꓢꓴ ꓡꓲ-ꓢꓴ ꓐꓲ",
        "ꓡꓲꓢꓴ là tên chữ",
        "giá 5¢, 25 ¢/kg, a¢b, ¢",
        "thế kỷ ⅩⅨ, chương Ⅳ, mục ⅲ và ⅰa, ⅴb",
        "ⅰ) một; ⅳ. bốn",
        "HÐ og KÞ/NÐ",
        "СCСP",
        "Größe, Maß, Übung und Äpfel",
        "Zażółć gęślą jaźń",
        "ǫ́ǫ́, yázhí, Diné",
        "bɑ́, ɑ̀ pɑ́ʼ",
        /* East Asia */
        "ＡＢＣ株式会社",
        "ＴＶを見る",
        "第３回ＡＢ会議",
        "한국어 Ａ형",
        "今天天氣很好",
        "ภาษาไทย",
        "ＴＶ",
        /* signs */
        "🅰️🅱️🅾️ và 🅿️",
        "ⒶⒷⒸ",
        "ⓐ đúng ⓑ sai",
        "© ® № ℃ Ⅳ ﬁ",
        "%liс, %llu",
        "\uFFFDа\uFFFD\uFFFDаO",
        /* Cyrillic words with a Latin letter */
        "Bсе",
        "вi",
        "cCсС",
        "[𝕎𝕏𝔽𝔾𝕊]",
        /* single letters */
        "nhóm А",
        "điểm В",
        "và ᴀ",
        "𝐱 là số",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        expect(texts[i], texts[i]);
}
END_TEST

/* Only words that are read are composed. */
START_TEST(the_rest_stays_as_it_was)
{
    expect("ho\u0302\u0300ng ᴛᴏ̂ɪ", "ho\u0302\u0300ng tôi");
}
END_TEST

/* What is read must not be there to be read again. */
START_TEST(the_table)
{
    for (size_t i = 0; i < lookalikes_count; i++) {
        const struct lookalike *lookalike = &lookalikes_table[i];
        ck_assert(i == 0 || lookalike[-1].character < lookalike->character);
        ck_assert(lookalikes_has(lookalike->character));
        ck_assert(lookalike->readings[0]);
        for (size_t reading = 0; reading < LOOKALIKE_READINGS; reading++)
            ck_assert(!lookalikes_has(lookalike->readings[reading]));
    }
    ck_assert(lookalikes_has(0x03AC)); /* alpha with tonos */
    ck_assert(!lookalikes_has('a'));
    ck_assert(!lookalikes_has(0x1EA1));
    ck_assert(!lookalikes_has(0x111));
    ck_assert(!lookalikes_has(0x10FFFF));
    ck_assert_uint_eq(lookalikes_latin_letter(0x1D5D4), 'A');
    ck_assert_uint_eq(lookalikes_latin_letter(0x0262), 'g');
    ck_assert_uint_eq(lookalikes_latin_letter(0x0430), 0x0430);
    ck_assert_uint_eq(lookalikes_latin_letter('z'), 'z');
}
END_TEST

START_TEST(long_lines_take_no_time)
{
    static const char *const units[] = {"н", "на ", "нa", "ʙ \u0301", "[ɑ", "/ɑ", "ᴀ   ", "Ко "};
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        struct buffer text = {0};
        while (text.length < 1 << 20)
            buffer_append_string(&text, units[i]);
        buffer_clear(&out);
        lookalikes_read(&out, buffer_slice(&text), vietnamese);
        ck_assert_uint_gt(out.length, 0);
        buffer_release(&text);
    }
}
END_TEST

int main(void)
{
    vietnamese = language_find("vi");
    if (!vietnamese->load_words())
        return EXIT_FAILURE;
    return unit_run("normalize_lookalikes", (const TTest *const[]){
                                                disguised,
                                                honest,
                                                the_rest_stays_as_it_was,
                                                the_table,
                                                long_lines_take_no_time,
                                                NULL,
                                            });
}
