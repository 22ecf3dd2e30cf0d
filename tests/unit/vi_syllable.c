#include "unit.h"
#include "vi/syllable.h"
#include "vi/vietnamese.h"

static void respells(const char *word, const char *expected, enum spelling spelling)
{
    struct buffer out = {0};
    bool changed = vietnamese_respell(&out, slice_from_string(word), spelling);
    ck_assert_msg(changed == (strcmp(word, expected) != 0), "%s: changed %d", word, changed);
    if (changed)
        unit_compare(buffer_slice(&out), slice_from_string(expected), __LINE__);
    buffer_release(&out);
}

static bool is_syllable(const char *word)
{
    struct syllable syllable;
    return syllable_parse(slice_from_string(word), &syllable);
}

START_TEST(parts)
{
    static const char *const good[] = {"a",     "ở",     "nghiêng", "giếng", "gì",  "già", "quốc",
                                       "quý",   "khuỷu", "khuya",   "thuở",  "Đắk", "ĐẶC", "huỳnh",
                                       "ngoéo", "yêu",   "uyển",    "xoong", "ỨNG"};
    static const char *const bad[] = {"",     "b",   "ng",    "qà",   "được1",  "caf",
                                      "été",  "bộộ", "bộbà",  "país", "strong", "wa",
                                      "ôông", "gh",  "nghie", "aáa"};
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        ck_assert_msg(is_syllable(good[i]), "%s", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        ck_assert_msg(!is_syllable(bad[i]), "%s", bad[i]);
}
END_TEST

START_TEST(two_tones_are_none)
{
    ck_assert(!is_syllable("hòà"));
    ck_assert(!is_syllable("lựợng"));
}
END_TEST

START_TEST(styles)
{
    static const char *const pairs[][2] = {
        {"hoà", "hòa"}, {"HOÀ", "HÒA"}, {"Hoà", "Hòa"},   {"khoẻ", "khỏe"}, {"thuỷ", "thủy"},
        {"uỷ", "ủy"},   {"Uỷ", "Ủy"},   {"THUÝ", "THÚY"}, {"loè", "lòe"},   {"ngoạ", "ngọa"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        respells(pairs[i][0], pairs[i][1], SPELLING_OLD);
        respells(pairs[i][1], pairs[i][0], SPELLING_NEW);
        respells(pairs[i][0], pairs[i][0], SPELLING_KEEP);
        respells(pairs[i][1], pairs[i][1], SPELLING_KEEP);
    }
}
END_TEST

START_TEST(no_choice)
{
    static const char *const words[] = {"quý",   "quỷ",   "giữ",   "thuở", "toán",  "hoàng",
                                        "khuya", "ngoài", "khuỷu", "quạ",  "huỳnh", "của",
                                        "mùa",   "tía",   "Noé",   "chó"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        for (int spelling = SPELLING_KEEP; spelling <= SPELLING_NEW; spelling++)
            respells(words[i], words[i], (enum spelling) spelling);
}
END_TEST

START_TEST(wrong_letters)
{
    static const char *const pairs[][2] = {
        {"lựơng", "lượng"}, {"tòan", "toàn"}, {"qủa", "quả"},     {"qúy", "quý"},   {"gìa", "già"},
        {"cuả", "của"},     {"muà", "mùa"},   {"họăc", "hoặc"},   {"thủơ", "thuở"}, {"QỦA", "QUẢ"},
        {"ngòai", "ngoài"}, {"bíêt", "biết"}, {"thiêú", "thiếu"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        respells(pairs[i][0], pairs[i][1], SPELLING_KEEP);
        respells(pairs[i][0], pairs[i][0], SPELLING_OLD);
        respells(pairs[i][0], pairs[i][0], SPELLING_NEW);
    }
}
END_TEST

START_TEST(counts)
{
    ck_assert_uint_gt(vietnamese_word_frequency(SLICE("và")), 10000);
    ck_assert_uint_gt(vietnamese_word_frequency(SLICE("VÀ")), 10000);
    ck_assert_uint_eq(vietnamese_word_frequency(SLICE("vàng")),
                      vietnamese_word_frequency(SLICE("Vàng")));
    ck_assert_uint_eq(vietnamese_word_frequency(SLICE("ngừ")) > 0, true);
    ck_assert_uint_eq(vietnamese_word_frequency(SLICE("strong")), 0);
    ck_assert_uint_eq(vietnamese_word_frequency(SLICE("cãp")), 0);
}
END_TEST

int main(void)
{
    if (!syllable_load())
        return EXIT_FAILURE;
    return unit_run("vi_syllable", (const TTest *const[]){
                                       parts,
                                       two_tones_are_none,
                                       styles,
                                       no_choice,
                                       wrong_letters,
                                       counts,
                                       NULL,
                                   });
}
