#include "../../tools/normalize/codepage.h"
#include "unicode.h"
#include "unit.h"

static struct buffer out, bytes;

/* The bytes of a code page, written in a test as the Latin-1 (windows-1252) that they look like. */
static struct slice bytes_of(struct slice latin)
{
    uint32_t character;
    buffer_clear(&bytes);
    while (unicode_next(&latin, &character)) {
        int byte = codepage_byte(CODEPAGE_WINDOWS_1252, character);
        ck_assert_int_ge(byte, 0);
        buffer_append_byte(&bytes, (char) byte);
    }
    return buffer_slice(&bytes);
}

static void decode_at(enum codepage page, struct slice text, struct slice expected, int line)
{
    buffer_clear(&out);
    codepage_decode(&out, page, text);
    unit_compare(buffer_slice(&out), expected, line);
}

/* Bytes, and what is expected of them. */
#define decode(page, text, expected)                                                               \
    decode_at(CODEPAGE_##page, SLICE(text), SLICE(expected), __LINE__)

/* Bytes, as they look in Latin-1, and what is expected of them. */
#define expect(page, latin, expected)                                                              \
    decode_at(CODEPAGE_##page, bytes_of(SLICE(latin)), SLICE(expected), __LINE__)

/* From UniKey's tables, and glibc's iconv for VISCII; VPS below 20 from Mozilla's. */
static const char letters[] = "AaÁáÀàẢảÃãẠạ"
                              "ÂâẤấẦầẨẩẪẫẬậ"
                              "ĂăẮắẰằẲẳẴẵẶặ"
                              "EeÉéÈèẺẻẼẽẸẹ"
                              "ÊêẾếỀềỂểỄễỆệ"
                              "IiÍíÌìỈỉĨĩỊị"
                              "OoÓóÒòỎỏÕõỌọ"
                              "ÔôỐốỒồỔổỖỗỘộ"
                              "ƠơỚớỜờỞởỠỡỢợ"
                              "UuÚúÙùỦủŨũỤụ"
                              "ƯưỨứỪừỬửỮữỰự"
                              "YyÝýỲỳỶỷỸỹỴỵ"
                              "Đđ";

static const unsigned char viscii_letters[] = {
    0x41, 0x61, 0xC1, 0xE1, 0xC0, 0xE0, 0xC4, 0xE4, 0xC3, 0xE3, 0x80, 0xD5, 0xC2, 0xE2, 0x84,
    0xA4, 0x85, 0xA5, 0x86, 0xA6, 0x06, 0xE7, 0x87, 0xA7, 0xC5, 0xE5, 0x81, 0xA1, 0x82, 0xA2,
    0x02, 0xC6, 0x05, 0xC7, 0x83, 0xA3, 0x45, 0x65, 0xC9, 0xE9, 0xC8, 0xE8, 0xCB, 0xEB, 0x88,
    0xA8, 0x89, 0xA9, 0xCA, 0xEA, 0x8A, 0xAA, 0x8B, 0xAB, 0x8C, 0xAC, 0x8D, 0xAD, 0x8E, 0xAE,
    0x49, 0x69, 0xCD, 0xED, 0xCC, 0xEC, 0x9B, 0xEF, 0xCE, 0xEE, 0x98, 0xB8, 0x4F, 0x6F, 0xD3,
    0xF3, 0xD2, 0xF2, 0x99, 0xF6, 0xA0, 0xF5, 0x9A, 0xF7, 0xD4, 0xF4, 0x8F, 0xAF, 0x90, 0xB0,
    0x91, 0xB1, 0x92, 0xB2, 0x93, 0xB5, 0xB4, 0xBD, 0x95, 0xBE, 0x96, 0xB6, 0x97, 0xB7, 0xB3,
    0xDE, 0x94, 0xFE, 0x55, 0x75, 0xDA, 0xFA, 0xD9, 0xF9, 0x9C, 0xFC, 0x9D, 0xFB, 0x9E, 0xF8,
    0xBF, 0xDF, 0xBA, 0xD1, 0xBB, 0xD7, 0xBC, 0xD8, 0xFF, 0xE6, 0xB9, 0xF1, 0x59, 0x79, 0xDD,
    0xFD, 0x9F, 0xCF, 0x14, 0xD6, 0x19, 0xDB, 0x1E, 0xDC, 0xD0, 0xF0,
};

static const unsigned char tcvn3_letters[] = {
    0x41, 0x61, 0x00, 0xB8, 0x00, 0xB5, 0x00, 0xB6, 0x00, 0xB7, 0x00, 0xB9, 0xA2, 0xA9, 0x00,
    0xCA, 0x00, 0xC7, 0x00, 0xC8, 0x00, 0xC9, 0x00, 0xCB, 0xA1, 0xA8, 0x00, 0xBE, 0x00, 0xBB,
    0x00, 0xBC, 0x00, 0xBD, 0x00, 0xC6, 0x45, 0x65, 0x00, 0xD0, 0x00, 0xCC, 0x00, 0xCE, 0x00,
    0xCF, 0x00, 0xD1, 0xA3, 0xAA, 0x00, 0xD5, 0x00, 0xD2, 0x00, 0xD3, 0x00, 0xD4, 0x00, 0xD6,
    0x49, 0x69, 0x00, 0xDD, 0x00, 0xD7, 0x00, 0xD8, 0x00, 0xDC, 0x00, 0xDE, 0x4F, 0x6F, 0x00,
    0xE3, 0x00, 0xDF, 0x00, 0xE1, 0x00, 0xE2, 0x00, 0xE4, 0xA4, 0xAB, 0x00, 0xE8, 0x00, 0xE5,
    0x00, 0xE6, 0x00, 0xE7, 0x00, 0xE9, 0xA5, 0xAC, 0x00, 0xED, 0x00, 0xEA, 0x00, 0xEB, 0x00,
    0xEC, 0x00, 0xEE, 0x55, 0x75, 0x00, 0xF3, 0x00, 0xEF, 0x00, 0xF1, 0x00, 0xF2, 0x00, 0xF4,
    0xA6, 0xAD, 0x00, 0xF8, 0x00, 0xF5, 0x00, 0xF6, 0x00, 0xF7, 0x00, 0xF9, 0x59, 0x79, 0x00,
    0xFD, 0x00, 0xFA, 0x00, 0xFB, 0x00, 0xFC, 0x00, 0xFE, 0xA7, 0xAE,
};

static const unsigned char vps_letters[] = {
    0x41, 0x61, 0xC1, 0xE1, 0x80, 0xE0, 0x81, 0xE4, 0x82, 0xE3, 0x02, 0xE5, 0xC2, 0xE2, 0x83,
    0xC3, 0x84, 0xC0, 0x85, 0xC4, 0x1C, 0xC5, 0x03, 0xC6, 0x88, 0xE6, 0x8D, 0xA1, 0x8E, 0xA2,
    0x8F, 0xA3, 0xF0, 0xA4, 0x04, 0xA5, 0x45, 0x65, 0xC9, 0xE9, 0xD7, 0xE8, 0xDE, 0xC8, 0xFE,
    0xEB, 0x05, 0xCB, 0xCA, 0xEA, 0x90, 0x89, 0x93, 0x8A, 0x94, 0x8B, 0x95, 0xCD, 0x06, 0x8C,
    0x49, 0x69, 0xB4, 0xED, 0xB5, 0xEC, 0xB7, 0xCC, 0xB8, 0xEF, 0x10, 0xCE, 0x4F, 0x6F, 0xB9,
    0xF3, 0xBC, 0xF2, 0xBD, 0xD5, 0xBE, 0xF5, 0x11, 0x86, 0xD4, 0xF4, 0x96, 0xD3, 0x97, 0xD2,
    0x98, 0xB0, 0x99, 0x87, 0x12, 0xB6, 0xF7, 0xD6, 0x9D, 0xA7, 0x9E, 0xA9, 0x9F, 0xAA, 0xA6,
    0xAB, 0x13, 0xAE, 0x55, 0x75, 0xDA, 0xFA, 0xA8, 0xF9, 0xD1, 0xFB, 0xAC, 0xDB, 0x14, 0xF8,
    0xD0, 0xDC, 0xAD, 0xD9, 0xAF, 0xD8, 0xB1, 0xBA, 0x1D, 0xBB, 0x15, 0xBF, 0x59, 0x79, 0xDD,
    0x9A, 0xB2, 0xFF, 0xFD, 0x9B, 0xB3, 0xCF, 0x19, 0x9C, 0xF1, 0xC7,
};

/* Decodes each letter for itself, behind a small letter and a space, which leave its case alone.
 * Byte 0: the page has not got the letter. */
static size_t expect_letters(enum codepage page, const unsigned char *encoded)
{
    struct slice rest = slice_from_string(letters), letter;
    struct buffer expected = {0};
    size_t count = 0;
    uint32_t character;
    for (size_t i = 0; rest.length; i++) {
        letter.bytes = rest.bytes;
        unicode_next(&rest, &character);
        letter.length = (size_t) (rest.bytes - letter.bytes);
        if (!encoded[i])
            continue;
        char text[] = {'x', ' ', (char) encoded[i]};
        buffer_clear(&expected);
        buffer_append_string(&expected, "x ");
        buffer_append(&expected, letter);
        decode_at(page, slice_of(text, 3), buffer_slice(&expected), __LINE__);
        count += character >= 0x80;
    }
    buffer_release(&expected);
    return count;
}

START_TEST(letters_of_one_byte)
{
    ck_assert_uint_eq(expect_letters(CODEPAGE_VISCII, viscii_letters), 134);
    ck_assert_uint_eq(expect_letters(CODEPAGE_VPS, vps_letters), 134);
    ck_assert_uint_eq(expect_letters(CODEPAGE_TCVN3, tcvn3_letters), 134 - 60);
}
END_TEST

/* As xvnkb has them. */
START_TEST(letters_of_vni)
{
    expect(VNI, "A AÙ AØ AÛ AÕ AÏ AÂ AÁ AÀ AÅ AÃ AÄ AÊ AÉ AÈ AÚ AÜ AË",
           "A Á À Ả Ã Ạ Â Ấ Ầ Ẩ Ẫ Ậ Ă Ắ Ằ Ẳ Ẵ Ặ");
    expect(VNI, "E EÙ EØ EÛ EÕ EÏ EÂ EÁ EÀ EÅ EÃ EÄ", "E É È Ẻ Ẽ Ẹ Ê Ế Ề Ể Ễ Ệ");
    expect(VNI, "O OÙ OØ OÛ OÕ OÏ OÂ OÁ OÀ OÅ OÃ OÄ Ô ÔÙ ÔØ ÔÛ ÔÕ ÔÏ",
           "O Ó Ò Ỏ Õ Ọ Ô Ố Ồ Ổ Ỗ Ộ Ơ Ớ Ờ Ở Ỡ Ợ");
    expect(VNI, "U UÙ UØ UÛ UÕ UÏ Ö ÖÙ ÖØ ÖÛ ÖÕ ÖÏ", "U Ú Ù Ủ Ũ Ụ Ư Ứ Ừ Ử Ữ Ự");
    expect(VNI, "I Í Ì Æ Ó Ò Y YÙ YØ YÛ YÕ Î Ñ", "I Í Ì Ỉ Ĩ Ị Y Ý Ỳ Ỷ Ỹ Ỵ Đ");
    expect(VNI, "a aù aø aû aõ aï aâ aá aà aå aã aä aê aé aè aú aü aë",
           "a á à ả ã ạ â ấ ầ ẩ ẫ ậ ă ắ ằ ẳ ẵ ặ");
    expect(VNI, "e eù eø eû eõ eï eâ eá eà eå eã eä", "e é è ẻ ẽ ẹ ê ế ề ể ễ ệ");
    expect(VNI, "o où oø oû oõ oï oâ oá oà oå oã oä ô ôù ôø ôû ôõ ôï",
           "o ó ò ỏ õ ọ ô ố ồ ổ ỗ ộ ơ ớ ờ ở ỡ ợ");
    expect(VNI, "u uù uø uû uõ uï ö öù öø öû öõ öï", "u ú ù ủ ũ ụ ư ứ ừ ử ữ ự");
    expect(VNI, "i í ì æ ó ò y yù yø yû yõ î ñ", "i í ì ỉ ĩ ị y ý ỳ ỷ ỹ ỵ đ");
}
END_TEST

/* Each byte from `first` on, for itself. */
static void expect_bytes(enum codepage page, unsigned first, struct slice expected)
{
    struct slice character;
    uint32_t value;
    for (; expected.length; first++) {
        char byte = (char) first;
        character.bytes = expected.bytes;
        unicode_next(&expected, &value);
        character.length = (size_t) (expected.bytes - character.bytes);
        decode_at(page, slice_of(&byte, 1), character, __LINE__);
    }
    ck_assert_uint_eq(first, 0x100);
}

/* From glibc's iconv. C1 controls, which C has no escape for, are \xC2 and their byte. */
START_TEST(bytes_of_western_pages)
{
    expect_bytes(CODEPAGE_WINDOWS_1252, 0x80,
                 SLICE("€\xC2\x81‚ƒ„…†‡ˆ‰Š‹Œ\xC2\x8DŽ\xC2\x8F"
                       "\xC2\x90‘’“”•–—˜™š›œ\xC2\x9DžŸ"
                       "\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿"
                       "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
                       "àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"));
    expect_bytes(CODEPAGE_WINDOWS_1258, 0x80,
                 SLICE("€\xC2\x81‚ƒ„…†‡ˆ‰\xC2\x8A‹Œ\xC2\x8D\xC2\x8E\xC2\x8F"
                       "\xC2\x90‘’“”•–—˜™\xC2\x9A›œ\xC2\x9D\xC2\x9EŸ"
                       "\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿"
                       "ÀÁÂĂÄÅÆÇÈÉÊË\u0300ÍÎÏĐÑ\u0309ÓÔƠÖ×ØÙÚÛÜƯ\u0303ß"
                       "àáâăäåæçèéêë\u0301íîïđñ\u0323óôơö÷øùúûüư₫ÿ"));
    expect_bytes(CODEPAGE_MAC_ROMAN, 0x80,
                 SLICE("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü"
                       "†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
                       "¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ"
                       "‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"));
}
END_TEST

/* Whether the byte, with a space before it, is read as the character, which is not a letter. */
static void expect_sign(enum codepage page, unsigned byte, uint32_t character)
{
    struct buffer expected = {0};
    char text[] = {' ', (char) byte};
    buffer_append_byte(&expected, ' ');
    unicode_append(&expected, character);
    decode_at(page, slice_of(text, 2), buffer_slice(&expected), __LINE__);
    buffer_release(&expected);
}

static bool has_byte(struct slice set, unsigned byte)
{
    return set.length && memchr(set.bytes, (int) byte, set.length);
}

START_TEST(bytes_that_are_ascii)
{
    for (int page = 0; page < CODEPAGE_COUNT; page++)
        for (unsigned byte = 0; byte < 0x80; byte++) {
            if (page == CODEPAGE_VISCII && has_byte(SLICE("\x02\x05\x06\x14\x19\x1E"), byte))
                continue;
            if (page == CODEPAGE_TCVN3 &&
                has_byte(SLICE("\x01\x02\x04\x05\x06\x11\x12\x13\x14\x15\x16\x17"), byte))
                continue;
            if (page == CODEPAGE_VPS &&
                has_byte(SLICE("\x02\x03\x04\x05\x06\x10\x11\x12\x13\x14\x15\x19\x1C\x1D"), byte))
                continue;
            expect_sign((enum codepage) page, byte, byte);
        }
}
END_TEST

/* All bytes that are neither letters of Vietnamese nor ASCII. */
START_TEST(bytes_that_are_signs)
{
    struct slice tcvn3_nothing = SLICE("\xB0\xB1\xB2\xB3\xB4");
    struct slice vni_nothing = SLICE("\x81\x8D\x8F\x90\x9D");
    expect(TCVN3, "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u00A0", "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u00A0");
    expect(VNI, "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿×÷",
           "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿×÷");
    decode(VPS, "\x91\x92\xA0\xDF\xE7\xEE\xF6\xFC", "‘’\u00A0ßçîöü");
    for (size_t i = 0; i < tcvn3_nothing.length; i++)
        expect_sign(CODEPAGE_TCVN3, (unsigned char) tcvn3_nothing.bytes[i], UNICODE_REPLACEMENT);
    for (size_t i = 0; i < vni_nothing.length; i++)
        expect_sign(CODEPAGE_VNI, (unsigned char) vni_nothing.bytes[i], UNICODE_REPLACEMENT);
    for (unsigned byte = 0xC0; byte < 0x100; byte++)
        if (!has_byte(SLICE("\xC6\xCC\xCD\xCE\xD1\xD2\xD3\xD4\xD6\xD7"
                            "\xE6\xEC\xED\xEE\xF1\xF2\xF3\xF4\xF6\xF7"),
                      byte))
            expect_sign(CODEPAGE_VNI, byte, UNICODE_REPLACEMENT);
}
END_TEST

/* iconv -f TCVN5712-1; each with a consonant on either side. */
static void expect_bytes_of_vn1(void)
{
    struct slice capitals = SLICE("ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ");
    struct buffer expected = {0};
    for (unsigned byte = 0x80; capitals.length; byte++) {
        char text[] = {'T', (char) byte, 'N'};
        uint32_t capital;
        unicode_next(&capitals, &capital);
        buffer_clear(&expected);
        buffer_append_byte(&expected, 'T');
        unicode_append(&expected, capital);
        buffer_append_byte(&expected, 'N');
        decode_at(CODEPAGE_TCVN3, slice_of(text, sizeof text), buffer_slice(&expected), __LINE__);
    }
    buffer_release(&expected);
}

START_TEST(bytes_of_characters)
{
    static const enum codepage pages[] = {CODEPAGE_WINDOWS_1252, CODEPAGE_WINDOWS_1258,
                                          CODEPAGE_MAC_ROMAN};
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++)
        for (int byte = 0; byte < 0x100; byte++) {
            char text = (char) byte;
            uint32_t character;
            buffer_clear(&out);
            codepage_decode(&out, pages[i], slice_of(&text, 1));
            struct slice decoded = buffer_slice(&out);
            ck_assert(unicode_next(&decoded, &character));
            ck_assert_int_eq(codepage_byte(pages[i], character), byte);
        }
    ck_assert_int_eq(codepage_byte(CODEPAGE_WINDOWS_1252, 0x20AC), 0x80);
    ck_assert_int_eq(codepage_byte(CODEPAGE_WINDOWS_1252, 0x80), -1);
    ck_assert_int_eq(codepage_byte(CODEPAGE_WINDOWS_1252, 0x9D), 0x9D);
    ck_assert_int_eq(codepage_byte(CODEPAGE_WINDOWS_1252, 0x1EBF), -1);
    ck_assert_int_eq(codepage_byte(CODEPAGE_WINDOWS_1258, 0x1EBF), -1);
    ck_assert_int_eq(codepage_byte(CODEPAGE_WINDOWS_1258, 0x0301), 0xEC);
    ck_assert_int_eq(codepage_byte(CODEPAGE_WINDOWS_1258, 0x01B0), 0xFD);
    ck_assert_int_eq(codepage_byte(CODEPAGE_MAC_ROMAN, 0x80), -1);
    ck_assert_int_eq(codepage_byte(CODEPAGE_MAC_ROMAN, 0xFFFD), -1);
    ck_assert_int_eq(codepage_byte(CODEPAGE_MAC_ROMAN, 0x10FFFF), -1);
    ck_assert_int_eq(codepage_byte(CODEPAGE_MAC_ROMAN, 0x100E1), -1);
    ck_assert_int_eq(codepage_byte(CODEPAGE_TCVN3, 'a'), -1);
    ck_assert_int_eq(codepage_byte(CODEPAGE_VNI, 0x0111), -1);
}
END_TEST

START_TEST(names)
{
    static const struct {
        const char *name;
        enum codepage page;
    } others[] = {
        {"CP1252", CODEPAGE_WINDOWS_1252},
        {"latin1", CODEPAGE_WINDOWS_1252},
        {"Latin-1", CODEPAGE_WINDOWS_1252},
        {"ISO-8859-1", CODEPAGE_WINDOWS_1252},
        {"iso_8859-1", CODEPAGE_WINDOWS_1252},
        {"cp-1258", CODEPAGE_WINDOWS_1258},
        {"Windows 1258", CODEPAGE_WINDOWS_1258},
        {"VISCII1.1-1", CODEPAGE_VISCII},
        {"TCVN", CODEPAGE_TCVN3},
        {"ABC", CODEPAGE_TCVN3},
        {"TCVN5712-3", CODEPAGE_TCVN3},
        {"x-viet-vps", CODEPAGE_VPS},
        {"VNI-Windows", CODEPAGE_VNI},
        {"VNI Win", CODEPAGE_VNI},
        {"macintosh", CODEPAGE_MAC_ROMAN},
        {"MacRoman", CODEPAGE_MAC_ROMAN},
    };
    static const char *const unknown[] = {
        "",
        "-",
        "utf-8",
        "latin2",
        "iso-8859-11",
        "windows-125",
        "windows-12520",
        "vn",
        "tcvn5712-1",
        "mac-roman-mac-roman-mac-roman-mac-roman",
    };
    enum codepage page = CODEPAGE_COUNT;
    for (int i = 0; i < CODEPAGE_COUNT; i++) {
        ck_assert(codepage_from_name(codepage_names[i], &page));
        ck_assert_int_eq((int) page, i);
    }
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        ck_assert_msg(codepage_from_name(others[i].name, &page), "%s", others[i].name);
        ck_assert_int_eq(page, others[i].page);
    }
    page = CODEPAGE_COUNT;
    for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++)
        ck_assert_msg(!codepage_from_name(unknown[i], &page), "%s", unknown[i]);
    ck_assert_int_eq(page, CODEPAGE_COUNT);
}
END_TEST

START_TEST(sentences)
{
    expect(TCVN3, "Bé V¨n hãa Th«ng tin", "Bộ Văn hóa Thông tin");
    expect(TCVN3, "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc");
    expect(VNI, "Ñaïi hoïc", "Đại học");
    expect(VNI, "tieáng Vieät", "tiếng Việt");
    expect(VNI, "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    decode(VISCII, "Ti\xAAng Vi\xAEt, \xF0\xF3 l\xE0 ti\xAAng n\xDF\xBE\x63 ta",
           "Tiếng Việt, đó là tiếng nước ta");
    decode(VPS, "Ti\x89ng Vi\x8Ct", "Tiếng Việt");
    decode(WINDOWS_1258, "Ti\xEA\xECng Vi\xEA\xF2t", "Tiếng Việt");
    decode(WINDOWS_1252, "\x93Ti\xEAng\x94 \x96 \x80\x35", "“Tiêng” – €5");
    decode(MAC_ROMAN, "\xD2Ti\x90ng\xD3 \xD0 \xDB\x35", "“Tiêng” – €5");
}
END_TEST

START_TEST(windows_1258_is_composed)
{
    decode(WINDOWS_1258, "\xE1 a\xEC a\xCC a\xD2 a\xDE a\xF2", "á á à ả ã ạ");
    decode(WINDOWS_1258, "\xC3\xEC \xFD\xF2 \xD5\xCC \xD0", "Ắ ự Ờ Đ");
    decode(WINDOWS_1258, "a\xF2\xE2\xF2", "ạậ");
    decode(WINDOWS_1258,
           "\xEC"
           "a",
           "\u0301a");
    decode(WINDOWS_1258, "a\xEC\xF2 q\xEC", "ạ\u0301 q\u0301");
    decode(WINDOWS_1258, "a\nb\xFE", "a\nb₫");
}
END_TEST

START_TEST(vni_marks)
{
    /* of the other case */
    expect(VNI, "Aø aØ eÂ Eâ", "À à ê Ê");
    /* that have no letter to go to */
    expect(VNI, "ø", "\uFFFD");
    expect(VNI, " ø bø øa", " \uFFFD b\uFFFD \uFFFDa");
    expect(VNI, "aøø", "à\uFFFD");
    expect(VNI, "iø ñù", "i\uFFFD đ\uFFFD");
    expect(VNI, "uâ eê oé ôá yä", "u\uFFFD e\uFFFD o\uFFFD ơ\uFFFD y\uFFFD");
    expect(VNI, "yï", "ỵ");
    /* French read as VNI */
    expect(VNI, "café garçon", "caf\uFFFD gar\uFFFDon");
    /* a mark at the end of what is there, a vowel too */
    expect(VNI, "toâ", "tô");
    expect(VNI, "to", "to");
}
END_TEST

START_TEST(capitals_of_whole_words)
{
    expect(TCVN3, "CéNG HOµ X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    expect(TCVN3, "§éC LËP - Tù DO - H¹NH PHóC", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC");
    expect(TCVN3, "Bµi viÕt: «ng NGUYÔN V¡N ¸I ®Õn.", "Bài viết: ông NGUYỄN VĂN ÁI đến.");
    /* the capitals of the encoding are certain, and so are their small letters */
    expect(TCVN3, "x §¹¡ §¹¨", "x ĐẠĂ Đạă");
    expect(TCVN3, "x §Æng §«ng NGuyÔn", "x Đặng Đông NGuyễn");
}
END_TEST

START_TEST(capitals_by_the_words_around)
{
    expect(TCVN3, "§µ N½NG", "ĐÀ NẴNG");
    expect(TCVN3, "§µ N½ng", "Đà Nẵng");
    expect(TCVN3, "CHñ TÞCH ë Hµ NéI", "CHỦ TỊCH Ở HÀ NỘI");
    expect(TCVN3, "chñ tÞch ë Hµ NéI", "chủ tịch ở Hà NỘI");
    expect(TCVN3, "CHñ TÞCH ë Hµ Néi", "CHỦ TỊCH ở Hà Nội");
    expect(TCVN3, "HéI ¸", "HỘI Á");
    /* none of the words tells */
    expect(TCVN3, "Vò §ç", "Vũ Đỗ");
    expect(TCVN3, "1 ¸ 2", "1 á 2");
    /* abbreviations are capitals anywhere */
    expect(TCVN3, "Vò - TTXVN", "Vũ - TTXVN");
    expect(TCVN3, "1 ë UBND", "1 ở UBND");
    expect(TCVN3, "1 ë USA ë TTXVN", "1 ở USA ở TTXVN");
    /* a capital that is not the first letter */
    expect(TCVN3, "x ÊP, ñNG, ¸I", "x ẤP, ỦNG, ÁI");
    expect(TCVN3, "H§ND THµNH PHè Hå CHÝ MINH", "HĐND THÀNH PHỐ HỒ CHÍ MINH");
    /* by those of another line it does not go */
    expect(TCVN3, "HéI NGHÞ\nVò §ç\nHµ NéI", "HỘI NGHỊ\nVũ Đỗ\nHÀ NỘI");
    expect(TCVN3, "HéI NGHÞ\r\nVò §ç\r\nchóng t«i", "HỘI NGHỊ\r\nVũ Đỗ\r\nchúng tôi");
    expect(TCVN3, "1 ¸ ë\n1 ¸ NéI", "1 á ở\n1 Á NỘI");
    expect(TCVN3, "§µ §µ §µ NéI §µ §µ", "ĐÀ ĐÀ ĐÀ NỘI ĐÀ ĐÀ");
    expect(TCVN3, "§µ §µ héi §µ NéI §µ", "Đà Đà hội Đà NỘI ĐÀ");
}
END_TEST

START_TEST(capitals_of_sentences)
{
    expect(TCVN3, "ë Hµ Néi.", "Ở Hà Nội.");
    expect(TCVN3, " \n“Êy ch÷…", " \n“Ấy chữ…");
    expect(TCVN3, "Trêi m\u00ADa. Êy thÕ mµ vui! ý g×? “æi,” «ng nãi.",
           "Trời mưa. Ấy thế mà vui! Ý gì? “Ổi,” ông nói.");
    expect(TCVN3, "xong.\nÊy lµ", "xong.\nẤy là");
    expect(TCVN3, "n¨m 1998. ¸o dµi", "năm 1998. Áo dài");
    /* no sentence ends there */
    expect(TCVN3, "xong, Êy... ¸o; ë: ý (ë) - ¹", "xong, ấy... áo; ở: ý (ở) - ạ");
    expect(TCVN3, "v.v.¸, 1.¸ ?¸ !“¸", "v.v.á, 1.á ?á !“á");
    expect(TCVN3, "xong… ¸o dµi\n¸o", "xong… áo dài\náo");
    /* letters that have both cases keep theirs */
    expect(TCVN3, "x. ®i. «ng. a ¸. ¸B.", "x. đi. ông. a á. ÁB.");
    /* all small: cannot be told */
    expect(TCVN3, "céng hoµ x· héi", "cộng hoà xã hội");
}
END_TEST

START_TEST(capitals_that_windows_could_not_hold)
{
    decode(VPS, "VI\x8CT NAM, T\xBF DO - T\xBF do", "VIỆT NAM, TỰ DO - Tự do");
    decode(VPS, "Vi\x8Ct VI\x06T", "Việt VIỆT");
    decode(VPS, "\xE5 x. \x86", "ạ x. ọ");
    decode(VISCII, "M\xDB THU\x87T M\xDB thu\xA7t", "MỸ THUẬT Mỹ thuật");
    decode(VISCII, "M\x19 \xC6N H\xF5", "MỸ ẲN HÕ");
}
END_TEST

/* Converters that know all of TCVN 5712 have toned capitals where ABC fonts have nothing. */
START_TEST(capitals_of_vn1)
{
    decode(TCVN3, "\x01\x02 \x04\x05\x06 \x11\x12 \x13\x14\x15\x16\x17", "ÚỤ ỪỬỮ ỨỰ ỲỶỸÝỴ");
    decode(TCVN3, "\xAF\xBA\xBF\xC0 \xC1\xC2\xC3\xC4 \xC5\xCD\xD9\xDA \xDB\xE0\xF0\xFF",
           "ẰẲẴẮ ẦẨẪẤ ỀỂỄẾ ỒỔỖỐ");
    decode(TCVN3, "QUY\xDAT \xA7\xDENH", "QUYẾT ĐỊNH");
}
END_TEST

/* They have them where others have signs of windows-1252, too. */
START_TEST(capitals_of_vn1_among_signs)
{
    expect_bytes_of_vn1();
    decode(TCVN3, "B\x8DNH D\xA6\xA5NG: H\x93\x41 HO\x84N \x99 KHU", "BÌNH DƯƠNG: HỎA HOẠN Ở KHU");
    decode(TCVN3, "H\x80 N\x97I", "HÀ NỘI");
    decode(TCVN3, "H\x80", "HÀ");
    decode(TCVN3, "\x81nh: x, \x83o d\xB5i, \x9Ey ban", "Ảnh: x, Áo dài, Ủy ban");
    decode(TCVN3, "\x83", "Á");
    decode(TCVN3, "\x99 H\xB5 N\xE9i: \x99 ch\xA9u \x83, \x83.", "Ở Hà Nội: Ở châu Á, Á.");
    decode(TCVN3, "C\x97NG HO\x80 X\x82 H\x97I, TH\x91 X\x82, B\x97 TR\xA6\x9BNG C\x95 H\x96",
           "CỘNG HOÀ XÃ HỘI, THỊ XÃ, BỘ TRƯỚNG CÓ HỌ");
    decode(TCVN3, "n\xE3i \"\x99 (ch\xA9u \x83)\"", "nói \"Ở (châu Á)\"");
    decode(TCVN3, "CH\x83U \x83 2019, \xA7\xA4NG B\x97, R\x94.", "CHÁU Á 2019, ĐÔNG BỘ, RÕ.");
    decode(TCVN3, "V\x94 NGUY\xA3N GI\x83P", "VÕ NGUYÊN GIÁP");
    decode(TCVN3, "\x93\x83O\x94 \x96 \x93\x81nh\x94", "“ÁO” – “Ảnh”");
    decode(TCVN3, "C\x8FNG \x80 \xA4NG", "CĨNG À ÔNG");
}
END_TEST

/* What ABC fonts have there. */
START_TEST(signs_among_capitals)
{
    expect(TCVN3, "“VIÖT NAM” – ‘Hµ NéI’… •HUÕ• NAM—B¾C", "“VIỆT NAM” – ‘HÀ NỘI’… •HUẾ• NAM—BẮC");
    expect(TCVN3, "Hµ NéI–HUÕ, ANH–Mü, Nam–B¾c, TP–HCM", "HÀ NỘI–HUẾ, ANH–Mỹ, Nam–Bắc, TP–HCM");
    expect(TCVN3, "KHèI “A, B” Vµ “C”, ‘D’", "KHỐI “A, B” VÀ “C”, ‘D’");
    expect(TCVN3, "gi¸ €5, 5 €, 5€, € 5, 3‰; Sony™ SONY™ ™",
           "giá €5, 5 €, 5€, € 5, 3‰; Sony™ SONY™ ™");
    expect(TCVN3, "ph­¬ng ¸n B— chän; «ng… nãi…", "phương án B— chọn; ông… nói…");
    expect(TCVN3, "†NguyÔn †NGUYÔN a€ €uro ƒ(x)", "†Nguyễn †NGUYỄN a€ €uro ƒ(x)");
    expect(TCVN3, "BUÆN H’ M¤NG 258/TB– x", "BUẶN H’ MÔNG 258/TB– x");
    expect(TCVN3, "ROCK ’N’ ROLL, O’NEIL", "ROCK ’N’ ROLL, O’NEIL");
}
END_TEST

START_TEST(damaged_and_empty)
{
    for (int page = 0; page < CODEPAGE_COUNT; page++) {
        decode_at((enum codepage) page, SLICE(""), SLICE(""), __LINE__);
        decode_at((enum codepage) page, (struct slice){NULL, 0}, SLICE(""), __LINE__);
        decode_at((enum codepage) page, SLICE("a\0b"), SLICE("a\0b"), __LINE__);
        decode_at((enum codepage) page, SLICE("\t\r\n"), SLICE("\t\r\n"), __LINE__);
    }
    decode(TCVN3, "x \xB4\xB0\xB4", "x \uFFFD\uFFFD\uFFFD");
    decode(TCVN3, "H\xB4N\xB5Y", "H\uFFFDNÀY");
    decode(TCVN3, "\xEF\xBB\xBF", "ÙẰẴ");
    /* what stands in the buffer stays */
    buffer_clear(&out);
    buffer_append_string(&out, "a");
    codepage_decode(&out, CODEPAGE_WINDOWS_1258, SLICE("\xEC"));
    assert_slice(buffer_slice(&out), "a\u0301");
    codepage_decode(&out, CODEPAGE_VNI, SLICE("\xF8"));
    assert_slice(buffer_slice(&out), "a\u0301\uFFFD");
}
END_TEST

/* All bytes there are, in all pages, are read as UTF-8 in Normalization Form C. */
START_TEST(output_is_composed)
{
    char pairs[3 * 256];
    struct buffer composed = {0}, valid = {0};
    for (int page = 0; page < CODEPAGE_COUNT; page++)
        for (int first = 0; first < 256; first++) {
            for (size_t second = 0; second < 256; second++) {
                pairs[3 * second] = (char) first;
                pairs[3 * second + 1] = (char) second;
                pairs[3 * second + 2] = ' ';
            }
            buffer_clear(&out);
            buffer_clear(&valid);
            buffer_clear(&composed);
            codepage_decode(&out, (enum codepage) page, slice_of(pairs, sizeof pairs));
            unicode_append_valid(&valid, buffer_slice(&out));
            ck_assert(slice_equal(buffer_slice(&valid), buffer_slice(&out)));
            unicode_append_nfc(&composed, buffer_slice(&out));
            ck_assert(slice_equal(buffer_slice(&composed), buffer_slice(&out)));
        }
    buffer_release(&composed);
    buffer_release(&valid);
}
END_TEST

/* Words that only the end of the line could tell of. */
START_TEST(long_lines_take_no_time)
{
    struct buffer text = {0};
    while (text.length < 4000000)
        buffer_append_string(&text, "\xA7\xB5 ");
    for (int page = 0; page < CODEPAGE_COUNT; page++) {
        buffer_clear(&out);
        codepage_decode(&out, (enum codepage) page, buffer_slice(&text));
        ck_assert_uint_ge(out.length, text.length);
    }
    buffer_append_string(&text, "HOA");
    buffer_clear(&out);
    codepage_decode(&out, CODEPAGE_TCVN3, buffer_slice(&text));
    ck_assert(slice_starts_with(buffer_slice(&out), SLICE("ĐÀ ĐÀ ")));
    buffer_release(&text);
}
END_TEST

int main(void)
{
    return unit_run("normalize_codepage", (const TTest *const[]){
                                              letters_of_one_byte,
                                              letters_of_vni,
                                              bytes_of_western_pages,
                                              bytes_that_are_ascii,
                                              bytes_that_are_signs,
                                              bytes_of_characters,
                                              names,
                                              sentences,
                                              windows_1258_is_composed,
                                              vni_marks,
                                              capitals_of_whole_words,
                                              capitals_by_the_words_around,
                                              capitals_of_sentences,
                                              capitals_that_windows_could_not_hold,
                                              capitals_of_vn1,
                                              capitals_of_vn1_among_signs,
                                              signs_among_capitals,
                                              damaged_and_empty,
                                              output_is_composed,
                                              long_lines_take_no_time,
                                              NULL,
                                          });
}
