#include "../../tools/normalize/overlay.h"
#include "unicode.h"
#include "unit.h"

static struct buffer out, again;

/* Strips the text, and what comes out once more. */
static void expect(const char *text, const char *expected)
{
    buffer_clear(&out);
    overlay_strip(&out, slice_from_string(text));
    ck_assert_msg(slice_equal(buffer_slice(&out), slice_from_string(expected)),
                  "'%s' became '%s', expected '%s'", text, buffer_string(&out), expected);
    buffer_clear(&again);
    overlay_strip(&again, buffer_slice(&out));
    ck_assert_msg(slice_equal(buffer_slice(&again), buffer_slice(&out)),
                  "'%s' became '%s' the second time", expected, buffer_string(&again));
}

START_TEST(decorated)
{
    static const char *const pairs[][2] = {
        /* strokes and enclosures, from two letters on */
        {"S\u0336á\u0336c\u0336h\u0336 c\u0336ũ\u0336", "Sách cũ"},
        {"ở\u0335 l\u0335ạ\u0335i\u0335", "ở lại"},
        {"đ\u0338ò\u0338", "đò"},
        {"M\u0336u\u0335a\u0337 b\u0338á\u0334n\u0336", "Mua bán"}, /* in turns */
        {"V\u20DDé\u20DD s\u20DDố\u20DD", "Vé số"},
        {"T\u0489i\u0489n\u0489 l\u0489ạ\u0489", "Tin lạ"},
        {"Г\u0336а\u0336з\u0336", "Газ"},
        {"古\u0336書\u0336", "古書"},
        {"\U0001D5E7\u0336\U0001D5F6\u0336", "\U0001D5E7\U0001D5F6"},
        /* digits, spaces and points beside them; single letters */
        {"g\u0336i\u0336á\u0336 \u03361\u03369\u03369\u0336k\u0336", "giá 199k"},
        {"c\u0336h\u0336o\u0336,\u0336 ở\u0336 đây", "cho, ở đây"},
        {"1\u03360\u03360\u0336k\u0336", "100k"},
        /* other marks, from three letters on, and then on shorter words too */
        {"B\u0332ả\u0332n\u0332 t\u0332i\u0332n\u0332", "Bản tin"},
        {"T\u0305ô\u0305i\u0305 đ\u0305i\u0305", "Tôi đi"},
        {"k\u0359h\u0359ô\u0359n\u0359g\u0359", "không"},
        {"p\u035Fh\u035Fố\u035F c\u035Fổ\u035F", "phố cổ"},
        {"b\u0330é\u0330o\u0330", "béo"},
        {"nghi\u1ABDê\u1ABDn\u1ABDg\u1ABD", "nghi\u1ABDê\u1ABDn\u1ABDg\u1ABD"}, /* half of it */
        /* a mark that Vietnamese has: one is taken from each letter */
        {"Ṭḥụ\u0309ỵ", "Thủy"},
        {"Ḅạ\u0323ṇ ḅẹ\u0323", "Bạn bẹ"},
        {"Đ\u0323ộ\u0323ị ḅọ\u0301ṇg\u0323", "Đội bóng"},
        {"T\u0301h\u0301ú\u0309ý", "Thủy"},
        {"p\u0309h\u0309ỏ\u0309n\u0309g\u0309", "phỏng"},
        /* heaps of marks */
        {"v\u0316\u035Ci\u0317\u0351ế\u0318\u0352t\u0319\u0353", "viết"},
        {"T\u0337\u0322\u0315h\u0334\u031B\u0310u\u0336\u0327\u0344 ả\u0316\u0317\u0318", "Thu ả"},
        {"d\u0336\u0332ừ\u0336\u0332a\u0336\u0332", "dừa"},
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
        "\u0301",
        "Vườn hồng đã nở rộ, ong bướm rủ nhau về",
        "Vu\u031Bo\u031B\u0300n ho\u0302\u0300ng đa\u0303 no\u031B\u0309 ro\u0323\u0302",
        "Bi\u0323 la\u0323c, lo\u0323 a\u0323, tre\u0323o la\u0323i: a\u0323 o\u0323 u\u0323",
        "ọṣẹ tó dára, ẹṣọ́, ẹ\u0323\u0300ṣẹ\u0300 àti ọ\u0300ṣọ\u0301",
        "Ọ́ dị ụtọ, ị gbọrọ?",
        "Žmogùs, žẽmė, vil\u0303kas, rañkos, var\u0303das",
        "Nǐ hǎo, wǒ jiào Lǐ Měi; lǜsè",
        "[t\u032Aan\u032A] [n\u0325m\u0325] [ɔ\u0303] d\u0325a k\u02B0",
        "Śrī Kṛṣṇa, aṣṭāṅga, Ṛṣi, saṃskṛta, prāṇa, viṣṇu",
        "ʿAbd al-Raḥmān al-Ṣūfī, Ḥaḍramawt, ẓuhr",
        "ש\u05C1\u05B8ל\u05D5\u05B9ם",
        "\u0645\u064F\u062D\u064E\u0645\u0651\u064E\u062F",
        "\u0915\u093F\u0924\u093E\u092C \u0939\u0948",
        "\u0E20\u0E32\u0E29\u0E32\u0E17\u0E35\u0E48",
        "1\uFE0F\u20E32\uFE0F\u20E3 và #\uFE0F\u20E3",
        "M\u0327ajo\u0327l\u0327, ļo\u0327m\u0327o\u0327, n\u0304ōn\u0304",
        "Ķīna, Ņina, ģimene, Ļubļana",
        "x\u0304 và y\u0304, p\u0302 là ước lượng; x\u0302y\u0302z\u0302",
        "A\u0305B\u0305C\u0305 + X\u0305V\u0305I\u0305 = a\u0338",
        "a ≠ b, c ∉ D, x =\u0338 y",
        "d\u0335ã và l\u0337",
        "ñũ, g\u0303uĩ, ñañẽ: tiếng Guarani",
        "śćź, źdźbło, żółć, ńóś",
        "řeřicha, čeština, ďábel, ťuhýk, ňadra",
        "Ḵwaḵ\u0313waḵa\u0331\u02BCwakw, x\u0331a\u0331k\u0331",
        "ĉĝĥĵŝŭ, eĥoŝanĝo ĉiuĵaŭde",
        "t\u0361s, d\u0361z, i\uFE20u\uFE21",
        "ἄνθρωπος, τῷ λόγῳ, Ἑλλάς",
        "й, ё, за\u0301мок, ї",
        "\u1112\u1161\u11AB\u1100\u1173\u11AF",
        "ḃċḋ ġ ṁ ṡ ṫ: An Gaeḋilg",
        "H\u0324amza, a\u0324o, ā\u0301 ī\u0301",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        expect(texts[i], texts[i]);
}
END_TEST

/* Only what loses a mark is composed. */
START_TEST(the_rest_stays_as_it_was)
{
    expect("ho\u0302\u0300ng t\u0336o\u0302\u0336i\u0336", "ho\u0302\u0300ng tôi");
    expect("A\u030A \u212B t\u0336i\u0336", "A\u030A \u212B ti");
}
END_TEST

START_TEST(long_lines_take_no_time)
{
    static const char *const units[] = {"\u0301", "a\u0336", "b\u0301\u0316\u0323\u0358",
                                        "ạ\u0323ḅ", "\u0336 "};
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        struct buffer text = {0};
        while (text.length < 1 << 20)
            buffer_append_string(&text, units[i]);
        buffer_clear(&out);
        overlay_strip(&out, buffer_slice(&text));
        ck_assert_uint_le(out.length, text.length);
        buffer_release(&text);
    }
}
END_TEST

int main(void)
{
    return unit_run("normalize_overlay", (const TTest *const[]){
                                             decorated,
                                             honest,
                                             the_rest_stays_as_it_was,
                                             long_lines_take_no_time,
                                             NULL,
                                         });
}
