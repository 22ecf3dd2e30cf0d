#include "vi/vietnamese.h"
#include "unit.h"

static void expect(struct slice text, struct slice expected)
{
    char bytes[200];
    ck_assert_uint_le(text.length, sizeof bytes);
    memcpy(bytes, text.bytes, text.length);
    size_t length = vietnamese_unify_tone_placement(bytes, text.length);
    unit_compare(slice_of(bytes, length), expected, __LINE__);
}

START_TEST(every_rhyme)
{
    expect(SLICE("hoà hoá hoả hoã hoạ"), SLICE("hòa hóa hỏa hõa họa"));
    expect(SLICE("khoè khoé khoẻ khoẽ khoẹ"), SLICE("khòe khóe khỏe khõe khọe"));
    expect(SLICE("luỳ luý luỷ luỹ luỵ"), SLICE("lùy lúy lủy lũy lụy"));
}
END_TEST

START_TEST(the_older_form_stays)
{
    expect(SLICE("hòa khỏe thủy"), SLICE("hòa khỏe thủy"));
}
END_TEST

START_TEST(only_at_the_end_of_a_syllable)
{
    expect(SLICE("hoàn toàn khoáng khoẻn huỳnh tuýp"), SLICE("hoàn toàn khoáng khoẻn huỳnh tuýp"));
    expect(SLICE("hoà.khoẻ,thuỷ"), SLICE("hòa.khỏe,thủy"));
    expect(SLICE("hoà1"), SLICE("hòa1"));
}
END_TEST

START_TEST(other_text_stays)
{
    expect(SLICE(""), SLICE(""));
    expect(SLICE("o"), SLICE("o"));
    expect(SLICE("o\xC3"), SLICE("o\xC3"));
    expect(SLICE("u\x80\x80o"), SLICE("u\x80\x80o"));
    expect(SLICE("quà của hoa oà"), SLICE("quà của hoa òa"));
}
END_TEST

/* Only comparing needs it: both spellings of a word have to come out the same. */
START_TEST(both_spellings_meet)
{
    expect(SLICE("quý"), SLICE("qúy"));
    expect(SLICE("qúy"), SLICE("qúy"));
}
END_TEST

int main(void)
{
    return unit_run("vietnamese", (const TTest *const[]){
                                      every_rhyme,
                                      the_older_form_stays,
                                      only_at_the_end_of_a_syllable,
                                      other_text_stays,
                                      both_spellings_meet,
                                      NULL,
                                  });
}
